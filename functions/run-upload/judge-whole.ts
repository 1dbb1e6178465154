import type { KeptRecord, Manifest, RecordsPart } from '../../events/manifest.ts';
import type { Counts } from '../../events/submission.ts';
import type { MovingUpload } from '../../events/upload.ts';
import type { Lists } from '../../rules/facts/lists.ts';
import { countsOf, type JudgedRecord } from '../../rules/judged.ts';
import { askedBy } from '../../rules/look-up.ts';
import { keyedHash } from '../judge-slice/keyed-hash.ts';
import { type Gone, goneFrom, isWholeRoster } from '../record-submission/claim-records.ts';
import type { Law } from '../record-submission/deps.ts';
import { placeOf } from '../record-submission/places.ts';
import { judgeProjected } from '../submit-records/judge-projected.ts';
import type { CountDeps } from './deps.ts';
import { recordsOf, type SliceInFile, type WholeFile } from './put-together.ts';

/** The whole file judged: its records kept in parts, and which rows violate. */
export type WholeJudged = {
  readonly parts: readonly RecordsPart[];
  readonly counts: Counts;
  /** By row. */
  readonly violating: readonly number[];
  /** What the lists said, of a kind that looks something up. */
  readonly said?: Lists;
};

export type About = {
  readonly upload: MovingUpload;
  readonly whole: WholeFile;
  /** As it would be recorded. */
  readonly by: Manifest;
  readonly law: Law;
  /** Hears of the rows so far. */
  readonly told: (rows: number) => Promise<void>;
};

const isViolating = ({ judgements }: JudgedRecord): boolean =>
  judgements.some(({ verdict }) => verdict === 'violation');

/** Adds up what was judged, part by part. */
const tally = (rows: number) => {
  const counts = { ...countsOf([], rows) };
  const violating: number[] = [];
  return {
    add: (judged: readonly JudgedRecord[]): void => {
      const part = countsOf(judged, judged.length);
      counts.compliant += part.compliant;
      counts.violation += part.violation;
      counts.undetermined += part.undetermined;
      counts.notApplicable += part.notApplicable;
      counts.faults -= judged.length;
      for (const one of judged) if (isViolating(one)) violating.push(one.row);
    },
    /** Of a slice of which nothing need be judged again; by the order of `worstFirst`. */
    addSlice: ({ worst, records, violating: own, before }: SliceInFile): void => {
      const [violation, undetermined, compliant, notApplicable] = worst as [number, number, number, number];
      counts.violation += violation;
      counts.undetermined += undetermined;
      counts.compliant += compliant;
      counts.notApplicable += notApplicable;
      counts.faults -= records;
      for (const row of own) violating.push(before + row);
    },
    result: () => ({ counts, violating: violating.sort((a, b) => a - b) }),
  };
};

const shiftedBy = (records: readonly KeptRecord[], by: number): readonly KeptRecord[] =>
  records.map(({ row, record }) => ({ row: row + by, record }));

/** Records that count for nobody but themselves: each slice is a part, and mostly it has been judged already. */
const judgeBySlice = async (about: About, deps: CountDeps): Promise<WholeJudged> => {
  const { upload, whole, by, law, told } = about;
  const { looksUp } = law.contract;
  const parts: RecordsPart[] = [];
  const sum = tally(whole.rows);
  const said = saidTogether();
  for (const [n, slice] of whole.slices.entries()) {
    if (slice.records === 0) continue;
    const { before } = slice;
    if (looksUp === undefined && slice.twice.size === 0) {
      parts.push({ name: await deps.keepSliceAsPart(upload.id, n), before });
      sum.addSlice(slice);
    } else {
      const records = await recordsOf(upload, n, slice, deps);
      parts.push({ name: await deps.keepPart(upload.id, records), before });
      const asked =
        looksUp &&
        askedBy(
          looksUp,
          records.map(({ record }) => record),
        );
      const lists = asked && (await deps.lookUp(asked));
      if (lists !== undefined) said.add(lists);
      sum.add(await judgeProjected(shiftedBy(records, before), [], by, law, deps, lists));
    }
    await told(before + slice.rows);
  }
  return { parts, ...sum.result(), ...(looksUp && { said: said.all() }) };
};

