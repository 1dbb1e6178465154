import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import type { AnyRecord } from '../../../events/contract.ts';
import type { KeptRecord, Manifest, RecordsPart } from '../../../events/manifest.ts';
import { reportsBySubject } from '../../../functions/record-submission/claim-records.ts';
import type { Law } from '../../../functions/record-submission/deps.ts';
import { claimed } from '../../../functions/record-submission/places.ts';
import { lawOf } from '../../../functions/record-submission/wire.ts';
import { judgeWhole, type WholeDeps } from '../../../functions/run-upload/judge-whole.ts';
import { putTogether, recordsOf } from '../../../functions/run-upload/put-together.ts';
import { digest } from '../../../functions/store/digest.ts';
import { goneBeside, judgeProjected, type ProjectDeps } from '../../../functions/submit-records/judge-projected.ts';
import { noRosters } from '../../../rules/branch-rosters.ts';
import type { Lists } from '../../../rules/facts/lists.ts';
import { type Holding, heldAfter, nothingHeld } from '../../../rules/holdings.ts';
import { countsOf } from '../../../rules/judged.ts';
import { type Asked, askedBy } from '../../../rules/look-up.ts';
import { isListed, type Track } from '../../../rules/track.ts';
import { aManifest, anUpload, instant } from '../../store-suite/examples.ts';
import { smallLaw } from '../any-order/small-law.ts';
import { type SomeFile, someFile } from '../judge-files/some-files.ts';
import { cutUpload } from './cut-upload.ts';

// A file that is judged part by part is judged as if all its records had been judged at once.

/** What was reported before, by this branch or another of the enterprise. */
type Before = { readonly record: AnyRecord; readonly isOurs: boolean };

const reportedBefore = (before: readonly Before[], by: Manifest, law: Law): ProjectDeps => {
  const tracks = new Map<string, Track>();
  const cards = new Map<string, readonly Holding[]>();
  for (const [n, { record, isOurs }] of before.entries()) {
    const branchId = isOurs ? by.view.branchId : 'another';
    const earlier = { ...by, view: { ...by.view, id: `p-${n}`, branchId, receivedAt: instant(n) } };
    const said = { recordKey: record.recordId, record };
    const asked = { ...earlier, view: { ...earlier.view, mode: 'events' as const } };
    const track = claimed(tracks.get(said.recordKey), said, law, asked, { rosters: noRosters, digest })!;
    for (const [subject, reports] of reportsBySubject(new Map([[said.recordKey, track]]), [said], law)) {
      cards.set(subject, heldAfter(cards.get(subject) ?? [], reports));
    }
    // Recorded, and so taken back where it stood before.
    tracks.set(said.recordKey, { ...track, left: [] });
  }
  return {
    tracks: async (keys) =>
      keys.map(({ recordKey }) => {
        const track = tracks.get(recordKey);
        return track === undefined ? { version: 0 } : { version: 1, track };
      }),
    tracksOfBranch: async function* (_, branchId) {
      yield [...tracks.values()].filter((track) => isListed(track) && track.branchId === branchId);
    },
    holdings: async (of) =>
      of.map(({ subject }) => {
        const held = cards.get(subject);
        return held === undefined ? nothingHeld : { version: 1, cards: held };
      }),
    digest,
  };
};

const entryOf = (value: string) => ({ value, from: '2000-01-01', receivedAt: instant(0) });

/** Every other value is on every list. */
const lookUp = async (asked: Asked): Promise<Lists> =>
  Object.fromEntries(
    Object.entries(asked).map(([list, values]) => [list, values.filter((value) => digest(value) < '8').map(entryOf)]),
  );

const wholeOf = async (file: SomeFile) => {
  const { upload, cut, pieces } = cutUpload(file);
  const whole = await putTogether(upload, cut, pieces);
  const records: KeptRecord[] = [];
  for (const [n, slice] of whole.slices.entries()) {
    for (const { row, record } of await recordsOf(upload, n, slice, pieces)) {
      records.push({ row: slice.before + row, record });
    }
  }
  return { upload, whole, records, pieces: pieces as Pick<WholeDeps, 'sliceRecords'> };
};

