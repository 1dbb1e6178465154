import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const data = mkdtempSync(join(tmpdir(), 'start-'));
const start = (...args: string[]) => [process.execPath, ['infra/local/start.ts', '--data', data, ...args]] as const;

let host: ChildProcess;
const printed: string[] = [];
let address: string;

beforeAll(async () => {
  host = spawn(...start('--port', '0'), { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: host.stdout! })) {
    printed.push(line);
    if (line.startsWith('ready ')) break;
  }
  address = printed.at(-1)!.replace('ready ', '');
});
afterAll(() => {
  host.kill('SIGKILL');
  rmSync(data, { recursive: true, force: true });
});

const failed = async (...args: string[]): Promise<{ readonly code: number; readonly stderr: string }> =>
  promisify(execFile)(...start(...args)).then(
    () => ({ code: 0, stderr: '' }),
    (error) => error,
  );

it('prints what the samples gave, where the docs are, and at last that it is ready', () => {
  expect(printed.at(-1)).toMatch(/^ready http:\/\/127\.0\.0\.1:\d+$/);
  expect(printed.join('\n')).toMatch(/phone-card +\d+/);
  expect(printed.join('\n')).toContain(`${address}/docs`);
});

it('answers at the address it printed', async () => {
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
});

it('takes the token that `npm run token` prints, which is all that it prints', async () => {
  const args = ['run', 'token', '--', '--role', 'auditor', '--sectors', 'telecom', '--regions', '46', '--data', data];
  const { stdout } = await promisify(execFile)('npm', args);
  expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  const answer = await fetch(`${address}/v1/violations`, { headers: { authorization: `Bearer ${stdout.trim()}` } });
  const { items } = (await answer.json()) as { items: readonly object[] };
  expect(items.length).toBeGreaterThan(0);
});

it('says which process owns the data when a second one wants it', async () => {
  const { code, stderr } = await failed('--port', '0');
  expect([code, stderr]).toEqual([3, expect.stringContaining(`process ${host.pid}`)]);
});

it.each([
  ['a port that is none', ['--port', '99999'], /--port/],
  ['an argument it does not know', ['--prot', '1'], /--port N/],
])('says what is wrong with %s', async (_, args, message) => {
  const { code, stderr } = await failed(...args);
  expect([code, stderr]).toEqual([3, expect.stringMatching(message)]);
});

it('says that a port is taken', async () => {
  const own = mkdtempSync(join(tmpdir(), 'start-'));
  const { code, stderr } = await failed('--port', new URL(address).port, '--data', own);
  expect([code, stderr]).toEqual([3, expect.stringContaining('已被占用')]);
  rmSync(own, { recursive: true });
});

it('ends when it is asked to', async () => {
  host.kill('SIGTERM');
  expect(await once(host, 'exit')).toEqual([0, null]);
});
