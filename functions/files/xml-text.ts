/**
 * Enough of XML to change a part of a workbook in place and leave every other byte as it was. A parser tells what a part
 * means, not where it stands; here only places are wanted, of elements whose names and attributes are known.
 */

const notMarkup = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>/g;

/** The text with all that looks like markup and is none blanked out; every place stays where it is. */
export const masked = (xml: string): string =>
  xml.includes('<!') || xml.includes('<?') ? xml.replace(notMarkup, (one) => ' '.repeat(one.length)) : xml;

// What XML 1.0 has no way to write: control characters, half a pair of surrogates, and the two that are no characters.
const illegal =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it may stand in an element or an attribute; what XML cannot hold is dropped. */
export const xmlText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(illegal, '')
    .replace(/[&<>"]/g, (one) => entities[one]!);

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What a text written in XML says. */
export const plainText = (xml: string): string =>
  xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) =>
    name === undefined ? String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10)) : (named[name] ?? whole),
  );

const patterns = new Map<string, RegExp>();

const patternOf = (name: string): RegExp => {
  const known = patterns.get(name);
  if (known) return known;
  // Whatever the prefix: `r:id` is an id of relationships under any name that the writer gave the namespace.
  const pattern = new RegExp(`(\\s(?:[\\w.-]+:)?${name}\\s*=\\s*)("[^"]*"|'[^']*')`);
  patterns.set(name, pattern);
  return pattern;
};

/** An attribute of a start tag. */
export const attribute = (tag: string, name: string): string | undefined => {
  const written = patternOf(name).exec(tag)?.[2];
  return written === undefined ? undefined : plainText(written.slice(1, -1));
};

/** The start tag with the attribute set, at its place where it has one. */
export const withAttribute = (tag: string, name: string, value: string | number): string => {
  const pattern = patternOf(name);
  if (pattern.test(tag)) return tag.replace(pattern, (_, before: string) => `${before}"${xmlText(String(value))}"`);
  const end = tag.endsWith('/>') ? tag.length - 2 : tag.length - 1;
  return `${tag.slice(0, end).trimEnd()} ${name}="${xmlText(String(value))}"${tag.slice(end)}`;
};

export const withoutAttribute = (tag: string, name: string): string => tag.replace(patternOf(name), '');

/** An element of a part: its start tag, what is in it, and where it stands. */
export type Element = {
  readonly from: number;
  readonly to: number;
  readonly tag: string;
  readonly inner: string;
  readonly innerFrom: number;
};

/**
 * Elements of a name that has none of the same name inside, in order. `prefix` is the namespace's, with its colon.
 * `within` bounds the search.
 */
export const elementsOf = (
  xml: string,
  prefix: string,
  name: string,
  within: { readonly from: number; readonly to: number } = { from: 0, to: xml.length },
): readonly Element[] => {
  const scanned = masked(xml).slice(0, within.to);
  const close = new RegExp(`</${prefix}${name}\\s*>`, 'g');
  const closeFrom = (at: number): RegExpExecArray | null => {
    close.lastIndex = at;
    return close.exec(scanned);
  };
  const open = new RegExp(`<${prefix}${name}(?:\\s(?:[^>"']|"[^"]*"|'[^']*')*)?>|<${prefix}${name}/>`, 'g');
  open.lastIndex = within.from;
  const found: Element[] = [];
  for (let match = open.exec(scanned); match; match = open.exec(scanned)) {
    const from = match.index;
    const innerFrom = from + match[0].length;
    const end = match[0].endsWith('/>') ? { index: innerFrom, 0: '' } : closeFrom(innerFrom);
    if (end === null) break;
    const innerTo = end.index;
    const to = innerTo + end[0].length;
    found.push({ from, to, tag: xml.slice(from, innerFrom), inner: xml.slice(innerFrom, innerTo), innerFrom });
    open.lastIndex = to;
  }
  return found;
};

/** Prefix of the root element's namespace, with its colon, or nothing. */
export const rootPrefix = (xml: string): string => /<([\w.-]+:)?[A-Za-z]/.exec(masked(xml))?.[1] ?? '';

/** Whether a part is written so that its bytes can be changed in place: UTF-8, by its declaration and its first bytes. */
export const isUtf8 = (start: string): boolean => {
  const declared = /^\uFEFF?<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']/.exec(start)?.[1];
  return !start.includes('\0') && (declared === undefined || /^(utf-?8|us-ascii)$/i.test(declared));
};

/** `xml` with each stretch replaced; stretches do not overlap and may come in any order. */
export const spliced = (
  xml: string,
  changes: readonly { readonly from: number; readonly to: number; readonly by: string }[],
): string => {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, by } of changes.toSorted((a, b) => a.from - b.from)) {
    parts.push(xml.slice(at, from), by);
    at = to;
  }
  return parts.join('') + xml.slice(at);
};