/** Parts in memory; gives them back as they would be read. */
const keptParts = (pieces: Pick<WholeDeps, 'sliceRecords'>) => {
  const parts: (readonly KeptRecord[])[] = [];
  return {
    deps: {
      sliceRecords: pieces.sliceRecords,
      keepPart: async (_: string, records: readonly KeptRecord[]) => String(parts.push(structuredClone(records)) - 1),
      keepSliceAsPart: async (id: string, n: number) => String(parts.push(await pieces.sliceRecords(id, n)) - 1),
    },
    read: (named: readonly RecordsPart[]) =>
      named.map(({ name, before }) => parts[Number(name)]!.map(({ row, record }) => ({ row: before + row, record }))),
  };
};

/** Lines in memory; nobody forgets to discard them. */
const lying = new Set<object>();
const spill: WholeDeps['spill'] = (parts) => {
  const lines = Array.from({ length: parts }, (): string[] => []);
  lying.add(lines);
  return {
    add: (part, line) => void lines[part]!.push(line),
    lines: (part) => lines[part]!,
    discard: () => void lying.delete(lines),
  };
};
afterEach(() => expect(lying.size).toBe(0));

const byRow = (a: KeptRecord, b: KeptRecord) => a.row - b.row;

type InFile = Awaited<ReturnType<typeof wholeOf>>;

/** Judges a file both ways; gives in how many parts it was judged, once it is the same. */
const compare = async (
  { upload, whole, records, pieces }: InFile,
  by: Manifest,
  law: Law,
  before: readonly Before[],
  recordsTogether: number,
): Promise<number> => {
  const { looksUp } = law.contract;
  const known = reportedBefore(before, by, law);
  const ofAll = records.map(({ record }) => record);
  const said = looksUp && (await lookUp(askedBy(looksUp, ofAll)));
  const gone = await goneBeside(records, by, law, known);
  const atOnce = await judgeProjected(records, gone, by, law, known, said);

  const kept = keptParts(pieces);
  const deps = { ...known, ...kept.deps, lookUp, listVersions: async () => '1', spill };
  const inParts = await judgeWhole({ upload, whole, by, law, told: async () => {} }, deps, recordsTogether);

  const violating = atOnce.filter(({ judgements }) => judgements.some(({ verdict }) => verdict === 'violation'));
  expect([inParts.counts, inParts.violating]).toEqual([countsOf(atOnce, whole.rows), violating.map(({ row }) => row)]);
  const parts = kept.read(inParts.parts);
  expect(parts.flat().toSorted(byRow)).toEqual(records);
  expect(parts.every((part) => part.length > 0)).toBe(true);
  const values = (lists: Lists | undefined) =>
    lists && Object.entries(lists).map(([list, entries]) => [list, entries.map(({ value }) => value).sort()]);
  expect(values(inParts.said)).toEqual(values(said));
  return parts.length;
};

const manifestOf = (
  { upload, records }: Pick<InFile, 'upload' | 'records'>,
  withdraws: readonly string[],
): Manifest => {
  const { recordKind, mode, period } = upload.chain;
  const ids = new Set(records.map(({ record }) => record.recordId));
  return {
    ...aManifest('u', { recordKind, mode, period, receivedAt: instant(1_000) }),
    withdraws: mode === 'roster' ? [] : withdraws.filter((id) => !ids.has(id)),
  };
};

const withdraws = fc.uniqueArray(
  fc.nat({ max: 30 }).map((n) => `A-${n}`),
  { maxLength: 4 },
);
const history = fc.array(fc.record({ content: fc.nat({ max: 39 }), id: fc.nat({ max: 30 }), isOurs: fc.boolean() }), {
  maxLength: 12,
});

