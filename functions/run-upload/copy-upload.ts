import type { Fault, Text } from '../../events/fault.ts';
import type { CopyName, MovingUpload, UploadCopies } from '../../events/upload.ts';
import type { RowMark } from '../files/marks.ts';
import type { LineFault, RowForm } from '../files/prepared.ts';
import { type ReadTable, type TableCopies, tableCopies } from '../files/table-copies.ts';
import { keptFindings } from '../judge-files/kept-findings.ts';
import { rowMarks } from '../judge-files/row-marks.ts';
import { maxCopyBytes, noCopies } from './copies.ts';
import { copyNameOf } from './copy-name.ts';
import type { CopyDeps, CutFile, Fetched } from './deps.ts';
import { goOn } from './ends.ts';
import { fileIsGone } from './file-faults.ts';
import { faultsOf, type PlacedFault, putTogether } from './put-together.ts';
import { rowLines } from './row-lines.ts';

const dayMs = 24 * 60 * 60 * 1_000;
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const typeOf = ({ sheet, isGzipped }: CutFile['written']): string => {
  if (sheet !== undefined) return workbookType;
  return isGzipped ? 'application/gzip' : 'text/csv';
};

type Made = Extract<TableCopies['annotated'], { readonly annotated: true }>;

/** What a copy had no room for. */
const notesOf = (copy: CopyName, made: Made): UploadCopies['notes'] => {
  const note = (code: string, count: number | undefined, message: Text) =>
    count === undefined || count === 0 ? [] : [{ copy, code, message }];
  const { reasonsCut } = made;
  const [without, unplaced, formulas] = [
    'cellsWithoutComment' in made ? made.cellsWithoutComment : 0,
    'unplaced' in made ? made.unplaced : 0,
    'formulasWithoutValue' in made ? made.formulasWithoutValue : 0,
  ];
  return [
    ...note('REASONS_CUT', reasonsCut, {
      zh: `${reasonsCut} 行的原因过长，在单元格中已截断；全文见报告。`,
      en: `The reasons of ${reasonsCut} rows are too long for a cell and were cut; the report has them whole.`,
    }),
    ...note('CELLS_WITHOUT_COMMENT', without, {
      zh: `${without} 个标记的单元格没有批注；原因均见原因列。`,
      en: `${without} marked cells have no comment; the column of reasons has every reason.`,
    }),
    ...note('ROWS_NOT_PLACED', unplaced, {
      zh: `${unplaced} 行的原因在文件中找不到位置（引号未闭合）；全部见报告。`,
      en: `The reasons of ${unplaced} rows have no place in the file (a quote is never closed); the report has them all.`,
    }),
    ...note('FORMULAS_WITHOUT_VALUE', formulas, {
      zh: `${formulas} 个公式单元格没有保存的值，在副本中为空；请填写后再上传。`,
      en: `${formulas} cells with a formula have no stored value and are blank in the copy; fill them in before you upload it.`,
    }),
  ];
};

/** All marks of the file's rows, from the first on each time they are asked for. */
const marksOf = async (
  upload: MovingUpload,
  cut: CutFile & Pick<ReadTable, 'rows'>,
  { work }: Fetched,
  deps: CopyDeps,
): Promise<() => Iterable<RowMark>> => {
  const contract = deps.kinds[upload.chain.recordKind]!;
  const whole = await putTogether(upload, cut, deps);
  const kept = await keptFindings(work, deps.findings(upload.id));
  const unplaced = whole.slices.flatMap(({ before, twice }) => [...twice.keys()].map((row) => before + row));
  const lineOf = await rowLines(new Set([...kept.rows, ...unplaced]), whole.slices, { upload, cut, deps });
  const faults = await deps.keptFaults(work, placedFaults(faultsOf(upload, whole, contract, deps), lineOf));
  return () =>
    rowMarks(contract, cut.rows.columns, {
      found: (verdict) => kept.found(verdict, lineOf),
      faults,
    });
};

async function* placedFaults(
  faults: AsyncIterable<PlacedFault>,
  lineOf: (row: number) => number,
): AsyncGenerator<LineFault & { readonly line: number }> {
  for await (const fault of faults) yield { ...fault, line: fault.line ?? lineOf(fault.row) };
}

/** Writes the copies beside the file and keeps each that could be made. */
const copiesMade = async (
  upload: MovingUpload,
  cut: CutFile,
  rows: RowForm & { readonly form: 'csv' },
  fetched: Fetched,
  deps: CopyDeps,
): Promise<UploadCopies> => {
  const { written, firstLine } = cut;
  const read: ReadTable = { ...written, firstLine, rows };
  const to = { annotated: `${fetched.work}/annotated`, toFix: `${fetched.work}/to-fix` };
  const marks = await marksOf(upload, { ...cut, rows }, fetched, deps);
  const copies = await tableCopies({ path: fetched.path, read, marks, to, maxBytes: maxCopyBytes });
  const made: UploadCopies['made'] = [];
  const notes: UploadCopies['notes'] = [];
  const faults: Fault[] = [];
  for (const [copy, answer, path] of [
    ['annotated', copies.annotated, to.annotated],
    ['to-fix', copies.toFix, to.toFix],
  ] as const) {
    if (answer.annotated) {
      const bytes = await deps.keepCopy(upload.id, copy, path, typeOf(written));
      made.push({ copy, name: copyNameOf(upload.name, copy, written), bytes, rows: answer.rows });
      notes.push(...notesOf(copy, answer));
    } else if (!faults.some(({ code }) => code === answer.fault.code)) faults.push(answer.fault);
  }
  if (made.length === 0) return noCopies(...faults);
  const until = new Date(deps.now().getTime() + deps.copyDays * dayMs).toISOString();
  return { state: 'made', made, until, notes, faults };
};

/**
 * After the end: the file is given back with what was found beside its rows, and those rows alone; then it is removed.
 * Repeated, it does the same. Throws Superseded.
 */
export const copyUpload = async (upload: MovingUpload, deps: CopyDeps): Promise<void> => {
  const cut = await deps.cut(upload.id);
  const { rows } = cut;
  if (rows.form !== 'csv') throw new Error(`upload ${upload.id} has no columns`);
  const fetched = await deps.fetch(upload, async () => {});
  if (fetched === undefined) await goOn(upload, { copies: noCopies(fileIsGone) }, deps);
  else {
    try {
      await goOn(upload, { copies: await copiesMade(upload, cut, rows, fetched, deps) }, deps);
    } finally {
      await deps.discard(fetched);
    }
  }
  await deps.clearFile(upload);
};
