import type { FoundLine } from './found-lines.ts';
import { namedReader } from './found-lines.ts';
import { skippedIn } from './skipped.ts';
import type { Piece, TellTask } from './task.ts';
import { tellingReader, toldOnce } from './tellings.ts';

// Findings as a report in JSON has them, one a line. What is the same in very many stands once in the report, which each of
// them names by its number; what they say themselves is copied as the bytes it is kept as, and never parsed to be written.

/** The finding as JSON, in one line, with all that is told of it. */
export const findingJson = ({ recordId, row, line, rest }: FoundLine, file: string): string => {
  const place = JSON.stringify({ file, ...(line !== undefined && { line }) }).slice(1);
  return `{"recordId":${JSON.stringify(recordId)},"row":${row},${rest.slice(0, -1)},${place}`;
};

/** What comes before each element of the list. */
export const beforeFinding = ',\n    ';

/** What a finding says itself where the rest is told elsewhere ends here: by which version of which rule it was found. */
const elsewhere = ',"severity":';

/** What is written of a telling in a finding: all of it, or its beginning and where all of it stands. */
const asWritten = (work: string, writers: number): ((telling: string) => Buffer) => {
  const bytesOf = tellingReader(work, writers);
  const numberOf = new Map(toldOnce(work, writers).map((bytes, n) => [bytes.toString('latin1'), n] as const));
  const known = new Map<string, Buffer>();
  return (telling) => {
    // One that was written out instead of numbered is hardly told twice.
    if (telling.startsWith('=')) return bytesOf(telling).subarray(0, -1);
    const found = known.get(telling);
    if (found !== undefined) return found;
    const bytes = bytesOf(telling);
    const number = numberOf.get(bytes.toString('latin1'));
    const own =
      number === undefined
        ? bytes.subarray(0, -1)
        : Buffer.concat([bytes.subarray(0, bytes.indexOf(elsewhere)), Buffer.from(`,"judgement":${number}`)]);
    known.set(telling, own);
    return own;
  };
};

/** More bytes than a text of so many characters has in UTF-8. */
const mostBytes = (text: string): number => text.length * 3;

/**
 * Tells of what `writers` writers have found in slices, piece by piece, each as long as the bytes given for it have room;
 * where a single finding has none, the piece comes in bytes of its own.
 */
export const findingTeller = (work: string, writers: number) => {
  const read = namedReader(work, writers);
  const writtenOf = asWritten(work, writers);
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
        const { recordId, row, line, lawDate, telling } = found[next]!;
        const rest = writtenOf(telling);
        const record = `{"recordId":${JSON.stringify(recordId)},"row":${of.rows + row}`;
        const head = `${beforeFinding}${record},"lawDate":"${lawDate}",`;
        const tail = `${place}${of.lines + line!}}`;
        const most = mostBytes(head) + rest.length + mostBytes(tail);
        if (used + most > bytes.length) {
          if (used > 0) return { bytes, used, isLast: false };
          bytes = Buffer.alloc(most);
        }
        used += bytes.write(head, used);
        used += rest.copy(bytes, used);
        used += bytes.write(tail, used);
      }
      return { bytes, used, isLast: true };
    };
  };
};