it('files of any kind are judged in parts as all their records at once, whatever was reported before', async () => {
  let inParts = 0;
  await fc.assert(
    fc.asyncProperty(someFile, history, withdraws, fc.integer({ min: 1, max: 8 }), async (file, was, gone, most) => {
      const one = await wholeOf(file);
      fc.pre(one.records.length > 0);
      const by = manifestOf(one, gone);
      const before = was.map(({ content, id, isOurs }) => ({
        record: { ...one.records[content % one.records.length]!.record, recordId: `A-${id}` },
        isOurs,
      }));
      if ((await compare(one, by, lawOf(file.kind, by.view), before, most)) > 1) inParts += 1;
    }),
    { numRuns: 100 },
  );
  expect(inParts).toBeGreaterThan(5);
});

const aCard = fc
  .record({
    id: fc.nat({ max: 9 }),
    subjectId: fc.constantFrom('p', 'p', 'q', 's', undefined),
    other: fc.option(fc.constantFrom('c1', 'c2'), { freq: 4, nil: undefined }),
    cardStatus: fc.constantFrom('active', 'active', 'active', 'cancelled'),
  })
  .map(
    ({ id, subjectId, other, cardStatus }): AnyRecord => ({
      recordId: `A-${id}`,
      ...(subjectId !== undefined && { subjectId }),
      ...{ msisdn: other ?? `c${id}`, subjectType: 'individual', cardKind: 'mobile', cardStatus, nameMatches: true },
      openedAt: `2026-01-1${id}T09:00:00+08:00`,
    }),
  );
const someCards = fc.uniqueArray(aCard, { minLength: 1, maxLength: 10, selector: ({ recordId }) => recordId });
const cardsBefore = fc.array(fc.record({ record: aCard, isOurs: fc.boolean() }), { maxLength: 8 });

/** A file of records, all of which can be judged, so many in a slice. */
const sliced = (cards: readonly AnyRecord[], inSlice: number, mode: 'events' | 'roster' = 'events'): InFile => {
  const upload = anUpload('u', { slices: Math.ceil(cards.length / inSlice) });
  const slices = Array.from({ length: upload.slices! }, (_, n) => {
    const rows = Math.min(inSlice, cards.length - n * inSlice);
    return {
      ...{ rows, lines: rows, records: rows, faulty: 0, worst: [0, 0, 0, 0], violating: [] },
      ...{ before: n * inSlice, linesBefore: 0, faultsTotal: 0, twice: new Map() },
    };
  });
  const whole = {
    rows: cards.length,
    slices,
    records: cards.length,
    faultsTotal: 0,
    warnings: [],
    isJson: false,
    headingOf: String,
  };
  const kept = (some: readonly AnyRecord[]) => some.map((record, n) => ({ row: n + 1, record }));
  return {
    upload: {
      ...{ ...upload, chain: { ...upload.chain, mode }, movedAt: instant(0) },
      ...{ done: 0, slicesDone: 0, rowsJudged: cards.length },
    },
    ...{ whole, records: kept(cards) },
    pieces: { sliceRecords: async (_, n) => kept(cards.slice(n * inSlice, (n + 1) * inSlice)) },
  };
};

it('cards that come, move to another person or branch, or go count once, whichever part they are in', async () => {
  await fc.assert(
    fc.asyncProperty(
      ...([someCards, cardsBefore, withdraws, fc.constantFrom('events' as const, 'roster' as const)] as const),
      fc.record({ inSlice: fc.integer({ min: 1, max: 10 }), together: fc.integer({ min: 1, max: 8 }) }),
      async (cards, before, gone, mode, { inSlice, together }) => {
        const one = sliced(cards, inSlice, mode);
        await compare(one, manifestOf(one, gone), smallLaw, before, together);
      },
    ),
    { numRuns: 1_000 },
  );
});

