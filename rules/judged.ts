import type { Finding, Judgement, Verdict } from '../events/finding.ts';
import { worstFirst } from '../events/finding.ts';
import type { Counts } from '../events/submission.ts';
import type { Rule } from './engine/rule.ts';
import type { BranchPeriod } from './period-records.ts';

/** One record of a submission and what every rule in force said of it. */
export type JudgedRecord = {
  /** 0 where it is all that a branch reported for a period. */
  readonly row: number;
  readonly recordId: string;
  readonly judgements: readonly Judgement[];
};

/**
 * What was found of the periods of a submission's own branch; of a branch that lost a record to it, its own people and
 * authority hear.
 */
export const judgedPeriods = (
  periods: readonly BranchPeriod[],
  branchId: string,
  judgementsOf: (period: BranchPeriod) => readonly Judgement[],
): JudgedRecord[] =>
  periods
    .filter((one) => one.branchId === branchId)
    .map((one) => ({ row: 0, recordId: one.recordId, judgements: judgementsOf(one) }));

const rankOf = (verdict: Verdict): number => worstFirst.indexOf(verdict);

/** What is told of a judgement, whatever record or period it is about. */
export const told = (judgement: Judgement, rule: Rule): Omit<Finding, 'recordId' | 'row'> => ({
  rule: judgement.rule,
  version: judgement.version,
  lawDate: judgement.lawDate,
  ...(judgement.parameters !== undefined && { parameters: judgement.parameters }),
  verdict: judgement.verdict,
  severity: rule.severity,
  article: rule.sources[0]!.article ?? '',
  title: rule.title,
  remedy: { zh: rule.remedy.zh, en: rule.remedy.en },
  because: judgement.because ?? null,
  missing: judgement.missing ?? [],
});

/** Findings as their readers see them: worst first, then by row, then by rule. */
export const findingsOf = (
  judged: readonly JudgedRecord[],
  ruleOf: (judgement: Pick<Judgement, 'rule' | 'version'>) => Rule,
): Finding[] =>
  judged
    .flatMap(({ row, recordId, judgements }) =>
      judgements.map((judgement): Finding => ({ recordId, row, ...told(judgement, ruleOf(judgement)) })),
    )
    .sort((a, b) => rankOf(a.verdict) - rankOf(b.verdict) || a.row - b.row || (a.rule < b.rule ? -1 : 1));

/** Counts so many records by their worst verdicts, part after part; one that nobody judged has a fault. */
export const recordCounts = (records: number) => {
  const byWorst = worstFirst.map(() => 0);
  let judgedSoFar = 0;
  const add = (place: number, more: number): void => {
    // A record that no law of its day speaks of counts as not applicable.
    byWorst[Math.min(place, byWorst.length - 1)]! += more;
    judgedSoFar += more;
  };
  return {
    add: (judged: readonly JudgedRecord[]): void => {
      for (const { judgements } of judged) add(Math.min(...judgements.map(({ verdict }) => rankOf(verdict))), 1);
    },
    /** So many records by the place in `worstFirst` of their worst verdict. */
    addByWorst: add,
    judged: (): number => judgedSoFar,
    counts: (): Counts => {
      const [violation, undetermined, compliant, notApplicable] = byWorst as [number, number, number, number];
      return { records, faults: records - judgedSoFar, compliant, violation, undetermined, notApplicable };
    },
  };
};

/** Records by their worst verdict; a record that no law of its day speaks of counts as not applicable. */
export const countsOf = (judged: readonly JudgedRecord[], records: number): Counts => {
  const sum = recordCounts(records);
  sum.add(judged);
  return sum.counts();
};
