import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { annotateWorkbook } from '../../functions/files/annotate-workbook.ts';
import { AUDIT_HEADING, reasonOf } from '../../functions/files/audit-column.ts';
import type { Grade, RowMark } from '../../functions/files/marks.ts';
import { workbookRowsToFix } from '../../functions/files/rows-to-fix.ts';

// A workbook that openpyxl wrote goes through our hands, and openpyxl and LibreOffice say what became of it.

const grades: readonly Grade[] = ['fault', 'violation', 'undetermined'];
const lines = [3, 5, 7, 8, 20, 41];

const marks = lines.map((line, at): RowMark => {
  const as = grades[at % 3]!;
  const said = { zh: `第 ${line} 行须改正，“=1+1”除外。`, en: `Row ${line} is to be corrected, <but> & "so" 😀.` };
  return { line, verdict: as, reason: said, cells: [1, at % 5].map((column) => ({ at: column, as, text: said })) };
});

const reasonsAt = 5;
const expected = {
  reasonsAt,
  rows: marks.map(({ line, verdict, reason, cells }) => ({
    line,
    reason: reasonOf(verdict, reason),
    cells: cells.map(({ at }) => at),
  })),
};

const python = (command: string, action: 'make' | 'check', folder: string): { ok: boolean; said: string } => {
  const { status, stdout, stderr } = spawnSync(
    command,
    [join(import.meta.dirname, 'read_annotated.py'), action, folder],
    {
      encoding: 'utf8',
      timeout: 120_000,
      env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
    },
  );
  return { ok: status === 0, said: stdout + stderr };
};

const rowsByLibreOffice = (soffice: string, folder: string, name: string): string[][] => {
  const into = join(folder, name);
  // Comma, double quote, UTF-8, every cell as it is shown, the second sheet alone.
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2';
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const args = [
    profile,
    '--headless',
    '--norestore',
    '--convert-to',
    filter,
    '--outdir',
    into,
    join(folder, `${name}.xlsx`),
  ];
  const { status, stderr } = spawnSync(soffice, args, { encoding: 'utf8', timeout: 300_000 });
  if (status !== 0) throw new Error(`LibreOffice ended with ${status}: ${stderr}`);
  return parse(readFileSync(join(into, `${name}-数据.csv`), 'utf8'), { bom: true, relax_column_count: true });
};

/** Makes the copies and has openpyxl compare them; a mark that is not there must be noticed. Says what it did. */
export const annotatedByOpenpyxl = async (command: string, directory: string): Promise<string> => {
  const folder = join(directory, 'annotated');
  mkdirSync(folder);
  const made = python(command, 'make', folder);
  if (!made.ok) throw new Error(made.said);
  const path = join(folder, 'before.xlsx');
  const sheet = { name: '数据', part: 'xl/worksheets/sheet2.xml', headingRow: 1 };
  const ask = { path, sheet, columns: [], marks };
  const copy = await annotateWorkbook({ ...ask, out: join(folder, 'after.xlsx') });
  if (!copy.annotated || copy.reasonsAt !== reasonsAt) throw new Error(`not annotated: ${JSON.stringify(copy)}`);
  await workbookRowsToFix({ ...ask, recordsFrom: 2, out: join(folder, 'tofix.xlsx') });

  const expect = (what: object) => writeFileSync(join(folder, 'marks.json'), JSON.stringify(what));
  const wrongs: readonly (readonly [string, object])[] = [
    ['the reason of row 3', { ...expected, rows: expected.rows.slice(1) }],
    ['its fill', { ...expected, rows: expected.rows.map((row) => ({ ...row, cells: [...row.cells, 2] })) }],
  ];
  for (const [notice, what] of wrongs) {
    expect(what);
    const { ok, said } = python(command, 'check', folder);
    if (ok || !said.includes(notice)) throw new Error(`a wrong mark was not noticed: ${said}`);
  }
  expect(expected);
  const { ok, said } = python(command, 'check', folder);
  if (!ok) throw new Error(said);
  return said;
};

/** Has LibreOffice read all three: the copy shows what the workbook shows, and the reasons. */
export const annotatedByLibreOffice = (soffice: string, directory: string): string => {
  const folder = join(directory, 'annotated');
  const [before, after, toFix] = ['before', 'after', 'tofix'].map((name) => rowsByLibreOffice(soffice, folder, name));
  const reasonFor = new Map(expected.rows.map(({ line, reason }) => [line, reason]));
  const wanted = before!.map((row, at) => [...row, at === 0 ? AUDIT_HEADING : (reasonFor.get(at + 1) ?? '')]);
  if (JSON.stringify(after) !== JSON.stringify(wanted))
    throw new Error('LibreOffice reads the annotated copy otherwise');
  // The last column was a formula, and openpyxl had computed no value for it to become.
  const kept = [wanted[0]!, ...lines.map((line) => wanted[line - 1]!)].map((row, at) =>
    at === 0 ? row : row.map((cell, column) => (column === 4 ? '' : cell)),
  );
  if (JSON.stringify(toFix) !== JSON.stringify(kept)) throw new Error('LibreOffice reads the rows to fix otherwise');
  return `LibreOffice: annotated copy of ${before!.length} rows and its rows to fix read as they were written\n`;
};