const cardOf = (subjectId: string, n: number): AnyRecord => ({
  ...{ recordId: `A-${subjectId}-${n}`, subjectId, msisdn: `${subjectId}-${n}`, subjectType: 'individual' },
  ...{ cardKind: 'mobile', cardStatus: 'active', nameMatches: true },
  openedAt: `2026-01-0${1 + (n % 9)}T09:00:00+08:00`,
});

/** What is judged in parts, with the number of records in each. */
const inParts = async (one: InFile, together: number, over: Partial<WholeDeps> = {}) => {
  const by = manifestOf(one, []);
  const kept = keptParts(one.pieces);
  const listVersions = async () => '1';
  const deps = { ...reportedBefore([], by, smallLaw), ...kept.deps, lookUp, listVersions, spill, ...over };
  const judged = await judgeWhole({ ...one, by, law: smallLaw, told: async () => {} }, deps, together);
  return { ...judged, sizes: kept.read(judged.parts).map(({ length }) => length), kept: kept.read(judged.parts) };
};

it('who has more cards than anybody holds fills parts; whoever shares one with them is judged as ever', async () => {
  const many = Array.from({ length: 5_000 }, (_, n) => cardOf('x', n));
  const few = ['p', 'q', 's', 't', 'u'].flatMap((subject) => [0, 1, 2].map((n) => cardOf(subject, n)));
  // In one part, one card of each after the other among those of whoever has too many.
  const all = many.flatMap((card, n) => (n % 300 === 0 ? [card, ...few.slice(n / 300, n / 300 + 1)] : [card]));
  expect(all.length).toBe(many.length + few.length);
  const { sizes, kept, violating } = await inParts(sliced(all, 400), 800);
  expect(sizes.reduce((sum, size) => sum + size)).toBe(all.length);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(1_600);
  const ofFew = new Set(few.map(({ recordId }) => recordId));
  const rowsOfFew = kept.flat().flatMap(({ row, record }) => (ofFew.has(record.recordId) ? [row] : []));
  const wrong = new Set(violating);
  // Two cards may one have: the third of each.
  expect(rowsOfFew.filter((row) => wrong.has(row)).length).toBe(5);
});

it('a person of few cards is never parted, however many fall into one part', async () => {
  const all = Array.from({ length: 60 }, (_, n) => cardOf(`p${n % 20}`, Math.floor(n / 20)));
  for (const together of [1, 2, 5, 30]) {
    const { kept, counts } = await inParts(sliced(all, 7), together);
    expect(counts).toMatchObject({ compliant: 40, violation: 20, faults: 0 });
    const subjects = kept.map((part) => new Set(part.map(({ record }) => record.subjectId)));
    expect(subjects.reduce((sum, { size }) => sum + size, 0)).toBe(20);
  }
});

it('a list that changes while a file is judged has it judged again, and what it says then is kept', async () => {
  const all = Array.from({ length: 12 }, (_, n) => cardOf(`p${n}`, 0));
  let [version, asked] = [1, 0];
  const changing = async (values: Asked): Promise<Lists> => {
    asked += 1;
    // Somebody imports it while the second part is looked up.
    if (asked === 2) version += 1;
    const listed = version === 1 ? [] : values['sanctioned-subjects']!;
    return { 'sanctioned-subjects': listed.map(entryOf) };
  };
  const judged = await inParts(sliced(all, 5), 3, { lookUp: changing, listVersions: async () => String(version) });
  const ofAll = all.map(({ subjectId }) => subjectId).toSorted();
  expect(judged.said!['sanctioned-subjects']!.map(({ value }) => value).toSorted()).toEqual(ofAll);
  expect(judged.sizes.reduce((sum, size) => sum + size)).toBe(12);
  expect(asked).toBe(2 * judged.sizes.length);
  expect(judged.counts.records).toBe(12);
});

it('lists that never stand still are an error, not an endless wait', async () => {
  let version = 0;
  const listVersions = async () => {
    version += 1;
    return String(version);
  };
  await expect(inParts(sliced([cardOf('p', 0)], 1), 1, { listVersions })).rejects.toThrow('changed 10 times');
});
