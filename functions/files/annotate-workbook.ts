import { stat } from 'node:fs/promises';
import { posix } from 'node:path';
import type { Fault } from '../../events/fault.ts';
import { isAuditHeading } from './audit-column.ts';
import { mostNotes, type Note, withBoxes, withNotes } from './cell-notes.ts';
import { mostColumns } from './cell-reference.ts';
import { markedStyles } from './marked-styles.ts';
import { type Marks, type RowMark, wordOf } from './marks.ts';
import { type Done, patchSheet, surveySheet } from './patch-sheet.ts';
import type { Column, Sheet } from './prepared.ts';
import { SheetNotMarkable } from './sheet-rows.ts';
import {
  openWorkbook,
  PartNotMarkable,
  type Replacement,
  relationshipsOf,
  relationshipsPart,
  type Workbook,
  withContentType,
  withRelationship,
} from './workbook-parts.ts';
import { isUtf8, rootPrefix } from './xml-text.ts';

export type Annotate = {
  /** The workbook as it was uploaded. */
  readonly path: string;
  readonly sheet: Sheet;
  /** All columns of the sheet, an earlier answer's among them. */
  readonly columns: readonly Column[];
  readonly marks: Marks;
  /** Where the copy is written. Nothing stands there unless all of it does. */
  readonly out: string;
  readonly maxBytes?: number;
};

/** What the copy shows, and what it had no room for. */
export type Annotated = Done & {
  readonly annotated: true;
  /** Column of the reasons, from 0. */
  readonly reasonsAt: number;
  readonly comments: number;
  /** Marked cells without a comment: past the first 1,000, or with one of the uploader's own. */
  readonly cellsWithoutComment: number;
};
export type NotAnnotated = { readonly annotated: false; readonly fault: Fault };

const mebibytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MiB`;

const tooLarge = (bytes: number, maxBytes: number): Fault => ({
  code: 'WORKBOOK_TOO_LARGE_TO_MARK',
  found: mebibytes(bytes),
  expected: { zh: `不超过 ${mebibytes(maxBytes)}`, en: `at most ${mebibytes(maxBytes)}` },
  cause: {
    zh: '工作簿过大，未生成带标注的副本；判定结果不受影响，全部列于报告。',
    en: 'The workbook is too large, so no marked copy was made; the findings are complete and stand in the report.',
  },
  fix: { zh: '请查看报告，或将文件拆分后分别上传。', en: 'Read the report, or upload the file in parts.' },
});

const strict = (): Fault => ({
  code: 'STRICT_WORKBOOK_NOT_MARKED',
  cause: {
    zh: '工作簿存为“严格 Open XML”格式，该格式不能带批注框，未生成带标注的副本；判定结果不受影响。',
    en: 'The workbook is Strict Open XML, which has no place for comments, so no marked copy was made; the findings are complete.',
  },
  fix: {
    zh: '在 Excel 中另存为“Excel 工作簿 (*.xlsx)”后再上传。',
    en: 'Save it in Excel as “Excel Workbook (*.xlsx)” and upload it again.',
  },
});

const noColumnFree = (): Fault => ({
  code: 'NO_COLUMN_FOR_REASONS',
  expected: { zh: `最多 ${mostColumns - 1} 列`, en: `at most ${mostColumns - 1} columns` },
  cause: {
    zh: '工作表的最后一列已被占用，没有位置写原因，未生成带标注的副本。',
    en: 'The last column that a sheet can have is taken, so there is no place for reasons and no marked copy was made.',
  },
  fix: {
    zh: '删去表右侧无用的列后再上传。',
    en: 'Delete the columns at the right that nobody needs, and upload again.',
  },
});

const notMarkable = (part: string): Fault => ({
  code: 'WORKBOOK_PART_NOT_MARKABLE',
  found: part,
  cause: {
    zh: '工作簿的这一部分不是常见写法（如非 UTF-8 编码，或已损坏），未生成带标注的副本；判定结果不受影响。',
    en: 'This part of the workbook is written unusually (not in UTF-8, or damaged), so no marked copy was made; the findings are complete.',
  },
  fix: {
    zh: '在 Excel 或 WPS 中打开并另存为 .xlsx 后再上传。',
    en: 'Open it in Excel or WPS, save it as .xlsx and upload it again.',
  },
});

/** The beginning of a sheet, enough to know in which XML it is written. */
const rootOf = async (workbook: Workbook, part: string): Promise<string> => {
  for await (const chunk of workbook.chunks(part)) return Buffer.from(chunk.subarray(0, 4096)).toString('latin1');
  return '';
};

const legend = (withoutComment: number): string => {
  const left =
    withoutComment === 0
      ? ''
      : `\n注意：另有 ${withoutComment} 个标记的单元格没有批注（批注最多 ${mostNotes} 个，且不覆盖原有批注）；原因均见本列。\nNote: ${withoutComment} more marked cells have no comment (at most ${mostNotes} have one, and none replaces yours); this column has every reason.`;
  const words = Object.values(wordOf);
  return `红＝${words[0]!.zh}，橙＝${words[1]!.zh}，黄＝${words[2]!.zh}。本列由稽核填写，重新上传时不读取。\nRed: ${words[0]!.en}; orange: ${words[1]!.en}; yellow: ${words[2]!.en}. This column is the audit's; it is not read when you upload again.${left}`;
};

