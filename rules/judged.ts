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

const countedAs = { violation: 'violation', undetermined: 'undetermined', compliant: 'compliant' } as const;

/** Records by their worst verdict; a record that no law of its day speaks of counts as not applicable. */
export const countsOf = (judged: readonly JudgedRecord[], records: number): Counts => {
  const counts = {
    records,
    faults: records - judged.length,
    compliant: 0,
    violation: 0,
    undetermined: 0,
    notApplicable: 0,
  };
  for (const { judgements } of judged) {
    const worst = Math.min(...judgements.map(({ verdict }) => rankOf(verdict)), worstFirst.length - 1);
    const verdict = worstFirst[worst]!;
    counts[verdict === 'not-applicable' ? 'notApplicable' : countedAs[verdict]] += 1;
  }
  return counts;
};
