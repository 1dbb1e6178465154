import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundle } from '../../../infra/cloud/bundling.ts';
import { routes, steps, workers } from '../../../infra/cloud/routes.ts';
import type { Start } from './start-bundles.ts';
import { synthesised } from './synthesis.ts';

const runs = [...new Set([...routes, ...workers, ...steps].map(({ run }) => run))];

/** Asked where an answer needs no table: by nobody, or by somebody signed in. */
const asked: Readonly<Record<string, { readonly routeKey: string; readonly pathParameters?: object }>> = {
  'read-health': { routeKey: 'GET /healthz' },
  'read-docs': { routeKey: 'GET /docs/{file}', pathParameters: { file: 'viewer.js' } },
  'read-openapi': { routeKey: 'GET /v1/openapi.json' },
  'list-record-kinds': { routeKey: 'GET /v1/record-kinds' },
  'read-template': { routeKey: 'GET /v1/templates/{file}', pathParameters: { file: 'phone-card.xlsx' } },
  'list-rules': { routeKey: 'GET /v1/rules' },
  'list-releases': { routeKey: 'GET /v1/releases' },
};

const eventOf = (run: string): object | undefined =>
  asked[run] && {
    version: '2.0',
    rawPath: '/',
    rawQueryString: '',
    headers: {},
    requestContext: { authorizer: { jwt: { claims: { sub: 'auditor-1', role: 'auditor' } } } },
    ...asked[run],
  };

let directory: string;
const inputs = new Map<string, readonly string[]>();
beforeAll(() => {
  directory = realpathSync(mkdtempSync(join(tmpdir(), 'fanzha-bundles-')));
  for (const run of runs) {
    mkdirSync(join(directory, run));
    inputs.set(run, bundle(run, join(directory, run)));
  }
});
afterAll(() => rmSync(directory, { recursive: true }));

it('every function starts from its one file, with the environment that the cloud gives it', () => {
  const environments = new Map(
    synthesised('cn-north-1')
      .ofType('AWS::Lambda::Function')
      .map(({ properties }) => [
        properties.Description.replace('functions/', ''),
        properties.Environment?.Variables ?? {},
      ]),
  );
  const starts = runs.map((run): Start => {
    const event = eventOf(run);
    const module = join(directory, run, 'index.mjs');
    return { run, module, environment: environments.get(run)!, ...(event && { event }) };
  });
  const answered = execFileSync(
    process.execPath,
    [resolve(import.meta.dirname, 'start-bundles.ts'), JSON.stringify(starts)],
    {
      cwd: directory,
      // The key itself, as on one machine: here is no Secrets Manager to ask.
      env: { AWS_REGION: 'cn-north-1', IDENTITY_KEY: Buffer.alloc(32).toString('base64') },
      encoding: 'utf8',
    },
  );
  expect(JSON.parse(answered)).toEqual(Object.fromEntries(runs.map((run) => [run, asked[run] ? 200 : 'started'])));
});

/**
 * Those that judge carry every contract, every fact, the catalogue with its words, and the generated code: about 4 KB for
 * each rule version, its kind and facts included (590 KB of 967 at 157 versions), so that 280 versions come to 1.5 MB.
 * That is read once per cold start, in some tens of milliseconds.
 */
const judging = [
  ...['check-record', 'submit-records', 'sweep', 'check-filings'],
  ...['judge-upload-slices', 'count-upload', 'record-upload'],
];
/** It judges too, by releases that need not be compiled: all but the generated code. */
const replaying = 'replay-submissions';
/**
 * Rules told in words need their facts, and what those rest on, beside the catalogue: about 1.6 KB for each version, and no
 * generated code (614 KB at 259 versions), so that 450 versions come to 1 MB.
 */
const inWords = /generated\/(catalogue|calendar|releases)|^rules\/facts\/|^events\/records\//;
/** Each release names all its versions: 30 KB beside the catalogue, so that sixteen come to 1 MB. */
const ofReleases = /generated\/(catalogue|releases)/;
/** These give out the catalogue, or contracts, as they are; of the catalogue `read-health` takes the release alone. */
const showing: Readonly<Record<string, RegExp>> = {
  'list-rules': inWords,
  'list-rule-versions': inWords,
  'diff-releases': inWords,
  'export-catalog': inWords,
  'read-rule': /generated\/catalogue/,
  'list-releases': ofReleases,
  'read-shadow': ofReleases,
  [replaying]: inWords,
  'read-health': /generated\/catalogue/,
  // The penalty articles alone: what a rule cites stands in the index.
  'read-violation': /generated\/penalties/,
  'list-record-kinds': /^events\/records\//,
  'create-upload': /^events\/records\//,
  'prepare-upload': /^events\/records\//,
  // Which cells a finding is about, the facts say.
  'copy-upload': /generated\/calendar|^rules\/facts\/|^events\/records\//,
  'read-template': /^events\/records\//,
  'read-openapi': /^events\/records\//,
};

it('no bundle is larger than 600 KB, 1 MB where it tells rules in words or releases or reads and writes files, or 1.5 MB where it judges, but for the script of the API page beside one', () => {
  const sizes = runs.map((run) => ({ run, bytes: statSync(join(directory, run, 'index.mjs')).size }));
  const budgetOf = (run: string): number => {
    if ([...judging, replaying].includes(run)) return 1_500_000;
    const isLarge = showing[run] === inWords || showing[run] === ofReleases;
    return isLarge || ['prepare-upload', 'copy-upload'].includes(run) ? 1_000_000 : 600_000;
  };
  expect(sizes.filter(({ run, bytes }) => bytes > budgetOf(run))).toEqual([]);
});

it('only those that judge carry the rules’ code, and only they and those that show them the catalogue or the contracts', () => {
  const carried = /^(rules\/(generated|facts)\/(?!rule-index)|events\/records\/(?!kind-names))/;
  const found = runs
    .filter((run) => !judging.includes(run))
    .flatMap((run) =>
      inputs
        .get(run)!
        .filter((file) => carried.test(file) && !showing[run]?.test(file))
        .map((file) => `${run}: ${file}`),
    );
  expect(found).toEqual([]);
  for (const run of judging) expect(inputs.get(run)).toContain('rules/generated/units.generated.ts');
});

it('nothing of the local host, the tests, the samples or the tools is in a bundle', () => {
  const foreign =
    /^(infra\/local|test|bin|bench|events\/samples)\/|node_modules\/(dynalite|classic-level|jose|json-rules-engine|aws-cdk)/;
  const found = [...inputs].flatMap(([run, files]) =>
    files.filter((file) => foreign.test(file)).map((file) => `${run}: ${file}`),
  );
  expect(found).toEqual([]);
  expect([...inputs.values()].flat().length).toBeGreaterThan(1_000);
});
