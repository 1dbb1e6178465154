// What a template has that is no record. How a reader passes over it: rows-below-headings.ts.

/** Sheets of a template, in this order; the last two are not shown. */
export const guideSheet = '填报说明';
export const dataSheet = '数据';
export const listsSheet = '_lists';
/** See template-version.ts for its rows. */
export const templateSheet = '_template';

/** What the example row has in place of a record's id; it says by which template it was written. */
export const exampleId = (version: string): string => `示例 ${version}`;

/** The version of the template that an example row names, empty where it names none; undefined where it is a record. */
export const exampleVersion = (recordId: string): string | undefined => {
  const mark = /^\s*示例(?![\p{L}\p{N}._:/-])\s*([a-z0-9-]*)/u.exec(recordId);
  return mark === null ? undefined : mark[1]!;
};
