import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../events/finding.ts';
import { kinds } from '../../../events/records/kinds.generated.ts';
import { catalogue, rulesInForce } from '../../../rules/engine/catalogue.ts';
import { compiledJudge, worstVerdict } from '../../../rules/engine/judge.ts';
import { leavesOf, resolve } from '../../../rules/engine/resolve.ts';
import { type Rule, versionOf } from '../../../rules/engine/rule.ts';
import { countsOf } from '../../../rules/judged.ts';
import { pairOf } from './generated-record.ts';
import { valuesOf } from './released.ts';

const runs = { numRuns: 1_000 };

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};

const reversed = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).reverse()) as T;

const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

const leavesIn = ({ appliesWhen, conditions, parameters }: Rule) =>
  [appliesWhen, conditions].flatMap((tree) => leavesOf(resolve(tree, parameters)));

describe.each(Object.entries(kinds))('a record of %s', (kind, contract) => {
  const judge = compiledJudge(kind);
  const sources = pairOf(contract).map(({ less }) => less);
  const versions = catalogue.rules.filter(({ recordKind }) => recordKind === kind);

  it('has evidence only where it is not compliant, and misses facts only where it cannot be told', () => {
    const property = fc.property(sources, (source) => {
      const read = valuesOf(kind, source);
      for (const { rule, version, verdict, because, missing } of judge(source)) {
        const isTold = verdict === 'violation' || verdict === 'undetermined';
        expect([verdict, because !== undefined]).toEqual([verdict, isTold]);
        if (verdict !== 'undetermined') {
          expect(missing).toBeUndefined();
          continue;
        }
        const judged = versions.find((one) => one.id === rule && versionOf(one) === version)!;
        const silent = leavesIn(judged).filter((leaf) => read(leaf) === undefined);
        expect(missing).not.toEqual([]);
        expect(silent.map(({ fact }) => fact)).toEqual(expect.arrayContaining(missing!));
      }
    });
    fc.assert(property, runs);
  });

  it('is judged by nothing but itself: the same again, in any order of its fields, whatever was judged between', () => {
    const property = fc.property(sources, sources, (source, other) => {
      const once = structuredClone(judge(frozen(source)));
      judge(other);
      expect(judge(source)).toEqual(once);
      expect(compiledJudge(kind)({ ...source, record: reversed(source.record) })).toEqual(once);
    });
    fc.assert(property, runs);
  });

  it('is judged on any day by exactly the versions in force on it', () => {
    const days = fc
      .date({ min: new Date('2016-01-01T00:00:00Z'), max: new Date('2030-12-31T00:00:00Z'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const property = fc.property(sources, days, (source, on) => {
      const judged = compiledJudge(kind, { on })(source).map(({ rule, version, lawDate }) => [rule, version, lawDate]);
      expect(judged).toEqual(rulesInForce(kind, on).map((rule) => [rule.id, versionOf(rule), on]));
    });
    fc.assert(property, runs);
  });

  it('gets no judgement of a day before any law, to the last millisecond in China', () => {
    const first = versions.map(({ effective }) => effective.from).sort()[0]!;
    const property = fc.property(sources, (source) => {
      const at = (instant: string) => {
        const written = (lawDate: string) =>
          contract.fields[lawDate]!.type === 'date' ? instant.slice(0, 10) : instant;
        const days = Object.fromEntries(contract.lawDates.map((lawDate) => [lawDate, written(lawDate)]));
        return judge({ ...source, record: { ...source.record, ...days } });
      };
      expect(at(`${dayBefore(first)}T23:59:59.999+08:00`)).toEqual([]);
      expect(at(`${first}T00:00:00+08:00`).map(({ lawDate: day }) => day)).toEqual(
        rulesInForce(kind, first).map(() => first),
      );
      expect(compiledJudge(kind, { on: dayBefore(first) })(source)).toEqual([]);
    });
    fc.assert(property, runs);
  });
});

it('a kind that has no rules cannot be judged, and says so', () => {
  expect(() => compiledJudge('phone-crad')).toThrow('no rules were generated for phone-crad');
});

describe('a record is counted once, by its worst verdict:', () => {
  const verdicts = (...all: readonly Verdict[]) => all.map((verdict) => ({ verdict }));
  const none = { compliant: 0, violation: 0, undetermined: 0, notApplicable: 0 };

  it.each([
    [verdicts('compliant', 'undetermined', 'violation', 'not-applicable'), 'violation', { violation: 1 }],
    [verdicts('compliant', 'undetermined', 'not-applicable'), 'undetermined', { undetermined: 1 }],
    [verdicts('not-applicable', 'compliant'), 'compliant', { compliant: 1 }],
    [verdicts('not-applicable', 'not-applicable'), 'not-applicable', { notApplicable: 1 }],
    [verdicts(), undefined, { notApplicable: 1 }],
  ] as const)('%j is %s', (judged, worst, counted) => {
    const judgements = judged.map((one) => ({ rule: 'r', version: '2022-12-01.r1', lawDate: '2022-12-01', ...one }));
    expect(worstVerdict(judgements)).toBe(worst);
    expect(countsOf([{ row: 1, recordId: 'r-1', judgements }], 1)).toEqual({
      records: 1,
      faults: 0,
      ...none,
      ...counted,
    });
  });
});
