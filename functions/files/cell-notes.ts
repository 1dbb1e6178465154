import { cellReference, columnOf, rowOf } from './cell-reference.ts';
import { attribute, elementsOf, plainText, rootPrefix, spliced, withAttribute, xmlText } from './xml-text.ts';

/** So many marked cells have a comment: each is a shape that Excel draws, and ten thousand of them stop it. */
export const mostNotes = 1_000;

/** A comment on a cell; column from 0, row from 1. */
export type Note = { readonly at: number; readonly line: number; readonly text: string };

/** Begins each comment of ours. By it, and not by its author, an earlier one is known: LibreOffice drops the author. */
const ours = '【稽核 Audit】';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const bareComments = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${main}"><authors><author>稽核 Audit</author></authors><commentList></commentList></comments>`;
const author = '稽核 Audit';

/**
 * The comments of a sheet with ours among them. Those of others stay as they are, and so does a cell that has one: there
 * is room for one on a cell. `gone` are the cells from which an earlier one of ours was taken, `added` what was added.
 */
export const withNotes = (written: string | undefined, notes: readonly Note[]) => {
  const xml = written ?? bareComments;
  const prefix = rootPrefix(xml);
  const textOf = (inner: string): string =>
    elementsOf(inner, prefix, 't')
      .map((one) => plainText(one.inner))
      .join('');
  const comments = elementsOf(xml, prefix, 'comment');
  const earlier = comments.filter(({ inner }) => textOf(inner).startsWith(ours));
  const gone = new Set(earlier.map(({ tag }) => attribute(tag, 'ref') ?? ''));
  const taken = new Set(comments.filter((one) => !earlier.includes(one)).map(({ tag }) => attribute(tag, 'ref')));
  const added = notes.filter(({ at, line }) => !taken.has(cellReference(at, line)));

  const authors = elementsOf(xml, prefix, 'author').map(({ inner }) => plainText(inner));
  const known = authors.indexOf(author);
  const by = known === -1 ? authors.length : known;
  const comment = ({ at, line, text }: Note): string =>
    `<${prefix}comment ref="${cellReference(at, line)}" authorId="${by}"><${prefix}text><${prefix}r><${prefix}rPr><${prefix}sz val="9"/></${prefix}rPr><${prefix}t xml:space="preserve">${xmlText(ours + text)}</${prefix}t></${prefix}r></${prefix}text></${prefix}comment>`;
  const opened = (name: string, more: string) => {
    const element = elementsOf(xml, prefix, name)[0];
    if (element === undefined) return [];
    const isEmpty = element.tag.endsWith('/>');
    const at = isEmpty ? element.from : element.innerFrom + element.inner.length;
    const whole = `${element.tag.replace(/\s*\/>$/, '>')}${more}</${prefix}${name}>`;
    return [{ from: at, to: isEmpty ? element.to : at, by: isEmpty ? whole : more }];
  };
  const authorAdded = known === -1 ? opened('authors', `<${prefix}author>${author}</${prefix}author>`) : [];
  return {
    xml: spliced(xml, [
      ...earlier.map(({ from, to }) => ({ from, to, by: '' })),
      ...authorAdded,
      ...opened('commentList', added.map(comment).join('')),
    ]),
    gone,
    added,
  };
};

const bareDrawing =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>';
const shapeType =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** A box of a drawing, whatever prefixes its writer chose. */
export const boxes = /<((?:[\w.-]+:)?)shape\s[\s\S]*?<\/\1shape>/g;

const drawingNamespaces = {
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  x: 'urn:schemas-microsoft-com:office:excel',
} as const;

/** Our boxes with the prefixes of the drawing they are put in: openpyxl's are others than Excel's. */
const inPrefixesOf = (drawing: string, written: string): string => {
  const own = new Map(
    Object.entries(drawingNamespaces).map(([ours, name]) => [
      ours,
      new RegExp(`xmlns:([\\w.-]+)\\s*=\\s*["']${name}["']`).exec(drawing)?.[1],
    ]),
  );
  return written.replace(
    /(<\/?|\s)([vox]):(?=[a-zA-Z]+[\s>=/])/g,
    (_, before: string, ours: string) => `${before}${own.get(ours) ?? ours}:`,
  );
};

/** How many rows of a sheet a box needs, so that none of the text is cut off. */
const rowsOfBox = (text: string): number => {
  // About 26 Chinese characters fit a line of the box; a Latin letter takes half of one.
  const lines = text.split('\n').map((line) => {
    const width = [...line].reduce((sum, one) => sum + (one.charCodeAt(0) > 0x2e7f ? 1 : 0.55), 0);
    return Math.max(1, Math.ceil(width / 26));
  });
  return Math.min(30, lines.reduce((sum, one) => sum + one, 0) + 1);
};

const shape = ({ at, line, text }: Note, id: number): string =>
  `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;width:280pt;height:${rowsOfBox(text) * 14}pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${at + 1}, 15, ${Math.max(0, line - 2)}, 10, ${at + 5}, 31, ${Math.max(0, line - 2) + rowsOfBox(text)}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${line - 1}</x:Row><x:Column>${at}</x:Column></x:ClientData></v:shape>`;

const numberIn = (xml: string, name: string): number =>
  Number(new RegExp(`<(?:[\\w.-]+:)?${name}>\\s*(\\d+)`).exec(xml)?.[1] ?? Number.NaN);

/**
 * The drawing that holds the boxes of a sheet's comments, with ours. Excel wrote it before XML was settled, so it is taken
 * as text: what is not a box of ours stays as it is. Undefined where it has no end to add to.
 */
export const withBoxes = (
  written: string | undefined,
  notes: readonly Note[],
  gone: ReadonlySet<string>,
): string | undefined => {
  const places = new Set([...gone].map((reference) => `${rowOf(reference) - 1} ${columnOf(reference)}`));
  const kept = (written ?? bareDrawing).replace(boxes, (one) =>
    one.includes('"Note"') && places.has(`${numberIn(one, 'Row')} ${numberIn(one, 'Column')}`) ? '' : one,
  );
  const end = kept.lastIndexOf('</xml>');
  if (end === -1) return undefined;
  const first = Math.max(1024, ...[...kept.matchAll(/_x0000_s(\d+)/g)].map(([, id]) => Number(id))) + 1;
  // Numbers of shapes come in blocks of 1,024, and a drawing says which blocks are its own.
  const blocks = notes.map((_, at) => Math.floor((first + at) / 1024));
  const mapped = kept.slice(0, end).replace(/<(?:[\w.-]+:)?idmap\b[^>]*>/, (tag) => {
    const own = (attribute(tag, 'data') ?? '')
      .split(',')
      .map(Number)
      .filter((block) => block > 0);
    return withAttribute(tag, 'data', [...new Set([...own, ...blocks])].sort((a, b) => a - b).join(','));
  });
  const type = /id="_x0000_t202"/.test(kept) ? '' : shapeType;
  const added = type + notes.map((note, at) => shape(note, first + at)).join('');
  return `${mapped}${inPrefixesOf(kept, added)}</xml>`;
};
