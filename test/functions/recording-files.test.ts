import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AnyRecord } from '../../events/contract.ts';
import type { Finding } from '../../events/finding.ts';
import type { Manifest } from '../../events/manifest.ts';
import type { RecordDeps } from '../../functions/record-submission/deps.ts';
import { recordSubmission } from '../../functions/record-submission/record-submission.ts';
import { recording } from '../../functions/record-submission/wire.ts';
import { journalPut } from '../../functions/store/journal.ts';
import type { Objects } from '../../functions/store/objects.ts';
import { shadowCountsStore } from '../../functions/store/shadow-counts.ts';
import { succeeds } from '../../functions/store/transact.ts';
import { catalogue } from '../../rules/engine/catalogue.ts';
import { shadowJudge } from '../../rules/engine/shadow.ts';
import { freshTable, type Opened, TABLE } from '../infra/local/table-client.ts';
import { aManifest, anEntry, instant } from '../store-suite/examples.ts';
import { aWorld } from './any-order/recording-world.ts';

// A file is recorded part by part: over the table as it is.

let table: Opened;
beforeEach(async () => {
  table = await freshTable();
});
afterEach(() => table.close());

const kept = new Map<string, Buffer>();
const objects: Objects = {
  put: async (key, body) => void kept.set(key, Buffer.from(body)),
  get: async (key) => kept.get(key)!,
};

const rule = 'atfl.21.service-realname';
const anAccount = (recordId: string, identityMethod = 'id-document'): AnyRecord => ({
  ...{ recordId, identityMethod },
  activatedAt: '2026-10-05T10:00:00+08:00',
  verifiedAt: '2026-10-05T09:00:00+08:00',
});

/** Begins a file of these records, so many in a part, as counting it does; gives what recording it asks of the world. */
const begun = async (id: string, records: readonly AnyRecord[], inPart: number) => {
  const { deps, submissions, records: store } = recording(table.db, TABLE, objects);
  const rows = records.map((record, n) => ({ row: n + 1, record }));
  const parts: { name: string; before: number }[] = [];
  for (let before = 0; before < rows.length; before += inPart) {
    const part = rows.slice(before, before + inPart).map(({ row, record }) => ({ row: row - before, record }));
    parts.push({ name: await store.keepPart(id, part), before });
  }
  await store.keepParts(id, parts, { faults: [], faultsTotal: 0, warnings: [] });
  const n = Number(id.slice(1));
  const manifest: Manifest = {
    ...aManifest(id, { recordKind: 'internet-account', sector: 'internet', receivedAt: instant(n) }),
    isFile: true,
  };
  const counts = { ...manifest.view.counts, records: records.length };
  const { enterprise, branchId, recordKind, period, mode } = manifest.view;
  const head = await submissions.head({ enterprise, branchId, recordKind, period, mode });
  const begin = submissions.begin(
    { ...manifest, view: { ...manifest.view, counts } },
    head,
    journalPut(TABLE, anEntry(id, { id: 'submission.recording', type: 'submission.recording', at: instant(n) })),
  );
  expect(await succeeds(begin)).toBe(true);
  const asked: string[] = [];
  const judged: string[] = [];
  const watched: RecordDeps = {
    ...deps,
    tracks: async (keys) => {
      asked.push(...keys.map(({ recordKey }) => recordKey));
      return deps.tracks(keys);
    },
    lawOf: (kind, at) => {
      const law = deps.lawOf(kind, at);
      return {
        ...law,
        judge: (source) => {
          judged.push(source.record.recordId);
          return law.judge(source);
        },
      };
    },
  };
  const findings = async (of: Manifest): Promise<readonly Finding[]> => store.findings(of, 0, 10_000);
  return { deps: watched, findings, asked, judged };
};

/** So many that it is asked once which of them have a track. */
const many = 12_000;
const accounts = (wrong: readonly number[]) =>
  Array.from({ length: many }, (_, n) => anAccount(`A-${n + 1}`, wrong.includes(n + 1) ? 'none' : undefined));

