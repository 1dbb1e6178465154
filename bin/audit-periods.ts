import type { AnyRecord, Contract } from '../events/contract.ts';
import { compiledJudge, periodLengths } from '../rules/engine/judge.ts';
import { tallies } from '../rules/facts/tallies.generated.ts';
import { type JudgedRecord, judgedPeriods } from '../rules/judged.ts';
import { periodRecord, periodsAround } from '../rules/period-records.ts';
import { added, type MonthTally, nothingTallied, shareOf, tallyOf } from '../rules/tally.ts';

type How = NonNullable<Parameters<typeof compiledJudge>[1]>;

/** Files say nothing about who reports: all of a kind are taken for one branch's. */
const branch = { branchId: 'file', region: '', sector: '' };

/**
 * What the files hold of a kind for each month, quarter and year, judged by the rules per period; each told in the first
 * file that has a record of it. Nothing is due: files do not say what was not filed.
 */
export const judgePeriodsIn = (
  contract: Contract,
  files: readonly (readonly AnyRecord[])[],
  how: Omit<How, 'per'>,
): readonly (readonly JudgedRecord[])[] => {
  const tally = tallies[contract.kind];
  const lengths = tally === undefined ? [] : periodLengths(contract.kind);
  if (tally === undefined || lengths.length === 0) return files.map(() => []);
  const judges = new Map(lengths.map((per) => [per, compiledJudge(contract.kind, { ...how, per })]));

  const months = new Map<string, MonthTally>();
  const first = new Map<string, number>();
  for (const [n, records] of files.entries()) {
    for (const record of records) {
      const share = shareOf(contract, tally, record, branch);
      if (share === undefined) continue;
      const { month } = share.place;
      months.set(month, added(months.get(month) ?? nothingTallied, tallyOf(share)));
      for (const { recordId } of periodsAround([share.place], lengths)) {
        if (!first.has(recordId)) first.set(recordId, n);
      }
    }
  }
  const places = [...months.keys()].toSorted().map((month) => ({ ...branch, month }));
  const judged = judgedPeriods(periodsAround(places, lengths), branch.branchId, (one) =>
    judges.get(one.per)!({ record: periodRecord(one, months, false) }),
  );
  return files.map((_, n) => judged.filter(({ recordId }) => first.get(recordId) === n));
};
