import type { FoundLine } from './found-lines.ts';
import { namedReader, tellingReader } from './found-lines.ts';
import { skippedIn } from './skipped.ts';
import type { Piece, TellTask } from './task.ts';

// Findings as a report in JSON has them, one a line. Of millions, what is the same in very many is copied as the bytes it
// is kept as: nothing that was written is parsed to be written again.

/** The finding as JSON, in one line. */
export const findingJson = ({ recordId, row, line, rest }: FoundLine, file: string): string => {
  const place = JSON.stringify({ file, ...(line !== undefined && { line }) }).slice(1);
  return `{"recordId":${JSON.stringify(recordId)},"row":${row},${rest.slice(0, -1)},${place}`;
};

/** What comes before each element of the list. */
export const beforeFinding = ',\n    ';

/** More bytes than a text of so many characters has in UTF-8. */
const mostBytes = (text: string): number => text.length * 3;

/**
 * Tells of what `writers` writers have found in slices, piece by piece, each as long as the bytes given for it have room;
 * where a single finding has none, the piece comes in bytes of its own.
 */
export const findingTeller = (work: string, writers: number) => {
  const read = namedReader(work, writers);
  const bytesOf = tellingReader(work, writers);
  return ({ verdict, slices, skip, file }: Omit<TellTask, 'do' | 'into'>): ((into: Uint8Array) => Piece) => {
    const place = `,${JSON.stringify({ file }).slice(1, -1)},"line":`;
    const left = slices.values();
    let of = { rows: 0, lines: 0 };
    let found: ReturnType<typeof read> = [];
    let next = 0;
    /** Whether one is left; where a slice ends, the next one is read. */
    const isThere = (): boolean => {
      while (next === found.length) {
        const { value: slice } = left.next();
        if (slice === undefined) return false;
        of = slice;
        found = read(slice.slice, verdict, skippedIn(skip, slice.slice));
        next = 0;
      }
      return true;
    };
    return (into) => {
      let bytes = Buffer.from(into.buffer, into.byteOffset, into.length);
      let used = 0;
      for (; isThere(); next += 1) {
        const { recordId, row, line, telling } = found[next]!;
        const rest = bytesOf(telling);
        const head = `${beforeFinding}{"recordId":${JSON.stringify(recordId)},"row":${of.rows + row},`;
        const tail = `${place}${of.lines + line!}}`;
        const most = mostBytes(head) + rest.length + mostBytes(tail);
        if (used + most > bytes.length) {
          if (used > 0) return { bytes, used, isLast: false };
          bytes = Buffer.alloc(most);
        }
        used += bytes.write(head, used);
        used += rest.copy(bytes, used, 0, rest.length - 1);
        used += bytes.write(tail, used);
      }
      return { bytes, used, isLast: true };
    };
  };
};
