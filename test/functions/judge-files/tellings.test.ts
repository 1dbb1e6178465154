import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import type { Judgement } from '../../../events/finding.ts';
import { findingTeller } from '../../../functions/judge-files/finding-json.ts';
import { foundReader, foundWriter } from '../../../functions/judge-files/found-lines.ts';
import { mostNumbered, toldOnce } from '../../../functions/judge-files/tellings.ts';
import { catalogue } from '../../../rules/engine/catalogue.ts';
import { versionOf } from '../../../rules/engine/rule.ts';

let work: string;
const directory = mkdtempSync(join(tmpdir(), 'tellings-'));
afterAll(() => rmSync(directory, { recursive: true }));
beforeEach(() => {
  work = mkdtempSync(join(directory, 'run-'));
});

const rule = catalogue.rules[0]!;
const because = (n: number) => ({ zh: `第 ${n} 种`, en: `for reason ${n}`, conditions: {} });
/** On a day of its own for each record, as files have them. */
const judged = (reason: number, day = 1): Judgement => ({
  ...{ rule: rule.id, version: versionOf(rule), verdict: 'violation', because: because(reason) },
  lawDate: `2026-10-${String(1 + (day % 28)).padStart(2, '0')}`,
});

/** Two writers that find these, slice by slice: writer and reasons. */
const found = (slices: readonly (readonly [writer: number, reasons: readonly number[]])[]): void => {
  const writers = [0, 1].map((writer) => foundWriter(work, writer, () => rule));
  for (const [slice, [writer, reasons]] of slices.entries()) {
    const lines = reasons.map((reason, n) =>
      writers[writer]!.lineOf({ row: n + 1, line: n + 1, recordId: `r-${slice}-${n}` }, judged(reason, n)),
    );
    writers[writer]!.write(slice, { violation: lines.join(''), undetermined: '' });
  }
  for (const { close } of writers) close();
};
const reasonsIn = (slices: number): unknown[] => {
  const read = foundReader(work, 2);
  return Array.from({ length: slices }, (_, slice) =>
    read(slice, 'violation', undefined).map(({ rest }) => JSON.parse(`{${rest}`)),
  );
};

type Listed = { readonly judgement?: number; readonly because?: unknown };
const listed = (slices: number, room = 1 << 20): readonly Listed[] => {
  const tell = findingTeller(
    work,
    2,
  )({
    verdict: 'violation',
    slices: Array.from({ length: slices }, (_, slice) => ({ slice, rows: 0, lines: 0 })),
    skip: new Float64Array(0),
    file: '甲.csv',
  });
  let list = '';
  for (let isLast = false; !isLast; ) {
    const piece = tell(new Uint8Array(room));
    list += Buffer.from(piece.bytes.subarray(0, piece.used)).toString();
    ({ isLast } = piece);
  }
  return JSON.parse(`[${list.slice(1)}]`);
};
const judgements = () => toldOnce(work, 2).map((bytes) => JSON.parse(`{${bytes.toString()}`));

it('has each thing once, in the same order whoever found it first, and of all days together', () => {
  found([
    [0, [3, 1, 1]],
    [1, [2, 1, 3]],
  ]);
  const once = judgements();
  expect(once.map((one) => one.because)).toEqual([1, 2, 3].map(because));
  const findings = listed(2);
  expect(findings.map(({ judgement }) => judgement)).toEqual([2, 0, 0, 1, 0, 2]);
  const { lawDate: _, ...own } = once[0]!;
  expect({ ...own, ...findings[1]! }).toMatchObject({ ...own, row: 2, line: 2, file: '甲.csv', lawDate: '2026-10-02' });

  work = mkdtempSync(join(directory, 'run-'));
  found([
    [1, [3, 1, 1]],
    [0, [2, 1, 3]],
  ]);
  expect([judgements(), listed(2)]).toEqual([once, findings]);
});

it('tells all in each finding where there may be more than is kept, whichever writer that is', () => {
  const many = Array.from({ length: mostNumbered - 1 }, (_, n) => n);
  found([
    [0, many],
    [1, [0]],
  ]);
  expect(judgements()).toHaveLength(many.length);
  expect(listed(1)[0]).toMatchObject({ judgement: 0 });
  work = mkdtempSync(join(directory, 'run-'));
  found([
    [0, many],
    [1, [mostNumbered, 0]],
  ]);
  expect(judgements()).toEqual([]);
  const findings = listed(2);
  expect(findings.map((one) => one.judgement)).toEqual(findings.map(() => undefined));
  expect(findings.map((one) => one.because)).toEqual([...many, mostNumbered, 0].map(because));
  expect(reasonsIn(2).flat()).toMatchObject(findings.map((one) => ({ because: one.because })));
});

it('a writer that has more to tell than it keeps writes it out, and it is read all the same', () => {
  const many = Array.from({ length: mostNumbered + 3 }, (_, n) => n);
  found([[0, many]]);
  expect(judgements()).toEqual([]);
  expect(reasonsIn(1).flat()).toMatchObject(many.map((n) => ({ because: because(n) })));
  expect(listed(1)).toMatchObject(many.map((n) => ({ because: because(n) })));
});

it('comes in pieces of whatever room there is, and a finding that has none in room of its own', () => {
  found([
    [0, [1, 2, 3]],
    [1, [4, 5]],
  ]);
  const all = listed(2);
  expect(all).toHaveLength(5);
  for (const room of [1, 600, 700, 1_300]) expect(listed(2, room)).toEqual(all);
});
