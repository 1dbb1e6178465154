import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { shown } from '../../events/field-faults.ts';
import { Problem, refusal } from '../../events/problem.ts';
import { jsonIn, malformed } from './json-in.ts';
import { pointerOf } from './pointer.ts';

export const maxBodyBytes = 4 * 1024 * 1024;
const maxDepth = 32;

/** The exact bytes sent; throws Problem BODY_TOO_LARGE. */
export const bytesOf = ({ body, isBase64Encoded }: APIGatewayProxyEventV2): Buffer => {
  const bytes = Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length <= maxBodyBytes) return bytes;
  throw refusal(
    'BODY_TOO_LARGE',
    {
      zh: `请求体 ${bytes.length} 字节，超过 ${maxBodyBytes} 字节（4 MiB）；请分成多次报送。`,
      en: `The body has ${bytes.length} bytes, more than ${maxBodyBytes} (4 MiB); send it in several submissions.`,
    },
    {
      found: String(bytes.length),
      expected: { zh: `不超过 ${maxBodyBytes} 字节（4 MiB）`, en: `at most ${maxBodyBytes} bytes (4 MiB)` },
      cause: { zh: '请求体过大。', en: 'The body is too large.' },
      fix: { zh: '分成多次报送。', en: 'Send it in several submissions.' },
    },
  );
};

const utf8Json = {
  zh: 'content-type: application/json，UTF-8，不压缩',
  en: 'content-type: application/json, in UTF-8, uncompressed',
};

const refuseOtherMedia = ({ headers }: APIGatewayProxyEventV2): void => {
  const type = headers['content-type'] ?? '';
  const [media, ...parameters] = type.toLowerCase().split(';');
  const charset = parameters.map((text) => text.trim()).find((text) => text.startsWith('charset='));
  const encoding = headers['content-encoding'] ?? 'identity';
  const isUtf8 = charset === undefined || /^charset="?utf-8"?$/.test(charset);
  const isJson = media?.trim() === 'application/json' && isUtf8;
  if (isJson && encoding === 'identity') return;
  const column = isJson ? 'content-encoding' : 'content-type';
  throw refusal(
    'UNSUPPORTED_MEDIA_TYPE',
    {
      zh: '请以 content-type: application/json（UTF-8，不压缩）发送。',
      en: 'Send content-type: application/json in UTF-8, uncompressed.',
    },
    {
      column,
      found: shown(isJson ? encoding : type),
      expected: utf8Json,
      cause: { zh: `不接受该 ${column}。`, en: `This ${column} is not one that is read.` },
      fix: isJson
        ? { zh: '不压缩，去掉 content-encoding。', en: 'Do not compress it; leave content-encoding out.' }
        : { zh: '改为 application/json，内容用 UTF-8。', en: 'Say application/json, and write it in UTF-8.' },
    },
  );
};

const tooDeep = (): Problem =>
  malformed({
    expected: { zh: `至多嵌套 ${maxDepth} 层`, en: `at most ${maxDepth} levels` },
    cause: { zh: `嵌套超过 ${maxDepth} 层。`, en: `It nests deeper than ${maxDepth} levels.` },
    fix: { zh: '减少嵌套。', en: 'Nest less.' },
  });

const forbiddenKey = (path: readonly string[]): Problem =>
  new Problem('INVALID_BODY', { zh: '请求体有误。', en: 'The body is wrong.' }, [
    {
      code: 'UNKNOWN_FIELD',
      pointer: pointerOf(path),
      found: '__proto__',
      cause: { zh: '没有名为 __proto__ 的字段。', en: 'There is no field __proto__.' },
      fix: { zh: '删去该字段。', en: 'Leave it out.' },
    },
  ]);

const refuseTricks = (value: unknown, path: readonly string[] = []): void => {
  if (typeof value !== 'object' || value === null) return;
  if (path.length >= maxDepth) throw tooDeep();
  if (Object.hasOwn(value, '__proto__')) throw forbiddenKey([...path, '__proto__']);
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'object') refuseTricks(inner, [...path, key]);
  }
};

/** The JSON body and its exact bytes; throws Problem MALFORMED_JSON, UNSUPPORTED_MEDIA_TYPE, BODY_TOO_LARGE, INVALID_BODY. */
export const bodyOf = (event: APIGatewayProxyEventV2): { readonly json: unknown; readonly bytes: Buffer } => {
  const bytes = bytesOf(event);
  refuseOtherMedia(event);
  const json = jsonIn(bytes);
  refuseTricks(json);
  return { json, bytes };
};
