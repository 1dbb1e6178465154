import type { Grade } from './marks.ts';
import { attribute, elementsOf, rootPrefix, spliced, withAttribute } from './xml-text.ts';

// Nobody else's: by them the marks of an earlier answer are known again and taken off.
const colourOf: Readonly<Record<Grade, string>> = {
  fault: 'FFFFB3B8',
  violation: 'FFFFD3A1',
  undetermined: 'FFFFF2A8',
};
const gradeOfColour = new Map(Object.entries(colourOf).map(([grade, colour]) => [colour, grade as Grade]));

/** Excel holds 65,490 formats of cells; past them it repairs the file. */
const mostFormats = 65_000;

const bare =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>';

/** A fill: `ours` where we made it, with what a solid fill of the uploader's had for colour before. */
type Fill = {
  readonly xml: string;
  readonly solid?: string;
  readonly ours?: { grade: Grade; under: string | undefined };
};

const attributesOf = (tag: string): string => tag.replace(/^<\S+/, '').replace(/\/?>$/, '').trim();

const fillOf = (xml: string, prefix: string): Fill => {
  const pattern = elementsOf(xml, prefix, 'patternFill')[0];
  if (pattern === undefined || attribute(pattern.tag, 'patternType') !== 'solid') return { xml };
  const front = elementsOf(xml, prefix, 'fgColor')[0];
  const back = elementsOf(xml, prefix, 'bgColor')[0];
  const grade = gradeOfColour.get(attribute(front?.tag ?? '', 'rgb')?.toUpperCase() ?? '');
  if (grade === undefined) return front ? { xml, solid: attributesOf(front.tag) } : { xml };
  const under = back && attribute(back.tag, 'indexed') === undefined ? attributesOf(back.tag) : undefined;
  return { xml, ours: { grade, under } };
};

