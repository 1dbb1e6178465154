import { describe, expect, it } from 'vitest';
import { catalogue, rulesInForce } from '../../../rules/engine/catalogue.ts';
import { compiledJudge } from '../../../rules/engine/judge.ts';
import { versionOf } from '../../../rules/engine/rule.ts';
import { secondOpinion } from '../../../rules/engine/second-opinion.ts';
import { aRule } from './a-rule.ts';
import { cases, valuesOf } from './released.ts';

// Before a case is opened json-rules-engine itself judges the violation again, from the stored record. Were it to differ
// on what the law's own examples say, every case would stop.

const kinds = [...new Set(catalogue.rules.map(({ recordKind }) => recordKind))];

it.each(kinds)(
  'json-rules-engine judges every example of %s, by every rule of its day, as the service does',
  async (kind) => {
    for (const { id, name, day, source } of cases.filter((one) => one.kind === kind)) {
      const first = compiledJudge(kind, { on: day })(source).map(({ rule, version, verdict }) => [
        rule,
        version,
        verdict,
      ]);
      const second = await Promise.all(
        rulesInForce(kind, day).map(async (rule) => [
          rule.id,
          versionOf(rule),
          await secondOpinion(rule, valuesOf(kind, source)),
        ]),
      );
      expect(second, `${id}: ${name}`).toEqual(first);
    }
  },
);

it('json-rules-engine gives every example the verdict that the example says', async () => {
  const second = await Promise.all(
    cases.map(async ({ id, name, kind, source, rule }) => [
      `${id}: ${name}`,
      rule === undefined ? 'not-in-force' : await secondOpinion(rule, valuesOf(kind, source)),
    ]),
  );
  expect(second.length).toBeGreaterThan(300);
  expect(second).toEqual(cases.map(({ id, name, verdict }) => [`${id}: ${name}`, verdict]));
});

describe('a second opinion knows what nobody told:', () => {
  const leaf = (fact: string) => ({ fact, operator: 'equal' as const, value: true });
  const known = (values: Readonly<Record<string, boolean>>) => (read: { readonly fact: string }) => values[read.fact];
  const all = aRule({ appliesWhen: leaf('scope'), conditions: { all: [leaf('one'), leaf('other')] } });
  const any = aRule({ appliesWhen: leaf('scope'), conditions: { any: [leaf('one'), leaf('other')] } });
  const not = aRule({ appliesWhen: leaf('scope'), conditions: { not: { all: [leaf('one'), leaf('other')] } } });

  it.each([
    ['of all that is asked, one no decides', all, { scope: true, one: false }, 'violation'],
    ['of all that is asked, one yes does not', all, { scope: true, one: true }, 'undetermined'],
    ['of any that is asked, one yes decides', any, { scope: true, one: true }, 'compliant'],
    ['of any that is asked, one no does not', any, { scope: true, one: false }, 'undetermined'],
    ['not all of them: one no decides', not, { scope: true, one: false }, 'compliant'],
    ['not all of them: one yes does not', not, { scope: true, one: true }, 'undetermined'],
    ['outside its scope a rule does not speak', all, { scope: false, one: false }, 'not-applicable'],
    ['where the scope is unknown it says nothing of the duty', all, { one: false, other: false }, 'undetermined'],
  ] as const)('%s', async (_, rule, values, verdict) => {
    expect(await secondOpinion(rule, known(values))).toBe(verdict);
  });
});
