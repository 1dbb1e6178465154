import { boxes } from './cell-notes.ts';
import { cellReference, columnOf, rowOf } from './cell-reference.ts';
import { type KeptLines, keptLines } from './kept-lines.ts';
import { surveySheet } from './patch-sheet.ts';
import type { Sheet } from './prepared.ts';
import { cellsOf, sheetPieces } from './sheet-rows.ts';
import { openWorkbook, type Replacement, relationshipsOf, relationshipsPart, type Workbook } from './workbook-parts.ts';
import { attribute, elementsOf, rootPrefix, spliced, withAttribute, withoutAttribute } from './xml-text.ts';

export type KeepRows = {
  readonly path: string;
  readonly sheet: Sheet;
  /** Rows of records that stay, ascending. */
  readonly kept: readonly number[];
  /** The first row that may be a record: what stands above stays. */
  readonly recordsFrom: number;
  readonly out: string;
};

/** Formulas that had no value to become are counted: their cells are empty now. */
export type Kept = { rows: number; formulasWithoutValue: number };

/** Elements of a name with an area each, moved, and left out where nothing of the area is left. */
const withMoved = (
  xml: string,
  prefix: string,
  name: string,
  key: string,
  move: (areas: string) => string | undefined,
): string =>
  spliced(
    xml,
    elementsOf(xml, prefix, name).map(({ from, to, tag, innerFrom }) => {
      const moved = move(attribute(tag, key) ?? '');
      return moved === undefined ? { from, to, by: '' } : { from, to: innerFrom, by: withAttribute(tag, key, moved) };
    }),
  );

/** A list with the number of what is left in it; without any it is left out, as an empty one is a damaged sheet. */
const recounted = (xml: string, prefix: string, list: string, name: string): string =>
  spliced(
    xml,
    elementsOf(xml, prefix, list).map(({ from, to, tag, inner, innerFrom }) => {
      const count = elementsOf(inner, prefix, name).length;
      if (count === 0) return { from, to, by: '' };
      return { from, to: innerFrom, by: attribute(tag, 'count') ? withAttribute(tag, 'count', count) : tag };
    }),
  );

const without = (xml: string, prefix: string, name: string): string =>
  spliced(
    xml,
    elementsOf(xml, prefix, name).map(({ from, to }) => ({ from, to, by: '' })),
  );

/** A filter that hides nothing: what is to be corrected must be seen. */
const withOpenFilter = (xml: string, prefix: string, { area }: KeptLines): string => {
  const open = without(without(xml, prefix, 'filterColumn'), prefix, 'sortState');
  return withMoved(open, prefix, 'autoFilter', 'ref', (ref) => area(ref) ?? ref);
};

const keptTail = (tail: string, prefix: string, lines: KeptLines): string => {
  const { area, areas } = lines;
  let xml = withOpenFilter(tail, prefix, lines);
  // A merge of one cell is none.
  xml = withMoved(xml, prefix, 'mergeCell', 'ref', (ref) => {
    const [first, last] = (area(ref) ?? '').split(':');
    return last === undefined || first === last ? undefined : `${first}:${last}`;
  });
  for (const name of ['conditionalFormatting', 'dataValidation', 'protectedRange', 'ignoredError']) {
    xml = withMoved(xml, prefix, name, 'sqref', areas);
  }
  xml = withMoved(xml, prefix, 'hyperlink', 'ref', area);
  for (const [list, name] of [
    ['mergeCells', 'mergeCell'],
    ['dataValidations', 'dataValidation'],
    ['protectedRanges', 'protectedRange'],
    ['ignoredErrors', 'ignoredError'],
    ['hyperlinks', 'hyperlink'],
  ] as const) {
    xml = recounted(xml, prefix, list, name);
  }
  // Rules that Excel has added since stand in their own words.
  return without(xml, prefix, 'rowBreaks').replace(
    /(<xm:sqref>)([^<]*)(<\/xm:sqref>)/g,
    (_, open: string, references: string, close: string) => `${open}${areas(references) ?? references}${close}`,
  );
};