it('of a large file whose records count for themselves those in order are only counted; what one had open is put right', async () => {
  const first = await begun('s1', accounts([3, 5_000, 11_999]), 5_000);
  const audited = await recordSubmission('s1', first.deps);
  expect(audited.view.counts).toEqual({
    ...{ records: many, faults: 0, compliant: many - 3, violation: 3, undetermined: 0, notApplicable: 0 },
  });
  const found = await first.findings(audited);
  expect(found.map(({ row, recordId, verdict }) => [row, recordId, verdict])).toEqual([
    [3, 'A-3', 'violation'],
    [5_000, 'A-5000', 'violation'],
    [11_999, 'A-11999', 'violation'],
  ]);
  expect(new Set(first.judged)).toEqual(new Set(['A-3', 'A-5000', 'A-11999']));
  expect(first.asked.filter((key) => !['A-3', 'A-5000', 'A-11999'].includes(key))).toEqual([]);

  // Corrected: one as it was, one put right, one put right in another part, and another that is wrong now.
  const second = await begun('s2', accounts([5_000, 7_000]), 4_000);
  const corrected = await recordSubmission('s2', second.deps);
  expect(corrected.view.counts).toMatchObject({ records: many, faults: 0, compliant: many - 2, violation: 2 });
  expect((await second.findings(corrected)).map(({ row }) => row)).toEqual([5_000, 7_000]);
  // Those of which nothing is remembered are not even asked about.
  expect(new Set(second.judged)).toEqual(new Set(['A-3', 'A-5000', 'A-7000', 'A-11999']));
  const { deps } = recording(table.db, TABLE, objects);
  const { view } = corrected;
  const keys = ['A-3', 'A-5000', 'A-7000', 'A-11999', 'A-1'].map((recordKey) => ({ ...view, recordKey }));
  const open = (await deps.tracks(keys)).map(({ track }) => track?.rules[rule]?.open);
  expect(open).toEqual([false, true, true, false, undefined]);
});

it('a file recorded again after a crash gives the same audit, and nothing is open twice', async () => {
  const { deps, findings } = await begun('s1', accounts([2, 9_000]), 4_000);
  let commits = 0;
  const dying: RecordDeps = {
    ...deps,
    commit: async (...all) => {
      commits += 1;
      if (commits === 1) throw new Error('the process has died');
      return deps.commit(...all);
    },
  };
  await expect(recordSubmission('s1', dying)).rejects.toThrow('died');
  const audited = await recordSubmission('s1', dying);
  expect(audited.view.counts).toMatchObject({ compliant: many - 2, violation: 2, faults: 0 });
  expect((await findings(audited)).map(({ row }) => row)).toEqual([2, 9_000]);
  expect(await recordSubmission('s1', deps)).toEqual(audited);
  const { deps: plain } = recording(table.db, TABLE, objects);
  const [at] = await plain.tracks([{ ...audited.view, recordKey: 'A-2' }]);
  expect(at!.track!.rules[rule]).toMatchObject({ occurrence: 1, open: true });
});

it('what a release in shadow would have said is added over all parts of a file', async () => {
  const shadow = {
    release: { name: '2026.12', digest: 'd' },
    rules: catalogue.rules
      .filter(({ id }) => id === rule)
      .map((one) => ({ ...one, conditions: { not: one.conditions } })),
    gone: [],
  };
  const judge = shadowJudge(shadow, 'internet-account')!;
  const records = Array.from({ length: 10 }, (_, n) => anAccount(`A-${n}`, n % 5 === 0 ? 'none' : undefined));
  const { deps } = await begun('s1', records, 3);
  const lawOf: RecordDeps['lawOf'] = (kind, at) => ({ ...deps.lawOf(kind, at), shadow: { release: '2026.12', judge } });
  await recordSubmission('s1', { ...deps, lawOf });
  expect(await shadowCountsStore(table.db, TABLE).counts('2026.12')).toEqual({
    ...{ submissions: 1, records: 10 },
    rules: { [rule]: { appears: 8, disappears: 2, changes: 0 } },
  });
});

it('the first thousand rows whose cards nobody has a place for are named, whatever order they come in; all are counted', async () => {
  const cards = Array.from({ length: 3_500 }, (_, n): AnyRecord => {
    const at = new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString().slice(0, 19);
    return {
      ...{ recordId: `A-${n}`, subjectId: 'p', msisdn: `c${n}`, subjectType: 'individual', cardKind: 'mobile' },
      ...{ cardStatus: 'cancelled', nameMatches: true, openedAt: `${at}+08:00` },
    };
  });
  const world = aWorld([{ branchId: 'a', mode: 'events', records: cards, withdraws: [] }]);
  const rows = cards.map((record, n) => ({ row: n + 1, record }));
  async function* records() {
    // Of a person the last rows come first here.
    for (const from of [2_400, 1_200, 0]) yield rows.slice(from, from === 2_400 ? undefined : from + 1_200);
  }
  const deps = { ...world.recorder(undefined), records };
  const [audited] = await Promise.all([recordSubmission('s0', deps), world.run(() => 0)]);
  expect(audited.beyondHoldings).toEqual(Array.from({ length: 1_000 }, (_, n) => 1_001 + n));
  expect(audited.beyondTotal).toBe(2_500);
});
