import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnyRecord, Contract } from '../../../events/contract.ts';
import { type Judgement, worstFirst } from '../../../events/finding.ts';
import { readRow } from '../../../events/read-row.ts';
import { kinds } from '../../../events/records/kinds.generated.ts';
import {
  briefJudge,
  compiledJudge,
  countedRules,
  type JudgeBy,
  type VerdictCounts,
} from '../../../rules/engine/judge.ts';
import type { FactSource } from '../../../rules/facts/fact.ts';
import { sampleRecords } from '../../events/any-cell.ts';
import { pairOf } from './generated-record.ts';

type Source = FactSource<AnyRecord>;

const contracts = Object.values(kinds as Readonly<Record<string, Contract>>);
const none = worstFirst.length;

const worstOf = (judgements: readonly Judgement[]): number =>
  Math.min(none, ...judgements.map(({ verdict }) => worstFirst.indexOf(verdict)));
const isTold = ({ verdict }: Judgement) => verdict === 'violation' || verdict === 'undetermined';

const byName = (counts: readonly VerdictCounts[]) =>
  Object.fromEntries(counts.map(({ rule, version, counts: of }) => [`${rule} ${version}`, [...of]]));

const countsOf = (judgements: readonly Judgement[]) => {
  const counts: Record<string, number[]> = {};
  for (const { rule, version, verdict } of judgements) {
    counts[`${rule} ${version}`] ??= worstFirst.map(() => 0);
    counts[`${rule} ${version}`]![worstFirst.indexOf(verdict)]! += 1;
  }
  return counts;
};

/** Both ways over the same records, one after the other: by all rules, or by some of them alone. */
const compareBy = (kind: string, sources: readonly Source[], by: JudgeBy, only?: ReadonlySet<string>): void => {
  const judgeAll = compiledJudge(kind, by);
  const whole = (source: Source) => judgeAll(source).filter(({ rule }) => only === undefined || only.has(rule));
  const brief = briefJudge(kind, by, only);
  const counted = new Set(countedRules(kind));
  const all: Judgement[] = [];
  for (const source of sources) {
    const judgements = whole(source);
    all.push(...judgements);
    const { worst, worstUncounted, told } = brief.judge(source);
    const expected = judgements.filter(isTold);
    const order = (some: readonly Judgement[]) => some.toSorted((a, b) => (a.rule < b.rule ? -1 : 1));
    expect(order(told)).toEqual(order(expected));
    expect(worst).toBe(worstOf(judgements));
    expect(worstUncounted).toBe(worstOf(judgements.filter(({ rule }) => !counted.has(rule))));
  }
  expect(byName(brief.takeCounts())).toEqual(countsOf(all));
  // What was taken is not counted twice.
  expect(brief.takeCounts()).toEqual([]);
};

const compare = (kind: string, sources: readonly Source[], by: JudgeBy): void => {
  compareBy(kind, sources, by);
  compareBy(kind, sources, by, new Set(countedRules(kind)));
};

const someHow = fc.constantFrom<JudgeBy>(
  {},
  {},
  { on: '2026-11-01' },
  { on: '2000-01-01' },
  { at: { region: '460000', sector: 'telecom' } },
);

describe('judging in brief', () => {
  it('comes to the same verdicts, words and counts on every sample of every kind', () => {
    for (const { kind, ...contract } of contracts) {
      const rows = sampleRecords(kind).map((record, at) => readRow({ kind, ...contract }, record, at + 1, 1));
      const sources = rows.flatMap(({ read, faultsTotal }) =>
        faultsTotal === 0 ? [{ record: read as AnyRecord }] : [],
      );
      expect(sources.length).toBeGreaterThan(0);
      compare(kind, [...sources, ...sources], {});
    }
  });

  it('comes to the same whatever a record tells, holds or is looked up by, and by the law of any day or place', () => {
    const cases = fc
      .constantFrom(...contracts)
      .chain((contract) =>
        fc.tuple(fc.constant(contract.kind), fc.array(pairOf(contract), { minLength: 1, maxLength: 6 }), someHow),
      );
    fc.assert(
      fc.property(cases, ([kind, pairs, by]) =>
        compare(
          kind,
          pairs.flatMap(({ more, less }) => [more, less]),
          by,
        ),
      ),
      { numRuns: 500 },
    );
  });

  it('tells the same thing once: judgements of the same day from the same values are one object', () => {
    const { judge } = briefJudge('phone-card');
    const record = { recordId: 'A-1', openedAt: '2023-04-01T09:10:00+08:00' };
    const [first] = judge({ record }).told;
    expect(first).toBeDefined();
    expect(judge({ record: { ...record, recordId: 'A-2' } }).told[0]).toBe(first);
  });
});
