import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contract } from '../../../events/contract.ts';
import { kinds } from '../../../events/records/kinds.generated.ts';
import { catalogue } from '../../../rules/engine/catalogue.ts';
import { compiledJudge } from '../../../rules/engine/judge.ts';
import { versionOf } from '../../../rules/engine/rule.ts';
import { versionsInForce } from '../../../rules/workbench/in-force.ts';
import { type Pair, pairOf } from './generated-record.ts';

// What is said of a record while parts of it are unknown must stand when they become known: held over every rule of the
// catalogue, per record, with what its subject holds fixed.

type Judge = ReturnType<typeof compiledJudge>;

/** The verdicts of each rule on the record told with more and with less. */
const verdictsOf = (judge: Judge, { more, less }: Pair) => {
  const ofLess = judge(less);
  return judge(more).map(({ rule, version, verdict }, n) => ({
    rule: `${rule} ${version}`,
    more: verdict,
    less: ofLess[n]!.verdict,
  }));
};

const neverChanges = (judge: Judge) => (pair: Pair) => {
  const changed = verdictsOf(judge, pair).filter(({ more, less }) => less !== 'undetermined' && less !== more);
  expect(changed).toEqual([]);
};

const hidesNothing = (judge: Judge) => (pair: Pair) => {
  const hidden = verdictsOf(judge, pair).filter(
    ({ more, less }) => more === 'violation' && (less === 'compliant' || less === 'not-applicable'),
  );
  expect(hidden).toEqual([]);
};

// The mistakes that these laws are there for.
const takingSilenceForNone = (judge: Judge, { fields }: Contract): Judge => {
  const nothing = Object.fromEntries(Object.keys(fields).map((name) => [name, null]));
  return ({ record, ...rest }) => judge({ record: { ...nothing, ...record }, ...rest });
};
const takingDoubtForCompliance =
  (judge: Judge): Judge =>
  (source) =>
    judge(source).map((one) => (one.verdict === 'undetermined' ? { ...one, verdict: 'compliant' } : one));

describe.each(Object.entries(kinds))('of a record of %s', (kind, contract) => {
  const judge = compiledJudge(kind);
  const pairs = pairOf(contract);
  const runs = { numRuns: 5_000 };

  it('filling in an unknown never changes a determined verdict', () => {
    fc.assert(fc.property(pairs, neverChanges(judge)), runs);
  });

  it('leaving a field out never turns a violation into compliant or not applicable', () => {
    fc.assert(fc.property(pairs, hidesNothing(judge)), runs);
  });

  it('every rule version has been tried with what it forbids, told in full and in part, and with what it allows', () => {
    const tried = new Set(
      fc
        .sample(pairs, { ...runs, seed: 20_221_201 })
        .flatMap((pair) => verdictsOf(judge, pair).map(({ rule, more, less }) => `${rule}: ${more}, ${less}`)),
    );
    const own = catalogue.rules.filter(({ recordKind, per }) => recordKind === kind && per === undefined);
    // A revision that was corrected judges nothing any more.
    const wanted = [...Map.groupBy(own, ({ id }) => id).values()]
      .flatMap(versionsInForce)
      .flatMap(({ rule }) =>
        ['violation, violation', 'violation, undetermined', 'compliant, compliant', 'compliant, undetermined'].map(
          (both) => `${rule.id} ${versionOf(rule)}: ${both}`,
        ),
      );
    expect(wanted.filter((one) => !tried.has(one))).toEqual([]);
  });

  it.each([
    ['silence for none changes verdicts', takingSilenceForNone, neverChanges],
    ['doubt for compliance hides violations', takingDoubtForCompliance, hidesNothing],
  ] as const)('taking %s, and that is noticed', (_, mistaken, law) => {
    const property = fc.property(pairs, law(mistaken(judge, contract)));
    expect(fc.check(property, { ...runs, endOnFailure: true }).failed).toBe(true);
  });
});
