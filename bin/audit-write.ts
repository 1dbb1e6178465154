import type { Writable } from 'node:stream';
import type { Pieces } from './audit-report.ts';

/** Writes piece after piece, each when the one before has been taken: its bytes may be used again then. */
export const writePieces = async (to: Writable, pieces: Pieces): Promise<void> => {
  for await (const piece of pieces) {
    await new Promise<void>((resolve, reject) => {
      to.write(piece, (error) => (error ? reject(error) : resolve()));
    });
  }
};
