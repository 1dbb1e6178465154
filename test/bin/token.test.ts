import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { tokenVerifier } from '../../infra/local/issuer.ts';
import { keysOf } from '../../infra/local/keys.ts';

const data = mkdtempSync(join(tmpdir(), 'token-'));
afterAll(() => rmSync(data, { recursive: true }));

const run = (...args: string[]) => promisify(execFile)(process.execPath, ['bin/token.ts', '--data', data, ...args]);

it('prints a token with the claims asked for, good for the data directory it is of', async () => {
  const { stdout } = await run(
    '--role',
    'regulator',
    '--authority',
    'hn',
    '--sectors',
    'telecom bank',
    '--regions',
    '46',
  );
  const claims = await tokenVerifier(keysOf(data).signing)(`Bearer ${stdout.trim()}`);
  expect(claims).toMatchObject({
    sub: 'local-regulator-hn',
    role: 'regulator',
    authority: 'hn',
    sectors: 'telecom bank',
    regions: '46',
  });
});

it('says another subject for each enterprise, unless told which', async () => {
  const subjectOf = async (...more: string[]) => {
    const { stdout } = await run('--role', 'enterprise', ...more);
    return (await tokenVerifier(keysOf(data).signing)(`Bearer ${stdout.trim()}`))?.sub;
  };
  expect(await subjectOf('--enterprise', '91460000MA5T00001X')).toBe('local-enterprise-91460000MA5T00001X');
  expect(await subjectOf('--enterprise', '91460000MA5T00001X', '--sub', 'clerk')).toBe('clerk');
});

it.each([
  ['no role', []],
  ['a role that is none', ['--role', 'root']],
  ['an argument it does not know', ['--role', 'auditor', '--region', '46']],
  ['a lifetime that is none', ['--role', 'auditor', '--expires', 'long']],
])('prints no token for %s', async (_, args) => {
  await expect(run(...args)).rejects.toThrow(expect.objectContaining({ code: 3, stdout: '' }));
});
