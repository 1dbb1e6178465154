import { stripTypeScriptTypes } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { worstFirst } from '../../../events/finding.ts';
import { compile } from '../../../rules/engine/compile.ts';
import { adjustedRules } from '../../../rules/engine/local-parameters.ts';
import { meaningOf } from '../../../rules/engine/operators.ts';
import type { Condition, Leaf, Rule } from '../../../rules/engine/rule.ts';
import { secondOpinion } from '../../../rules/engine/second-opinion.ts';
import type { Unit } from '../../../rules/engine/unit.ts';
import type { FactValue } from '../../../rules/facts/fact.ts';
import { aRule } from './a-rule.ts';

// What json-rules-engine says is what a condition means. Generated rules over generated facts, absent ones and odd types
// among them, are judged by it and by the code that we generate; and mistakes planted in that code must be noticed.

const names = ['a', 'b', 'c', 'd', 'e'];
const words = ['x', 'y', 'z', '9', 'xy'];

const word = fc.constantFrom(...words);
const number = fc.oneof(fc.integer({ min: -3, max: 12 }), fc.constantFrom(0.5, 2.5, 1e9));
const factValue: fc.Arbitrary<FactValue> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(undefined) },
  { weight: 4, arbitrary: number },
  { weight: 3, arbitrary: word },
  { weight: 2, arbitrary: fc.boolean() },
  { weight: 2, arbitrary: fc.array(word, { maxLength: 3 }) },
  // What no contract lets through: the two must agree on it all the same.
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(
      null,
      '',
      '5',
      '2022-12-01',
      ' 7',
      [5],
      [],
      ['9'],
      Number.NaN,
      Infinity,
      -0,
      {},
    ),
  },
) as fc.Arbitrary<FactValue>;

const leaf: fc.Arbitrary<Leaf> = fc
  .tuple(
    fc.constantFrom(...names),
    fc.oneof(
      fc.record({
        operator: fc.constantFrom('equal' as const, 'notEqual' as const),
        value: fc.oneof(number, word, fc.boolean(), fc.constant(null)),
      }),
      fc.record({
        operator: fc.constantFrom('in' as const, 'notIn' as const),
        value: fc.array(word, { maxLength: 3 }),
      }),
      fc.record({ operator: fc.constantFrom('contains' as const, 'doesNotContain' as const), value: word }),
      fc.record({
        operator: fc.constantFrom(
          'lessThan' as const,
          'lessThanInclusive' as const,
          'greaterThan' as const,
          'greaterThanInclusive' as const,
        ),
        value: number,
      }),
    ),
  )
  .map(([fact, comparison]): Leaf => ({ fact, ...comparison }));

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 3, arbitrary: leaf },
    { weight: 2, arbitrary: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })) },
    { weight: 2, arbitrary: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })) },
    { weight: 1, arbitrary: tie('condition').map((not) => ({ not })) },
  ),
}));

const rule: fc.Arbitrary<Rule> = fc
  .record({ appliesWhen: condition, conditions: condition })
  .map((parts) => aRule({ ...parts, effective: { from: '2020-01-01' } }));

const records = fc.array(fc.record(Object.fromEntries(names.map((name) => [name, factValue]))), {
  minLength: 25,
  maxLength: 25,
});

const facts = Object.fromEntries(
  names.map((name) => [name, { of: ({ record }: { record: Readonly<Record<string, FactValue>> }) => record[name] }]),
);

/** Runs the text of a generated module as it stands, but for its imports. */
const unitOf = (source: string): Unit => {
  const script = stripTypeScriptTypes(source)
    .replaceAll(/^import .*$/gm, '')
    .replaceAll('export const', 'const');
  return new Function('facts', 'meaningOf', `${script}\nreturn unit;`)(facts, meaningOf);
};

const verdictBy = (unit: Unit, record: Readonly<Record<string, FactValue>>) => {
  const out = new Uint8Array(1);
  unit.lawDates[0]!.epochs[0]!.judge(unit.read({ record } as never), out, 0);
  return worstFirst[out[0]!];
};

let cases = 0;

/** That generated code, changed by `plant`, gives json-rules-engine's verdicts. */
const agrees = (plant: (source: string) => string) =>
  fc.asyncProperty(rule, records, async (generated, all) => {
    const unit = unitOf(plant(compile(adjustedRules([generated]))));
    for (const record of all) {
      const expected = await secondOpinion(generated, ({ fact }) => record[fact]);
      cases += 1;
      if (verdictBy(unit, record) !== expected) return false;
    }
    return true;
  });

it('generated code gives the verdicts of json-rules-engine, over fifty thousand cases', async () => {
  await fc.assert(
    agrees((source) => source),
    { numRuns: 2_200 },
  );
  expect(cases).toBeGreaterThanOrEqual(50_000);
}, 300_000);

const mistakes: readonly (readonly [string, RegExp, string])[] = [
  ['at most read as less than', / <= /g, ' < '],
  ['less than read as at most', / < /g, ' <= '],
  ['at least read as more than', / >= /g, ' > '],
  ['more than read as at least', /(\? s\.f\d+) > /g, '$1 >= '],
  ['every condition asked for, one enough', / && \(/g, ' || ('],
  ['one condition enough, every one asked for', / \|\| \(/g, ' && ('],
  ['a negation lost', /!\(/g, '('],
  ['a negation lost where something is unknown', /\(2 - /g, '(0 + '],
  ['unknown taken for false', /=== undefined \? 1 :/g, '=== undefined ? 0 :'],
  ['unknown taken for true', /=== undefined \? 1 :/g, '=== undefined ? 2 :'],
  ['an all of unknowns read as an any', /Math\.min/g, 'Math.max'],
  ['an any of unknowns read as an all', /Math\.max/g, 'Math.min'],
  ['an unknown scope taken for in scope', /scope === 1 \? 1 : /g, ''],
  ['an unknown scope taken for out of scope', /scope === 1 \? 1/g, 'scope === 1 ? 3'],
  ['out of scope taken for compliant', /: 3;/g, ': 2;'],
  ['one known fact enough for a rule’s short path', /\(s\.k0 & (\d+)\) === \1/g, '(s.k0 & $1) !== 0'],
  ['one known fact enough for the short path of all', /s\.k0 === \d+/g, 's.k0 !== 0'],
  ['a fact counted as known whatever it is', /=== undefined \? 0 : (\d+)\)/g, '=== undefined ? $1 : $1)'],
  ['only the first of a list looked at', /( \|\| s\.f\d+ === "[^"]*")+\)/g, ')'],
  ['not equal read as equal', /(s\.f\d+) !== /g, '$1 === '],
  ['text that is a number not compared', /meaningOf\.\w+\([^)]*\)/g, 'false'],
  [
    'text searched like a list',
    /Array\.isArray\((s\.f\d+)\) && /g,
    'typeof $1 === "object" && $1 !== null || typeof $1 === "string" && ',
  ],
  [
    'what is no list said not to contain',
    /Array\.isArray\((s\.f\d+)\) && (s\.f\d+\.indexOf\("[^"]*"\) === -1)/g,
    '(!Array.isArray($1) || $2)',
  ],
];

describe('a mistake planted in the generated code is noticed:', () => {
  it.each(mistakes)('%s', async (_, pattern, instead) => {
    const outcome = await fc.check(
      agrees((source) => source.replace(pattern, instead)),
      { numRuns: 2_000, seed: 20_261_123, endOnFailure: true },
    );
    expect(outcome.failed).toBe(true);
    // It must have given another verdict, not have failed to run.
    expect(outcome.errorInstance).toEqual(new Error('Property failed by returning false'));
  });
});
