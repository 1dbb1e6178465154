// Rows that count for nothing, each a number: its slice and its row, in ascending order. A set of a million of them
// would be a hundred times as large, and would be copied to every thread.

const rowsOfSlice = 0x1_0000_0000;

/** A slice and a row as one number: in order of slice, then of row. */
export const placeOf = (slice: number, row: number): number => slice * rowsOfSlice + row;
export const sliceIn = (place: number): number => Math.floor(place / rowsOfSlice);
export const rowIn = (place: number): number => place % rowsOfSlice;

/** Whether a row is among them. */
export const isSkipped = (skipped: Float64Array, slice: number, row: number): boolean => {
  const place = placeOf(slice, row);
  let [from, to] = [0, skipped.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (skipped[middle]! < place) from = middle + 1;
    else to = middle;
  }
  return skipped[from] === place;
};

/** Those of a slice; undefined where there are none in any. */
export const skippedIn = (skipped: Float64Array, slice: number): Pick<ReadonlySet<number>, 'has'> | undefined =>
  skipped.length === 0 ? undefined : { has: (row) => isSkipped(skipped, slice, row) };
