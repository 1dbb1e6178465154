// What a branch's rosters mean for whoever comes late: a roster speaks of every record of its branch at once, of those
// that it lists and of those that it leaves out, and writes only what it changes.

/** Whose rosters: one branch, one kind. */
export type RosterKey = { readonly enterprise: string; readonly branchId: string; readonly recordKind: string };

/** That a roster was sent, and the records whose rows could not be read: of these it says nothing. */
export type RosterMark = { readonly sequence: string; readonly submission: string; readonly unread: readonly string[] };

/** The branch's newest rosters, oldest first; `version` counts the changes, 0 before the first. */
export type Rosters = { readonly version: number; readonly marks: readonly RosterMark[] };

export const noRosters: Rosters = { version: 0, marks: [] };

/** So many rosters with unread rows are remembered beside each other, and of each so many rows. */
const maxMarks = 8;
export const maxUnread = 1_000;

/**
 * The marks with one more. One older than a roster that was read whole changes nothing; of the older ones that roster
 * needs the last whole one, and what came after it.
 */
export const marksAfter = (marks: readonly RosterMark[], mark: RosterMark): readonly RosterMark[] => {
  const isKnown = marks.some(({ sequence }) => sequence === mark.sequence);
  const isPast = marks.some(({ sequence, unread }) => unread.length === 0 && sequence > mark.sequence);
  if (isKnown || isPast) return marks;
  const all = [...marks, mark].sort((a, b) => (a.sequence < b.sequence ? -1 : 1));
  const whole = all.flatMap(({ unread }, n) => (unread.length === 0 ? [n] : []));
  return all.slice(whole.at(-2) ?? 0).slice(-maxMarks);
};

/** Sequence of the newest roster that speaks of the branch's record, be it by leaving it out; empty where none does. */
export const spokenOf = ({ marks }: Rosters, recordKey: string): string =>
  marks.findLast(({ unread }) => !unread.includes(recordKey))?.sequence ?? '';
