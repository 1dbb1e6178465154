import type { AnyRecord } from '../../events/contract.ts';
import type { Judgement } from '../../events/finding.ts';
import type { FactSource } from '../facts/fact.ts';
import { factsByKind } from '../facts/facts.generated.ts';
import { type Changed, changesIn } from '../workbench/replay.ts';
import { closureJudge } from './closures.ts';
import { adjustedRules, type LocalParameters } from './local-parameters.ts';
import type { Shadow } from './release.ts';
import type { Rule } from './rule.ts';

/** What the release in shadow says otherwise of one record than the judgements that count. */
export type InShadow = readonly Pick<Changed, 'rule' | 'from' | 'to' | 'change'>[];

/**
 * A function that judges a record of a kind, with the figures that the release in shadow has of the authority of its place,
 * by the rules of that release that are otherwise than those that judge, in themselves or in such figures; undefined where
 * there is no such release, or it has no such rule for the kind. Nothing it finds is ever shown to whoever reported the
 * record.
 */
export const shadowJudge = (
  shadow: Pick<Shadow, 'rules' | 'gone'> | undefined,
  kind: string,
  local?: LocalParameters,
): ((source: FactSource<AnyRecord>, judgements: readonly Judgement[]) => InShadow) | undefined => {
  const ofKind = ({ recordKind, per }: Pick<Rule, 'recordKind' | 'per'>) => recordKind === kind && per === undefined;
  const rules = shadow?.rules.filter(ofKind) ?? [];
  const ids = new Set([...rules, ...(shadow?.gone.filter(ofKind) ?? [])].map(({ id }) => id));
  if (ids.size === 0) return undefined;
  const judge = closureJudge(adjustedRules(rules, local), factsByKind[kind]!);
  const nobody = { enterprise: '', branchId: '', recordId: '' };
  return (source, judgements) =>
    changesIn(
      nobody,
      judgements.filter(({ rule }) => ids.has(rule)),
      judge(source),
    ).map(({ rule, from, to, change }) => ({ rule, from, to, change }));
};
