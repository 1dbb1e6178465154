import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 as Result } from 'aws-lambda';
import type { Principal } from '../../events/principal.ts';
import { bytesOf } from './body.ts';
import { inFlight, keyOf, reused } from './idempotency-key.ts';
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

const packed = ({ statusCode, headers, body }: Result): Uint8Array =>
  gzipSync(JSON.stringify({ statusCode, headers, body }));

const replayed = (answer: Uint8Array): Result => {
  const first = JSON.parse(gunzipSync(answer).toString()) as Result;
  return { ...first, headers: { ...first.headers, 'idempotent-replayed': 'true' } };
};

/** A subject alone is nobody in particular: the same may speak for one enterprise today and another tomorrow. */
const callerOf = ({ sub, role, enterprise, authority, branches, sectors, regions }: Principal): string =>
  JSON.stringify([
    ...[sub, role, enterprise ?? null, authority ?? null],
    ...[branches, sectors, regions].map((list) => list.toSorted()),
  ]);

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
  const scope = digest(callerOf(principal), event.routeKey, key);
  const claimed = await store.claim(scope, digest(event.rawPath, event.rawQueryString, bytesOf(event)));
  if (claimed.state === 'in-flight') throw inFlight(key);
  if (claimed.state === 'other-request') throw reused(key);
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
