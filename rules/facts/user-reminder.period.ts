import type { AnyRecord } from '../../events/contract.ts';
import type { UserReminder } from '../../events/records/user-reminder/contract.ts';
import { isInTimeFor } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { type PeriodRecord, shareAbout, type Tally, tallied } from './period.ts';
import { both } from './told.ts';

/** Events of a type, and those of them whose users were reminded in time. */
const eventsOf = (type: string): string => `${type} events`;
const remindedOf = (type: string): string => `${type} reminded`;
/** An event of which nobody said what it was may be of any type. */
const anyType = 'untold';

/** By type of event, since which of them count is a parameter of the rule: how many there were, and how many were reminded. */
export const tally = (record: AnyRecord): Readonly<Record<string, number | undefined>> => {
  const { eventType, reminderShown, shownAt, eventCompletedAt } = record as UserReminder;
  const wasReminded = both(reminderShown, isInTimeFor(shownAt, eventCompletedAt) ?? undefined);
  const reminded = wasReminded === undefined ? undefined : Number(wasReminded);
  if (eventType !== undefined) return { [eventsOf(eventType)]: 1, [remindedOf(eventType)]: reminded };
  return { [eventsOf(anyType)]: undefined, [remindedOf(anyType)]: reminded === 0 ? 0 : undefined };
};

const sumOver = (record: Partial<PeriodRecord>, names: readonly string[]): Tally =>
  names
    .map((name) => tallied(record, name)!)
    .reduce((a, b) => ({ sum: a.sum + b.sum, unknown: a.unknown + b.unknown }), { sum: 0, unknown: 0 });

export const facts = factsOf<Partial<PeriodRecord>>()({
  /**
   * The share of the events of these `types` whose users were reminded by the time of completion, told where it is certain
   * on which side of `floor` it lies; `null` where there was no such event. Unit: ratio, 0 to 1. Article 30, paragraph 1.
   */
  'reminders.coverage': {
    type: 'number',
    unit: 'ratio',
    zh: '防诈提示覆盖率',
    en: 'the share of events with a fraud reminder',
    params: { types: 'list', floor: 'number' },
    of: ({ record }, { types, floor }) => {
      if (record.tallies === undefined) return undefined;
      const all = [...(types as readonly string[]), anyType];
      const tallies = {
        events: sumOver(record, all.map(eventsOf)),
        reminded: sumOver(record, all.map(remindedOf)),
      };
      return shareAbout({ tallies }, 'reminded', 'events', floor as number);
    },
  },
});
