import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { environment } from './python.ts';

const path = process.env.PATH;
const directory = mkdtempSync(join(tmpdir(), 'fanzha-python-'));
afterEach(() => {
  process.env.PATH = path;
  rmSync(directory, { recursive: true, force: true });
});

it('where there is no Python the verification says in both languages what to install', async () => {
  process.env.PATH = directory;
  await expect(environment(directory)).rejects.toThrow(
    /需要 Python 3\.11[\s\S]*apt install python3 python3-venv[\s\S]*brew install python/,
  );
});