const strictNamespace = 'http://purl.oclc.org/ooxml/';
const types = {
  comments: 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
  drawing: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
  styles: 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml',
};
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const freeName = (workbook: Workbook, name: (number: number) => string): string => {
  let number = 1;
  while (workbook.names.has(name(number).toLowerCase())) number += 1;
  return name(number);
};

const annotated = async (workbook: Workbook, ask: Annotate): Promise<Annotated | NotAnnotated> => {
  const { sheet, columns, marks, out } = ask;
  const { part, headingRow } = sheet;
  const root = await rootOf(workbook, part);
  if (root.includes(strictNamespace)) return { annotated: false, fault: strict() };
  if (!isUtf8(root.replace(/^\u00EF\u00BB\u00BF/, ''))) return { annotated: false, fault: notMarkable(part) };
  const prefix = rootPrefix(root);
  const { lastColumn, lastRow, tail } = await surveySheet(workbook.chunks(part), prefix, headingRow);
  const earlier = columns.find(({ heading }) => isAuditHeading(heading));
  const reasonsAt = earlier?.at ?? Math.max(lastColumn, ...columns.map(({ at }) => at)) + 1;
  if (reasonsAt >= mostColumns) return { annotated: false, fault: noColumnFree() };

  const replaced = new Map<string, Replacement>();
  const typesPart = '[Content_Types].xml';
  let contentTypes = (await workbook.text(typesPart)) ?? '';
  let relations = await workbook.text(relationshipsPart(part));
  const related = relationshipsOf(part, relations);
  const relate = (type: string, target: string): string => {
    const added = withRelationship(relations, type, `/${target}`);
    relations = added.xml;
    return added.id;
  };

  // The drawing that the sheet itself names is the one of its comments: headers may have another of the same kind.
  const drawingId = /<(?:[\w.-]+:)?legacyDrawing\s[^>]*>/.exec(tail)?.[0];
  const drawingOf = related.find(({ id }) => drawingId?.includes(`"${id}"`) || drawingId?.includes(`'${id}'`))?.target;
  const drawing = drawingOf ?? freeName(workbook, (number) => `xl/drawings/vmlDrawing${number}.vml`);
  const commentsOf = related.find(({ type }) => type === 'comments')?.target;
  const comments = commentsOf ?? freeName(workbook, (number) => `xl/comments${number}.xml`);
  const written = {
    drawing: drawingOf && (await workbook.text(drawingOf)),
    comments: commentsOf && (await workbook.text(commentsOf)),
  };
  if (written.drawing !== undefined && !written.drawing.includes('</xml>')) {
    return { annotated: false, fault: notMarkable(drawing) };
  }
  if (commentsOf === undefined) {
    relate('comments', comments);
    contentTypes = withContentType(contentTypes, { part: comments }, types.comments);
  }
  let legacyDrawing: string | undefined;
  if (drawingOf === undefined) {
    legacyDrawing = `<${prefix}legacyDrawing xmlns:r="${relationships}" r:id="${relate('vmlDrawing', drawing)}"/>`;
    contentTypes = withContentType(contentTypes, { extension: 'vml' }, types.drawing);
  }

  const book = relationshipsOf('', await workbook.text('_rels/.rels')).find(({ type }) => type === 'officeDocument');
  const bookPart = book?.target ?? 'xl/workbook.xml';
  const bookRelations = await workbook.text(relationshipsPart(bookPart));
  const stylesOf = relationshipsOf(bookPart, bookRelations).find(({ type }) => type === 'styles')?.target;
  const stylesPart = stylesOf ?? posix.join(posix.dirname(bookPart), 'styles.xml');
  const styles = markedStyles(stylesOf && (await workbook.text(stylesOf)));
  if (stylesOf === undefined) {
    replaced.set(relationshipsPart(bookPart), {
      text: withRelationship(bookRelations, 'styles', `/${stylesPart}`).xml,
    });
    contentTypes = withContentType(contentTypes, { part: stylesPart }, types.styles);
  }

  const done: Done = { rows: 0, cells: 0, reasonsCut: 0 };
  const notes: Note[] = [];
  const note = ({ line, cells }: RowMark) => {
    for (const { at, as, text } of cells) {
      if (notes.length >= mostNotes) return;
      notes.push({ at, line, text: `${wordOf[as].zh}：${text.zh}\n${wordOf[as].en}: ${text.en}` });
    }
  };
  let shown: ReturnType<typeof withNotes> | undefined;
  // Asked for when the sheet is written, so all marks have been seen.
  const notesShown = () => {
    if (shown) return shown;
    const kept = withNotes(written.comments, notes).added.length;
    const heading: Note = { at: reasonsAt, line: headingRow, text: legend(done.cells - kept) };
    shown = withNotes(written.comments, [heading, ...notes]);
    return shown;
  };

  const plan = { prefix, headingRow, reasonsAt, replaces: earlier !== undefined, lastRow, styles };
  replaced.set(part, {
    chunks: patchSheet(workbook.chunks(part), legacyDrawing ? { ...plan, legacyDrawing } : plan, marks, done, note),
  });
  replaced.set(typesPart, { text: contentTypes });
  if (relations !== undefined) replaced.set(relationshipsPart(part), { text: relations });
  const stylesAsTheyWere = stylesOf && (await workbook.text(stylesOf));
  replaced.set(stylesPart, { later: () => styles.changed() ?? stylesAsTheyWere ?? '' });
  replaced.set(comments, { later: () => notesShown().xml });
  replaced.set(drawing, { later: () => withBoxes(written.drawing, notesShown().added, notesShown().gone) ?? '' });
  await workbook.copy(out, replaced);

  const withComment = notesShown().added.filter(({ at, line }) => at !== reasonsAt || line !== headingRow).length;
  return {
    annotated: true,
    ...done,
    reasonsAt,
    comments: withComment,
    cellsWithoutComment: done.cells - withComment,
  };
};

/**
 * The uploader's own workbook with what was found in it. Marked cells get another fill, rows with marks a reason in the
 * last column, the first 1,000 marked cells a comment. The sheet's XML is changed in place and every part that need not
 * change is carried over as its compressed bytes lie, so nothing else of the workbook can be lost: charts, macros, other
 * sheets, formulas, rules of colour. An earlier answer's marks are replaced.
 *
 * Memory: one row, the styles, the comments. A copy is not made where it would come out damaged; `fault` says why.
 */
export const annotateWorkbook = async (ask: Annotate): Promise<Annotated | NotAnnotated> => {
  const maxBytes = ask.maxBytes ?? 256 * 2 ** 20;
  const { size } = await stat(ask.path);
  if (size > maxBytes) return { annotated: false, fault: tooLarge(size, maxBytes) };
  const workbook = await openWorkbook(ask.path);
  try {
    return await annotated(workbook, ask);
  } catch (error) {
    if (error instanceof PartNotMarkable) return { annotated: false, fault: notMarkable(error.part) };
    if (error instanceof SheetNotMarkable) return { annotated: false, fault: notMarkable(ask.sheet.part) };
    throw error;
  } finally {
    await workbook.close();
  }
};
