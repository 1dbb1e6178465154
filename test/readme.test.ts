import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

const root = new URL('..', import.meta.url);
const textOf = (file: string): string => readFileSync(new URL(file, root), 'utf8');
const readme = textOf('README.md');

/** What stands between code fences, and in `code` in a line. */
const fenced = (text: string): string[] => [...text.matchAll(/^```\w*\n([\s\S]*?)^```$/gm)].map(([, code]) => code!);
const inline = (text: string): string[] =>
  [...text.replaceAll(/^```[\s\S]*?^```$/gm, '').matchAll(/`([^`]+)`/g)].map(([, code]) => code!);

describe.each(['README.md', 'README.zh.md', 'CONTRIBUTING.md', 'docs/cloud.md'])('%s', (file) => {
  const text = textOf(file);

  it('names only commands that there are', () => {
    const named = [...text.matchAll(/npm run ([a-z:]+)/g)].map(([, script]) => script!);
    expect(named.filter((script) => !(script in manifest.scripts))).toEqual([]);
  });

  it('names only files and folders that there are', () => {
    const paths = inline(text).filter((code) => /^[\w.-]+(\/[\w.-]+)*\/?$/.test(code) && code.includes('/'));
    const generated = ['.local/'];
    expect(paths.filter((path) => !generated.includes(path) && !existsSync(new URL(path, root)))).toEqual([]);
  });

  it('has nothing left to fill in', () => {
    expect(text).not.toMatch(/@@|TODO|TBD/);
  });
});

it('shows the same commands, outputs and rule in both languages', () => {
  expect(fenced(textOf('README.zh.md'))).toEqual(fenced(readme));
});

it('shows the rule as its file has it, but for what it leaves out', () => {
  const file = JSON.parse(textOf('rules/sets/atfl/10.card-count-limit/2022-12-01.r1.json'));
  const shown = JSON.parse(fenced(readme).find((code) => code.includes('"appliesWhen"'))!);
  expect(file).toMatchObject({
    ...shown,
    parameters: { maxCards: expect.objectContaining(shown.parameters.maxCards) },
    appliesWhen: { all: expect.arrayContaining(shown.appliesWhen.all) },
    conditions: { all: [expect.objectContaining(shown.conditions.all[0])] },
  });
});

it('calls an enterprise and an authority of the sample registry', () => {
  const registry = textOf('events/samples/registry.json');
  const [, uscc] = /--enterprise (\w+)/.exec(readme)!;
  const [, authority] = /--authority ([\w-]+)/.exec(readme)!;
  expect(registry).toContain(`"uscc": "${uscc}"`);
  expect(registry).toContain(`"id": "${authority}"`);
});
