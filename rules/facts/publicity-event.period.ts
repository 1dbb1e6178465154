import type { AnyRecord } from '../../events/contract.ts';
import type { PublicityEvent } from '../../events/records/publicity-event/contract.ts';
import { factsOf } from './fact.ts';
import { countAbout, type PeriodRecord } from './period.ts';

const isFor = (groups: readonly string[] | undefined, wanted: readonly string[]): number | undefined =>
  groups === undefined ? undefined : Number(groups.some((group) => wanted.includes(group)));

/** How many events reached anybody, were for older people, and for minors or students; one event may be for both. */
export const tally = (record: AnyRecord): Readonly<Record<string, number | undefined>> => {
  const { targetGroups, participants } = record as PublicityEvent;
  return {
    held: participants === undefined ? undefined : Number(participants > 0),
    'for elderly': isFor(targetGroups, ['elderly']),
    'for young': isFor(targetGroups, ['minor', 'student']),
  };
};

export const facts = factsOf<Partial<PeriodRecord>>()({
  /** A filing duty for the period has fallen due: what is not reported by then is missing. */
  'period.isDue': {
    type: 'boolean',
    zh: '报送期限已届满',
    en: 'the report of the period being due',
    of: ({ record }) => record.isDue,
  },

  /**
   * Unit: event. How many were held that reached anybody, each reported by a record of its own; told where it is certain on
   * which side of `floor` it lies. Article 30.
   */
  'events.count': {
    type: 'number',
    unit: 'event',
    zh: '宣传活动场次',
    en: 'the number of publicity events',
    params: { floor: 'number' },
    of: ({ record }, { floor }) => countAbout(record, 'held', floor as number),
  },

  /**
   * Unit: event. How many were for older people, told where it is certain on which side of `floor` it lies: an event of
   * which nobody said whom it was for may be one. Article 8, paragraph 2.
   */
  'events.forElderly': {
    type: 'number',
    unit: 'event',
    zh: '面向老年人的宣传场次',
    en: 'the number of events for older people',
    params: { floor: 'number' },
    of: ({ record }, { floor }) => countAbout(record, 'for elderly', floor as number),
  },

  /** Unit: event. How many were for minors or students, told as those for older people are. Article 8, paragraph 2. */
  'events.forYoung': {
    type: 'number',
    unit: 'event',
    zh: '面向未成年人或学生的宣传场次',
    en: 'the number of events for minors or students',
    params: { floor: 'number' },
    of: ({ record }, { floor }) => countAbout(record, 'for young', floor as number),
  },
});
