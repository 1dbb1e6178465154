import type { AnyRecord } from '../../events/contract.ts';
import type { LinkedAccountCheck } from '../../events/records/linked-account-check/contract.ts';
import { factsOf } from './fact.ts';
import { type PeriodRecord, tallied } from './period.ts';

/** The tally of the records that answer a list. */
const ofList = (id: string): string => `list ${id}`;

/** How many records answer each list, by its number; of a record that names none nobody knows which it answers. */
export const tally = (record: AnyRecord): Readonly<Record<string, number | undefined>> => {
  const { listId } = record as LinkedAccountCheck;
  if (listId === undefined) return { 'list untold': 1 };
  return listId === null ? {} : { [ofList(listId)]: 1 };
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
   * record that does not say which list it belongs to may answer one. Article 22, paragraph 2.
   */
  'lists.areAnswered': {
    type: 'boolean',
    zh: '本期收到的名单均有核验记录',
    en: 'every list received being answered',
    of: ({ record }) => {
      const received = record.imports?.['fraud-numbers'];
      const untold = tallied(record, 'list untold');
      if (received === undefined || untold === undefined) return undefined;
      if (received.every(({ id }) => tallied(record, ofList(id))!.sum > 0)) return true;
      return untold.sum > 0 ? undefined : false;
    },
  },
});
