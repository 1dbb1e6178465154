import { type Finding, worstFirst } from '../../events/finding.ts';
import { type Manifest, sequenceOf } from '../../events/manifest.ts';
import { findingsOf, type JudgedRecord, judgedPeriods, recordCounts } from '../../rules/judged.ts';
import { periodsAround } from '../../rules/period-records.ts';
import type { TallyPlace } from '../../rules/tally.ts';
import { advanceRosters } from './advance-rosters.ts';
import {
  besideOwn,
  type ClaimedBeside,
  claimRecords,
  goneFrom,
  isWholeRoster,
  marked,
  reportedIn,
} from './claim-records.ts';
import { shadowCount } from './count-shadow.ts';
import type { Law, RecordDeps } from './deps.ts';
import { judgePeriods } from './judge-periods.ts';
import type { Present, Reported } from './places.ts';
import { trackViolations } from './track-violations.ts';
import { readingTracksThere } from './tracks-there.ts';

/** A file's findings would be millions: of what is in order its counts are kept, and its records to judge again. */
const notInOrder = ({ judgements, ...one }: JudgedRecord): JudgedRecord => ({
  ...one,
  judgements: judgements.filter(({ verdict }) => verdict === 'violation' || verdict === 'undetermined'),
});

/** So many rows whose cards the holdings have no place for are named, the first ones; the others are counted. */
const maxBeyond = 1_000;

/** Whether anything is remembered of a record that has no violation: then all are claimed before any is judged. */
const isRemembered = ({ contract, periods }: Law): boolean => contract.holdings !== undefined || periods !== undefined;

/** What recording adds up besides, part after part. */
const sums = () => {
  const changed = new Set<string>();
  let beyond: number[] = [];
  const firstBeyond = (): number[] => beyond.sort((a, b) => a - b).slice(0, maxBeyond);
  let beyondTotal = 0;
  return {
    changed,
    addChanged: (ids: Iterable<string>): void => {
      for (const id of ids) changed.add(id);
    },
    addBeyond: (row: number): void => {
      beyondTotal += 1;
      // Parts come in any order of rows.
      if (beyond.push(row) === 2 * maxBeyond) beyond = firstBeyond();
    },
    beyond: (): Pick<Manifest, 'beyondHoldings' | 'beyondTotal'> => ({
      beyondHoldings: firstBeyond(),
      ...(beyondTotal > maxBeyond && { beyondTotal }),
    }),
  };
};

/**
 * Takes a submission from `recording` to `audited`: its records' tracks, the holdings, the violations of records and of
 * periods, the findings, and last the one write that makes it all count. Part by part where it is a file: where records
 * count together, all are claimed before the first is judged. Every step can be repeated after a crash at any point, by
 * anybody, and ends in the same state; a submission that is audited already is given back as it is.
 * Throws when there is no such submission.
 */
export const recordSubmission = async (id: string, deps: RecordDeps): Promise<Manifest> => {
  const manifest = await deps.manifest(id);
  if (manifest === undefined) throw new Error(`submission ${id} was never begun`);
  return manifest.view.status === 'audited' ? manifest : recordBegun(manifest, deps);
};

