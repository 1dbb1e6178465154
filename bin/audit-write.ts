import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Writes piece after piece, no faster than they are taken. */
export const writePieces = async (to: Writable, pieces: Iterable<string>): Promise<void> => {
  for (const piece of pieces) if (!to.write(piece)) await once(to, 'drain');
};
