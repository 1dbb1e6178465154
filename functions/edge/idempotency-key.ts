import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Fault, Text } from '../../events/fault.ts';
import { shown } from '../../events/field-faults.ts';
import { type Problem, refusal } from '../../events/problem.ts';

const refused = (code: string, key: string, text: Text, { cause, fix }: Pick<Fault, 'cause' | 'fix'>): Problem =>
  refusal(code, text, {
    column: 'Idempotency-Key',
    found: shown(key),
    expected: {
      zh: '每个请求一个键：1 至 255 个可见 ASCII 字符，24 小时内只代表一个请求',
      en: 'a key for each request: 1 to 255 visible ASCII characters that stand for one request within 24 hours',
    },
    cause,
    fix,
  });

/** The caller's key, if there is one; throws Problem INVALID_REQUEST for one that is no key. */
export const keyOf = ({ headers }: APIGatewayProxyEventV2): string | undefined => {
  const key = headers['idempotency-key'];
  if (key === undefined || /^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw refused(
    'INVALID_REQUEST',
    key,
    {
      zh: 'Idempotency-Key 应为 1 至 255 个可见 ASCII 字符。',
      en: 'Idempotency-Key must be 1 to 255 visible ASCII characters.',
    },
    {
      cause: {
        zh: '该键为空、过长，或含空格等字符。',
        en: 'The key is empty, too long, or has a blank or another sign in it.',
      },
      fix: { zh: '使用 UUID。', en: 'Use a UUID.' },
    },
  );
};

export const inFlight = (key: string) =>
  refused(
    'IDEMPOTENCY_IN_FLIGHT',
    key,
    {
      zh: '同一 Idempotency-Key 的请求正在处理，请稍后重试。',
      en: 'A request under this Idempotency-Key is being worked on; try again shortly.',
    },
    {
      cause: {
        zh: '同键的请求尚未答复。',
        en: 'The request that came first under this key has not been answered yet.',
      },
      fix: { zh: '稍后以同样的键和内容重试。', en: 'Send it again later, with the same key and content.' },
    },
  );

export const reused = (key: string) =>
  refused(
    'IDEMPOTENCY_KEY_REUSED',
    key,
    {
      zh: '该 Idempotency-Key 已用于另一请求；请为不同的内容使用新的键。',
      en: 'This Idempotency-Key stands for another request; use a new one for other content.',
    },
    {
      cause: {
        zh: '同键的前一请求的路径、查询参数或请求体与此不同。',
        en: 'The request that came first under this key had another path, query or body.',
      },
      fix: {
        zh: '内容不同则换新键；若为重试，发送与首次完全相同的内容。',
        en: 'Use a new key for other content; to repeat a request, send exactly what was sent first.',
      },
    },
  );
