import { existsSync, globSync } from 'node:fs';
import { CannotRun, notAmong } from './audit-arguments.ts';

/** A file of a run, and its kind where the call says it. */
export type Input = { readonly path: string; readonly kind?: string };

/** Names that a shell has not spelt out already: quoted, behind a kind, or where the shell does not know how. */
const spelt = (name: string): readonly string[] => {
  if (existsSync(name) || !/[*?[{]/.test(name)) return [name];
  const found = globSync(name).sort();
  if (found.length > 0) return found;
  throw new CannotRun({ zh: `没有文件符合 ${name}。`, en: `No file matches ${name}.` });
};

/**
 * The files that are named, each as FILE or KIND=FILE; `kind` is of those that do not say theirs. A file may have an `=` in
 * its name: one that is there is a file. Throws CannotRun where there is no such kind, or a pattern fits no file.
 */
export const inputsOf = (
  names: readonly string[],
  kind: string | undefined,
  kinds: readonly string[],
): readonly Input[] =>
  names.flatMap((name) => {
    const said = existsSync(name) ? null : /^([^=/\\.*?[{]+)=(.+)$/s.exec(name);
    if (said === null) return spelt(name).map((path) => ({ path, ...(kind !== undefined && { kind }) }));
    const [, own, file] = said as unknown as readonly [string, string, string];
    if (!kinds.includes(own)) throw notAmong('KIND=FILE', own, kinds);
    return spelt(file).map((path) => ({ path, kind: own }));
  });
