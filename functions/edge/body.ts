import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Fault } from '../../events/fault.ts';
import { Problem } from '../../events/problem.ts';

export const maxBodyBytes = 4 * 1024 * 1024;
const maxDepth = 32;

const malformed = (cause: Fault['cause'], fix: Fault['fix']): Problem =>
  new Problem('MALFORMED_JSON', { zh: '请求体不是合法的 JSON。', en: 'The body is not JSON.' }, [
    { code: 'MALFORMED_JSON', cause, fix },
  ]);

/** The exact bytes sent; throws Problem BODY_TOO_LARGE. */
export const bytesOf = ({ body, isBase64Encoded }: APIGatewayProxyEventV2): Buffer => {
  const bytes = Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length <= maxBodyBytes) return bytes;
  throw new Problem('BODY_TOO_LARGE', {
    zh: `请求体 ${bytes.length} 字节，超过 ${maxBodyBytes} 字节（4 MiB）；请分成多次报送。`,
    en: `The body has ${bytes.length} bytes, more than ${maxBodyBytes} (4 MiB); send it in several submissions.`,
  });
};

const refuseOtherMedia = ({ headers }: APIGatewayProxyEventV2): void => {
  const [media, ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((text) => text.trim()).find((text) => text.startsWith('charset='));
  const encoding = headers['content-encoding'] ?? 'identity';
  const isUtf8 = charset === undefined || /^charset="?utf-8"?$/.test(charset);
  if (media?.trim() === 'application/json' && isUtf8 && encoding === 'identity') return;
  throw new Problem('UNSUPPORTED_MEDIA_TYPE', {
    zh: '请以 content-type: application/json（UTF-8，不压缩）发送。',
    en: 'Send content-type: application/json in UTF-8, uncompressed.',
  });
};

const textOf = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw malformed(
      { zh: '内容不是 UTF-8 编码。', en: 'The bytes are not UTF-8.' },
      { zh: '以 UTF-8 编码保存后重新发送。', en: 'Save it as UTF-8 and send it again.' },
    );
  }
};

/** V8's message quotes the text around the mistake, which may be somebody's number: only the place is passed on. */
const placeOf = (error: Error, text: string): { readonly line: number; readonly column: number } => {
  const position = /position (\d+)/.exec(error.message)?.[1];
  const lines = text.slice(0, position === undefined ? text.length : Number(position)).split('\n');
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { line, column } = placeOf(error as Error, text);
    throw malformed(
      { zh: `第 ${line} 行第 ${column} 列处不符合 JSON 语法。`, en: `Not JSON at line ${line}, column ${column}.` },
      { zh: '改正该处后重新发送。', en: 'Correct that place and send it again.' },
    );
  }
};

const forbiddenKey = (pointer: string): Problem =>
  new Problem('INVALID_BODY', { zh: '请求体有误。', en: 'The body is wrong.' }, [
    {
      code: 'UNKNOWN_FIELD',
      pointer,
      cause: { zh: '没有名为 __proto__ 的字段。', en: 'There is no field __proto__.' },
      fix: { zh: '删去该字段。', en: 'Leave it out.' },
    },
  ]);

const refuseTricks = (value: unknown, pointer: string, depth: number): void => {
  if (typeof value !== 'object' || value === null) return;
  if (depth > maxDepth) {
    throw malformed(
      { zh: `嵌套超过 ${maxDepth} 层。`, en: `It nests deeper than ${maxDepth} levels.` },
      { zh: '减少嵌套。', en: 'Nest less.' },
    );
  }
  if (Object.hasOwn(value, '__proto__')) throw forbiddenKey(`${pointer}/__proto__`);
  for (const [key, inner] of Object.entries(value)) refuseTricks(inner, `${pointer}/${key}`, depth + 1);
};

/** The JSON body and its exact bytes; throws Problem MALFORMED_JSON, UNSUPPORTED_MEDIA_TYPE, BODY_TOO_LARGE, INVALID_BODY. */
export const bodyOf = (event: APIGatewayProxyEventV2): { readonly json: unknown; readonly bytes: Buffer } => {
  const bytes = bytesOf(event);
  refuseOtherMedia(event);
  const json = parsed(textOf(bytes));
  refuseTricks(json, '', 1);
  return { json, bytes };
};
