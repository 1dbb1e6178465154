import type { Fault, Text } from '../../events/fault.ts';
import { type Problem, refusal } from '../../events/problem.ts';
import { jsonDressAt } from './json-dress.ts';
import { jsonMistake } from './json-mistake.ts';

/** Problem MALFORMED_JSON with the one fault that is told of it. */
export const malformed = (fault: Omit<Fault, 'code'>): Problem =>
  refusal('MALFORMED_JSON', { zh: '请求体不是合法的 JSON。', en: 'The body is not JSON.' }, fault);

const placeIn = (before: string): Text => {
  const lines = before.split('\n');
  const [line, column] = [lines.length, lines.at(-1)!.length + 1];
  return { zh: `第 ${line} 行第 ${column} 列处`, en: `at line ${line}, column ${column}` };
};

/** What decodes to U+FFFD and is not that sign itself. */
const notUtf8 = (bytes: Buffer): Problem => {
  const text = bytes.toString('utf8');
  let at = text.indexOf('\ufffd');
  let offset = Buffer.byteLength(text.slice(0, at));
  while (bytes.readUIntBE(offset, Math.min(3, bytes.length - offset)) === 0xefbfbd) {
    const next = text.indexOf('\ufffd', at + 1);
    offset += Buffer.byteLength(text.slice(at, next));
    at = next;
  }
  const { zh, en } = placeIn(text.slice(0, at));
  return malformed({
    found: `0x${bytes[offset]!.toString(16).toUpperCase()}`,
    expected: { zh: 'UTF-8 编码的 JSON', en: 'JSON in UTF-8' },
    cause: { zh: `${zh}不是 UTF-8 编码。`, en: `Not UTF-8 ${en}.` },
    fix: { zh: '以 UTF-8 编码保存后重新发送。', en: 'Save it as UTF-8 and send it again.' },
  });
};

const textOf = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw notUtf8(bytes);
  }
};

/** Of a mistake one sign is shown, never what stands around it, which may be somebody's number. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    const { at, expected } = jsonMistake(text)!;
    const { zh, en } = placeIn(text.slice(0, at));
    const sign = text.codePointAt(at);
    const dress = jsonDressAt(text, at);
    const found = sign !== undefined && { found: String.fromCodePoint(sign) };
    if (dress !== undefined) {
      const cause = { zh: `${zh}${dress.what.zh}。`, en: `Not JSON ${en}: ${dress.what.en}.` };
      throw malformed({ ...found, expected, cause, fix: dress.fix });
    }
    throw malformed({
      ...found,
      expected,
      cause:
        sign === undefined
          ? { zh: `${zh}内容中断，不符合 JSON 语法。`, en: `Not JSON: it ends ${en}.` }
          : { zh: `${zh}不符合 JSON 语法。`, en: `Not JSON ${en}.` },
      fix: { zh: '改正该处后重新发送。', en: 'Correct that place and send it again.' },
    });
  }
};

/** The JSON that the bytes are; throws Problem MALFORMED_JSON with line and column of the first mistake. */
export const jsonIn = (bytes: Buffer): unknown => parsed(textOf(bytes));
