import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';

// The package as npm makes it, under node_modules of a repository that has nothing but one rule of its own.

const project = fileURLToPath(new URL('../..', import.meta.url));
const folder = 'rules/sets/atfl/21.service-realname';

let repository: string;
beforeAll(() => {
  repository = mkdtempSync(join(tmpdir(), 'rules-elsewhere-'));
  const modules = join(repository, 'node_modules');
  mkdirSync(modules);
  const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', repository], { cwd: project });
  const archive = packed.toString().trim().split('\n').at(-1)!;
  execFileSync('tar', ['xzf', join(repository, archive), '-C', modules]);
  renameSync(join(modules, 'package'), join(modules, 'fanzha-audit'));
});
beforeEach(() => {
  rmSync(join(repository, 'rules'), { recursive: true, force: true });
  cpSync(join(project, folder), join(repository, folder), { recursive: true });
});
afterAll(() => rmSync(repository, { recursive: true }));

/** Runs a command of the package by the name that npm gives it. */
const run = (name: string, cwd: string, args: readonly string[]) => {
  const root = join(repository, 'node_modules/fanzha-audit');
  const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, bin[name]), ...args], {
    ...{ cwd, encoding: 'utf8', maxBuffer: 64 << 20 },
  });
  return { status, stdout, stderr };
};
const call = (cwd: string, ...args: readonly string[]) => run('fanzha-rules', cwd, args);
const audit = (...args: readonly string[]) => run('fanzha-audit', repository, args);

/** A JSON file of the rule, changed. */
const edit = (name: string, change: (json: never) => unknown): void => {
  const file = join(repository, folder, name);
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')) as never)));
};

const spoil = (): void =>
  edit('fixtures.json', (fixtures: { readonly verdict: string }[]) =>
    fixtures.map((one, n) => (n === 0 ? { ...one, verdict: 'violation' } : one)),
  );

it.each([
  ['lint', /^1 rules, 0 problems\n$/],
  ['test', /^\d+ fixtures, 0 wrong\n$/],
  ['coverage', /100 %/],
  ['mutate', /0 survived/],
  ['summary', /\| fixtures \| \d+ judged \| ✓ \|/],
])('%s finds the rules of the folder it is called in, or of the one that is named', (name, fine) => {
  const here = call(repository, name);
  expect(here).toEqual({ status: 0, stdout: expect.stringMatching(fine), stderr: '' });
  expect(call(tmpdir(), name, '--root', repository)).toEqual(here);
});

it.each(['test', 'mutate', 'summary'])('%s fails where a fixture does not come out as it says', (name) => {
  spoil();
  expect(call(repository, name).status).toBe(1);
});

it('a wrong fixture is a failure in the JUnit report', () => {
  spoil();
  const { status, stdout } = call(repository, 'test', '--format', 'junit');
  expect(status).toBe(1);
  expect(stdout).toContain('failures="1"');
});

it('a rule for a duty that is not on the list is refused, by the list that comes with the package', () => {
  edit('2022-12-01.r1.json', (rule: object) => ({ ...rule, obligation: 'unheard-of' }));
  const { status, stderr } = call(repository, 'test');
  expect(status).toBe(1);
  expect(stderr).toContain('/obligation');
});

it('whoever calls it wrongly is told how, by its own name', () => {
  const { status, stderr } = call(repository, 'publish');
  expect(status).toBe(1);
  expect(stderr).toMatch(/^fanzha-rules test /);
  expect(stderr).not.toContain('npm run');
});

const sample = (name: string): string => join(project, 'events/samples', name);

it('files are judged by the package as by its checkout: in every format, and with the same exit code', () => {
  for (const format of ['table', 'json', 'sarif', 'junit']) {
    const args = [sample('phone-card.faulty.json'), '--format', format];
    const checkout = spawnSync(process.execPath, [join(project, 'bin/audit.ts'), ...args], {
      ...{ cwd: repository, encoding: 'utf8', maxBuffer: 64 << 20 },
    });
    expect(audit(...args), format).toEqual({ status: 1, stdout: checkout.stdout, stderr: '' });
  }
});

it('a file so long that several threads judge it is judged by the package too', () => {
  const headings = 'recordId,activatedAt,identityMethod,verifiedAt';
  const rows = Array.from(
    { length: 120_000 },
    (_, n) => `row-${n},2023-03-01T09:00:00+08:00,none,2023-03-01T08:00:00+08:00`,
  );
  const path = join(repository, 'long.csv');
  writeFileSync(path, [headings, ...rows, ''].join('\n'));
  const { status, stdout } = audit(path, '--kind', 'internet-account');
  expect([status, stdout]).toEqual([1, expect.stringContaining('120000')]);
});

it('a file that does not exist is refused by the package in both languages', () => {
  const { status, stderr } = audit('none.csv', '--kind', 'phone-card');
  expect(status).toBe(3);
  expect(stderr).toMatch(/\p{Script=Han}.*\n.*none\.csv/u);
});

it('a command of the package can be run by itself', () => {
  const root = join(repository, 'node_modules/fanzha-audit');
  const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly bin: object };
  for (const file of Object.values(bin)) {
    expect(readFileSync(join(root, file), 'utf8').split('\n')[0]).toBe('#!/usr/bin/env node');
  }
});
