import type { Text } from '../../events/fault.ts';

/** Where a text stops being JSON, counted from 0 in UTF-16 units, and what could stand there. */
export type JsonMistake = { readonly at: number; readonly expected: Text };

const words = {
  value: { zh: '一个值', en: 'a value' },
  firstElement: { zh: '一个值或 ]', en: 'a value or ]' },
  firstName: { zh: '双引号中的字段名或 }', en: 'a name in double quotes or }' },
  name: { zh: '双引号中的字段名', en: 'a name in double quotes' },
  colon: { zh: '冒号 :', en: 'a colon' },
  moreElements: { zh: '逗号 , 或 ]', en: 'a comma or ]' },
  moreNames: { zh: '逗号 , 或 }', en: 'a comma or }' },
  end: { zh: '到此为止，别无其他内容', en: 'nothing more' },
  quote: { zh: '结束的双引号', en: 'the closing double quote' },
  escaped: { zh: '转义后的控制字符，如 \\n', en: 'control characters escaped, such as \\n' },
  escape: { zh: '合法的转义，如 \\" 或 \\u4e2d', en: 'a proper escape, such as \\" or \\u4e2d' },
} as const;
type Expecting = keyof typeof words;

const blanks = /[ \t\n\r]*/y;
const literal = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const escaped = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

const endOf = (pattern: RegExp, text: string, from: number): number | undefined => {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : undefined;
};

/** The place after the string that begins at `from`, or the mistake in it. */
const afterString = (text: string, from: number): number | JsonMistake => {
  for (let at = from + 1; at < text.length; ) {
    const char = text[at]!;
    if (char === '"') return at + 1;
    if (char < ' ') return { at, expected: words.escaped };
    const next = char === '\\' ? endOf(escaped, text, at) : at + 1;
    if (next === undefined) return { at, expected: words.escape };
    at = next;
  }
  return { at: text.length, expected: words.quote };
};

/**
 * The first place at which a text is not JSON (RFC 8259); undefined where it is. V8 names the place for some mistakes
 * only, and quotes what stands around it, which may be somebody's number.
 */
export const jsonMistake = (text: string): JsonMistake | undefined => {
  const open: string[] = [];
  const afterValue = (): Expecting => (open.length === 0 ? 'end' : open.at(-1) === '{' ? 'moreNames' : 'moreElements');
  let expecting: Expecting = 'value';
  for (let at = 0; ; ) {
    at = endOf(blanks, text, at)!;
    const char = text[at];
    const mistake = { at, expected: words[expecting] };
    if (expecting === 'end') return char === undefined ? undefined : mistake;
    const isName: boolean = expecting === 'name' || expecting === 'firstName';
    const isValue: boolean = expecting === 'value' || expecting === 'firstElement';
    const closes =
      (char === '}' && (expecting === 'firstName' || expecting === 'moreNames')) ||
      (char === ']' && (expecting === 'firstElement' || expecting === 'moreElements'));
    let next: number | undefined = at + 1;
    if (closes) {
      open.pop();
      expecting = afterValue();
    } else if (char === ',' && (expecting === 'moreNames' || expecting === 'moreElements')) {
      expecting = expecting === 'moreNames' ? 'name' : 'value';
    } else if (char === ':' && expecting === 'colon') {
      expecting = 'value';
    } else if (char === '"' && (isName || isValue)) {
      const after = afterString(text, at);
      if (typeof after !== 'number') return after;
      next = after;
      expecting = isName ? 'colon' : afterValue();
    } else if ((char === '{' || char === '[') && isValue) {
      open.push(char);
      expecting = char === '{' ? 'firstName' : 'firstElement';
    } else if (isValue) {
      next = endOf(literal, text, at);
      expecting = afterValue();
    } else {
      return mistake;
    }
    if (next === undefined) return mistake;
    at = next;
  }
};
