import { Readable } from 'node:stream';
import type { Piece, Task, TellTask } from './task.ts';

/** What is to be told, by whoever gives the bytes for it. */
export type Telling = Omit<TellTask, 'into'>;

type AskPiece = (task: Task & { readonly into: Uint8Array }) => Promise<Piece>;

const pieceBytes = 1024 * 1024;
/** So many pieces a thread has ready before they are asked for: of a slice of which every row is told, most. */
const ahead = 3;

/** What one thread tells, ahead of its reader, who gives the bytes of each piece back. */
const toldBy = (ask: AskPiece, tasks: readonly Telling[]) => {
  const free: Uint8Array[] = [];
  const tell = async function* (): AsyncGenerator<Piece> {
    for (const task of tasks) {
      for (let isFirst = true, isLast = false; !isLast; isFirst = false) {
        const into = free.pop() ?? new Uint8Array(pieceBytes);
        const piece = await ask(isFirst ? { ...task, into } : { do: 'tell-on', into });
        yield piece;
        ({ isLast } = piece);
      }
    }
  };
  const pieces: AsyncIterator<Piece> = Readable.from(tell(), { highWaterMark: ahead })[Symbol.asyncIterator]();
  return {
    next: async (): Promise<Piece> => (await pieces.next()).value,
    giveBack: ({ bytes }: Piece): void => {
      free.push(bytes);
    },
  };
};

/**
 * What is to be told, in its order, by several threads that take turns at it; the bytes of a piece are good only until
 * the next one is asked for.
 */
export const toldPieces = async function* (
  asks: readonly AskPiece[],
  tasks: readonly Telling[],
): AsyncGenerator<Uint8Array> {
  const threads = asks.map((ask, n) =>
    toldBy(
      ask,
      tasks.filter((_, turn) => turn % asks.length === n),
    ),
  );
  for (const turn of tasks.keys()) {
    const thread = threads[turn % threads.length]!;
    for (let isLast = false; !isLast; ) {
      const piece = await thread.next();
      if (piece.used > 0) yield piece.bytes.subarray(0, piece.used);
      thread.giveBack(piece);
      ({ isLast } = piece);
    }
  }
};
