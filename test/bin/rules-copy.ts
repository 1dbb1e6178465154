import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { call, commands } from '../../bin/rules-commands.ts';
import { answerOf } from '../../bin/rules-run.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

type Json = Record<string, unknown>;
type Said = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

const copied = (of: string, root: string, parts: readonly string[]): void => {
  for (const part of parts) cpSync(join(of, part), join(root, part), { recursive: true });
};
const linked = (to: string, root: string, part: string): void => {
  rmSync(join(root, part), { recursive: true, force: true });
  symlinkSync(join(to, part), join(root, part), 'dir');
};

/**
 * The rules and their command in a folder of their own, to be changed and thrown away; those of another copy as they are.
 * Who changes contracts or facts, or runs the command as a process of its own, wants those as the copy's own too.
 */
export const aCopy = (of: string = project, has: 'rules' | 'rules and modules' = 'rules') => {
  const root = mkdtempSync(join(tmpdir(), 'rules-'));
  copied(of, root, ['rules', 'docs', 'package.json']);
  if (has === 'rules') for (const part of ['events', 'rules/facts']) linked(inject('rulesModules'), root, part);
  else copied(of, root, ['events', 'bin']);
  linked(project, root, 'node_modules');
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
    /** What `npm run rules -- …` answers, asked in this process: most of a process is its start. */
    run: async (...args: readonly string[]): Promise<Said> => {
      const { status, out = '', error = '' } = await answerOf(commands, call, root, args);
      return { status, stdout: out, stderr: error };
    },
    /** `npm run rules -- …`, from elsewhere: the command knows where its rules are. */
    runAlone: (...args: readonly string[]): Said => {
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
