import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));

type Json = Record<string, unknown>;

/** The rules and their command in a folder of their own, to be changed and thrown away; those of another copy as they are. */
export const aCopy = (of: string = project) => {
  const root = mkdtempSync(join(tmpdir(), 'rules-'));
  for (const part of ['rules', 'events', 'bin', 'docs', 'package.json']) {
    cpSync(join(of, part), join(root, part), { recursive: true });
  }
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'), 'dir');
  const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
  const write = (file: string, text: string) => writeFileSync(join(root, file), text);
  return {
    root,
    textOf,
    write,
    /** Writes a JSON file after another of the copy, or after itself. */
    edit: (from: string, change: (json: Json) => unknown, to = from) =>
      write(to, JSON.stringify(change(JSON.parse(textOf(from))), null, 2)),
    remove: (file: string) => rmSync(join(root, file), { recursive: true }),
    /** `npm run rules -- …`, from elsewhere: the command knows where its rules are. */
    run: (...args: readonly string[]) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/rules.ts'), ...args], {
        cwd: tmpdir(),
        // No other process finds code compiled from here.
        env: { ...process.env, NODE_COMPILE_CACHE: '' },
        encoding: 'utf8',
        maxBuffer: 64 << 20,
      });
      return { status, stdout, stderr };
    },
    /** What a module of the copy's own prints. */
    evaluate: (code: string): string =>
      spawnSync(process.execPath, ['--input-type=module-typescript', '--eval', code], { cwd: root, encoding: 'utf8' })
        .stdout,
    end: () => rmSync(root, { recursive: true }),
  };
};
