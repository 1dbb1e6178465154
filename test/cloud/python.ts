import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './processes.ts';

const ofEmulators = join(import.meta.dirname, 'requirements.txt');

/** The first Python on the machine that is new enough and can make virtual environments. */
const python = (): string => {
  const isGood = (command: string) =>
    spawnSync(command, ['-c', 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))']).status === 0;
  const found = ['python3', 'python3.13', 'python3.12', 'python3.11', 'python'].find(isGood);
  if (found !== undefined) return found;
  throw new Error(
    '需要 Python 3.11 或更新版本（含 venv）。Debian/Ubuntu：apt install python3 python3-venv；macOS：brew install python。\n' +
      'Python 3.11 or newer with venv is needed. Debian/Ubuntu: apt install python3 python3-venv; macOS: brew install python.',
  );
};

/**
 * A virtual environment with exactly what a requirements.txt pins, made once for each of its contents. Gives its `bin`.
 * Throws with what to install where there is no Python.
 */
export const environment = async (directory: string, requirements = ofEmulators): Promise<string> => {
  const digest = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 16);
  const home = join(directory, `python-${digest}`);
  const bin = join(home, process.platform === 'win32' ? 'Scripts' : 'bin');
  const complete = join(home, 'complete');
  if (existsSync(complete)) return bin;
  mkdirSync(directory, { recursive: true });
  rmSync(home, { recursive: true, force: true });
  const log = join(directory, 'python.log');
  await run({ command: python(), args: ['-m', 'venv', home], log }, 60);
  const args = ['-m', 'pip', 'install', '--quiet', '--require-hashes', '--only-binary', ':all:', '-r', requirements];
  await run({ command: join(bin, 'python'), args, log }, 300);
  writeFileSync(complete, digest);
  return bin;
};
