import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { isReadable, type Prepared, type Unreadable } from '../../../functions/files/prepared.ts';

/** The rows of all slices, each read by itself: the number of the row, and its cells. */
export const rowsOf = (file: Prepared | Unreadable): readonly (readonly string[])[] => {
  if (!isReadable(file)) throw new Error(JSON.stringify(file.faults));
  return file.slices.flatMap(({ path, from, to }) => {
    const text = readFileSync(path).subarray(from, to).toString();
    return parse(text, { relax_column_count: true, record_delimiter: '\n' }) as string[][];
  });
};

export const faultsOf = (file: Prepared | Unreadable): readonly string[] => file.faults.map(({ code }) => code);

export const warningsOf = (file: Prepared | Unreadable): readonly string[] =>
  isReadable(file) ? file.warnings.map(({ code }) => code) : [];
