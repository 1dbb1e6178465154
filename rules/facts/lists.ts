import type { ListName } from '../../events/lists.ts';
import { civilDayOf } from './civil-time.ts';

/**
 * One entry of a list that an authority keeps: of a person, a number or an account by its token, or of a sample by its
 * digest, for the civil days `from` to `until` (+08:00, both included; no `until` while it has no end).
 */
export type ListEntry = {
  readonly value: string;
  readonly from: string;
  readonly until?: string;
  /** What the list says of it, such as the category of a sanction or the grade of a risk. */
  readonly category?: string;
  /** The authority's own number of the entry. */
  readonly reference?: string;
  /** Instant in normal form at which the service received it. */
  readonly receivedAt: string;
};

/** Of each list that is there, the entries about the values that the record looks up; a list that is not there is absent. */
export type Lists = Readonly<Partial<Record<ListName, readonly ListEntry[]>>>;

/**
 * The entries about a value that are in force on a civil day, or on any day where none is given. Unknown where the list is
 * not there, or nobody said the value or the day; where there is no value (`null`), there are none, and that is known.
 */
export const entriesOn = (
  lists: Lists | undefined,
  list: ListName,
  value: string | null | undefined,
  on?: { readonly day: string | null | undefined },
): readonly ListEntry[] | undefined => {
  if (value === null) return [];
  const entries = lists?.[list];
  if (entries === undefined || value === undefined) return undefined;
  const own = entries.filter((entry) => entry.value === value);
  if (on === undefined || own.length === 0) return own;
  const { day } = on;
  if (day === undefined) return undefined;
  return day === null ? [] : own.filter(({ from, until }) => from <= day && (until === undefined || day <= until));
};

/** Whether a list names a value on the civil day of an instant; unknown as its entries are. */
export const isListedOn = (
  lists: Lists | undefined,
  list: ListName,
  value: string | null | undefined,
  when: string | null | undefined,
): boolean | undefined => {
  const entries = entriesOn(lists, list, value, { day: civilDayOf(when) });
  return entries === undefined ? undefined : entries.length > 0;
};
