import type { Violation } from '../../events/violation.ts';
import type { Recorded } from '../../rules/track.ts';

/** Which of the submissions are audited, in the order asked. */
export type IsAudited = (submissions: readonly string[]) => Promise<readonly boolean[]>;

/**
 * The violations as readers see them, in the order given: as written where the submission that wrote them is audited, as
 * they were before otherwise; undefined where they then did not exist.
 */
export const visible = async (
  recorded: readonly Recorded[],
  audited: IsAudited,
): Promise<readonly (Violation | undefined)[]> => {
  const writers = [...new Set(recorded.flatMap(({ pendingOf }) => (pendingOf === undefined ? [] : [pendingOf])))];
  const are = writers.length === 0 ? [] : await audited(writers);
  const pending = new Set(writers.filter((_, n) => !are[n]));
  return recorded.map(({ violation, pendingOf, was }) =>
    pendingOf !== undefined && pending.has(pendingOf) ? was : violation,
  );
};