const recordBegun = async (manifest: Manifest, all: RecordDeps): Promise<Manifest> => {
  const { id, enterprise, branchId, region, sector, recordKind, period, receivedAt } = manifest.view;
  const law = all.lawOf(recordKind, manifest.view);
  const remembered = isRemembered(law);
  const { deps, mayHaveTrack } = remembered
    ? { deps: all, mayHaveTrack: () => true }
    : await readingTracksThere(manifest, all);

  await advanceRosters(manifest, law, deps);
  const said = await deps.lists(manifest);
  const months = new Map<string, TallyPlace>();
  const claim = async (reported: readonly Reported[]): Promise<ClaimedBeside> => {
    const claimed = await claimRecords(reported, manifest, law, deps);
    for (const place of claimed.months) months.set(JSON.stringify(place), place);
    return besideOwn(claimed, reported, law);
  };
  async function* parts(): AsyncGenerator<readonly Present[]> {
    for await (const kept of deps.records(id)) yield reportedIn(kept, law, said);
  }
  /** Those that are gone, once those that are there are known. */
  const claimGone = async (isPresent: (recordKey: string) => boolean) => {
    const gone: readonly Reported[] = (await goneFrom(manifest, isPresent, law, deps)).map(({ recordKey }) => ({
      recordKey,
    }));
    return { gone, claimed: await claim(gone) };
  };

  const claims: ClaimedBeside[] = [];
  const listed = new Set<string>();
  const isListing = isWholeRoster(manifest, law);
  if (remembered) {
    for await (const part of parts()) {
      claims.push(await claim(part));
      if (isListing) for (const { recordKey } of part) listed.add(recordKey);
    }
  }
  const goneFirst = remembered ? await claimGone((recordKey) => listed.has(recordKey)) : undefined;

  const records = recordCounts(manifest.view.counts.records);
  const sum = sums();
  const shadow = shadowCount();
  const told = (judged: readonly JudgedRecord[]): readonly Finding[] =>
    findingsOf(manifest.isFile ? judged.map(notInOrder) : judged, law.ruleOf);

  /** In order, and nothing is remembered of it: then all that becomes of it is that it is counted. */
  const isOnlyCounted = ({ recordKey, record, lists }: Present): boolean => {
    if (law.shadow !== undefined || mayHaveTrack(recordKey)) return false;
    const worst = law.glance({ record, ...(lists && { lists }) });
    if (worst <= worstFirst.indexOf('undetermined')) return false;
    records.addByWorst(worst, 1);
    return true;
  };

  async function* found(): AsyncGenerator<readonly Finding[]> {
    let n = 0;
    for await (const own of parts()) {
      const part = own.filter((one) => !isOnlyCounted(one));
      const claimed = claims[n] ?? (await claim(part));
      n += 1;
      const touched = { reported: marked(part, claimed), subjects: claimed.subjects };
      const { judgementsOf, shadow: inShadow, changed, full } = await trackViolations(touched, manifest, law, deps);
      const judged = part.map(
        ({ recordKey, row }): JudgedRecord => ({
          recordId: recordKey,
          row,
          judgements: judgementsOf.get(recordKey) ?? [],
        }),
      );
      records.add(judged);
      sum.addChanged(changed);
      shadow.add(inShadow.values());
      for (const { recordKey, row } of part) if (full.has(recordKey)) sum.addBeyond(row);
      yield told(judged);
    }
    // After the others: of a record that has come back meanwhile both may have something to say.
    const { gone, claimed } = goneFirst ?? (await claimGone(() => false));
    for (const touched of [
      { reported: [], subjects: claimed.subjects },
      { reported: marked(gone, claimed), subjects: [] },
    ]) {
      sum.addChanged((await trackViolations(touched, manifest, law, deps)).changed);
    }

    const periods = periodsAround([...months.values()], law.periods?.lengths ?? []);
    const by = { enterprise, recordKind, submission: id, stream: id, sequence: sequenceOf(manifest.view), receivedAt };
    const ofPeriods = await judgePeriods(periods, by, deps);
    sum.addChanged(ofPeriods.changed);
    yield told(judgedPeriods(periods, branchId, ({ recordId }) => ofPeriods.judgementsOf.get(recordId)!));
  }
  const { name, total } = await deps.keepFindings(id, found());

  if (law.shadow !== undefined) await deps.countShadow(law.shadow.release, id, records.judged(), shadow.all());
  const counts = records.counts();
  const audited: Manifest = {
    ...manifest,
    view: { ...manifest.view, status: 'audited', counts },
    findingsTotal: total,
    findings: name,
    ...sum.beyond(),
  };
  const isOurs = await deps.commit(audited, {
    id: 'submission.audited',
    stream: id,
    type: 'submission.audited',
    at: deps.now().toISOString(),
    detail: { submission: id, enterprise, branchId, region, sector, recordKind, period, counts },
  });
  await deps.settle([...sum.changed], id);
  return isOurs ? audited : (await deps.manifest(id))!;
};
