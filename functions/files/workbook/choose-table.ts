import type { LineFault, LineWarning } from '../prepared.ts';
import { dataSheet } from '../template-marks.ts';
import { sheetsPassedOver, twoSheets } from './sheet-faults.ts';
import type { TableOfSheet } from './table-of-sheet.ts';

type Readable = Extract<TableOfSheet, { readonly hasRecords: boolean }>;

const isReadable = (table: TableOfSheet): table is Readable => table.headings !== undefined;

/** A sheet that nobody can take for one of records, whatever else is on it. */
const isOther = (table: TableOfSheet): boolean =>
  !isReadable(table) && table.faults.every(({ code }) => code === 'NO_HEADINGS');

const namesOf = (tables: readonly TableOfSheet[]): readonly string[] => tables.map(({ sheet }) => sheet.name);

/**
 * The one table of a workbook that is judged: never a guess among two that could be. A sheet that lacks a required
 * column is no rival of one that has them all, but is named.
 */
export const chooseTable = (
  tables: readonly TableOfSheet[],
):
  | { readonly table: Readable; readonly warnings: readonly LineWarning[] }
  | { readonly table?: undefined; readonly faults: readonly LineFault[] } => {
  const readable = tables.filter(isReadable);
  const withRecords = readable.filter(({ hasRecords }) => hasRecords);
  const own = withRecords.filter(({ sheet }) => sheet.name.trim() === dataSheet);
  const [table] = own.length === 1 ? own : withRecords;
  if (own.length !== 1 && withRecords.length > 1) return { faults: [twoSheets(namesOf(withRecords))] };
  const broken = tables.filter((one) => !isReadable(one) && !isOther(one));
  if (table !== undefined) {
    const passedOver = [...withRecords.filter((one) => one !== table), ...broken];
    return {
      table,
      warnings: passedOver.length === 0 ? [] : [sheetsPassedOver(namesOf(passedOver), table.sheet.name)],
    };
  }
  const worst = broken[0] ?? readable[0] ?? tables.toSorted((a, b) => b.head.length - a.head.length)[0];
  if (worst === undefined) return { faults: [] };
  return isReadable(worst) ? { table: worst, warnings: [] } : { faults: worst.faults };
};
