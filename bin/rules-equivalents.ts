import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { EquivalentMutant } from '../rules/workbench/equivalent-mutant.ts';
import { type FileFault, jsonOf } from './rules-files.ts';

/** What a rule folder's `equivalent-mutants.json` says; most folders have none. */
export type EquivalentsFile = {
  readonly file: string;
  readonly rule: string;
  readonly equivalents: readonly EquivalentMutant[];
};

/** The mutants that each rule folder says are equivalent, and the files that are malformed. */
export const equivalentFiles = (
  root: string,
): { readonly files: readonly EquivalentsFile[]; readonly faults: readonly FileFault[] } => {
  const files: EquivalentsFile[] = [];
  const faults: FileFault[] = [];
  for (const file of globSync('rules/sets/*/*/equivalent-mutants.json', { cwd: root }).sort()) {
    const text = jsonOf(root, file);
    if ('fault' in text) {
      faults.push(text.fault);
      continue;
    }
    const read = EquivalentMutant.array().safeParse(text.json);
    if (read.success) {
      files.push({ file, rule: dirname(file).split(/[\\/]/).slice(-2).join('.'), equivalents: read.data });
      continue;
    }
    faults.push(
      ...read.error.issues.map(({ path, message }) => ({
        file,
        code: 'EQUIVALENT_SHAPE',
        pointer: path.map((step) => `/${String(step)}`).join(''),
        cause: { zh: `不合等价变异的格式：${message}`, en: message },
        fix: { zh: '参照 rules/README.md 改正。', en: 'Correct it after rules/README.md.' },
      })),
    );
  }
  return { files, faults };
};
