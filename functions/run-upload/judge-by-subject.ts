import type { KeptRecord, RecordsPart } from '../../events/manifest.ts';
import { maxHeld } from '../../rules/holdings.ts';
import { askedBy } from '../../rules/look-up.ts';
import type { TrackAt } from '../../rules/track.ts';
import { keyedHash } from '../judge-slice/keyed-hash.ts';
import { type Gone, goneFrom, isWholeRoster } from '../record-submission/claim-records.ts';
import { placeOf } from '../record-submission/places.ts';
import { keyOf } from '../record-submission/record-key.ts';
import { judgeProjected } from '../submit-records/judge-projected.ts';
import type { About, WholeDeps, WholeJudged } from './judge-whole.ts';
import { saidTogether, tally } from './judged-sums.ts';
import { recordsOf } from './put-together.ts';

/** About so many records are in one part. */
const manyRecords = 10_000;
const mostParts = 256;

/** A record on the disk, and its track where it has one; `isBeside`: only of what it takes back from who had the card. */
type Spilled = KeptRecord & { readonly at?: TrackAt; readonly isBeside?: true };

/**
 * Judges records that count together: those of a person are in one part, whatever row they stand in. Only who has more
 * than anybody holds may be in several, and of such a one it is known when the file is recorded which cards are too many.
 */
export const judgeBySubject = async (
  about: About,
  deps: WholeDeps,
  recordsTogether = manyRecords,
): Promise<WholeJudged> => {
  const { upload, whole, by, law, told } = about;
  const { contract } = law;
  const count = Math.min(mostParts, Math.ceil(whole.records / recordsTogether));
  const hash = keyedHash(0);
  const lanes = new Uint32Array(3);
  const partOf = (subject: string): number => {
    hash(subject, lanes, 0);
    return lanes[0]! % count;
  };
  const subjectOf = ({ record }: KeptRecord): string => placeOf(contract, record)?.subject ?? record.recordId;
  const isListing = isWholeRoster(by, law);
  const listed = new Set<string>();
  const spill = deps.spill(count);
  const put = (part: number, one: Spilled): void => spill.add(part, JSON.stringify(one));
  /** Whoever moves a card is heard in both parts: where it stands now, and where it stood. */
  const putSlice = async (records: readonly KeptRecord[], before: number): Promise<void> => {
    const tracks = await deps.tracks(records.map(({ record }) => keyOf(by, record.recordId)));
    for (const [n, one] of records.entries()) {
      const at = tracks[n]!;
      const placed = { row: before + one.row, record: one.record, ...(at.track && { at }) };
      const part = partOf(subjectOf(one));
      put(part, placed);
      const stood = at.track?.place && partOf(at.track.place.subject);
      if (stood !== undefined && stood !== part) put(stood, { ...placed, isBeside: true });
      if (isListing) listed.add(one.record.recordId);
    }
  };

  const parts: RecordsPart[] = [];
  const sum = tally(whole.rows);
  const said = saidTogether();
  let judged = 0;
  const judgePart = async (spilled: readonly Spilled[], gone: readonly Gone[], beside: readonly Spilled[]) => {
    const records = spilled.map(({ row, record }) => ({ row, record }));
    const known = new Map([...spilled, ...beside].map(({ record, at }) => [record.recordId, at ?? { version: 0 }]));
    const tracks: WholeDeps['tracks'] = async (keys) => {
      const others = keys.filter(({ recordKey }) => !known.has(recordKey));
      const read = new Map((await deps.tracks(others)).map((at, n) => [others[n]!.recordKey, at]));
      return keys.map(({ recordKey }) => known.get(recordKey) ?? read.get(recordKey)!);
    };
    parts.push({ name: await deps.keepPart(upload.id, records), before: 0 });
    const asked =
      contract.looksUp &&
      askedBy(
        contract.looksUp,
        records.map(({ record }) => record),
      );
    const lists = asked && (await deps.lookUp(asked));
    if (lists !== undefined) said.add(lists);
    const others = [...gone, ...beside.map(({ record }) => ({ recordKey: record.recordId, record }))];
    sum.add(await judgeProjected(records, others, by, law, { ...deps, tracks }, lists));
    judged += records.length;
    await told(judged);
  };

  try {
    for (const [n, slice] of whole.slices.entries()) {
      if (slice.records === 0) continue;
      await putSlice(await recordsOf(upload, n, slice, deps), slice.before);
      await told(0);
    }
    const gone = await goneFrom(by, (recordKey) => listed.has(recordKey), law, deps);
    // Of what is withdrawn it is not known whose it was.
    const goneOf = (part: number): readonly Gone[] =>
      gone.filter(({ track }) => track?.place === undefined || partOf(track.place.subject) === part);
    for (let part = 0; part < count; part += 1) {
      const leaving = goneOf(part);
      const beside: Spilled[] = [];
      let waiting: Spilled[] = [];
      let most = recordsTogether * 2;
      for (const line of spill.lines(part)) {
        const one: Spilled = JSON.parse(line);
        (one.isBeside ? beside : waiting).push(one);
        if (waiting.length < most) continue;
        const bySubject = [...Map.groupBy(waiting, subjectOf).values()];
        const tooMany = bySubject.filter((own) => own.length > maxHeld).flat();
        if (tooMany.length > 0) await judgePart(tooMany, leaving, beside);
        waiting = bySubject.filter((own) => own.length <= maxHeld).flat();
        most = Math.max(recordsTogether * 2, waiting.length + recordsTogether);
      }
      if (waiting.length > 0) await judgePart(waiting, leaving, beside);
    }
  } finally {
    spill.discard();
  }
  return { parts, ...sum.result(), ...(contract.looksUp && { said: said.all() }) };
};
