import type { Violation } from '../../events/violation.ts';
import type { Recorded } from '../../rules/track.ts';

/** Which of the submissions are audited, in the order asked. */
export type IsAudited = (submissions: readonly string[]) => Promise<readonly boolean[]>;

const writersOf = ({ pendingOf, was }: Recorded): readonly string[] => [
  ...(pendingOf === undefined ? [] : [pendingOf]),
  ...(was === undefined ? [] : writersOf(was)),
];

/**
 * The violations as readers see them, in the order given: as written where the submission that wrote them is audited, as
 * they were before otherwise; undefined where they then did not exist.
 */
export const visible = async (
  recorded: readonly Recorded[],
  audited: IsAudited,
): Promise<readonly (Violation | undefined)[]> => {
  const writers = [...new Set(recorded.flatMap(writersOf))];
  const are = writers.length === 0 ? [] : await audited(writers);
  const pending = new Set(writers.filter((_, n) => !are[n]));
  const seen = (one: Recorded | undefined): Violation | undefined =>
    one?.pendingOf !== undefined && pending.has(one.pendingOf) ? seen(one.was) : one?.violation;
  return recorded.map(seen);
};
