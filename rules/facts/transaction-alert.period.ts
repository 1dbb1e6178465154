import type { AnyRecord } from '../../events/contract.ts';
import type { TransactionAlert } from '../../events/records/transaction-alert/contract.ts';
import { factsOf } from './fact.ts';
import { type PeriodRecord, shareUpTo } from './period.ts';

/** The alerts of medium and low risk, and those of them on which business was suspended. */
export const tally = (record: AnyRecord): Readonly<Record<string, number | undefined>> => {
  const { riskLevel, measures } = record as TransactionAlert;
  if (riskLevel === 'high') return {};
  const suspended = measures === undefined ? undefined : Number(measures.includes('suspend'));
  if (riskLevel !== undefined) return { lower: 1, suspended };
  // An alert that nobody graded may be of high risk, and then counts nowhere.
  return { lower: undefined, suspended: suspended === 0 ? 0 : undefined };
};

export const facts = factsOf<Partial<PeriodRecord>>()({
  /**
   * Of the alerts of medium and low risk, the share on which business was suspended, told where it is certain whether it
   * exceeds `ceiling`; `null` where there were none. Unit: ratio, 0 to 1. Article 18, paragraph 3; 反洗钱法(2024修订),
   * article 30.
   */
  'alerts.suspendedShare': {
    type: 'number',
    unit: 'ratio',
    zh: '中低风险预警的中止业务占比',
    en: 'the share of alerts of medium and low risk on which business was suspended',
    params: { ceiling: 'number' },
    of: ({ record }, { ceiling }) => shareUpTo(record, 'suspended', 'lower', ceiling as number),
  },
});
