import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 as Result } from 'aws-lambda';
import type { Principal } from '../../events/principal.ts';
import { Problem } from '../../events/problem.ts';
import { bytesOf } from './body.ts';
import { problemAnswer } from './problems.ts';

/** What a key stands for, once claimed: `ours` to work on, another's at this moment, another body's, or answered. */
export type Claim =
  | { readonly state: 'ours'; readonly claim: string }
  | { readonly state: 'in-flight' }
  | { readonly state: 'other-request' }
  | { readonly state: 'answered'; readonly answer: Uint8Array };

/** Kept by functions/store/idempotency.ts. */
export type IdempotencyStore = {
  readonly claim: (scope: string, fingerprint: string) => Promise<Claim>;
  readonly keep: (scope: string, claim: string, answer: Uint8Array) => Promise<void>;
  readonly release: (scope: string, claim: string) => Promise<void>;
};

/** A table's item has 400 KB; an answer that does not fit is worked out again, which our writes bear. */
const maxKeptBytes = 350_000;

const digest = (...parts: readonly (string | Buffer)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('base64url');
};

const keyOf = ({ headers }: APIGatewayProxyEventV2): string | undefined => {
  const key = headers['idempotency-key'];
  if (key === undefined || /^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw new Problem('INVALID_REQUEST', {
    zh: 'Idempotency-Key 应为 1 至 255 个可见 ASCII 字符。',
    en: 'Idempotency-Key must be 1 to 255 visible ASCII characters.',
  });
};

const inFlight = () =>
  new Problem('IDEMPOTENCY_IN_FLIGHT', {
    zh: '同一 Idempotency-Key 的请求正在处理，请稍后重试。',
    en: 'A request under this Idempotency-Key is being worked on; try again shortly.',
  });

const reused = () =>
  new Problem('IDEMPOTENCY_KEY_REUSED', {
    zh: '该 Idempotency-Key 已用于另一请求；请为不同的内容使用新的键。',
    en: 'This Idempotency-Key stands for another request; use a new one for other content.',
  });

const packed = ({ statusCode, headers, body }: Result): Uint8Array =>
  gzipSync(JSON.stringify({ statusCode, headers, body }));

const replayed = (answer: Uint8Array): Result => {
  const first = JSON.parse(gunzipSync(answer).toString()) as Result;
  return { ...first, headers: { ...first.headers, 'idempotent-replayed': 'true' } };
};

/**
 * Works once per (caller, route, Idempotency-Key) within 24 hours and gives the first answer again after that; a
 * refusal is an answer too, a failure of ours is not. Throws Problem IDEMPOTENCY_IN_FLIGHT, IDEMPOTENCY_KEY_REUSED.
 */
export const once = async (
  store: IdempotencyStore,
  event: APIGatewayProxyEventV2,
  principal: Principal,
  work: () => Promise<Result>,
): Promise<Result> => {
  const key = keyOf(event);
  if (key === undefined) return work();
  const scope = digest(principal.sub, event.routeKey, key);
  const claimed = await store.claim(scope, digest(event.rawPath, event.rawQueryString, bytesOf(event)));
  if (claimed.state === 'in-flight') throw inFlight();
  if (claimed.state === 'other-request') throw reused();
  if (claimed.state === 'answered') return replayed(claimed.answer);

  const answer = await work().catch(async (error: unknown) => {
    const refusal = problemAnswer(error);
    if (refusal.statusCode! < 500) return refusal;
    await store.release(scope, claimed.claim);
    throw error;
  });
  const kept = packed(answer);
  await (kept.length <= maxKeptBytes ? store.keep(scope, claimed.claim, kept) : store.release(scope, claimed.claim));
  return answer;
};
