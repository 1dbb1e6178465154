import type { Contract } from '../../events/contract.ts';
import type { Fault } from '../../events/fault.ts';
import type { KeptRecord, Reading } from '../../events/manifest.ts';
import { maxFaultsKept, type Warning } from '../../events/submission.ts';
import type { MovingUpload } from '../../events/upload.ts';
import type { CutFile, JudgedPieces, JudgedSlice } from './deps.ts';
import { duplicateFault, sameKeys } from './duplicates.ts';

/** A slice where it stands in the file. */
export type SliceInFile = Omit<JudgedSlice, 'faults' | 'withoutOffset'> & {
  /** Rows and lines of the file before its own. */
  readonly before: number;
  readonly linesBefore: number;
  readonly faultsTotal: number;
  /** Its rows whose key another row of the file has too, by their place in the slice. */
  readonly twice: ReadonlyMap<number, Twice>;
};

/** Rows of a file that have one key, and the record that the key is of, where any of them can be read. */
export type Twice = { readonly first: number; readonly second: number; readonly recordId: string | undefined };

export type WholeFile = {
  /** What the file itself calls a field. */
  readonly headingOf: (name: string) => string;
  readonly rows: number;
  readonly slices: readonly SliceInFile[];
  /** Records that can be judged, none of them twice. */
  readonly records: number;
  readonly faultsTotal: number;
  readonly warnings: readonly Warning[];
  /** It is one JSON text: pointers lead into it. */
  readonly isJson: boolean;
};

type Cells = { readonly cells: number; readonly row: number; readonly line: number };

/** What the file itself calls a field. */
const headingsIn = ({ rows }: Pick<CutFile, 'rows'>): ((name: string) => string) => {
  const columns = rows.form === 'csv' ? rows.columns : [];
  const headings = new Map(
    columns.flatMap(({ name, heading }) => (name === undefined ? [] : [[name, heading] as const])),
  );
  return (name) => headings.get(name) ?? name;
};

const withoutOffset = (columns: ReadonlyMap<string, Cells>, headingOf: (name: string) => string): Warning[] =>
  [...columns].map(([name, { cells, row, line }]) => ({
    code: 'NO_OFFSET',
    ...{ row, line, column: headingOf(name) },
    message: {
      zh: `“${headingOf(name)}”有 ${cells} 处未写时区（首处在第 ${line} 行），按北京时间（+08:00）读取。`,
      en: `“${headingOf(name)}” has ${cells} without an offset (first on line ${line}), read as China time (+08:00).`,
    },
  }));

type Judged = Omit<SliceInFile, 'twice'>;

/** The slice in which a row of the file stands. */
export const sliceOf = (slices: readonly Pick<SliceInFile, 'before' | 'rows'>[], row: number): number =>
  slices.findLastIndex(({ before, rows }) => rows > 0 && before < row);

/** The rows that have a key together, by slice, and how many of them could be judged but for that. */
const twiceIn = async (
  { id }: Pick<MovingUpload, 'id'>,
  slices: readonly Judged[],
  pieces: JudgedPieces,
): Promise<{ readonly bySlice: ReadonlyMap<number, ReadonlyMap<number, Twice>>; readonly records: number }> => {
  const found = new Map<number, Map<number, { first: number; second: number; recordId: string | undefined }>>();
  for (const rows of await sameKeys(slices, (n) => pieces.sliceKeys(id, n))) {
    const twice = { first: rows[0]!, second: rows[1]!, recordId: undefined };
    for (const row of rows) {
      const n = sliceOf(slices, row);
      const own = found.get(n) ?? new Map();
      found.set(n, own.set(row - slices[n]!.before, twice));
    }
  }
  let records = 0;
  for (const [n, own] of found) {
    for (const { row, record } of await pieces.sliceRecords(id, n)) {
      const twice = own.get(row);
      if (twice === undefined) continue;
      records += 1;
      twice.recordId ??= record.recordId;
    }
  }
  return { bySlice: found, records };
};

const none: ReadonlyMap<number, Twice> = new Map();

