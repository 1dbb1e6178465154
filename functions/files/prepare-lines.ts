import type { PrepareOptions } from './prepare-options.ts';
import type { Prepared, Unreadable } from './prepared.ts';
import { rowSlices, type Source } from './row-slices.ts';
import { noRecords } from './unreadable.ts';

/** NDJSON: its slices are stretches of the text itself. Throws NotUtf8 and HasZeros. */
export const prepareLines = async (
  source: Source,
  { sliceBytes, limits }: PrepareOptions,
): Promise<Prepared | Unreadable> => {
  const { slices, faults } = await rowSlices(source, source.from, { lineBytes: limits.lineBytes, sliceBytes });
  if (slices.length === 0) return { format: 'ndjson', faults: faults.length > 0 ? faults : [noRecords] };
  return {
    format: 'ndjson',
    encoding: 'utf-8',
    isGzipped: false,
    rows: { form: 'ndjson', numbered: false },
    slices,
    firstLine: 1,
    faults,
    warnings: [],
  };
};
