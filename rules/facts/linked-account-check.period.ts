import type { AnyRecord } from '../../events/contract.ts';
import type { LinkedAccountCheck } from '../../events/records/linked-account-check/contract.ts';
import { factsOf } from './fact.ts';
import { namedAt, placeOfList } from './list-places.ts';
import { type PeriodRecord, type ReceivedImport, tallied } from './period.ts';

const countedAt = (place: number): string => `answers ${place}`;
const printsAt = (place: number): string => `prints ${place}`;

/** How many records answer each list, by its place; of a record that names none nobody knows which it answers. */
export const tally = (record: AnyRecord): Readonly<Record<string, number | undefined>> => {
  const { listId } = record as LinkedAccountCheck;
  if (listId === undefined) return { 'list untold': 1 };
  if (listId === null) return {};
  const { place, print } = placeOfList(listId);
  return { [countedAt(place)]: 1, [printsAt(place)]: print };
};

/** Of each list whether a record answers it; undefined where the lists counted at its place cannot be told apart. */
const answered = (
  record: Partial<PeriodRecord>,
  lists: readonly ReceivedImport[],
): readonly (boolean | undefined)[] => {
  // Before lists had places, records were counted by the names of lists.
  const wanted = lists.filter(({ id }) => tallied(record, `list ${id}`)!.sum === 0).map(({ id }) => placeOfList(id));
  return [...Map.groupBy(wanted, ({ place }) => place)].flatMap(([place, own]) =>
    namedAt(own, { records: tallied(record, countedAt(place))!.sum, prints: tallied(record, printsAt(place))!.sum }),
  );
};

export const facts = factsOf<Partial<PeriodRecord>>()({
  /** A filing duty for the period has fallen due: what is not reported by then is missing. */
  'period.isDue': {
    type: 'boolean',
    zh: '报送期限已届满',
    en: 'the report of the period being due',
    of: ({ record }) => record.isDue,
  },

  /** A list of fraud numbers came within the period. Unknown where no such list is kept. */
  'lists.areReceived': {
    type: 'boolean',
    zh: '本期收到涉诈号码名单',
    en: 'a list of fraud numbers being received',
    of: ({ record }) => {
      const received = record.imports?.['fraud-numbers'];
      return received === undefined ? undefined : received.length > 0;
    },
  },

  /**
   * Every list of fraud numbers of the period has a record that names it. Unknown where no such list is kept, or while a
   * record that does not say which list it belongs to, or the name of one that nobody sent, may answer one. Article 22,
   * paragraph 2.
   */
  'lists.areAnswered': {
    type: 'boolean',
    zh: '本期收到的名单均有核验记录',
    en: 'every list received being answered',
    of: ({ record }) => {
      const received = record.imports?.['fraud-numbers'];
      const untold = tallied(record, 'list untold');
      if (received === undefined || untold === undefined) return undefined;
      const each = answered(record, received);
      if (each.every((one) => one === true)) return true;
      return untold.sum === 0 && each.includes(false) ? false : undefined;
    },
  },
});
