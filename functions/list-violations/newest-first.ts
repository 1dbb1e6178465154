/** One entry of a list: its place, and what stands there, unless the reader may not or did not ask to see it. */
export type Placed<T> = { readonly position: string; readonly item: T | undefined };

export type NewestFirst<P, T> = {
  readonly partitions: readonly P[];
  /** Up to `limit` entries of a partition, newest first, after the position. */
  readonly page: (partition: P, after: string | undefined, limit: number) => Promise<readonly Placed<T>[]>;
  readonly after: string | undefined;
  readonly limit: number;
  /** True once the caller has waited long enough: the page is then short, and its cursor goes on from there. */
  readonly isLate: () => boolean;
};

type Lane<P, T> = { readonly partition: P; buffer: readonly Placed<T>[]; after: string | undefined; isDone: boolean };

/**
 * Merges partitions that are each sorted newest first into one page. `next` is the position to go on from, undefined at
 * the end. A page may be short, even empty, and still have a next one.
 */
export const newestFirst = async <P, T>({ partitions, page, after, limit, isLate }: NewestFirst<P, T>) => {
  const size = Math.min(200, limit + 1);
  const lanes: Lane<P, T>[] = partitions.map((partition) => ({ partition, buffer: [], after, isDone: false }));
  const fill = async (lane: Lane<P, T>) => {
    if (lane.buffer.length > 0 || lane.isDone) return;
    lane.buffer = await page(lane.partition, lane.after, size);
    lane.isDone = lane.buffer.length < size;
    lane.after = lane.buffer.at(-1)?.position ?? lane.after;
  };

  const items: T[] = [];
  let position = after;
  while (true) {
    await Promise.all(lanes.map(fill));
    const newest = lanes
      .filter(({ buffer }) => buffer.length > 0)
      .reduce<Lane<P, T> | undefined>(
        (best, lane) => (best === undefined || lane.buffer[0]!.position > best.buffer[0]!.position ? lane : best),
        undefined,
      );
    if (newest === undefined) return { items, next: undefined };
    if (items.length === limit || (isLate() && position !== after)) return { items, next: position };
    const [head, ...rest] = newest.buffer;
    newest.buffer = rest;
    position = head!.position;
    if (head!.item !== undefined) items.push(head!.item);
  }
};
