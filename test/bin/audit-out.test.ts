import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, expect, it } from 'vitest';
import { auditFiles } from '../../bin/audit-judge.ts';
import { writeCopies } from '../../bin/audit-out.ts';
import { progressBar } from '../../bin/audit-progress.ts';
import { json } from '../../bin/audit-report-json.ts';
import { AUDIT_HEADING } from '../../functions/files/audit-column.ts';
import { bytesOf } from '../functions/files/a-workbook.ts';

const directory = mkdtempSync(join(tmpdir(), 'fanzha-out-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** One in order, one that violates, one that cannot be read, one that nobody can judge. */
const rows = [
  ['a-1', '2023-03-01 09:00:00', 'id-document', '2023-03-01 08:00:00', '甲'],
  ['a-2', '2023-03-02 09:00:00', 'none', '无', '乙'],
  ['a-3', '45017.5', 'none', '无', '丙'],
  ['a-4', '2023-03-04 09:00:00', '', '', '丁'],
];
const known = ['recordId', 'activatedAt', 'identityMethod', 'verifiedAt', '备注'];

let turn = 0;
const auditInto = async (path: string) => {
  turn += 1;
  const [work, out] = ['work', 'out'].map((name) => mkdtempSync(join(directory, `${name}-${turn}-`))) as [
    string,
    string,
  ];
  const { report, files } = await auditFiles([{ path, kind: 'internet-account' }], {}, work);
  const not = await writeCopies(out, report, files, 'json', json);
  return { out, report, not, counts: report.counts };
};
const written = (name: string, content: string | Uint8Array): string => {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
};
const cellsIn = (path: string): string[][] => parse(readFileSync(path), { bom: true, relax_column_count: true });
const counts = { records: 4, faults: 1, compliant: 1, violation: 1, undetermined: 1, notApplicable: 0 };

it('gives a table back with what was found beside each row, and its own columns as they were', async () => {
  const path = written('accounts.csv', `${[known, ...rows].map((cells) => cells.join(',')).join('\r\n')}\r\n`);
  const { out, not, ...found } = await auditInto(path);
  expect([found.counts, not]).toEqual([counts, []]);
  expect(readdirSync(out).sort()).toEqual([
    'accounts.annotated.csv',
    'accounts.to-fix.csv',
    ...['csv', 'html', 'json', 'xlsx'].map((extension) => `report.${extension}`),
  ]);
  const [head, ...marked] = cellsIn(join(out, 'accounts.annotated.csv'));
  expect(head).toEqual([...known, AUDIT_HEADING]);
  expect(marked.map((cells) => cells.slice(0, 5))).toEqual(rows);
  expect(marked.map((cells) => cells[5]?.slice(0, 3) ?? '')).toEqual(['', '违规：', '错误：', '无法判']);
  expect(marked[2]![5]).toContain('2023-04-01');
  expect(cellsIn(join(out, 'accounts.to-fix.csv')).map(([id]) => id)).toEqual(['recordId', 'a-2', 'a-3', 'a-4']);

  const again = await auditInto(join(out, 'accounts.annotated.csv'));
  expect([again.counts, again.report.warnings.map(({ code }) => code)]).toEqual([
    counts,
    found.report.warnings.map(({ code }) => code),
  ]);
});

it('gives a workbook back in the same way, and the rows to correct can be sent again once they are', async () => {
  const sheets = [{ name: '自查', rows: [known, ...rows] }];
  const path = written('accounts.xlsx', bytesOf({ sheets }));
  const { out, not, ...found } = await auditInto(path);
  expect([found.counts, not]).toEqual([counts, []]);
  const { sheets: copied } = await readXlsx(readFileSync(join(out, 'accounts.annotated.xlsx')));
  expect(copied[0]!.rows.map((cells) => String(cells[5] ?? '').slice(0, 3))).toEqual([
    AUDIT_HEADING.slice(0, 3),
    '',
    '违规：',
    '错误：',
    '无法判',
  ]);
  const toFix = join(out, 'accounts.to-fix.xlsx');
  expect((await auditInto(toFix)).counts).toEqual({ ...counts, records: 3, compliant: 0 });
});

it('gives a packed table of text back packed, and a packed workbook as a workbook', async () => {
  const csv = await auditInto(
    written('packed.csv.gz', gzipSync([known, ...rows].map((cells) => cells.join(',')).join('\n'))),
  );
  const copies = (out: string) => readdirSync(out).filter((name) => !name.startsWith('report.'));
  expect([csv.not, copies(csv.out).sort()]).toEqual([[], ['packed.annotated.csv.gz', 'packed.to-fix.csv.gz']]);
  expect(gunzipSync(readFileSync(join(csv.out, 'packed.annotated.csv.gz'))).toString()).toContain('违规：');
  const book = await auditInto(written('book.xlsx.gz', gzipSync(bytesOf({ sheets: [{ rows: [known, ...rows] }] }))));
  expect([book.not, copies(book.out).sort()]).toEqual([[], ['book.annotated.xlsx', 'book.to-fix.xlsx']]);
  const { sheets } = await readXlsx(readFileSync(join(book.out, 'book.to-fix.xlsx')));
  expect(sheets[0]!.rows.map(([id]) => id)).toEqual(['recordId', 'a-2', 'a-3', 'a-4']);
});

it('of a table in which all is in order there is no copy', async () => {
  const path = written('clean.csv', `${[known, rows[0]!].map((cells) => cells.join(',')).join('\n')}\n`);
  expect(readdirSync((await auditInto(path)).out).sort()).toEqual(
    ['csv', 'html', 'json', 'xlsx'].map((extension) => `report.${extension}`),
  );
});

it('tells on a terminal how far it has come, and nothing where nobody looks', () => {
  const said: string[] = [];
  const to = (isTTY: boolean) => ({ isTTY, write: (text: string | Uint8Array) => said.push(String(text)) > 0 });
  let now = 0;
  const quiet = progressBar(to(false), () => now);
  quiet.tell({ rows: 1, slices: 1, of: 2 });
  quiet.end();
  expect(said).toEqual([]);
  const bar = progressBar(to(true), () => now);
  now = 1_000;
  bar.tell({ rows: 12_000, slices: 1, of: 4 });
  expect(said.at(-1)).toContain('25% · 12,000 行 rows · 3 s');
  bar.tell({ rows: 13_000, slices: 2, of: 4 });
  expect(said).toHaveLength(1);
  bar.tell({ rows: 14_000, slices: 4, of: 4 });
  expect(said.at(-1)).toContain('100%');
});
