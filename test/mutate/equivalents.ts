import * as z from 'zod';
import type { CodeMutant } from './mutant.ts';

/** An entry of `equivalents.json`: a change that nothing can tell from the code, and why not. */
export const Equivalent = z.strictObject({
  file: z.string().min(1),
  /** The line where the change begins, without its indent: it outlives lines that come before it. */
  line: z.string().min(1),
  mutator: z.string().min(1),
  /** What stands there, and what takes its place, on one line. */
  original: z.string().min(1),
  replacement: z.string(),
  reason: z.string().min(20),
});
export type Equivalent = z.infer<typeof Equivalent>;

export type Misnamed = Omit<Equivalent, 'reason'> & { readonly why: 'killed' | 'unknown' | 'repeated' };

const names = ['file', 'line', 'mutator', 'original', 'replacement'] as const;
const isOf = (entry: Omit<Equivalent, 'reason'>, mutant: Omit<Equivalent, 'reason'>): boolean =>
  names.every((name) => entry[name] === mutant[name]);

/** Which of the survivors nobody named, and which entries of the files that were mutated say something untrue. */
export const weighed = (mutants: readonly CodeMutant[], named: readonly Equivalent[], files: readonly string[]) => {
  const alive = mutants.filter(({ isKilled }) => !isKilled);
  const survived = alive.filter((mutant) => !named.some((entry) => isOf(entry, mutant)));
  const misnamed = named
    .filter(({ file }) => files.includes(file))
    .flatMap(({ reason: _, ...entry }, at, all): Misnamed[] => {
      if (all.findIndex((one) => isOf(one, entry)) < at) return [{ ...entry, why: 'repeated' }];
      const meant = mutants.filter((mutant) => isOf(entry, mutant));
      if (meant.length === 0) return [{ ...entry, why: 'unknown' }];
      return meant.some(({ isKilled }) => isKilled) ? [{ ...entry, why: 'killed' }] : [];
    });
  return { survived, misnamed, equivalent: alive.length - survived.length };
};
