import { closureJudge } from '../rules/engine/closures.ts';
import type { Rule } from '../rules/engine/rule.ts';
import { factsByKind } from '../rules/facts/facts.generated.ts';

/** Two sets of rules: what judges, and what is to judge. */
export type Compared = { readonly from: readonly Rule[]; readonly to: readonly Rule[] };

type Judge = ReturnType<typeof closureJudge>;

/** The judges of a kind's records by both sets, made once. */
export const judgesOf = ({ from, to }: Compared): ((kind: string) => readonly [Judge, Judge]) => {
  const made = new Map<string, readonly [Judge, Judge]>();
  return (kind) => {
    const of = (rules: readonly Rule[]) =>
      closureJudge(
        rules.filter(({ recordKind, per }) => recordKind === kind && per === undefined),
        factsByKind[kind]!,
      );
    const judges = made.get(kind) ?? ([of(from), of(to)] as const);
    made.set(kind, judges);
    return judges;
  };
};