/** Of one part of the records so many are put on the disk together, and so many judged. */
const recordsTogether = 10_000;
const mostParts = 256;

/** Records that count together: those of a person are in one part, whatever row they stand in. */
const judgeBySubject = async (about: About, deps: CountDeps): Promise<WholeJudged> => {
  const { upload, whole, by, law, told } = about;
  const { contract } = law;
  const count = Math.min(mostParts, Math.ceil(whole.records / recordsTogether));
  const hash = keyedHash(0);
  const lanes = new Uint32Array(3);
  const partOf = (subject: string): number => {
    hash(subject, lanes, 0);
    return lanes[0]! % count;
  };
  const isListing = isWholeRoster(by, law);
  const listed = new Set<string>();
  const spill = deps.spill(count);
  const parts: RecordsPart[] = [];
  const sum = tally(whole.rows);
  const said = saidTogether();
  let judged = 0;
  const judgePart = async (records: readonly KeptRecord[], gone: readonly Gone[]): Promise<void> => {
    parts.push({ name: await deps.keepPart(upload.id, records), before: 0 });
    const asked =
      contract.looksUp &&
      askedBy(
        contract.looksUp,
        records.map(({ record }) => record),
      );
    const lists = asked && (await deps.lookUp(asked));
    if (lists !== undefined) said.add(lists);
    sum.add(await judgeProjected(records, gone, by, law, deps, lists));
    judged += records.length;
    await told(judged);
  };
  try {
    for (const [n, slice] of whole.slices.entries()) {
      if (slice.records === 0) continue;
      for (const { row, record } of await recordsOf(upload, n, slice, deps)) {
        const part = partOf(placeOf(contract, record)?.subject ?? record.recordId);
        spill.add(part, JSON.stringify({ row: slice.before + row, record }));
        if (isListing) listed.add(record.recordId);
      }
      await told(0);
    }
    const gone = await goneFrom(by, (recordKey) => listed.has(recordKey), law, deps);
    // Of what is withdrawn it is not known whose it was.
    const goneOf = (part: number): readonly Gone[] =>
      gone.filter(({ track }) => track?.place === undefined || partOf(track.place.subject) === part);
    for (let part = 0; part < count; part += 1) {
      const leaving = goneOf(part);
      let records: KeptRecord[] = [];
      for (const line of spill.lines(part)) {
        records.push(JSON.parse(line));
        // One person has more than anybody holds: it makes no difference where they are parted.
        if (records.length < recordsTogether * 2) continue;
        await judgePart(records, leaving);
        records = [];
      }
      if (records.length > 0) await judgePart(records, leaving);
    }
  } finally {
    spill.discard();
  }
  return { parts, ...sum.result(), ...(contract.looksUp && { said: said.all() }) };
};

/** What the lists said of one part after another; each value once. */
const saidTogether = () => {
  const all = new Map<string, Map<string, NonNullable<Lists[keyof Lists]>[number]>>();
  return {
    add: (lists: Lists): void => {
      for (const [list, entries] of Object.entries(lists)) {
        const known = all.get(list) ?? new Map();
        all.set(list, known);
        for (const entry of entries) known.set(JSON.stringify(entry), entry);
      }
    },
    all: (): Lists => Object.fromEntries([...all].map(([list, entries]) => [list, [...entries.values()]])),
  };
};

/** Nobody imports lists so often that a file meets an import each time. */
const maxLooks = 10;

/**
 * Judges a file's records with what others hold and what the lists say of them, all lists at one moment, and keeps them
 * in parts, each of which is judged by itself.
 */
export const judgeWhole = async (about: About, deps: CountDeps): Promise<WholeJudged> => {
  const { looksUp = [], holdings } = about.law.contract;
  const lists = [...new Set(looksUp.map(({ list }) => list))];
  for (let look = 0; look < maxLooks; look += 1) {
    const before = await deps.listVersions(lists);
    const judged = await (holdings === undefined ? judgeBySlice(about, deps) : judgeBySubject(about, deps));
    if ((await deps.listVersions(lists)) === before) return judged;
  }
  throw new Error(`the lists changed ${maxLooks} times while a file was judged`);
};
