import * as z from 'zod';
import type { Condition } from '../engine/rule.ts';
import { insideOf } from './nodes.ts';

/** An entry of `equivalent-mutants.json`: a mutant, by name, that no record can tell from the rule, and why not. */
export const EquivalentMutant = z.strictObject({ mutant: z.string().min(1), reason: z.string().min(20) });
export type EquivalentMutant = z.infer<typeof EquivalentMutant>;

/** Places of a version's conditions that may be dropped without any record telling: they hold of every record. */
export const droppable = (equivalents: readonly EquivalentMutant[], version: string): ReadonlySet<string> =>
  new Set(
    equivalents.flatMap(({ mutant }) => {
      const [of, pointer, ...what] = mutant.split(' ');
      return of === version && what.join(' ') === 'dropped' ? [pointer!] : [];
    }),
  );

/** A condition without those at these places. */
export const withoutThose = <T extends Condition>(node: T, pointer: string, places: ReadonlySet<string>): Condition => {
  if (places.has(pointer)) return { all: [] };
  const inside = insideOf<Condition>(node, pointer)
    .filter((inner) => !places.has(inner.pointer))
    .map((inner) => withoutThose(inner.node, inner.pointer, places));
  if ('all' in node) return { all: inside };
  if ('any' in node) return { any: inside };
  return 'not' in node ? { not: inside[0]! } : node;
};
