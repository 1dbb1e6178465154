import { fieldOfHeading } from '../../events/cells.ts';
import type { Contract } from '../../events/contract.ts';
import type { Column, LineWarning } from './prepared.ts';

type Cells = readonly string[];

const filled = (cells: Cells): string[] => cells.map((cell) => cell.trim()).filter((cell) => cell !== '');

/** Headings again, in the other language, as templates have them: each cell names the field of its own column. */
const isHeadingsAgain = (contract: Contract, columns: readonly Column[], cells: Cells): boolean => {
  const named = columns.filter(({ at, name }) => name !== undefined && (cells[at] ?? '').trim() !== '');
  const same = named.filter(({ at, name }) => fieldOfHeading(contract, cells[at]!) === name);
  // One cell alone may be a value that happens to be a word of the headings.
  return same.length === named.length && same.length >= Math.min(2, columns.filter(({ name }) => name).length);
};

const note = /^(?:[(（[【].*[)）\]】]|[-—–/]+|单位|unit|必填|选填|required|optional)$/iu;
const units = /^(?:元|分|万元|天|日|小时|分钟|秒|月|年|次|个|张|条|户|人|件|部|MB|GB|KB|M|G|%|‰|s|h|min)$/iu;

/** A line that says how to fill the columns (units, required or not) and holds no record. */
const isNotes = (contract: Contract, columns: readonly Column[], cells: Cells): boolean => {
  const said = columns.flatMap(({ at, name }) => {
    const cell = (cells[at] ?? '').trim();
    return cell === '' ? [] : [{ cell, unit: name === undefined ? undefined : contract.fields[name]?.unit }];
  });
  return said.length > 0 && said.every(({ cell, unit }) => cell === unit || note.test(cell) || units.test(cell));
};

/** Templates show how a row is filled in by one that is marked: its first filled cell begins with 示例, 例： or the like. */
export const isExampleRow = (cells: Cells): boolean => {
  const first = cells.find((cell) => cell.trim() !== '')?.trim();
  return first !== undefined && /^(?:[(（[【]?示例|例[:：]|[(（[【]?example\b(?![._/-]))/iu.test(first);
};

export const examplesIgnored = (rows: number, line: number): LineWarning => ({
  code: 'EXAMPLE_ROW',
  line,
  message: {
    zh: `${rows} 行标有“示例”，未作为记录读取。若是真实记录，删去“示例”二字。`,
    en: `${rows} rows are marked 示例 (example) and were not read as records. Where one is a record, delete the mark.`,
  },
});

/** How many rows under the headings are no records: headings of the other language and notes, then examples and blanks. */
export const rowsBelowHeadings = (
  contract: Contract,
  columns: readonly Column[],
  rows: readonly Cells[],
): { readonly skipped: number; readonly examples: number } => {
  let skipped = 0;
  const skipWhile = (is: (cells: Cells) => boolean): number => {
    const from = skipped;
    while (skipped < rows.length && is(rows[skipped]!)) skipped += 1;
    return skipped - from;
  };
  skipWhile(
    (cells) =>
      filled(cells).length > 0 && (isHeadingsAgain(contract, columns, cells) || isNotes(contract, columns, cells)),
  );
  const examples = skipWhile(isExampleRow);
  return { skipped, examples };
};
