import type { Text } from '../../events/fault.ts';
import type { JsonDress } from '../edge/json-dress.ts';
import type { LineFault } from './prepared.ts';

const both = (zh: string, en: string): Text => ({ zh, en });

const textExpected = both('UTF-8、GB18030（GBK）或 UTF-16 的文本', 'text in UTF-8, GB18030 (GBK) or UTF-16');

/** The bytes are of no encoding that is read. */
export const unknownEncoding = (line: number): LineFault => ({
  code: 'WRONG_ENCODING',
  line,
  expected: textExpected,
  cause: both(
    '文件不是可识别编码的文本：可能是其他格式的文件，或已损坏。',
    'The file is no text of an encoding that is known: it may be another kind of file, or damaged.',
  ),
  fix: both(
    '另存为“CSV UTF-8（逗号分隔）”或 XLSX 后再试。',
    'Save it as “CSV UTF-8 (comma delimited)” or XLSX and try again.',
  ),
});

/** Text in UTF-8 up to here, and then bytes that are none: cut short, or put together from files of two encodings. */
export const brokenText = (line: number): LineFault => ({
  code: 'BROKEN_TEXT',
  line,
  expected: textExpected,
  cause: both(
    '文件是 UTF-8 文本，但此行有不属于 UTF-8 的字节：文件可能被截断，或由不同编码的文件拼接而成。',
    'The file is text in UTF-8, but this line has bytes that are not: it may have been cut short, or joined from files of two encodings.',
  ),
  fix: both('重新导出文件，或统一另存为 UTF-8。', 'Export the file again, or save all of it as UTF-8.'),
});

export const zeroBytes = (line: number): LineFault => ({
  code: 'ZERO_BYTES',
  line,
  expected: textExpected,
  cause: both(
    '此行有空字节（NUL），文本里不会有：文件可能没有写完，或不是文本。',
    'This line has zero bytes, which text never has: the file may not have been written to its end, or is no text.',
  ),
  fix: both('重新导出文件。', 'Export the file again.'),
});

export const quoteNotClosed = (line: number): LineFault => ({
  code: 'MALFORMED_CSV',
  line,
  cause: both(
    '此行有引号未闭合，其后的内容无法分列，从这一行起均未读取。',
    'A quote opened on this line is never closed: what follows cannot be told apart, and nothing was read from here on.',
  ),
  fix: both('补上引号，或将引号写成两个。', 'Close the quote, or write it twice.'),
});

export const rowTooLong = (line: number, most: number): LineFault => ({
  code: 'ROW_TOO_LONG',
  line,
  expected: both(`每行不超过 ${most} 字节`, `at most ${most} bytes a row`),
  cause: both(
    '此行过长，从这一行起均未读取：可能缺少换行，或文件不是表格。',
    'This row is too long, and nothing was read from here on: line breaks may be missing, or the file is no table.',
  ),
  fix: both('核对该行；一行一条记录。', 'Look at the row; write one record a line.'),
});

export const malformedJson = (line: number): LineFault => ({
  code: 'MALFORMED_JSON',
  line,
  expected: both('RFC 8259 的 JSON', 'JSON as in RFC 8259'),
  cause: both(
    '此处不是合法的 JSON：多为缺少引号或括号、末尾多逗号，或文件被截断。',
    'This is not JSON: often a missing quote or bracket, a trailing comma, or a file cut short.',
  ),
  fix: both('改正该行，或重新导出文件。', 'Correct the line, or export the file again.'),
});

export const dressedJson = (line: number, { what, fix }: JsonDress): LineFault => ({
  ...malformedJson(line),
  cause: both(`此行${what.zh}。`, `This line has ${what.en}.`),
  fix,
});

export const recordTooLong = (line: number, most: number): LineFault => ({
  code: 'ROW_TOO_LONG',
  line,
  expected: both(`每条记录不超过 ${most} 字节`, `at most ${most} bytes a record`),
  cause: both(
    '从此行开始的一条记录过长：可能缺少引号或括号。',
    'The record that begins on this line is too long: a quote or bracket may be missing.',
  ),
  fix: both('核对该记录，或重新导出文件。', 'Look at the record, or export the file again.'),
});
