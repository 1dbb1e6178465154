import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The data directory is another process's. */
export class DataInUse extends Error {
  readonly code = 'DATA_IN_USE';
  readonly pid: number;
  constructor(data: string, pid: number) {
    super(`${data} is in use by process ${pid}`);
    this.pid = pid;
  }
}

/**
 * When a process began, where the system tells: numbers of dead processes are given out again, and in a container
 * every run may have the same one.
 */
const startOf = (pid: number): string | undefined => {
  try {
    // The name in parentheses may hold blanks; the start time is the 20th field after it.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[19];
  } catch {
    return undefined;
  }
};

const isAlive = ({ pid, start }: { readonly pid: number; readonly start?: string }): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return start === undefined || startOf(pid) === start;
};

const ownerOf = (path: string): { readonly pid: number; readonly start?: string } | undefined => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined; // none, or one that a kill tore
  }
};

/**
 * Makes this process the one owner of `data` until `release`; throws DataInUse while another lives. Two that take over
 * from a dead one at the same moment are told apart by the table's own lock a moment later.
 */
export const lockData = (data: string): { readonly release: () => void } => {
  mkdirSync(data, { recursive: true });
  const path = join(data, 'host.lock');
  const owner = ownerOf(path);
  if (owner !== undefined && isAlive(owner)) throw new DataInUse(data, owner.pid);
  writeFileSync(path, JSON.stringify({ pid: process.pid, start: startOf(process.pid) }));
  return { release: () => rmSync(path, { force: true }) };
};
