import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalogue } from '../../rules/engine/catalogue.ts';
import { aCopy } from './rules-copy.ts';

const folder = 'rules/sets/atfl/21.service-realname';
const law = `${folder}/2022-12-01.r1.json`;
const amendment = `${folder}/2027-01-01.r1.json`;

const count = catalogue.rules.length;
const release = catalogue.release.name.replace(/-draft$/, '');

let copy: ReturnType<typeof aCopy>;
beforeEach(() => {
  copy = aCopy();
});
afterEach(() => copy.end());

const said = (stdout: string) => ({ status: 0, stdout, stderr: '' });
const refused = (stderr: string) => ({ status: 1, stdout: '', stderr });
const amend = () => copy.edit(law, (rule) => ({ ...rule, effective: { from: '2027-01-01' } }), amendment);

describe('npm run rules -- build', () => {
  it('writes what an amendment changes, and only that; before, --check names the files that are not up to date', async () => {
    expect(await copy.run('build', '--check')).toEqual(
      said(`${count} rule versions; generated files are up to date\n`),
    );
    amend();
    const before = copy.textOf('rules/generated/internet-account.generated.ts');
    expect(await copy.run('build', '--check')).toEqual(
      refused(
        'not up to date, run npm run rules -- build:\n' +
          '  docs/coverage.md\n' +
          '  rules/generated/catalogue.generated.ts\n' +
          '  rules/generated/internet-account.generated.ts\n' +
          '  rules/generated/rule-index.generated.ts\n',
      ),
    );
    expect(copy.textOf('rules/generated/internet-account.generated.ts')).toBe(before);
    const built = (await copy.run('build')).stdout;
    expect(built).toContain(`${count + 1} rule versions, release ${release}-draft; 4 files written\n`);
    // The amendment has no fixtures of its own: nothing starts on it.
    expect(built).toContain('problems: the service will not start; npm run rules -- lint\n');
    const start = "import('./rules/engine/catalogue.ts').catch(({ message }) => console.log(message))";
    expect(copy.evaluate(start)).toMatch(/^the rules have \d+ problems: npm run rules -- lint\n$/);
    expect(copy.textOf('rules/generated/internet-account.generated.ts')).toContain('from: "2027-01-01"');
    expect(await copy.run('build', '--check')).toEqual(
      said(`${count + 1} rule versions; generated files are up to date\n`),
    );
  });

  it('brings back a generated file that was edited or lost, and removes one that nothing is left of', () => {
    copy.end();
    copy = aCopy(undefined, 'rules and modules');
    const before = copy.textOf('rules/generated/catalogue.generated.ts');
    copy.write('rules/generated/catalogue.generated.ts', '// edited');
    copy.remove('rules/facts/facts.generated.ts');
    copy.write('rules/generated/fax-line.generated.ts', '// left over');
    expect(copy.runAlone('build', '--check')).toEqual(
      refused(
        'not up to date, run npm run rules -- build:\n' +
          '  rules/facts/facts.generated.ts\n' +
          '  rules/generated/catalogue.generated.ts\n' +
          '  rules/generated/fax-line.generated.ts\n',
      ),
    );
    expect(copy.runAlone('build')).toEqual(
      said(`${count} rule versions, release ${catalogue.release.name}; 3 files written\n`),
    );
    expect(copy.textOf('rules/generated/catalogue.generated.ts')).toBe(before);
    expect(() => copy.textOf('rules/generated/fax-line.generated.ts')).toThrow('ENOENT');
  });
});

describe('npm run rules -- test', () => {
  it('judges the examples of the rules or names asked for', async () => {
    expect((await copy.run('test')).stdout).toMatch(/^\d{3,} fixtures, 0 wrong\n$/);
    expect(await copy.run('test', 'atfl.21')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^\d\d fixtures/),
    });
    expect(await copy.run('test', 'no identity asked for and never verified')).toEqual(said('1 fixtures, 0 wrong\n'));
    expect(await copy.run('test', 'atfl.99')).toEqual(refused('no fixture matches atfl.99\n'));
  });

  it('prints an example that comes out otherwise: what was expected, what was found, and why', async () => {
    const fixture = {
      name: 'nobody was asked',
      verdict: 'compliant',
      record: {
        recordId: 'r-1',
        activatedAt: '2023-04-01T09:00:00+08:00',
        identityMethod: 'none',
        verifiedAt: null,
      },
    };
    const silent = { ...fixture, name: 'nobody said', verdict: 'undetermined', missing: ['identity.method'] };
    copy.write(
      `${folder}/fixtures.json`,
      JSON.stringify([fixture, { ...silent, record: { recordId: 'r-2', activatedAt: fixture.record.activatedAt } }]),
    );
    expect(await copy.run('test', 'atfl.21')).toEqual(
      refused(
        'atfl.21.service-realname  nobody was asked\n' +
          '  expected compliant, found violation: ' +
          '身份核验方式：none，应属于 id-document、verified-phone、unit-licence、network-id；' +
          '身份核验先于服务开通：否，应为 是。 ' +
          'the way the identity was verified: none, should be one of ' +
          'id-document, verified-phone, unit-licence, network-id; ' +
          'the identity being verified before the service was activated: no, should be yes.\n' +
          'atfl.21.service-realname  nobody said\n' +
          '  expected missing identity.method, found identity.isVerifiedBeforeActivation, identity.method\n' +
          '2 fixtures, 2 wrong\n',
      ),
    );
  });
});

it('says as a process the same where a shell looks for it: its exit code, its output and its errors', async () => {
  const alone = aCopy(undefined, 'rules and modules');
  for (const args of [['build', '--check'], ['test', 'atfl.21'], ['test', 'atfl.99'], ['biuld']]) {
    expect(alone.runAlone(...args)).toEqual(await copy.run(...args));
  }
  alone.end();
});

const misuses = [
  [],
  ['biuld'],
  ['build', '--chekc'],
  ['build', 'check'],
  ['build', '--check', 'all', 'of', 'it'],
  ['build', '--json'],
  ['lint', '--check'],
  ['mutate', 'atfl.9', 'atfl.10'],
  ['release'],
  ['release', '2026.12', '2027.1'],
  ['diff', '2026.11'],
  ['sign', '2026.11', '--reason', 'none'],
];

it('whoever calls it otherwise is told how it is used, and nothing is written', async () => {
  amend();
  const usage = /^npm run rules -- build .*\n.*--check .*\n(npm run rules -- .*\n)+$/;
  for (const args of misuses) {
    expect([args, await copy.run(...args)]).toEqual([
      args,
      { status: 1, stdout: '', stderr: expect.stringMatching(usage) },
    ]);
  }
  expect((await copy.run('build', '--check')).status).toBe(1);
});
