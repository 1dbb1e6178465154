import { expect, it, vi } from 'vitest';
import { Problem } from '../../../events/problem.ts';
import { endpoint } from '../../../functions/edge/endpoint.ts';
import type { IdempotencyStore } from '../../../functions/edge/idempotency.ts';
import { anEnterprise, anEvent, jsonOf } from './events.ts';

type Kept = { fingerprint: string; claim: string; answer?: Uint8Array; locked: boolean };

const inMemory = (): IdempotencyStore => {
  const all = new Map<string, Kept>();
  return {
    claim: async (scope, fingerprint) => {
      const kept = all.get(scope);
      if (kept && (kept.answer || kept.locked)) {
        if (kept.fingerprint !== fingerprint) return { state: 'other-request' };
        return kept.answer ? { state: 'answered', answer: kept.answer } : { state: 'in-flight' };
      }
      all.set(scope, { fingerprint, claim: `${all.size}`, locked: true });
      return { state: 'ours', claim: all.get(scope)!.claim };
    },
    keep: async (scope, _, answer) => {
      all.get(scope)!.answer = answer;
    },
    release: async (scope) => {
      all.get(scope)!.locked = false;
    },
  };
};

const counting = (store: IdempotencyStore, work: (n: number) => unknown = (n) => ({ n })) => {
  let calls = 0;
  return endpoint(async () => ({ status: 201, headers: { location: '/x' }, body: await work(++calls) }), {
    who: ['enterprise'],
    query: ['dryRun'],
    idempotent: store,
  });
};

const keyed = (key: string, vary: Parameters<typeof anEvent>[0] = {}) =>
  anEvent({ body: '{"a":1}', ...vary, headers: { 'idempotency-key': key } });

it('works once for a key and gives the first answer again, marked as such', async () => {
  const handler = counting(inMemory());
  const first = await handler(keyed('k'));
  const again = await handler(keyed('k'));
  expect(again).toEqual({ ...first, headers: { ...first.headers, 'idempotent-replayed': 'true' } });
  expect(jsonOf(again)).toEqual({ n: 1 });
});

it('works each time without a key', async () => {
  const handler = counting(inMemory());
  await handler(anEvent());
  expect(jsonOf(await handler(anEvent()))).toEqual({ n: 2 });
});

it.each([
  ['another body', { body: '{"a":2}' }],
  ['another query', { query: 'dryRun=true' }],
  ['another path', { rawPath: '/v1/things/2' }],
])('refuses a key that stands for %s', async (_, vary) => {
  const handler = counting(inMemory());
  await handler(keyed('k'));
  const answer = await handler(keyed('k', vary));
  expect([answer.statusCode, jsonOf(answer).code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  expect(jsonOf(answer).faults).toEqual([
    {
      code: 'IDEMPOTENCY_KEY_REUSED',
      column: 'Idempotency-Key',
      found: 'k',
      expected: {
        zh: '每个请求一个键：1 至 255 个可见 ASCII 字符，24 小时内只代表一个请求',
        en: 'a key for each request: 1 to 255 visible ASCII characters that stand for one request within 24 hours',
      },
      cause: {
        zh: '同键的前一请求的路径、查询参数或请求体与此不同。',
        en: 'The request that came first under this key had another path, query or body.',
      },
      fix: {
        zh: '内容不同则换新键；若为重试，发送与首次完全相同的内容。',
        en: 'Use a new key for other content; to repeat a request, send exactly what was sent first.',
      },
    },
  ]);
});

it('keeps the keys of two callers apart', async () => {
  const handler = counting(inMemory());
  await handler(keyed('k'));
  expect(jsonOf(await handler(keyed('k', { claims: { ...anEnterprise, sub: 'e2' } })))).toEqual({ n: 2 });
});

it.each([
  ['enterprise', { enterprise: '91460000MA5T00002Y' }],
  ['branch', { branches: 'b-2' }],
  ['role', { role: 'auditor' }],
  ['authority', { authority: 'hainan-telecom' }],
  ['sector', { sectors: 'bank' }],
  ['region', { regions: '46' }],
])('one who speaks for another %s is another caller, and is not told the first one’s answer', async (_, vary) => {
  const store = inMemory();
  let calls = 0;
  const handler = endpoint(async () => ({ status: 201, body: { n: ++calls } }), {
    who: ['enterprise', 'auditor'],
    idempotent: store,
  });
  await handler(keyed('k'));
  expect(jsonOf(await handler(keyed('k', { claims: { ...anEnterprise, ...vary } })))).toEqual({ n: 2 });
});

it('branches in another order are the same caller', async () => {
  const handler = counting(inMemory());
  await handler(keyed('k', { claims: { ...anEnterprise, branches: 'b-1 b-2' } }));
  expect(jsonOf(await handler(keyed('k', { claims: { ...anEnterprise, branches: 'b-2 b-1' } })))).toEqual({ n: 1 });
});

it('refuses the second of two at once', async () => {
  const begun = Promise.withResolvers<void>();
  const finished = Promise.withResolvers<void>();
  const handler = counting(inMemory(), () => {
    begun.resolve();
    return finished.promise;
  });
  const first = handler(keyed('k'));
  await begun.promise;
  const second = await handler(keyed('k'));
  finished.resolve();
  expect([second.statusCode, jsonOf(second).code]).toEqual([409, 'IDEMPOTENCY_IN_FLIGHT']);
  expect(jsonOf(second).faults).toMatchObject([
    {
      code: 'IDEMPOTENCY_IN_FLIGHT',
      column: 'Idempotency-Key',
      found: 'k',
      cause: { zh: '同键的请求尚未答复。' },
      fix: { en: 'Send it again later, with the same key and content.' },
    },
  ]);
  expect((await first).statusCode).toBe(201);
});

it('keeps a refusal as an answer, and forgets a failure of ours', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const conflict = new Problem('CONFLICT', { zh: '冲突。', en: 'A conflict.' });
  for (const [thrown, statuses] of [
    [conflict, [409, 409]],
    [new Error('bug'), [500, 201]],
  ] as const) {
    const handler = counting(inMemory(), (n) => {
      if (n === 1) throw thrown;
      return { n };
    });
    expect([(await handler(keyed('k'))).statusCode, (await handler(keyed('k'))).statusCode]).toEqual(statuses);
  }
});

it.each(['', 'a b', 'ü', 'x'.repeat(256)])('refuses the key %j', async (key) => {
  expect(jsonOf(await counting(inMemory())(keyed(key)))).toMatchObject({
    code: 'INVALID_REQUEST',
    faults: [{ code: 'INVALID_REQUEST', column: 'Idempotency-Key' }],
  });
});

it('a key that may be somebody’s number is not repeated', async () => {
  const handler = counting(inMemory());
  await handler(keyed('11010519491231002X'));
  const answer = await handler(keyed('11010519491231002X', { body: '{"a":2}' }));
  expect(jsonOf(answer).faults[0].found).toBe('1101**********002X');
});
