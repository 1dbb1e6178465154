import { type Rule, versionOf } from './rule.ts';

/** The next civil day. */
export const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/**
 * The version of one rule that was law on a civil day (+08:00): the last to come into force by then, in its last
 * revision, unless it had ended. Undefined on a day without law; nothing falls back to a neighbour.
 */
export const versionOn = (versions: readonly Rule[], day: string): Rule | undefined => {
  const begun = versions.filter(({ effective }) => effective.from <= day);
  const last = begun.reduce<Rule | undefined>((best, rule) => {
    if (best === undefined || rule.effective.from > best.effective.from) return rule;
    return rule.effective.from === best.effective.from && rule.revision > best.revision ? rule : best;
  }, undefined);
  const until = last?.effective.until;
  return until !== undefined && until < day ? undefined : last;
};

const byId = (rules: readonly Rule[]): readonly (readonly Rule[])[] => [...Map.groupBy(rules, ({ id }) => id).values()];

/** What is law on a day, in the order of the rules given. */
export const rulesOn = (rules: readonly Rule[], day: string): readonly Rule[] =>
  byId(rules).flatMap((versions) => versionOn(versions, day) ?? []);

export type VersionsFrom = { readonly from: string; readonly rules: readonly Rule[] };

/** The days on which what is law changes, each with what is law from then on; before the first there is none. */
export const versionsByDay = (rules: readonly Rule[]): readonly VersionsFrom[] => {
  const days = rules.flatMap(({ effective: { from, until } }) =>
    until === undefined ? [from] : [from, dayAfter(until)],
  );
  const changes = [...new Set(days)].sort();
  const epochs = changes.map((from) => ({ from, rules: rulesOn(rules, from) }));
  const names = ({ rules: inForce }: VersionsFrom) => inForce.map((rule) => `${rule.id} ${versionOf(rule)}`).join();
  return epochs.filter((epoch, n) => n === 0 || names(epoch) !== names(epochs[n - 1]!));
};
