import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keysOf } from '../../../infra/local/keys.ts';
import { lockData } from '../../../infra/local/lock.ts';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'lock-'));
});
afterEach(() => rmSync(data, { recursive: true }));

it('gives a data directory to one owner, and says who it is', () => {
  const { release } = lockData(data);
  expect(() => lockData(data)).toThrow(expect.objectContaining({ code: 'DATA_IN_USE', pid: process.pid }));
  release();
  lockData(data).release();
});

it('takes over from an owner that was killed', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  writeFileSync(join(data, 'host.lock'), JSON.stringify({ pid: child.pid }));
  expect(() => lockData(data)).toThrow(expect.objectContaining({ pid: child.pid }));
  child.kill('SIGKILL');
  await once(child, 'exit');
  lockData(data).release();
});

it('takes over from an owner whose number another process has now', () => {
  writeFileSync(join(data, 'host.lock'), JSON.stringify({ pid: process.pid, start: '1' }));
  lockData(data).release();
});

it('takes over a lock that a kill tore', () => {
  writeFileSync(join(data, 'host.lock'), '{"pid":');
  lockData(data).release();
});

it('makes the keys once, for their owner only, and never hands out the one that opens seals', () => {
  const first = keysOf(data);
  const again = keysOf(data);
  expect([again.identity, again.sealPublic, again.objects]).toEqual([first.identity, first.sealPublic, first.objects]);
  expect(again.signing.equals(first.signing)).toBe(true);
  for (const name of ['identity', 'signing.pem', 'seal-private.pem', 'objects.json']) {
    expect(statSync(join(data, 'keys', name)).mode & 0o777).toBe(0o600);
  }
  expect(Object.values(first).map(String).join()).not.toContain('seal-private');
  expect(JSON.stringify(first)).not.toContain('PRIVATE KEY');
});
