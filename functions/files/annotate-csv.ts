import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Fault } from '../../events/fault.ts';
import { AUDIT_HEADING, fitCell, isAuditHeading, reasonOf } from './audit-column.ts';
import { encodeText } from './encode-text.ts';
import { type Marks, marksInOrder, type RowMark, wordOf } from './marks.ts';
import type { Column } from './prepared.ts';
import { type Dialect, type SourceRow, sourceRows } from './source-rows.ts';

export type AnnotateCsv = Dialect & {
  /** The file as it was uploaded. */
  readonly path: string;
  readonly isGzipped: boolean;
  /** All columns, an earlier answer's among them. */
  readonly columns: readonly Column[];
  readonly headingLine: number;
  readonly marks: Marks;
  readonly out: string;
  /** Of the copy: what comes first and goes with it whatever the marks say, up to the line before this one; else all rows. */
  readonly onlyMarkedFrom?: number;
  readonly maxBytes?: number;
};

export type AnnotatedCsv = {
  readonly annotated: true;
  readonly rows: number;
  readonly reasonsCut: number;
  /** Marks of lines on which no row begins: below a quote that is never closed nothing can be told apart. */
  readonly unplaced: number;
  readonly reasonsAt: number;
};

const mebibytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MiB`;

const tooLarge = (bytes: number, maxBytes: number): Fault => ({
  code: 'FILE_TOO_LARGE_TO_MARK',
  found: mebibytes(bytes),
  expected: { zh: `不超过 ${mebibytes(maxBytes)}`, en: `at most ${mebibytes(maxBytes)}` },
  cause: {
    zh: '文件过大，未生成带原因列的副本；判定结果不受影响，全部列于报告。',
    en: 'The file is too large, so no copy with reasons was made; the findings are complete and stand in the report.',
  },
  fix: { zh: '请查看报告，或将文件拆分后分别上传。', en: 'Read the report, or upload the file in parts.' },
});

/** A reason on one line: a line break in a cell is allowed, and every second program stumbles over it. */
const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();

const words = Object.values(wordOf).map(({ zh }) => `${zh}：`);

/** A row with the reason put in its place, and an earlier one taken from it. */
const rowWriter = ({ encoding, delimiter, columns }: AnnotateCsv, reasonsAt: number) => {
  const encoded = (text: string) => encodeText(text, encoding);
  const between = encoded(delimiter);
  const decoder = new TextDecoder(encoding);
  const earlier = columns.some(({ at, heading }) => at === reasonsAt && isAuditHeading(heading));
  const cellText = ({ bytes, cells }: SourceRow, at: number): string => {
    const isLast = at === cells.length - 2;
    const to = isLast ? cells[at + 1]! : cells[at + 1]! - between.length;
    return decoder.decode(bytes.subarray(cells[at]!, to));
  };
  const isOurs = (text: string): boolean => words.some((word) => text.replace(/^"/, '').startsWith(word));
  /**
   * Where an earlier reason stands in the row: in the column, or last in a row of more cells than there are headings. A
   * cell of such a row that is below our heading and not ours is the uploader's. A blank one has room for a reason.
   */
  const earlierAt = (row: SourceRow, isMarked: boolean): number | undefined => {
    const last = row.cells.length - 2;
    if (!earlier || last < reasonsAt) return undefined;
    if (isOurs(cellText(row, last))) return last;
    const text = cellText(row, reasonsAt);
    return isOurs(text) || (isMarked && /^[\s"]*$/.test(text)) ? reasonsAt : undefined;
  };

  return (row: SourceRow, reason: string | undefined): Buffer => {
    const { bytes, cells } = row;
    const textTo = cells.at(-1)!;
    const written = cells.length - 1;
    const said = reason === undefined ? undefined : encoded(`"${reason.replaceAll('"', '""')}"`);
    const at = earlierAt(row, reason !== undefined);
    if (at === undefined) {
      if (said === undefined) return bytes;
      const missing = Math.max(1, reasonsAt - written + 1);
      return Buffer.concat([bytes.subarray(0, textTo), ...Array(missing).fill(between), said, bytes.subarray(textTo)]);
    }
    const isLast = at === written - 1;
    const from = isLast && said === undefined ? cells[at]! - between.length : cells[at]!;
    const to = isLast ? textTo : cells[at + 1]! - between.length;
    return Buffer.concat([bytes.subarray(0, from), said ?? Buffer.alloc(0), bytes.subarray(to)]);
  };
};

/**
 * The uploader's own table with a reason at the end of each row that has a mark, and with only those rows where that is
 * asked. Encoding, delimiter, quotes and line ends stay theirs, byte for byte; an earlier answer's reasons are replaced.
 */
export const annotateCsv = async (
  ask: AnnotateCsv,
): Promise<AnnotatedCsv | { readonly annotated: false; readonly fault: Fault }> => {
  const { path, isGzipped, columns, headingLine, marks, out, onlyMarkedFrom } = ask;
  const maxBytes = ask.maxBytes ?? 2 ** 31;
  const { size } = await stat(path);
  if (size > maxBytes) return { annotated: false, fault: tooLarge(size, maxBytes) };

  const take = marksInOrder(marks);
  const done = { rows: 0, reasonsCut: 0, unplaced: 0 };
  const earlier = columns.find(({ heading }) => isAuditHeading(heading));
  let reasonsAt = earlier?.at ?? -1;
  let mark = await take();
  const reasonFor = (one: RowMark): string => {
    const { text, isCut } = fitCell(oneLine(reasonOf(one.verdict, one.reason)));
    done.rows += 1;
    if (isCut) done.reasonsCut += 1;
    return text;
  };

  async function* written(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let write: ReturnType<typeof rowWriter> | undefined;
    for await (const rows of sourceRows(chunks, ask)) {
      const pieces: Buffer[] = [];
      for (const row of rows) {
        if (row.line < headingLine) {
          pieces.push(row.bytes);
        } else if (row.line === headingLine) {
          // As many cells as the line has, blank ones at its end too: a reason must not stand below one of them.
          if (reasonsAt === -1) reasonsAt = row.cells.length - 1;
          write = rowWriter(ask, reasonsAt);
          pieces.push(earlier ? row.bytes : write(row, AUDIT_HEADING));
        } else if (write) {
          for (; mark && mark.line < row.line; mark = await take()) done.unplaced += 1;
          const isMarked = mark?.line === row.line;
          if (isMarked || onlyMarkedFrom === undefined || row.line < onlyMarkedFrom) {
            pieces.push(write(row, isMarked ? reasonFor(mark!) : undefined));
          }
          if (isMarked) mark = await take();
        }
      }
      yield Buffer.concat(pieces);
    }
    for (; mark; mark = await take()) done.unplaced += 1;
  }

  const unfinished = `${out}.unfinished`;
  const source = createReadStream(path, { highWaterMark: 2 ** 20 });
  const to = createWriteStream(unfinished);
  try {
    if (isGzipped)
      await pipeline(source, createGunzip({ chunkSize: 2 ** 20 }), (bytes) => written(bytes), createGzip(), to);
    else await pipeline(Readable.from(source), (bytes) => written(bytes), to);
    await rename(unfinished, out);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return { annotated: true, ...done, reasonsAt };
};