const keptHead = (head: string, prefix: string, recordsFrom: number, lines: KeptLines): string => {
  const sized = withMoved(head, prefix, 'dimension', 'ref', (ref) => {
    const [first, last = first] = ref.split(':');
    return `${first}:${cellReference(columnOf(last!), Math.max(lines.lastLine, rowOf(first!)))}`;
  });
  // Scrolled to where the rows have gone, a sheet looks empty.
  const unscrolled = without(sized, prefix, 'selection');
  return spliced(
    unscrolled,
    ['sheetView', 'pane'].flatMap((name) =>
      elementsOf(unscrolled, prefix, name).flatMap(({ from, innerFrom, tag }) => {
        const corner = attribute(tag, 'topLeftCell');
        if (corner === undefined || rowOf(corner) < recordsFrom) return [];
        return {
          from,
          to: innerFrom,
          by: withAttribute(tag, 'topLeftCell', cellReference(columnOf(corner), recordsFrom)),
        };
      }),
    ),
  );
};

/** A row at its new place: shown, and with the values of its formulas, whose references would be to other rows now. */
const movedRow = (row: string, line: number, prefix: string, done: Kept): string => {
  const openTo = row.indexOf('>') + 1;
  const open = withoutAttribute(withAttribute(row.slice(0, openTo), 'r', line), 'hidden');
  const parts: string[] = [];
  let at = openTo;
  for (const { at: column, from, tagTo, to } of cellsOf(row, prefix)) {
    const inner = row.slice(tagTo, to);
    const hadFormula = elementsOf(inner, prefix, 'f').length > 0;
    const value = hadFormula ? without(inner, prefix, 'f') : inner;
    if (hadFormula && elementsOf(value, prefix, 'v').length === 0) done.formulasWithoutValue += 1;
    const tag = withAttribute(row.slice(from, tagTo), 'r', cellReference(column, line));
    parts.push(row.slice(at, from), hadFormula ? withoutAttribute(tag, 'cm') : tag, value);
    at = to;
  }
  return open + parts.join('') + row.slice(at);
};

async function* keptSheet(
  chunks: AsyncIterable<Uint8Array>,
  prefix: string,
  recordsFrom: number,
  lines: KeptLines,
  done: Kept,
): AsyncGenerator<Uint8Array> {
  for await (const pieces of sheetPieces(chunks, prefix)) {
    const written: Buffer[] = [];
    for (const piece of pieces) {
      if (piece.is === 'head') written.push(Buffer.from(keptHead(piece.xml, prefix, recordsFrom, lines)));
      else if (piece.is === 'tail') written.push(Buffer.from(keptTail(piece.xml, prefix, lines)));
      else if (piece.is === 'row') {
        const line = lines.line(piece.line);
        if (line === undefined) continue;
        if (piece.line < recordsFrom) written.push(piece.bytes);
        else {
          written.push(Buffer.from(movedRow(piece.bytes.toString(), line, prefix, done)));
          done.rows += 1;
        }
      }
    }
    if (written.length > 0) yield Buffer.concat(written);
  }
}

const movedCell = ({ line }: KeptLines, reference: string): string | undefined => {
  const to = line(rowOf(reference));
  return to === undefined ? undefined : cellReference(columnOf(reference), to);
};

/** The boxes of comments at their new rows. */
const keptBoxes = (vml: string, { line }: KeptLines): string =>
  vml.replace(boxes, (box) => {
    const row = Number(/<(?:[\w.-]+:)?Row>\s*(\d+)/.exec(box)?.[1] ?? Number.NaN);
    if (!box.includes('"Note"') || Number.isNaN(row)) return box;
    const to = line(row + 1);
    if (to === undefined) return '';
    const by = to - 1 - row;
    return box
      .replace(/(<(?:[\w.-]+:)?Row>\s*)\d+/, (_, before: string) => `${before}${row + by}`)
      .replace(/(<(?:[\w.-]+:)?Anchor>)([^<]*)/, (_, before: string, anchor: string) => {
        const places = anchor.split(',').map(Number);
        return before + places.map((place, at) => (at === 2 || at === 6 ? Math.max(0, place + by) : place)).join(', ');
      });
  });

