import type { Fault } from '../events/fault.ts';
import { lineOfError } from '../functions/files/json-line.ts';

/** A row of a file: what it says, and the line on which it begins. */
export type SourceRow = { readonly value: unknown; readonly line: number };
export type LineFault = Fault & { readonly line?: number };
export type Rows = {
  readonly rows: readonly SourceRow[];
  readonly faults: readonly LineFault[];
  /** Under which heading of the file a field stands, where it has headings. */
  readonly headings?: ReadonlyMap<string, string>;
};

const blank = /\s/;

/**
 * Lines, from 1, on which the elements begin of the array that the text is, or that stands under `records` in the
 * object that it is. The text is JSON.
 */
export const elementLines = (text: string): number[] => {
  let lines: number[] = [];
  let line = 1;
  let depth = 0;
  let target = -1;
  let expectsElement = false;
  let word = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]!;
    if (char === '\n') line += 1;
    if (blank.test(char)) continue;
    if (expectsElement && depth === target && char !== ']') {
      lines.push(line);
      expectsElement = false;
    }
    if (char === '"') {
      const from = at + 1;
      for (at = from; text[at] !== '"'; at += 1) if (text[at] === '\\') at += 1;
      if (depth === 1) word = text.slice(from, at);
    } else if (char === '[' || char === '{') {
      depth += 1;
      if (char === '[' && (depth === 1 || (depth === 2 && word === 'records' && target !== 1))) {
        target = depth;
        lines = [];
        expectsElement = true;
      }
    } else if (char === ']' || char === '}') {
      if (depth === target) expectsElement = false;
      depth -= 1;
    } else if (char === ',') {
      expectsElement = depth === target;
      if (depth === 1) word = '';
    }
  }
  return lines;
};

export const malformed = (line: number): LineFault => ({
  code: 'MALFORMED_JSON',
  line,
  expected: { zh: 'RFC 8259 的 JSON', en: 'JSON as in RFC 8259' },
  cause: {
    zh: '此处不是合法的 JSON：多为缺少引号或括号、末尾多逗号，或文件被截断。',
    en: 'This is not JSON: often a missing quote or bracket, a trailing comma, or a file cut short.',
  },
  fix: { zh: '改正该行，或重新导出文件。', en: 'Correct the line, or export the file again.' },
});

export type Json = { readonly json: unknown } | { readonly fault: LineFault };

export const jsonOf = (text: string): Json => {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return { fault: malformed(lineOfError(text)) };
  }
};

const unread = Symbol('a row that could not be read');
/** Whether the row's fault is already told, so that it only takes up its number. */
export const isUnread = ({ value }: SourceRow): boolean => value === unread;
export const unreadRow = (line: number): SourceRow => ({ value: unread, line });

/** One record a line; blank lines are passed over, a line that is not JSON is a fault of its row. */
export const ndjsonRows = (text: string): Rows => {
  const rows: SourceRow[] = [];
  const faults: LineFault[] = [];
  text.split('\n').forEach((written, at) => {
    if (written.trim() === '') return;
    const line = at + 1;
    const read = jsonOf(written);
    if ('json' in read) {
      rows.push({ value: read.json, line });
    } else {
      rows.push(unreadRow(line));
      faults.push({ ...malformed(line), row: rows.length });
    }
  });
  return { rows, faults };
};
