import { fstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** Files that this process has open and that have no name any more. */
const unnamed = (): readonly string[] =>
  Array.from({ length: 1_024 }, (_, file) => file).flatMap((file) => {
    try {
      const at = fstatSync(file);
      return at.isFile() && at.nlink === 0 ? [`unnamed ${at.ino}`] : [];
    } catch {
      return [];
    }
  });

/**
 * Has what each test puts aside lie in a directory of its own; gives what lies there by name, and what lies on the disk
 * without one until it is closed.
 */
export const ownDirectory = () => {
  const before = process.env.TMPDIR;
  let directory: string;
  let others: ReadonlySet<string>;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'fanzha-test-'));
    process.env.TMPDIR = directory;
    others = new Set(unnamed());
  });
  afterEach(() => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(directory, { recursive: true, force: true });
  });
  return {
    named: (): readonly string[] => readdirSync(directory),
    lying: (): readonly string[] => [...readdirSync(directory), ...unnamed().filter((file) => !others.has(file))],
  };
};
