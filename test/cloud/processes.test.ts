import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { endAll, run, serve } from './processes.ts';

const directory = mkdtempSync(join(tmpdir(), 'fanzha-processes-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const node = (script: string, log: string) => ({
  command: process.execPath,
  args: ['-e', script],
  log: join(directory, log),
});
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

it('what a server started goes with it, also what does not listen to being asked', async () => {
  const stubborn = "process.on('SIGTERM', () => {}); console.log(process.pid); setInterval(() => {}, 1000)";
  const parent = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(stubborn)}], { stdio: 'inherit' }); setInterval(() => {}, 1000)`;
  const said = () => Number(readFileSync(join(directory, 'server'), 'utf8'));
  await serve(node(parent, 'server'), async () => said() > 0, 20);
  const pid = said();
  expect(isAlive(pid)).toBe(true);
  expect(await endAll()).toBe(true);
  expect(isAlive(pid)).toBe(false);
});

it('a command that fails or takes too long is an error that names its log', async () => {
  await expect(run(node('process.exit(3)', 'fails'), 20)).rejects.toThrow(/ended with 3; see .*fails/);
  await expect(run(node('setInterval(() => {}, 1000)', 'hangs'), 1)).rejects.toThrow(/took more than 1 s; see .*hangs/);
  await expect(serve(node('process.exit(0)', 'ends'), async () => false, 20)).rejects.toThrow(
    /was not ready; see .*ends/,
  );
});