/** The slices of a file as one: rows and lines counted from its beginning, and no key twice. */
export const putTogether = async (
  upload: Pick<MovingUpload, 'id' | 'slices'>,
  cut: CutFile,
  pieces: JudgedPieces,
): Promise<WholeFile> => {
  const judged: Judged[] = [];
  const columns = new Map<string, Cells>();
  let [rows, lines] = [0, cut.firstLine - 1];
  for (let n = 0; n < (upload.slices ?? 0); n += 1) {
    const { faults, withoutOffset: own, ...slice } = await pieces.judged(upload.id, n);
    const place = { before: rows, linesBefore: cut.rows.numbered ? 0 : lines };
    judged.push({ ...slice, ...place, faultsTotal: faults.length });
    for (const { column, cells, row, line } of own) {
      const known = columns.get(column);
      const first = { row: place.before + row, line: place.linesBefore + line };
      columns.set(column, known ? { ...known, cells: known.cells + cells } : { cells, ...first });
    }
    rows += slice.rows;
    lines += slice.lines;
  }
  const twice = await twiceIn(upload, judged, pieces);
  const slices: SliceInFile[] = [];
  let [records, faultsTotal] = [0 - twice.records, 0];
  for (const [n, slice] of judged.entries()) {
    const own = twice.bySlice.get(n) ?? none;
    slices.push({ ...slice, twice: own });
    records += slice.records;
    faultsTotal += slice.faultsTotal + own.size;
  }
  const headingOf = headingsIn(cut);
  const warnings = [...cut.warnings, ...withoutOffset(columns, headingOf)];
  return {
    headingOf,
    rows,
    slices,
    records,
    faultsTotal,
    warnings,
    isJson: cut.rows.form === 'ndjson' && cut.rows.numbered,
  };
};

/** The records of a slice that can be judged, as it counts its rows. */
export const recordsOf = async (
  upload: Pick<MovingUpload, 'id'>,
  n: number,
  { twice }: Pick<SliceInFile, 'twice'>,
  pieces: Pick<JudgedPieces, 'sliceRecords'>,
): Promise<readonly KeptRecord[]> => {
  const records = await pieces.sliceRecords(upload.id, n);
  return twice.size === 0 ? records : records.filter(({ row }) => !twice.has(row));
};

/** A fault where it stands in the file; no line of one that only the whole file shows. */
export type PlacedFault = Fault & { readonly row: number; readonly line?: number };

/** All faults of a file's rows, by row. */
export async function* faultsOf(
  upload: Pick<MovingUpload, 'id'>,
  { slices, isJson, headingOf }: Pick<WholeFile, 'slices' | 'isJson' | 'headingOf'>,
  { naturalKey }: Contract,
  pieces: Pick<JudgedPieces, 'judged'>,
): AsyncGenerator<PlacedFault> {
  const column = headingOf(naturalKey[0]!);
  for (const [n, { before, linesBefore, faultsTotal, twice }] of slices.entries()) {
    const own = faultsTotal === 0 ? [] : (await pieces.judged(upload.id, n)).faults;
    const placed = own.map(({ row, line, pointer, ...fault }) => ({
      ...fault,
      // In other files than JSON the row and column say where.
      ...(isJson && pointer && { pointer: pointer.replace(/^\/records\/\d+/, `/records/${before + row - 1}`) }),
      ...{ row: before + row, line: linesBefore + line },
    }));
    const ofTwice = [...twice].map(([row, { first, second, recordId }]) => {
      const other = first === before + row ? second : first;
      return duplicateFault(before + row, other, recordId, column);
    });
    yield* [...placed, ...ofTwice].sort((a, b) => a.row - b.row);
  }
}

/** What is told of reading a file: of many faults the first. */
export const readingOf = async (
  upload: Pick<MovingUpload, 'id'>,
  whole: WholeFile,
  contract: Contract,
  pieces: Pick<JudgedPieces, 'judged'>,
): Promise<Reading> => {
  const faults: Fault[] = [];
  for await (const fault of faultsOf(upload, whole, contract, pieces)) {
    if (faults.push(fault) === maxFaultsKept) break;
  }
  return { faults, faultsTotal: whole.faultsTotal, warnings: whole.warnings };
};
