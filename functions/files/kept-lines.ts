import { type Area, areaOf, areaReference, columnLetters } from './cell-reference.ts';

/** How rows of a sheet move up when only some of its records stay; what stands above the records stays where it is. */
export type KeptLines = {
  /** Where a row stands then; undefined where it is gone. */
  readonly line: (line: number) => number | undefined;
  /** Where an area stands then; undefined where no row of it is left. */
  readonly area: (reference: string) => string | undefined;
  /** The same of several, as `sqref` has them. */
  readonly areas: (references: string) => string | undefined;
  readonly lastLine: number;
};

/** `kept` in ascending order, none below `recordsFrom`; `lastRow` the last row of the sheet as it was. */
export const keptLines = (kept: readonly number[], recordsFrom: number, lastRow: number): KeptLines => {
  /** How many of the kept rows stand above this one. */
  const above = (line: number): number => {
    let [low, high] = [0, kept.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (kept[middle]! < line) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const line = (one: number): number | undefined => {
    if (one < recordsFrom) return one;
    const at = above(one);
    return kept[at] === one ? recordsFrom + at : undefined;
  };
  const moved = (area: Area): Area | undefined => {
    const { top, bottom } = area;
    // What begins below the last row, or has no rows of its own such as `A:C`, is about columns.
    if (!(top <= lastRow)) return area;
    const first = top < recordsFrom ? top : recordsFrom + above(top);
    const last = bottom < recordsFrom ? bottom : recordsFrom + above(bottom + 1) - 1;
    if (bottom > lastRow) return { ...area, top: first };
    return last < first ? undefined : { ...area, top: first, bottom: last };
  };
  const area = (reference: string): string | undefined => {
    if (!/\d/.test(reference)) return reference;
    const to = moved(areaOf(reference));
    if (to === undefined) return undefined;
    // Written as it was: an area of one cell may be a stretch that has shrunk.
    return reference.includes(':') && to.left === to.right && to.top === to.bottom
      ? `${columnLetters(to.left)}${to.top}:${columnLetters(to.right)}${to.bottom}`
      : areaReference(to);
  };
  const areas = (references: string): string | undefined => {
    const left = references
      .trim()
      .split(/\s+/)
      .flatMap((one) => area(one) ?? []);
    return left.length === 0 ? undefined : left.join(' ');
  };
  return { line, area, areas, lastLine: recordsFrom + kept.length - 1 };
};
