import { mkdirSync, mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Contract } from '../../../events/contract.ts';
import { kinds } from '../../../events/records/kinds.generated.ts';
import { type FilesJudged, judgeFiles, type Progress } from '../../../functions/judge-files/judge-files.ts';
import { ownThread } from '../../../functions/judge-files/own-thread.ts';
import type { Run } from '../../../functions/judge-files/task.ts';
import { judgedBy } from '../../../functions/judge-files/task-runner.ts';
import { type Threads, workerThreads } from '../../../functions/judge-files/task-threads.ts';
import { sampleRecords } from '../../events/any-cell.ts';
import { judgedPlainly } from './oracle.ts';
import { contractOf, type SomeFile, type SomeRow, someFile, type Value, writtenFile } from './some-files.ts';

const directory = mkdtempSync(join(tmpdir(), 'judge-files-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const ever = { period: { from: '0001-01-01', to: '9999-12-31' }, mode: 'events' } as const;

type By = Run['by'];

type How = {
  readonly by?: By;
  readonly seed?: number;
  readonly tell?: (progress: Progress) => void;
  /** Hears of every path of a slice before it is read. */
  readonly wrote?: (path: string) => void;
};

/** Findings of a report in JSON, each after a comma, as they come piece by piece; with what they name of the judgements. */
const listed = async (pieces: AsyncIterable<Uint8Array>, judgements: readonly string[]): Promise<unknown> => {
  let list = '';
  for await (const bytes of pieces) list += Buffer.from(bytes).toString();
  const findings = JSON.parse(`[${list.slice(1)}]`) as { readonly judgement?: number }[];
  return findings.map(({ judgement, ...own }) => ({ ...JSON.parse(judgements[judgement ?? -1] ?? '{}'), ...own }));
};

/** Both ways over the same files; gives what was told, once it is the same. */
const compare = async (
  files: readonly SomeFile[],
  threadsOf: (run: Run) => Threads,
  { by = {}, seed = 7, tell, wrote }: How = {},
): Promise<FilesJudged> => {
  const work = mkdtempSync(join(directory, 'run-'));
  mkdirSync(join(work, 'spilled'));
  const written = files.map((file) => writtenFile(work, file));
  const jobs = files.map((file, n) => ({ contract: contractOf(file), prepared: written[n]!.prepared }));
  const run: Run = {
    files: jobs.map(({ contract: { kind }, prepared: { rows, said } }) => ({ kind, rows, span: said ?? ever })),
    ...{ by, lists: {}, seed, work: join(work, 'spilled') },
  };
  for (const { prepared } of written) for (const { path } of prepared.slices) wrote?.(path);
  const threads = threadsOf(run);
  try {
    const judged = await judgeFiles(jobs, run, threads, tell);
    const plain = judgedPlainly(files, (contract: Contract) => judgedBy(run, contract));
    for (const [n, { counts, findings, findingsJson, faults, faultsTotal, warnings }] of judged.files.entries()) {
      const expected = plain.files[n]!;
      const { lines } = written[n]!;
      const lineOf = ({ row }: { readonly row?: number }) => (row === 0 ? {} : { line: lines[row! - 1]! });
      const found = [...findings()].map(({ rest, ...one }) => ({ ...JSON.parse(`{${rest}`), ...one }));
      expect(found).toEqual(expected.findings.map((finding) => ({ ...finding, ...lineOf(finding) })));
      expect(await listed(findingsJson('甲"\\.csv'), [...judged.judgements()])).toEqual(
        expected.findings.map((finding) => ({ ...finding, file: '甲"\\.csv', ...lineOf(finding) })),
      );
      const wrong = [...faults()];
      expect(wrong).toMatchObject(expected.faults.map((fault) => ({ ...fault, ...lineOf(fault) })));
      expect(wrong.map(({ pointer }) => pointer === undefined)).toEqual(
        expected.faults.map((fault) => !('pointer' in fault)),
      );
      expect(faultsTotal).toBe(expected.faults.length);
      expect(warnings.toSorted((a, b) => (a.column! < b.column! ? -1 : 1))).toMatchObject(
        expected.warnings
          .map((warning) => ({ ...warning, ...lineOf(warning) }))
          .toSorted((a, b) => (a.column < b.column ? -1 : 1)),
      );
      expect(warnings.map(({ message }) => message.zh.replace(/\d+ 行/, '')).sort()).toEqual(expected.cells.toSorted());
      expect(counts).toEqual(expected.counts);
    }
    const counted = judged.counts.map(({ rule, version, counts }) => [`${rule} ${version}`, [...counts]] as const);
    expect(Object.fromEntries(counted)).toEqual(plain.counts);
    return judged;
  } finally {
    await threads.end();
  }
};

const inThisThread = (run: Run) => ownThread(run, kinds);
const onTwoThreads = (run: Run) => workerThreads(run, 2);
const someBy = fc.constantFrom<By>(
  {},
  {},
  { on: '2026-11-01' },
  { region: '460000' },
  { region: '460000', sector: 'telecom' },
);
const someFiles = fc.array(someFile, { minLength: 1, maxLength: 4 });

describe('judging files slice by slice', () => {
  it('comes to what judging all rows at once comes to, wherever the slices are cut', async () => {
    await fc.assert(
      fc.asyncProperty(someFiles, someBy, fc.integer(), async (files, by, seed) => {
        await compare(files, inThisThread, { by, seed });
      }),
      { numRuns: 60 },
    );
  });

  it('comes to the same on several threads', async () => {
    const files = fc.array(someFile, { minLength: 3, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(files, fc.integer(), async (some, seed) => {
        await compare(some, onTwoThreads, { seed });
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });
});

const card = sampleRecords('phone-card')[0]!;
const person = '460105198805060270';

type Told = { readonly value?: Value; readonly cut?: boolean };
const row = ({ value, cut = false }: Told): SomeRow => ({
  ...(value !== undefined && { value: { ...card, ...value } }),
  ...{ blankBefore: false, cutBefore: cut },
});
const file = (rows: readonly Told[], over: Partial<SomeFile> = {}): SomeFile => ({
  ...{ kind: 'phone-card', form: 'csv', isNumbered: false, mode: 'events', rows: rows.map(row) },
  ...over,
});
const reminder = (recordId: string, eventCompletedAt: string): SomeRow => ({
  value: { ...sampleRecords('user-reminder')[0]!, recordId, eventCompletedAt },
  ...{ blankBefore: false, cutBefore: true },
});
const faultsOf = ({ files }: FilesJudged, n = 0) =>
  [...files[n]!.faults()].map(({ code, row: at, otherRow }) => [code, at, otherRow]);
const found = ({ files }: FilesJudged, rule: string) =>
  files.map(({ findings }) =>
    [...findings()].filter((one) => one.rule === rule).map(({ row: at, verdict }) => [at, verdict]),
  );
const limit = 'atfl.10.card-count-limit';

describe('the same key', () => {
  it('twice in a slice, or in two slices, makes faults of both rows, each naming the other', async () => {
    for (const cut of [false, true]) {
      const twice = await compare(
        [file([{ value: { recordId: 'A' } }, { value: { recordId: 'B' } }, { value: { recordId: 'A' }, cut }])],
        inThisThread,
      );
      expect(faultsOf(twice)).toEqual([
        ['DUPLICATE_RECORD', 1, 3],
        ['DUPLICATE_RECORD', 3, 1],
      ]);
      expect(twice.files[0]!.counts).toMatchObject({ records: 3, faults: 2 });
    }
  });

  it('three times names the first of the others each time', async () => {
    const thrice = await compare(
      [file(['A', 'A', 'B', 'A'].map((recordId, n) => ({ value: { recordId }, cut: n > 1 })))],
      inThisThread,
    );
    expect(faultsOf(thrice)).toEqual([
      ['DUPLICATE_RECORD', 1, 2],
      ['DUPLICATE_RECORD', 2, 1],
      ['DUPLICATE_RECORD', 4, 1],
    ]);
  });

  it('in two files is no fault: nobody says which is the newer', async () => {
    const one = file([{ value: { recordId: 'A' } }]);
    const both = await compare([one, one], inThisThread);
    expect(both.files.map(({ counts }) => counts.faults)).toEqual([0, 0]);
  });

  it('of rows that are faulty by themselves is told beside what else is wrong with them, and counts no row twice', async () => {
    const wrong = await compare(
      [
        file([
          { value: { recordId: 'A', openedAt: 'yesterday' } },
          { value: { recordId: 'A' }, cut: true },
          { cut: true },
        ]),
      ],
      inThisThread,
    );
    expect(faultsOf(wrong)).toEqual([
      ['NOT_AN_INSTANT', 1, undefined],
      ['DUPLICATE_RECORD', 1, 2],
      ['DUPLICATE_RECORD', 2, 1],
      ['TOO_MANY_CELLS', 3, undefined],
    ]);
    expect(wrong.files[0]!.counts).toMatchObject({ records: 3, faults: 3 });
  });

  it('takes with it what its rows had counted for: the cards, and a month of which nothing else is said', async () => {
    const cards = Array.from({ length: 6 }, (_, n) => ({
      value: { recordId: `C-${n % 5}`, msisdn: `1390876100${n}`, subjectId: person },
      cut: true,
    }));
    expect(found(await compare([file(cards)], inThisThread), limit)).toEqual([[]]);
    const rows = [
      reminder('A', '2026-03-02T10:00:00+08:00'),
      reminder('A', '2026-03-03T10:00:00+08:00'),
      reminder('B', '2026-08-03T10:00:00+08:00'),
    ];
    const months = await compare(
      [{ kind: 'user-reminder', form: 'ndjson', isNumbered: true, mode: 'events', rows }],
      inThisThread,
    );
    expect([...months.files[0]!.findings()].map(({ recordId }) => recordId).join()).not.toContain('2026-03');
  });
});

describe('cards of one person', () => {
  const cards = (from: number, to: number, over: Value = {}) =>
    Array.from({ length: to - from }, (_, n) => ({
      value: {
        recordId: `C-${from + n}`,
        msisdn: `139087610${10 + from + n}`,
        subjectId: person,
        openedAt: `2026-10-01T00:00:${10 + from + n}+08:00`,
        ...over,
      },
      cut: n % 2 === 0,
    }));

  it('are counted over slices and files, in the order in which they were opened', async () => {
    const judged = await compare([file(cards(3, 8)), file(cards(0, 3), { form: 'json' })], inThisThread);
    expect(found(judged, limit)).toEqual([
      [
        [3, 'violation'],
        [4, 'violation'],
        [5, 'violation'],
      ],
      [],
    ]);
  });

  it('opened at one moment are counted in the order of their rows, in every run', async () => {
    for (const seed of [1, 2, 3]) {
      const judged = await compare([file(cards(0, 9, { openedAt: '2026-10-01T00:00:00+08:00' }))], inThisThread, {
        seed,
      });
      expect(found(judged, limit)[0]).toHaveLength(4);
    }
  });

  it('of which one was not known to count stay undetermined once the others are seen, and are not forgotten', async () => {
    const unknown = { recordId: 'U', msisdn: '13908761099', subjectId: person, cardKind: undefined };
    const { cardKind: _, ...rest } = { ...card, ...unknown };
    const rows = [...cards(0, 6).map(row), { value: rest, blankBefore: false, cutBefore: true }];
    const alone = await compare([file([], { form: 'ndjson', rows: rows.slice(-1) })], inThisThread);
    const together = await compare([file([], { form: 'ndjson', rows })], inThisThread);
    const undetermined = (of: FilesJudged) =>
      found(of, limit)[0]!.filter(([, verdict]) => verdict === 'undetermined').length;
    expect([undetermined(alone), undetermined(together)]).toEqual([1, 1]);
  });
});

describe('a submission body', () => {
  it('has rows of no day that it speaks of, which are faults even where they have others', async () => {
    const rows = ['2026-10-02T10:00:00+08:00', '2026-09-30T23:59:59+08:00', '2026-11-01T00:00:00+08:00'].map(
      (openedAt, n) => ({
        value: { recordId: `A-${n}`, openedAt, ...(n === 2 && { onSitePhoto: 'perhaps' }) },
      }),
    );
    const period = { from: '2026-10-01', to: '2026-10-31' };
    const events = await compare([file(rows, { form: 'json', period })], inThisThread);
    expect(faultsOf(events).map(([code, at]) => [code, at])).toEqual([
      ['OUTSIDE_PERIOD', 2],
      ['WRONG_TYPE', 3],
      ['OUTSIDE_PERIOD', 3],
    ]);
    // What a roster holds may have begun at any time.
    const roster = await compare([file(rows, { form: 'json', period, mode: 'roster' })], inThisThread);
    expect(faultsOf(roster).map(([, at]) => at)).toEqual([3, 3]);
  });
});

describe('a run', () => {
  it('fails where a file was cut while it was read, on any thread', async () => {
    const rows = [{ value: { recordId: 'A' } }];
    for (const threadsOf of [inThisThread, onTwoThreads]) {
      const shorter = (run: Run) => {
        for (const path of written) truncateSync(path, 10);
        return threadsOf(run);
      };
      const written: string[] = [];
      await expect(compare([file(rows)], shorter, { wrote: (path) => written.push(path) })).rejects.toThrow(
        /cut while it was read/,
      );
    }
  });

  it('tells how far it has come: once for each slice, up to all of them', async () => {
    const told: Progress[] = [];
    const rows = ['A', 'B', 'C'].map((recordId) => ({ value: { recordId }, cut: true }));
    await compare([file(rows)], inThisThread, { tell: (progress) => told.push(progress) });
    expect(told).toEqual([1, 2, 3].map((n) => ({ rows: n, slices: n, of: 3 })));
  });
});
