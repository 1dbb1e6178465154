import type { Judgement } from '../../events/finding.ts';
import { asChinaTime } from '../../events/instant.ts';
import { type BranchPeriod, isPeriodDue, monthsOf, periodRecord } from '../../rules/period-records.ts';
import type { MonthTally } from '../../rules/tally.ts';
import type { RecordDeps } from './deps.ts';
import type { Occasion } from './period-steps.ts';
import { importsReaching } from './read-imports.ts';

export type ReadPeriodDeps = Pick<
  RecordDeps,
  'lawOf' | 'monthTallies' | 'enterprise' | 'filingDuties' | 'imports' | 'now'
>;
type Whose = Pick<Occasion, 'enterprise' | 'recordKind'>;

/** The months of each branch's periods as they are tallied now, by branch. */
export const readMonths = async (
  periods: readonly BranchPeriod[],
  whose: Whose,
  { monthTallies }: Pick<RecordDeps, 'monthTallies'>,
): Promise<ReadonlyMap<string, ReadonlyMap<string, MonthTally>>> => {
  const branches = [...Map.groupBy(periods, ({ branchId }) => branchId)];
  const read = branches.map(async ([branchId, own]) => {
    const months = own.flatMap(({ period }) => monthsOf(period)).toSorted();
    const { enterprise, recordKind } = whose;
    return [branchId, await monthTallies({ enterprise, branchId, recordKind }, months[0]!, months.at(-1)!)] as const;
  });
  return new Map(await Promise.all(read));
};

/** Each period's judgements by the months given, as the registry and the clock stand now; in the order of the periods. */
export const judgementsOfPeriods = async (
  periods: readonly BranchPeriod[],
  monthsByBranch: ReadonlyMap<string, ReadonlyMap<string, MonthTally>>,
  { enterprise: uscc, recordKind }: Whose,
  deps: ReadPeriodDeps,
): Promise<readonly (readonly Judgement[])[]> => {
  const [enterprise, duties] = await Promise.all([deps.enterprise(uscc), deps.filingDuties()]);
  const looksUp = periods.flatMap((one) => deps.lawOf(recordKind, one).contract.looksUp ?? []);
  const lists = [...new Set(looksUp.map(({ list }) => list))];
  const importsOf = await importsReaching(periods, lists, deps.imports);
  const today = asChinaTime(deps.now().getTime()).slice(0, 10);
  return periods.map((one) => {
    const { branchId, per, period } = one;
    const isDue = isPeriodDue(period, { recordKind, branchId }, enterprise, duties, today);
    const record = periodRecord(one, monthsByBranch.get(branchId) ?? new Map(), isDue);
    return deps.lawOf(recordKind, one).periods!.judge(per, { ...record, imports: importsOf(one) ?? {} });
  });
};
