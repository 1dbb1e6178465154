import { type Rule, versionOf } from '../engine/rule.ts';
import type { Facts } from '../facts/fact.ts';
import { dayFrom, versionsInForce } from './in-force.ts';
import { changes, valuesBeside } from './mutate-condition.ts';

/** A rule with one thing changed in one version; `name` says which: `<version> <place> <change>`. */
export type Mutant = { readonly rule: string; readonly name: string; readonly versions: readonly Rule[] };

const changedRules = (rule: Rule, facts: Facts<never>): readonly (readonly [string, Rule])[] => {
  const { appliesWhen } = rule;
  // Of a scope in one group, the group negated and the scope negated are the same.
  const scope = changes(appliesWhen, '/appliesWhen', facts).filter(
    ({ pointer, what }) => pointer !== '/appliesWhen' || what !== 'negated',
  );
  return [
    ['/appliesWhen negated', { ...rule, appliesWhen: { not: appliesWhen } }],
    ...scope.map(
      ({ pointer, what, condition }) => [`${pointer} ${what}`, { ...rule, appliesWhen: condition }] as const,
    ),
    ...changes(rule.conditions, '/conditions', facts).map(
      ({ pointer, what, condition }) => [`${pointer} ${what}`, { ...rule, conditions: condition }] as const,
    ),
    ...Object.entries(rule.parameters).flatMap(([name, parameter]) =>
      valuesBeside(parameter.value, parameter.unit).map(
        ({ what, value }) =>
          [
            `/parameters/${name} ${what}`,
            { ...rule, parameters: { ...rule.parameters, [name]: { ...parameter, value } } },
          ] as const,
      ),
    ),
  ];
};

type Dates = Rule['effective'];

const changedDates = ({ from, until }: Dates): readonly (readonly [string, Dates])[] =>
  [1, -1].flatMap((days) => {
    const what = `${days > 0 ? '+' : ''}${days} day`;
    return [
      [`/effective/from ${what}`, { from: dayFrom(from, days), ...(until !== undefined && { until }) }] as const,
      ...(until === undefined ? [] : [[`/effective/until ${what}`, { from, until: dayFrom(until, days) }] as const]),
    ];
  });

/** Everything that a rule might say instead, one thing changed at a time in each version that is law on some day. */
export const mutantsOf = (versions: readonly Rule[], facts: Facts<never>): readonly Mutant[] =>
  versionsInForce(versions).flatMap(({ rule }) => {
    const mutant = (what: string, changed: readonly Rule[]): Mutant => ({
      rule: rule.id,
      name: `${versionOf(rule)} ${what}`,
      versions: changed,
    });
    const inPlace = (changed: Rule) => versions.map((version) => (version === rule ? changed : version));
    return [
      ...changedRules(rule, facts).map(([what, changed]) => mutant(what, inPlace(changed))),
      // Revisions of one date move together: the one corrected must not come to light again.
      ...changedDates(rule.effective).map(([what, effective]) =>
        mutant(
          what,
          versions.map((version) =>
            version.effective.from === rule.effective.from ? { ...version, effective } : version,
          ),
        ),
      ),
    ];
  });
