import type { JournalEntry } from '../../events/journal.ts';
import type { Change, Recorded, Step, TrackAt } from '../../rules/track.ts';
import type { RecordDeps } from './deps.ts';

/** What is known of violations, and which submissions are still being recorded. */
export type KnownViolations = {
  readonly violations: ReadonlyMap<string, Recorded>;
  readonly recording: ReadonlySet<string>;
};

export const knownViolations = async (
  tracks: readonly TrackAt[],
  deps: Pick<RecordDeps, 'violations' | 'manifests'>,
): Promise<KnownViolations> => {
  const ids = tracks.flatMap(({ track }) => Object.values(track?.rules ?? {}).map(({ violation }) => violation));
  const recorded = (await deps.violations([...new Set(ids)])).flatMap((found) => found ?? []);
  const pending = [...new Set(recorded.flatMap(({ pendingOf }) => pendingOf ?? []))];
  const manifests = await deps.manifests(pending);
  return {
    violations: new Map(recorded.map((found) => [found.violation.id, found])),
    recording: new Set(pending.filter((_, n) => manifests[n]?.view.status === 'recording')),
  };
};

const entryOf = ({ type, violation }: Step, stream: string, at: string): JournalEntry => {
  const { id, rule, version, article, severity, enterprise, branchId, region, sector, recordKind, recordId } =
    violation;
  const whose = { enterprise, branchId, region, sector, recordKind, recordId };
  return {
    id: `${type}#${id}`,
    stream,
    type,
    at,
    detail: { violation: id, rule, version, article, severity, ...whose },
  };
};

/** What a violation was before this submission: until that is audited, readers go on seeing what they see of it. */
const before = (id: string, submission: string, { violations, recording }: KnownViolations): Recorded | undefined => {
  const written = violations.get(id);
  if (written?.pendingOf === submission) return written.was;
  return written && recording.has(written.pendingOf ?? '') ? written : written && { violation: written.violation };
};

/** The violations and journal entries of a submission's steps. */
export const written = (
  steps: readonly Step[],
  known: KnownViolations,
  submission: string,
  at: string,
): Pick<Change, 'violations' | 'journal'> => ({
  violations: steps.map(({ violation }): Recorded => {
    const was = before(violation.id, submission, known);
    return { violation, pendingOf: submission, ...(was && { was }) };
  }),
  journal: steps.map((step) => entryOf(step, submission, at)),
});

/** The same of steps that no submission made: they are seen at once. */
export const writtenAtOnce = (
  steps: readonly Step[],
  stream: string,
  at: string,
): Pick<Change, 'violations' | 'journal'> => ({
  violations: steps.map(({ violation }): Recorded => ({ violation })),
  journal: steps.map((step) => entryOf(step, stream, at)),
});
