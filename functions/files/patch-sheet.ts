import { AUDIT_HEADING, fitCell, reasonOf } from './audit-column.ts';
import { areaOf, areaReference, cellReference, mostColumns } from './cell-reference.ts';
import type { MarkedStyles } from './marked-styles.ts';
import { type Grade, type Marks, marksInOrder, type RowMark } from './marks.ts';
import { type Cell, cellsOf, isFilled, type Piece, sheetPieces } from './sheet-rows.ts';
import { attribute, elementsOf, masked, spliced, withAttribute, xmlText } from './xml-text.ts';

/** What must be known of a sheet before its first row is written again. */
export type Survey = {
  /** The last column that says anything below the headings or in them; -1 where none does. */
  readonly lastColumn: number;
  readonly lastRow: number;
  readonly tail: string;
};

/** Reads the sheet once: the reasons stand right of everything, and how far that reaches is known at its end only. */
export const surveySheet = async (
  chunks: AsyncIterable<Uint8Array>,
  prefix: string,
  headingRow: number,
): Promise<Survey> => {
  let lastColumn = -1;
  let lastRow = 0;
  let tail = '';
  for await (const pieces of sheetPieces(chunks, prefix)) {
    for (const piece of pieces) {
      if (piece.is === 'tail') tail = piece.xml;
      if (piece.is !== 'row') continue;
      lastRow = piece.line;
      if (piece.line < headingRow) continue;
      const row = piece.bytes.toString('latin1');
      const cells = cellsOf(row, prefix);
      for (let at = cells.length - 1; at >= 0 && cells[at]!.at > lastColumn; at -= 1) {
        if (!isFilled(row, cells[at]!)) continue;
        lastColumn = cells[at]!.at;
        break;
      }
    }
  }
  // A merged cell swallows what is written under it.
  for (const { tag } of elementsOf(tail, prefix, 'mergeCell')) {
    const { right, bottom } = areaOf(attribute(tag, 'ref') ?? '');
    if (bottom >= headingRow && right > lastColumn) lastColumn = right;
  }
  return { lastColumn, lastRow, tail };
};

/** How the sheet is to be changed. */
export type SheetPlan = {
  readonly prefix: string;
  readonly headingRow: number;
  /** Where the reasons stand, from 0, and whether an earlier answer's stand there. */
  readonly reasonsAt: number;
  readonly replaces: boolean;
  readonly lastRow: number;
  readonly styles: MarkedStyles;
  /** What is put before whatever comes after the drawing, such as the reference to the boxes of comments. */
  readonly legacyDrawing?: string;
};

/** What was done, counted while it was done. */
export type Done = { rows: number; cells: number; reasonsCut: number };

const widthOfReasons = 60;

/** Lines that a reason takes in its column; a Chinese character is twice as wide as a Latin letter. */
const linesOf = (reason: string): number =>
  reason.split('\n').reduce((sum, line) => {
    const width = [...line].reduce((all, one) => all + (one.charCodeAt(0) > 0x2e7f ? 2.1 : 1), 0);
    return sum + Math.max(1, Math.ceil(width / (widthOfReasons - 2)));
  }, 0);

const pointsOfLine = 15;
const mostPoints = 409;

/**
 * The row's start tag, high enough to show the reason. Excel would make room by itself, LibreOffice does not; a height
 * that somebody set is theirs and stays.
 */
const withHeight = (open: string, lines: number): string => {
  const isSet = /^(1|true)$/.test(attribute(open, 'customHeight') ?? '');
  const points = Math.min(mostPoints, lines * pointsOfLine);
  return isSet || Number(attribute(open, 'ht') ?? 0) >= points ? open : withAttribute(open, 'ht', points);
};

/** Style that a column gives to cells of it that are not written. */
const columnStyles = (head: string, prefix: string) => {
  const columns = elementsOf(head, prefix, 'col').map(({ tag }) => ({
    min: Number(attribute(tag, 'min')) - 1,
    max: Number(attribute(tag, 'max')) - 1,
    style: Number(attribute(tag, 'style') ?? 0),
  }));
  return (at: number): number => columns.find(({ min, max }) => min <= at && at <= max)?.style ?? 0;
};

