import type { Contract } from '../../events/contract.ts';
import { headOf } from './chunks.ts';
import { type HeadRow, readHeadings } from './headings.ts';
import { type Kinds, kindNotSaid } from './kind-faults.ts';
import type { PrepareOptions } from './prepare-options.ts';
import type { Prepared, Unreadable } from './prepared.ts';
import { rowSlices, type Source } from './row-slices.ts';
import { delimiterOf, tableHead } from './table-head.ts';
import { exampleVersion } from './template-marks.ts';
import { noRecords } from './unreadable.ts';

const headBytes = 1024 * 1024;

/** The kind that the example row of a template names, where it was left in: `示例 phone-card-0123abcd`. */
const kindOfTemplate = (kinds: Kinds, rows: readonly HeadRow[]): Contract | undefined => {
  for (const { cells } of rows) {
    const version = cells.map(exampleVersion).find((one) => one !== undefined && one !== '');
    const kind = version?.replace(/-[0-9a-f]+$/, '');
    if (kind !== undefined && Object.hasOwn(kinds, kind)) return kinds[kind];
  }
  return undefined;
};

/**
 * A table as text: its delimiter, headings and slices. The slices are stretches of the text itself, which is not copied.
 * Throws NotUtf8 and HasZeros.
 */
export const prepareCsv = async (
  source: Source,
  { contract: asked, kinds, sliceBytes, limits }: PrepareOptions,
): Promise<Prepared | Unreadable> => {
  const head = await headOf(source.path, source.from, headBytes);
  const isWhole = head.length < headBytes;
  const delimiter = delimiterOf(head.toString('utf8', 0, 64 * 1024), asked);
  const rows = tableHead(head, source.from, isWhole, delimiter, limits.lineBytes);
  const slicesFrom = (from: number) => rowSlices(source, from, { delimiter, lineBytes: limits.lineBytes, sliceBytes });

  if (rows.length === 0) {
    // Nothing but blanks, or a first row that never ends: the scan says which.
    const { faults } = await slicesFrom(source.from);
    return { format: 'csv', faults: faults.length > 0 ? faults : [noRecords] };
  }
  const contract = asked ?? kindOfTemplate(kinds, rows);
  if (contract === undefined) {
    return {
      format: 'csv',
      faults: [
        kindNotSaid(
          kinds,
          rows.map(({ cells }) => cells),
        ),
      ],
    };
  }
  const headings = readHeadings(contract, rows, limits.columns);
  if (headings.columns === undefined) return { format: 'csv', faults: headings.faults };

  const above = rows[headings.recordsFrom - 1]!;
  const { slices, faults } = await slicesFrom(above.to);
  if (slices.length === 0)
    return { format: 'csv', faults: [...headings.faults, ...(faults.length > 0 ? faults : [noRecords])] };
  return {
    format: 'csv',
    encoding: 'utf-8',
    isGzipped: false,
    ...(asked === undefined && { kind: contract.kind }),
    rows: { form: 'csv', delimiter, columns: headings.columns, numbered: false },
    slices,
    firstLine: above.nextLine,
    faults: [...headings.faults, ...faults],
    warnings: headings.warnings,
  };
};
