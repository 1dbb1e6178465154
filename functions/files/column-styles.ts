import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The time of every part: the same template has the same bytes, whenever it is written. */
export const noTime = new Date('1980-01-01T00:00:00Z');

/**
 * Gives each column of a sheet the style of its cell in `row`, so that cells nobody has written yet have it too: hucre
 * writes no style for a column. Its text format gets the number that Excel knows it by, in place of one of its own.
 */
export const withColumnStyles = (workbook: Uint8Array, part: string, row: number): Uint8Array => {
  const parts = unzipSync(workbook);
  const sheet = strFromU8(parts[part]!);
  const styleOf = (column: number): string | undefined =>
    new RegExp(`<c r="${letters(column)}${row}"(?: t="\\w+")? s="(\\d+)"`).exec(sheet)?.[1];
  parts[part] = strToU8(
    sheet.replace(/<col min="(\d+)" max="\1"/g, (col, column: string) => {
      const style = styleOf(Number(column));
      return style === undefined ? col : `${col} style="${style}"`;
    }),
  );
  const styles = strFromU8(parts['xl/styles.xml']!);
  const own = /<numFmts count="1"><numFmt numFmtId="(\d+)" formatCode="@"\/><\/numFmts>/.exec(styles);
  if (own === null) throw new Error('the workbook’s one number format is not text');
  parts['xl/styles.xml'] = strToU8(styles.replace(own[0], '').replaceAll(`numFmtId="${own[1]}"`, 'numFmtId="49"'));
  return zipSync(parts, { mtime: new Date(noTime.getTime() + noTime.getTimezoneOffset() * 60_000) });
};

/** A column by its letters: 1 is A, 27 is AA. */
export const letters = (column: number): string =>
  column <= 26
    ? String.fromCharCode(64 + column)
    : letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1);
