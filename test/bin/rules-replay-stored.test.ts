import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Replay } from '../../events/replay.ts';
import { startHost } from '../../infra/local/host.ts';

// A host that has taken in the sample submissions, asked over its API while it runs and read in place when it does not.

const rules = fileURLToPath(new URL('../../bin/rules.ts', import.meta.url));
const data = mkdtempSync(join(tmpdir(), 'stored-'));
const author = { sub: 'a', role: 'rule-author', sectors: 'telecom bank payment internet', regions: '46 44' } as const;

const run = (...args: readonly string[]): Promise<{ status: number | null; stdout: string; stderr: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [rules, 'replay', ...args]);
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', (text) => (said.stdout += text));
    child.stderr.on('data', (text) => (said.stderr += text));
    child.once('close', (status) => resolve({ status, ...said }));
  });

let whileRunning: Awaited<ReturnType<typeof run>>;
const answers: Replay[] = [];
beforeAll(async () => {
  const host = await startHost({ port: 0, data, samples: true });
  whileRunning = await run('files', '--against', data);
  const token = await host.token(author);
  for (let next: string | null | undefined; next !== null; next = answers.at(-1)!.next) {
    const answer = await fetch(`${host.address}/v1/replays`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ release: '2026.11', ...(next && { cursor: next }) }),
    });
    answers.push((await answer.json()) as Replay);
  }
  await host.close();
}, 240_000);
afterAll(() => rmSync(data, { recursive: true }));

const total = (of: (one: Replay) => number) => answers.reduce((sum, one) => sum + of(one), 0);

it('while a host runs on the folder, nothing is read, and both languages say whose it is', () => {
  expect(whileRunning).toMatchObject({ status: 1, stdout: '' });
  expect(whileRunning.stderr).toMatch(
    new RegExp(`正由进程 ${process.pid} 的服务使用.*\n.*in use by the host in process ${process.pid}`),
  );
});

it('what a host has stored is replayed in place, as it replays it over its API', async () => {
  const { stdout } = await run('2026.11', '--against', data, '--json');
  const told = JSON.parse(stdout);
  expect(told.records).toBeGreaterThan(100);
  expect([told.records, told.changed, told.unread]).toEqual([
    total((one) => one.records),
    total((one) => one.changed),
    0,
  ]);
  const rule = 'atfl.21.service-realname';
  for (const name of Object.keys(told.rules)) {
    expect(told.rules[name].disappears, name).toBe(total((one) => one.rules[name]?.disappears ?? 0));
  }
  expect(Object.keys(told.branches)[0]).toMatch(/^[0-9A-Z]{18}\/./);
  const same = await run('2026.11', '--from', '2026.11', '--kind', 'phone-card', '--against', data, '--json');
  const { records, changed, rules: none } = JSON.parse(same.stdout);
  expect([changed, none, rule in none]).toEqual([0, {}, false]);
  expect(records).toBeGreaterThan(0);
  expect(records).toBeLessThan(told.records);
});

it('a folder that no host has kept is refused', async () => {
  const { status, stderr } = await run('files', '--against', tmpdir());
  expect([status, stderr]).toEqual([
    1,
    `${tmpdir()} 不是本机服务的数据目录。\n${tmpdir()} is no data folder of the local host.\n`,
  ]);
});
