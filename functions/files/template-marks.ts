import { fieldOfHeading } from '../../events/cells.ts';
import type { Contract } from '../../events/contract.ts';
import type { Column } from './prepared.ts';

// What a template has that is no record, and how a reader tells it from one.

/** Sheets of a template, in this order; the last two are not shown. */
export const guideSheet = '填报说明';
export const dataSheet = '数据';
export const listsSheet = '_lists';
/** See template-version.ts for its rows. */
export const templateSheet = '_template';

/** Whether the row below the headings gives the same headings once more, in the other language. */
export const isHeadingsAgain = (contract: Contract, columns: readonly Column[], cells: readonly string[]): boolean => {
  const written = columns.filter(({ at }) => (cells[at] ?? '').trim() !== '');
  const known = written.filter(({ name }) => name !== undefined);
  return known.length > 0 && known.every(({ at, name }) => fieldOfHeading(contract, cells[at]!) === name);
};

/** What the example row has in place of a record's id; it says by which template it was written. */
export const exampleId = (version: string): string => `示例 ${version}`;

/** The version of the template that an example row names, empty where it names none; undefined where it is a record. */
export const exampleVersion = (recordId: string): string | undefined => {
  const mark = /^\s*示例(?![\p{L}\p{N}._:/-])\s*([a-z0-9-]*)/u.exec(recordId);
  return mark === null ? undefined : mark[1]!;
};

/** Whether a row is the example that a template comes with: it is nobody’s record, and is passed over. */
export const isExampleRow = (columns: readonly Column[], cells: readonly string[]): boolean => {
  const at = columns.find(({ name }) => name === 'recordId')?.at;
  return at !== undefined && exampleVersion(cells[at] ?? '') !== undefined;
};
