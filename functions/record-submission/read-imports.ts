import type { ListReceipt } from '../../events/list-import.ts';
import type { ListName } from '../../events/lists.ts';
import { within } from '../../events/registry.ts';
import type { Period } from '../../events/submission.ts';
import type { PeriodRecord } from '../../rules/facts/period.ts';
import { addDays } from '../../rules/filing-periods.ts';
import type { BranchPeriod } from '../../rules/period-records.ts';

/** The imports of a list, by whomever, from an instant on and before another; undefined where the list is not there. */
export type ReadImports = (list: ListName, from: string, before: string) => Promise<readonly ListReceipt[] | undefined>;

/** The instant at which a civil day begins in China. */
const startOf = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString();

/** Whether the import tells a branch in the region of anything new: what was only said again, or taken away, does not. */
const reaches = (region: string, { regions, added, changed }: ListReceipt): boolean =>
  added + changed > 0 && within(region, regions);

/** Enterprises know a list by the number that its authority gave it, where it gave one. */
const asReceived = ({ id, reference = id, receivedAt }: ListReceipt) => ({ id: reference, receivedAt });

/**
 * Gives each of the periods what reached its branch within it, of each list that the kind looks up: an authority's list
 * reaches the branches in its regions, whatever their sector. A list that is not there is absent.
 */
export const importsReaching = async (
  periods: readonly BranchPeriod[],
  lists: readonly ListName[],
  imports: ReadImports,
): Promise<(one: BranchPeriod) => PeriodRecord['imports']> => {
  const keyOf = (list: ListName, { from, to }: Period): string => `${list} ${from} ${to}`;
  const spans = new Map(
    periods.flatMap(({ period }) => lists.map((list) => [keyOf(list, period), { list, period }] as const)),
  );
  const read = [...spans].map(
    async ([
      key,
      {
        list,
        period: { from, to },
      },
    ]) => {
      return [key, await imports(list, startOf(from), startOf(addDays(to, 1)))] as const;
    },
  );
  const received = new Map(await Promise.all(read));
  return ({ period, region }) =>
    Object.fromEntries(
      lists.flatMap((list) => {
        const own = received.get(keyOf(list, period));
        return own === undefined ? [] : [[list, own.filter((one) => reaches(region, one)).map(asReceived)]];
      }),
    );
};
