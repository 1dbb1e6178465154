import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** Has what each test puts aside lie in a directory of its own; gives what lies there. */
export const ownDirectory = (): (() => readonly string[]) => {
  const before = process.env.TMPDIR;
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'fanzha-test-'));
    process.env.TMPDIR = directory;
  });
  afterEach(() => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(directory, { recursive: true, force: true });
  });
  return () => readdirSync(directory);
};
