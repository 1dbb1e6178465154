import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Files of this machine that are gone when they are closed, or their process ends, however it ends: what is put aside of
 * people's records lies nowhere after a crash. Where a system keeps the names of open files, `remove` takes them away.
 */
export const unnamedFiles = (prefix: string, count: number) => {
  const directory = mkdtempSync(join(tmpdir(), prefix));
  const remove = (): void => rmSync(directory, { recursive: true, force: true });
  try {
    return {
      files: Array.from({ length: count }, (_, n) => openSync(join(directory, String(n)), 'wx+', 0o600)),
      remove,
    };
  } finally {
    try {
      remove();
    } catch {
      // One that keeps them has them removed when they are closed.
    }
  }
};
