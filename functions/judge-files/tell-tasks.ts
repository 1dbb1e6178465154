import type { Told } from './found-lines.ts';
import type { TellTask } from './task.ts';
import type { Telling } from './told-pieces.ts';

/** A slice, and of how many records something is told there. */
export type ToldSlice = TellTask['slices'][number] & { readonly told: number };

/** So many records fill about a piece: where little is told, many slices are told of at once. */
const recordsAtOnce = 500;
const slicesAtOnce = 64;

/** What was found of a verdict in the slices of a file, in tasks of about a piece each. */
export function* tellTasks(
  verdict: Told,
  file: string,
  slices: Iterable<ToldSlice>,
  skip: Float64Array,
): Iterable<Telling> {
  let some: TellTask['slices'][number][] = [];
  let records = 0;
  for (const { told, ...slice } of slices) {
    some.push(slice);
    records += told;
    if (records < recordsAtOnce && some.length < slicesAtOnce) continue;
    yield { do: 'tell', verdict, slices: some, skip, file };
    some = [];
    records = 0;
  }
  if (some.length > 0) yield { do: 'tell', verdict, slices: some, skip, file };
}
