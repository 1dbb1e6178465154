import type { AnyRecord, Contract } from '../../events/contract.ts';
import type { KeptRecord, Manifest } from '../../events/manifest.ts';
import type { Principal } from '../../events/principal.ts';
import { notFound } from '../../events/problem.ts';
import { within } from '../../events/registry.ts';
import type { Replay, ReplayRequest } from '../../events/replay.ts';
import type { SubmissionView } from '../../events/submission.ts';
import { closureJudge } from '../../rules/engine/closures.ts';
import type { Rule } from '../../rules/engine/rule.ts';
import type { FactSource, Facts } from '../../rules/facts/fact.ts';
import type { Lists } from '../../rules/facts/lists.ts';
import type { Held, HeldBy } from '../../rules/holdings.ts';
import { changesIn, replayCount } from '../../rules/workbench/replay.ts';
import type { SubmissionList } from '../list-submissions/list-submissions.ts';
import { newestFirst } from '../list-violations/newest-first.ts';
import { holdingOf, placeOf, speakerOf } from '../record-submission/places.ts';
import { holdingsFor } from '../record-submission/targets.ts';
import { kindOf } from '../submit-records/admit.ts';

export type ReplayDeps = {
  readonly kinds: Readonly<Record<string, Contract>>;
  readonly factsOf: (kind: string) => Facts<never>;
  /** The release that judges now. */
  readonly current: string;
  /** Every version of a release by its name; undefined where there is none. */
  readonly rulesOf: (release: string) => readonly Rule[] | undefined;
  readonly audited: (
    by: SubmissionList,
    after: string | undefined,
    limit: number,
  ) => Promise<readonly SubmissionView[]>;
  readonly manifest: (id: string) => Promise<Manifest | undefined>;
  /** Part by part. */
  readonly records: (id: string) => AsyncIterable<readonly KeptRecord[]>;
  readonly lists: (manifest: Manifest) => Promise<Lists | undefined>;
  readonly holdings: (of: readonly HeldBy[]) => Promise<readonly Held[]>;
  readonly isLate: () => boolean;
};

type Judge = ReturnType<typeof closureJudge>;

const judgeOf = (rules: readonly Rule[], deps: ReplayDeps): ((kind: string) => Judge) => {
  const made = new Map<string, Judge>();
  return (kind) => {
    const own = () => rules.filter(({ recordKind, per }) => recordKind === kind && per === undefined);
    const judge = made.get(kind) ?? closureJudge(own(), deps.factsOf(kind));
    made.set(kind, judge);
    return judge;
  };
};

/** The records as stored, with what the lists said when they came in and what their subjects hold today; part by part. */
export async function* sourcesOf(
  manifest: Manifest,
  deps: Pick<ReplayDeps, 'kinds' | 'records' | 'lists' | 'holdings'>,
): AsyncGenerator<readonly FactSource<AnyRecord>[]> {
  const { id, recordKind } = manifest.view;
  const contract = deps.kinds[recordKind]!;
  const lists = await deps.lists(manifest);
  const looked = lists && { lists };
  for await (const records of deps.records(id)) {
    const placed = records.map(({ record }) => ({ record, place: placeOf(contract, record) }));
    const subjects = [...new Set(placed.flatMap(({ place }) => (place === undefined ? [] : [place.subject])))];
    const of = subjects.map((subject): HeldBy => ({ group: manifest.countingGroup, kind: recordKind, subject }));
    const held = new Map((await deps.holdings(of)).map((one, n) => [subjects[n]!, one]));
    yield placed.map(({ record, place }) => ({
      record,
      ...looked,
      ...(place && {
        holdings: holdingsFor(holdingOf(contract, record, place, speakerOf(manifest)), held.get(place.subject)!),
      }),
    }));
  }
}

const maySeeAny = ({ sectors, regions }: Principal, { sector, region }: SubmissionView): boolean =>
  sectors.some((own) => own === sector) && within(region, regions);

/**
 * Judges stored submissions of the caller's sectors and regions again, newest first, by two releases, and counts which
 * verdicts differ, until there are no more or it has taken long enough. Nothing is stored.
 * Throws Problem NOT_FOUND for a release, UNKNOWN_RECORD_KIND for a kind that there is not.
 */
export const replaySubmissions = async (
  { release: to, from, recordKind }: ReplayRequest,
  principal: Principal,
  after: string | undefined,
  deps: ReplayDeps,
): Promise<Omit<Replay, 'next'> & { readonly next: string | undefined }> => {
  if (recordKind !== undefined) kindOf(deps.kinds, recordKind);
  const since = from ?? deps.current;
  const [before, wanted] = [deps.rulesOf(since), deps.rulesOf(to)];
  if (before === undefined || wanted === undefined) throw notFound({ zh: '发布', en: 'release' });
  const [judgeBefore, judgeAfter] = [judgeOf(before, deps), judgeOf(wanted, deps)];

  const provinces = [...new Set(principal.regions.map((region) => region.slice(0, 2)))];
  const partitions = principal.sectors.flatMap((sector) => provinces.map((province) => ({ sector, province })));
  const page = async (by: SubmissionList, position: string | undefined, limit: number) =>
    (await deps.audited(by, position, limit)).map((view) => ({
      position: `${view.receivedAt}#${view.id}`,
      item:
        maySeeAny(principal, view) && (recordKind === undefined || view.recordKind === recordKind) ? view : undefined,
    }));

  const count = replayCount();
  let [submissions, position] = [0, after];
  while (true) {
    // One at a time: what is not judged in time is left to the next call.
    const { items, next } = await newestFirst({ partitions, page, after: position, limit: 1, isLate: deps.isLate });
    const [view] = items;
    const manifest = view && (await deps.manifest(view.id));
    if (manifest !== undefined) {
      const { enterprise, branchId, recordKind: kind } = manifest.view;
      for await (const sources of sourcesOf(manifest, deps)) {
        for (const source of sources) {
          const whose = { enterprise, branchId, recordId: source.record.recordId };
          count.add(changesIn(whose, judgeBefore(kind)(source), judgeAfter(kind)(source)));
        }
      }
      submissions += 1;
    }
    position = next;
    if (next === undefined || deps.isLate()) break;
  }
  const { samples, ...counted } = count.result();
  return { from: since, to, submissions, ...counted, samples: [...samples], next: position };
};