/** The columns with one wide enough to read in. A stretch of columns that covers it is parted in up to three. */
const withWideColumn = (head: string, prefix: string, at: number): string => {
  const number = at + 1;
  const wide = (tag: string) =>
    ['min', 'max'].reduce(
      (one, name) => withAttribute(one, name, number),
      withAttribute(withAttribute(tag, 'width', widthOfReasons), 'customWidth', 1),
    );
  const columns = elementsOf(head, prefix, 'col');
  const covering = columns.find(
    ({ tag }) => Number(attribute(tag, 'min')) <= number && number <= Number(attribute(tag, 'max')),
  );
  if (covering) {
    const { tag, from, to } = covering;
    const [min, max] = [Number(attribute(tag, 'min')), Number(attribute(tag, 'max'))];
    const open = tag.endsWith('/>') ? tag : tag.replace(/>$/, '/>');
    const before = min < number ? withAttribute(open, 'max', number - 1) : '';
    const after = max > number ? withAttribute(open, 'min', number + 1) : '';
    return spliced(head, [{ from, to, by: before + wide(open).replace(/\shidden="[^"]*"/, '') + after }]);
  }
  const added = wide(`<${prefix}col min="${number}" max="${number}"/>`);
  const later = columns.find(({ tag }) => Number(attribute(tag, 'min')) > number);
  if (later) return spliced(head, [{ from: later.from, to: later.from, by: added }]);
  const last = columns.at(-1);
  if (last) return spliced(head, [{ from: last.to, to: last.to, by: added }]);
  const rows = masked(head).lastIndexOf(`<${prefix}sheetData`);
  return spliced(head, [{ from: rows, to: rows, by: `<${prefix}cols>${added}</${prefix}cols>` }]);
};

const withDimension = (head: string, { prefix, headingRow, reasonsAt, lastRow }: SheetPlan): string => {
  const dimension = elementsOf(head, prefix, 'dimension')[0];
  if (dimension === undefined) return head;
  const area = areaOf(attribute(dimension.tag, 'ref') ?? 'A1');
  const ref = areaReference({
    left: area.left,
    top: Math.min(area.top, headingRow),
    right: Math.max(area.right, reasonsAt),
    bottom: Math.max(area.bottom, lastRow),
  });
  return spliced(head, [
    { from: dimension.from, to: dimension.innerFrom, by: withAttribute(dimension.tag, 'ref', ref) },
  ]);
};

const afterDrawing =
  /^(legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst|AlternateContent)$/;

/** What follows the rows, with the reference to the boxes of comments where the order of elements wants it. */
const withLegacyDrawing = (tail: string, prefix: string, legacyDrawing: string): string => {
  const scanned = masked(tail);
  let depth = 0;
  for (const { 0: tag, 1: close, 2: name, index } of scanned.matchAll(/<(\/?)(?:[\w.-]+:)?([\w.-]+)[^>]*>/g)) {
    // The end of the rows' own element comes first, and the end of the sheet's last.
    if (close && name === 'sheetData' && depth === 0) continue;
    if (depth === 0 && (close || afterDrawing.test(name!))) {
      return tail.slice(0, index) + legacyDrawing + tail.slice(index);
    }
    if (close) depth -= 1;
    else if (!tag.endsWith('/>')) depth += 1;
  }
  throw new Error(`the end of the sheet has no ${prefix}worksheet`);
};

const inlineCell = (prefix: string, reference: string, style: number, text: string): string =>
  `<${prefix}c r="${reference}" s="${style}" t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${xmlText(text)}</${prefix}t></${prefix}is></${prefix}c>`;

type RowChange = {
  readonly grades: ReadonlyMap<number, Grade>;
  /** What stands in the column of reasons; undefined empties it. */
  readonly last: ((styleBeside: number) => string) | undefined;
  /** Lines for which the row must have room. */
  readonly lines?: number;
};

/** A row with its cells changed and put in; whatever is not changed stays as it was written. */
const patchedRow = (
  row: string,
  line: number,
  change: RowChange,
  { prefix, reasonsAt, styles }: SheetPlan,
  columnStyle: (at: number) => number,
): string => {
  const openTo = row.indexOf('>') + 1;
  const open = row.slice(0, openTo);
  const cells = cellsOf(row, prefix);
  const rowStyle = attribute(open, 'customFormat') === '1' ? Number(attribute(open, 's') ?? 0) : undefined;
  const grades = [...change.grades].filter(([at]) => at !== reasonsAt).sort(([a], [b]) => a - b);
  const parts: string[] = [];
  let beside = rowStyle ?? 0;
  let next = 0;

  const putIn = (before: number) => {
    for (; next < grades.length && grades[next]![0] < before; next += 1) {
      const [at, grade] = grades[next]!;
      const style = styles.mark(rowStyle ?? columnStyle(at), grade);
      parts.push(`<${prefix}c r="${cellReference(at, line)}" s="${style}"/>`);
    }
  };
  const restyled = ({ at, from, tagTo, to }: Cell): string => {
    const tag = row.slice(from, tagTo);
    const style = Number(attribute(tag, 's') ?? 0);
    const grade = change.grades.get(at);
    const other = grade === undefined ? styles.unmark(style) : styles.mark(style, grade);
    return (other === style ? tag : withAttribute(tag, 's', other)) + row.slice(tagTo, to);
  };

  let at = openTo;
  let isPlaced = false;
  for (const cell of cells) {
    if (cell.at >= reasonsAt && !isPlaced) {
      putIn(reasonsAt);
      parts.push(row.slice(at, cell.from), change.last?.(beside) ?? '');
      isPlaced = true;
      at = cell.at === reasonsAt ? cell.to : cell.from;
      if (cell.at === reasonsAt) continue;
    }
    putIn(cell.at);
    if (grades[next]?.[0] === cell.at) next += 1;
    parts.push(row.slice(at, cell.from), restyled(cell));
    if (cell.at < reasonsAt) beside = Number(attribute(row.slice(cell.from, cell.tagTo), 's') ?? 0);
    at = cell.to;
  }
  putIn(reasonsAt);
  if (!isPlaced) parts.push(change.last?.(beside) ?? '');
  putIn(mostColumns);
  const spans = attribute(open, 'spans')?.split(':').map(Number);
  const spanned =
    change.last !== undefined && spans && spans[1]! < reasonsAt + 1
      ? withAttribute(open, 'spans', `${spans[0]}:${reasonsAt + 1}`)
      : open;
  const begun = change.lines === undefined ? spanned : withHeight(spanned, change.lines);
  if (!open.endsWith('/>')) return begun + parts.join('') + row.slice(at);
  return `${begun.replace(/\s*\/>$/, '>')}${parts.join('')}</${prefix}row>`;
};

/**
 * The sheet with its marks, written as it is read: rows without a mark pass as they are, unless an earlier answer's marks
 * must come off. A mark on a row that the sheet does not have puts that row in.
 */
export async function* patchSheet(
  chunks: AsyncIterable<Uint8Array>,
  plan: SheetPlan,
  marks: Marks,
  done: Done,
  onMark: (mark: RowMark) => void,
): AsyncGenerator<Uint8Array> {
  const { prefix, headingRow, reasonsAt, replaces, styles } = plan;
  const take = marksInOrder(marks);
  let mark = await take();
  let columnStyle = (_at: number) => 0;
  const none: ReadonlyMap<number, Grade> = new Map();

  const changeOf = (one: RowMark): RowChange => {
    const { text, isCut } = fitCell(reasonOf(one.verdict, one.reason));
    done.rows += 1;
    done.cells += one.cells.length;
    if (isCut) done.reasonsCut += 1;
    onMark(one);
    return {
      grades: new Map(one.cells.map(({ at, as }) => [at, as])),
      last: () => inlineCell(prefix, cellReference(reasonsAt, one.line), styles.reason(one.verdict), text),
      lines: linesOf(text),
    };
  };
  const missingRow = (one: RowMark): Buffer =>
    Buffer.from(patchedRow(`<${prefix}row r="${one.line}"/>`, one.line, changeOf(one), plan, columnStyle));

  const rowOf = (piece: Extract<Piece, { is: 'row' }>): Buffer => {
    const { line, bytes } = piece;
    if (line === headingRow) {
      const last = (beside: number) =>
        inlineCell(prefix, cellReference(reasonsAt, line), styles.unmark(beside), AUDIT_HEADING);
      return Buffer.from(patchedRow(bytes.toString(), line, { grades: none, last }, plan, columnStyle));
    }
    if (mark?.line === line) {
      return Buffer.from(patchedRow(bytes.toString(), line, changeOf(mark), plan, columnStyle));
    }
    if (line < headingRow || !(replaces || styles.hadMarks)) return bytes;
    const row = bytes.toString();
    // Above and beside the column of an earlier answer there may be other things; only that one is emptied.
    const last = replaces ? undefined : keepLast(row, prefix, reasonsAt);
    return Buffer.from(patchedRow(row, line, { grades: none, last }, plan, columnStyle));
  };

  for await (const pieces of sheetPieces(chunks, prefix)) {
    const written: Buffer[] = [];
    for (const piece of pieces) {
      if (piece.is === 'head') {
        columnStyle = columnStyles(piece.xml, prefix);
        const head = withDimension(piece.xml, plan);
        written.push(Buffer.from(replaces ? head : withWideColumn(head, prefix, reasonsAt)));
      } else if (piece.is === 'between') {
        written.push(piece.bytes);
      } else if (piece.is === 'row') {
        for (; mark && mark.line < piece.line; mark = await take()) written.push(missingRow(mark));
        written.push(rowOf(piece));
        if (mark?.line === piece.line) mark = await take();
      } else {
        for (; mark; mark = await take()) written.push(missingRow(mark));
        written.push(
          Buffer.from(plan.legacyDrawing ? withLegacyDrawing(piece.xml, prefix, plan.legacyDrawing) : piece.xml),
        );
      }
    }
    yield Buffer.concat(written);
  }
}

/** The cell that stands in the column of reasons already, as it is. */
const keepLast = (row: string, prefix: string, at: number): (() => string) | undefined => {
  const cell = cellsOf(row, prefix).find((one) => one.at === at);
  return cell && (() => row.slice(cell.from, cell.to));
};
