import type { ListName } from '../../events/lists.ts';
import type { Listed } from '../../rules/listed.ts';
import type { ImportDeps } from './deps.ts';

/** Values read and written together: a transaction holds a hundred items, one of which is a check. */
export const batchSize = 99;
const lanes = 4;
const maxAttempts = 60;

/**
 * Works out what is to be written of each value and writes it, again from what is there where another authority wrote
 * about one of them meanwhile. Stops where it is written for an import that somebody else has finished.
 */
export const rewrite = async (
  list: ListName,
  tokens: readonly string[],
  workOut: (token: string, listed: readonly Listed[]) => readonly Listed[],
  deps: ImportDeps,
  whileRecording?: string,
): Promise<void> => {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    if (attempt > 0) await deps.pause(attempt);
    const found = await deps.listed(list, tokens);
    const values = tokens.flatMap((token, n) => {
      const { version, listed } = found[n]!;
      const to = workOut(token, listed);
      return JSON.stringify(to) === JSON.stringify(listed) ? [] : [{ token, version, listed: to }];
    });
    if (values.length === 0 || (await deps.write(list, values, whileRecording))) return;
    if (whileRecording !== undefined && (await deps.listImport(whileRecording))?.status !== 'recording') return;
  }
  throw new Error(`values of ${list} were written by others ${maxAttempts} times in a row`);
};

/** Works through all of it in batches, four of them at a time. */
export const inLanes = async <T>(all: readonly T[], work: (batch: readonly T[]) => Promise<void>): Promise<void> => {
  const batches: (readonly T[])[] = [];
  for (let at = 0; at < all.length; at += batchSize) batches.push(all.slice(at, at + batchSize));
  const lane = async () => {
    for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) await work(batch);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
};
