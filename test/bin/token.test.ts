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
    sub: 'local-regulator',
    role: 'regulator',
    authority: 'hn',
    sectors: 'telecom bank',
    regions: '46',
  });
});

it.each([
  ['no role', []],
  ['a role that is none', ['--role', 'root']],
  ['an argument it does not know', ['--role', 'auditor', '--region', '46']],
  ['a lifetime that is none', ['--role', 'auditor', '--expires', 'long']],
])('prints no token for %s', async (_, args) => {
  await expect(run(...args)).rejects.toThrow(expect.objectContaining({ code: 3, stdout: '' }));
});
