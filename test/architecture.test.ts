import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const sdk = /^@aws-sdk\/|^aws-lambda$/;
const node = /^node:/;

/** Which file may import what; the first line that fits a file counts. Types get no exemption. */
const table: readonly (readonly [file: RegExp, imports: readonly RegExp[]])[] = [
  [/^events\//, [/^zod$/, /^events\//]],
  [/^rules\/engine\/second-opinion\.ts$/, [/^events\//, /^rules\//, /^json-rules-engine$/]],
  [/^rules\//, [/^zod$/, /^events\//, /^rules\//]],
  [/^functions\/env\.ts$/, []],
  [/^functions\/store\//, [/^(zod|aws4fetch)$/, /^events\//, /^rules\//, /^functions\/(store\/|env\.ts)/, sdk, node]],
  [/^functions\/edge\//, [/^zod$/, /^events\//, /^functions\/(edge\/|store\/|env\.ts)/, /^@middy\/core$/, sdk, node]],
  // Files of people: local paths in and out, and the libraries that read and write what they are written in; it knows of
  // no network and no caller.
  [
    /^functions\/files\//,
    [
      /^(csv-parse|csv-parse\/sync|fflate|hucre\/xlsx|saxes|yauzl|@zip\.js\/zip\.js)$/,
      /^events\//,
      /^rules\//,
      /^functions\/(files\/|edge\/(parse|json-dress|json-mistake)\.ts$)/,
      node,
    ],
  ],
  // Judging many rows at once: the quick scanner leaves what it does not know to the general parser, …
  [/^functions\/judge-slice\//, [/^csv-parse\/sync$/, /^events\//, /^rules\//, /^functions\/(files|judge-slice)\//]],
  // … and what does not fit into memory is kept on the disk, by several threads.
  [/^functions\/judge-files\//, [/^events\//, /^rules\//, /^functions\/(files|judge-slice|judge-files)\//, node]],
  // Where the wires meet. `wire.ts` is what two handlers share; the others named are edges that are not HTTP requests to us.
  [/^functions\/read-openapi\/handler\.ts$/, [/^events\//, /^functions\//, /^infra\/cloud\/routes\.ts$/]],
  [
    /^functions\/[^/]+\/(handler|wire)\.ts$|^functions\/(deliver-webhooks\/(address|post-notice)|dispatch-journal\/(publish|stream-entries))\.ts$/,
    [/^zod$/, /^events\//, /^rules\//, /^functions\//, /^standardwebhooks$/, sdk, node],
  ],
  // A use case never sees HTTP, AWS or the clock; it may rest on another use case.
  [/^functions\/[^/]+\/[^/]+\.ts$/, [/^zod$/, /^events\//, /^rules\//, /^functions\/(?!store\/|edge\/|env\.ts)/]],
  [
    /^infra\/cloud\//,
    [
      /^aws-cdk-lib/,
      /^constructs$/,
      /^esbuild$/,
      /^events\//,
      /^functions\/env\.ts$/,
      /^functions\/store\/table\.ts$/,
      /^infra\/cloud\//,
      node,
    ],
  ],
  [
    /^infra\/local\//,
    [
      /^events\//,
      /^functions\//,
      /^infra\/(local\/|cloud\/(routes|uploads-cors)\.ts$)/,
      /^zod$/,
      /^(jose|dynalite|classic-level|@smithy\/signature-v4|@aws-crypto\/sha256-js)/,
      sdk,
      node,
    ],
  ],
  [
    /^(bin|bench)\//,
    [
      /^events\//,
      /^rules\//,
      /^functions\//,
      /^bin\//,
      /^bench\//,
      /^infra\/local\/(host|issuer|keys|lock|stored)\.ts$/,
      /^(zod|esbuild|json-rules-engine|fflate)$/,
      node,
    ],
  ],
];

const importsOf = (file: string): readonly string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/^(?:import|export) (?:[^;'`=]*? from )?'([^'\n]+)'/gm)].map(
    ([, name]) => (name!.startsWith('.') ? relative(root, join(root, dirname(file), name!)) : name!),
  );

const files = globSync('{events,rules,functions,infra,bin,bench}/**/*.ts', { cwd: root }).sort();

it('every file imports only what its place allows', () => {
  const broken = files.flatMap((file) => {
    const allowed = table.find(([pattern]) => pattern.test(file))?.[1] ?? [];
    return importsOf(file).flatMap((name) => (allowed.some((one) => one.test(name)) ? [] : [`${file} → ${name}`]));
  });
  expect(broken).toEqual([]);
  expect(files.length).toBeGreaterThan(100);
});

it('the table notices what it forbids', () => {
  const allows = (file: string, name: string) =>
    table.find(([pattern]) => pattern.test(file))![1].some((one) => one.test(name));
  expect(allows('functions/check-record/check-record.ts', 'functions/store/holdings.ts')).toBe(false);
  expect(allows('functions/check-record/check-record.ts', '@aws-sdk/client-dynamodb')).toBe(false);
  expect(allows('rules/facts/phone-card.ts', 'functions/env.ts')).toBe(false);
  expect(allows('rules/facts/phone-card.ts', 'node:crypto')).toBe(false);
  expect(allows('events/field.ts', 'rules/engine/rule.ts')).toBe(false);
});

it('the top level has what its users expect, and nothing is named for being put away', () => {
  const vague = files.filter((file) => /(^|\/)(utils?|helpers?|common|base|manager|index|misc)(\.ts|\/)/.test(file));
  expect(vague).toEqual([]);
});