/** A list of Excel's with fewer rows; one needs at least a row of its own, and its row of totals is gone. */
const keptTable = (xml: string, lines: KeptLines): string => {
  const prefix = rootPrefix(xml);
  const tall = (ref: string): string => {
    const moved = lines.area(ref) ?? ref;
    const [first, last = first] = moved.split(':');
    return `${first}:${cellReference(columnOf(last!), Math.max(rowOf(last!), rowOf(first!) + 1))}`;
  };
  const open = without(without(xml, prefix, 'filterColumn'), prefix, 'sortState');
  const filtered = withMoved(open, prefix, 'autoFilter', 'ref', tall);
  const table = elementsOf(filtered, prefix, 'table')[0];
  if (table === undefined) return xml;
  const tag = withoutAttribute(
    withAttribute(table.tag, 'ref', tall(attribute(table.tag, 'ref') ?? '')),
    'totalsRowCount',
  );
  return spliced(filtered, [{ from: table.from, to: table.innerFrom, by: tag }]);
};

/** Without the order in which formulas were computed: Excel makes a new one, and calls a wrong one damage. */
const withoutCalcChain = async (
  workbook: Workbook,
  replaced: Map<string, Replacement>,
): Promise<string | undefined> => {
  const book =
    relationshipsOf('', await workbook.text('_rels/.rels')).find(({ type }) => type === 'officeDocument')?.target ??
    'xl/workbook.xml';
  const relations = await workbook.text(relationshipsPart(book));
  const chain = relationshipsOf(book, relations).find(({ type }) => type === 'calcChain');
  if (chain === undefined || relations === undefined) return undefined;
  const types = (await workbook.text('[Content_Types].xml')) ?? '';
  const drop = (xml: string, name: string, is: (tag: string) => boolean) =>
    spliced(
      xml,
      elementsOf(xml, rootPrefix(xml), name)
        .filter(({ tag }) => is(tag))
        .map(({ from, to }) => ({ from, to, by: '' })),
    );
  replaced.set(relationshipsPart(book), {
    text: drop(relations, 'Relationship', (tag) => attribute(tag, 'Id') === chain.id),
  });
  replaced.set('[Content_Types].xml', {
    text: drop(types, 'Override', (tag) => attribute(tag, 'PartName')?.slice(1) === chain.target),
  });
  return chain.target;
};

/**
 * A copy of a workbook in which the data sheet has only some of its records, moved up; all other sheets stay. Comments,
 * merged cells, rules and lists go with their rows. Rules whose own formulas name a row of records keep that name.
 */
export const keepRows = async ({ path, sheet, kept, recordsFrom, out }: KeepRows): Promise<Kept> => {
  const workbook = await openWorkbook(path);
  try {
    let prefix = '';
    for await (const chunk of workbook.chunks(sheet.part)) {
      prefix = rootPrefix(Buffer.from(chunk.subarray(0, 4096)).toString('latin1'));
      break;
    }
    const { lastRow } = await surveySheet(workbook.chunks(sheet.part), prefix, sheet.headingRow);
    const lines = keptLines(kept, recordsFrom, lastRow);
    const done: Kept = { rows: 0, formulasWithoutValue: 0 };
    const replaced = new Map<string, Replacement>();
    for (const { type, target } of relationshipsOf(sheet.part, await workbook.text(relationshipsPart(sheet.part)))) {
      const part = /^(comments|threadedComment|vmlDrawing|table)$/.test(type) ? await workbook.text(target) : undefined;
      if (part === undefined) continue;
      if (type === 'vmlDrawing') replaced.set(target, { text: keptBoxes(part, lines) });
      else if (type === 'table') replaced.set(target, { text: keptTable(part, lines) });
      else {
        const name = type === 'comments' ? 'comment' : 'threadedComment';
        const text = withMoved(part, rootPrefix(part), name, 'ref', (reference) => movedCell(lines, reference));
        replaced.set(target, { text });
      }
    }
    const chain = await withoutCalcChain(workbook, replaced);
    replaced.set(sheet.part, { chunks: keptSheet(workbook.chunks(sheet.part), prefix, recordsFrom, lines, done) });
    await workbook.copy(out, replaced, new Set(chain === undefined ? [] : [chain]));
    return done;
  } finally {
    await workbook.close();
  }
};