/** A format without what says that its parts are its own: two that differ in that only look the same. */
const looks = (xf: string, prefix: string): string => {
  const element = elementsOf(xf, prefix, 'xf')[0]!;
  const attributes = [...element.tag.matchAll(/\s([\w.:-]+)\s*=\s*("[^"]*"|'[^']*')/g)]
    .filter(([, name]) => name !== 'applyFill')
    .map(([, name, value]) => `${name}=${value!.slice(1, -1)}`);
  return `${attributes.sort().join(' ')}>${element.inner}`;
};

/**
 * The styles of a workbook, and for each style that a marked cell has one that differs in its fill only. A colour that
 * the cell had stands in ours as the second colour, which a solid fill does not show: so it can be given back.
 */
export const markedStyles = (written: string | undefined) => {
  const xml = written ?? bare;
  const prefix = rootPrefix(xml);
  const fillsElement = elementsOf(xml, prefix, 'fills')[0];
  const formatsElement = elementsOf(xml, prefix, 'cellXfs')[0];
  const fills = (fillsElement ? elementsOf(fillsElement.inner, prefix, 'fill') : []).map(({ tag, inner }) =>
    fillOf(tag.endsWith('/>') ? tag : `${tag}${inner}</${prefix}fill>`, prefix),
  );
  const formats = (formatsElement ? elementsOf(formatsElement.inner, prefix, 'xf') : []).map(({ tag, inner }) =>
    tag.endsWith('/>') ? tag : `${tag}${inner}</${prefix}xf>`,
  );
  // A workbook may leave both out where every cell looks like the next.
  if (fills.length === 0) {
    const fill = (type: string) => `<${prefix}fill><${prefix}patternFill patternType="${type}"/></${prefix}fill>`;
    fills.push({ xml: fill('none') }, { xml: fill('gray125') });
  }
  if (formats.length === 0) formats.push(`<${prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`);
  const had = { fills: fills.length, formats: formats.length };
  const hadMarks = fills.some(({ ours }) => ours !== undefined);
  const byLooks = new Map<string, number>();
  for (const [at, xf] of formats.entries()) {
    const key = looks(xf, prefix);
    if (!byLooks.has(key)) byLooks.set(key, at);
  }

  const solidFill = (front: string, back: string): string =>
    `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor ${front}/><${prefix}bgColor ${back}/></${prefix}patternFill></${prefix}fill>`;

  const fillAt = (is: (fill: Fill) => boolean, made: () => string): number => {
    const known = fills.findIndex(is);
    return known === -1 ? fills.push(fillOf(made(), prefix)) - 1 : known;
  };
  const fillFor = (grade: Grade, under: string | undefined): number =>
    fillAt(
      ({ ours }) => ours?.grade === grade && ours.under === under,
      () => solidFill(`rgb="${colourOf[grade]}"`, under ?? 'indexed="64"'),
    );

  const formatLike = (xf: string, otherwise: number): number => {
    const key = looks(xf, prefix);
    const known = byLooks.get(key);
    if (known !== undefined) return known;
    if (formats.length >= mostFormats) return otherwise;
    byLooks.set(key, formats.length);
    return formats.push(xf) - 1;
  };
  const withTag = (xf: string, change: (tag: string) => string): string => {
    const to = elementsOf(xf, prefix, 'xf')[0]!.innerFrom;
    return change(xf.slice(0, to)) + xf.slice(to);
  };
  const filled = (tag: string, fill: number): string =>
    withAttribute(withAttribute(tag, 'fillId', fill), 'applyFill', 1);
  const withFill = (xf: string, fill: number): string => withTag(xf, (tag) => filled(tag, fill));
  const fillIn = (xf: string): Fill | undefined => fills[Number(attribute(xf, 'fillId') ?? 0)];

  const remembered = new Map<string, number>();
  const once = (key: string, make: () => number): number => {
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const made = make();
    remembered.set(key, made);
    return made;
  };

  /** The style as it was before an earlier answer marked it. */
  const unmark = (style: number): number =>
    once(`${style}`, () => {
      const xf = formats[style];
      const ours = xf === undefined ? undefined : fillIn(xf)?.ours;
      if (xf === undefined || ours === undefined) return style;
      const { under } = ours;
      const fill =
        under === undefined
          ? 0
          : fillAt(
              ({ solid }) => solid === under,
              () => solidFill(under, 'indexed="64"'),
            );
      return formatLike(withFill(xf, fill), style);
    });

  /** The style with the colour of the grade. */
  const mark = (style: number, grade: Grade): number =>
    once(`${style} ${grade}`, () => {
      const plain = unmark(style);
      const xf = formats[plain] ?? formats[0]!;
      return formatLike(withFill(xf, fillFor(grade, fillIn(xf)?.solid)), plain);
    });

  /** The style of a reason: the workbook's own letters on the colour of the grade, its lines broken to fit the column. */
  const reason = (grade: Grade): number =>
    once(`reason ${grade}`, () => {
      const own = elementsOf(formats[0]!, prefix, 'xf')[0]!.tag;
      const tag = filled(own, fillFor(grade, undefined)).replace(/\s*\/?>$/, '>');
      const plain = withAttribute(withAttribute(tag, 'numFmtId', 0), 'borderId', 0);
      const open = withAttribute(plain, 'applyAlignment', 1);
      return formatLike(`${open}<${prefix}alignment vertical="top" wrapText="1"/></${prefix}xf>`, 0);
    });

  /** The part as it is to be written; undefined where it stays as it is. */
  const changed = (): string | undefined => {
    if (written !== undefined && fills.length === had.fills && formats.length === had.formats) return undefined;
    const list = (name: string, of: readonly string[]) =>
      `<${prefix}${name} count="${of.length}">${of.join('')}</${prefix}${name}>`;
    const fillsXml = fills.map((fill) => fill.xml);
    if (!fillsElement || !formatsElement) {
      // Their places among the sections are fixed.
      const next = /<(?:[\w.-]+:)?(?:cellStyles|dxfs|tableStyles|colors|extLst)[\s/>]|<\/(?:[\w.-]+:)?styleSheet/.exec(
        xml,
      )!.index;
      const before = elementsOf(xml, prefix, 'borders')[0]?.from ?? elementsOf(xml, prefix, 'cellStyleXfs')[0]?.from;
      const fillsAt = before ?? formatsElement?.from ?? next;
      return spliced(xml, [
        fillsElement
          ? { ...fillsElement, by: list('fills', fillsXml) }
          : { from: fillsAt, to: fillsAt, by: list('fills', fillsXml) },
        formatsElement
          ? { ...formatsElement, by: list('cellXfs', formats) }
          : { from: next, to: next, by: list('cellXfs', formats) },
      ]);
    }
    // Only added to: what stands in the lists already stays as it was written.
    const grown = (element: typeof fillsElement, name: string, all: readonly string[], had: number) => ({
      from: element.from,
      to: element.to,
      by: `${withAttribute(element.tag.replace(/\s*\/>$/, '>'), 'count', all.length)}${element.inner}${all.slice(had).join('')}</${prefix}${name}>`,
    });
    const isListed = fillsElement.inner !== '' && formatsElement.inner !== '';
    return spliced(xml, [
      grown(fillsElement, 'fills', fillsXml, isListed ? had.fills : 0),
      grown(formatsElement, 'cellXfs', formats, isListed ? had.formats : 0),
    ]);
  };

  return { mark, unmark, reason, hadMarks, changed };
};

export type MarkedStyles = ReturnType<typeof markedStyles>;
