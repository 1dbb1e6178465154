import { afterEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../../../events/problem.ts';
import { endpoint } from '../../../functions/edge/endpoint.ts';
import { anEvent, jsonOf } from './events.ts';

const enterprises = { who: ['enterprise'] } as const;
const echo = endpoint(async ({ body }) => ({ status: 200, body: body().json }), enterprises);

afterEach(() => {
  vi.restoreAllMocks();
  delete process.env.IAM_PRINCIPALS;
});

describe('who calls', () => {
  const whoAmI = endpoint(async ({ principal }) => ({ status: 200, body: principal }), {
    who: ['regulator', 'enterprise'],
  });

  it('is what the authorizer says, with its lists taken apart', async () => {
    const claims = {
      sub: 'r1',
      role: 'regulator',
      authority: 'hainan-ca',
      sectors: 'telecom bank',
      regions: '46 4601',
    };
    expect(jsonOf(await whoAmI(anEvent({ claims })))).toEqual({
      sub: 'r1',
      role: 'regulator',
      authority: 'hainan-ca',
      sectors: ['telecom', 'bank'],
      regions: ['46', '4601'],
      branches: [],
    });
  });

  it('is refused when its role may not call the route', async () => {
    const answer = await whoAmI(anEvent({ claims: { sub: 'a', role: 'auditor' } }));
    expect([answer.statusCode, jsonOf(answer).code]).toEqual([403, 'FORBIDDEN']);
  });

  it.each([
    ['no claims at all', undefined],
    ['no role', { sub: 'x' }],
    ['a role we do not know', { sub: 'x', role: 'root' }],
    ['a sector we do not know', { sub: 'x', role: 'regulator', sectors: 'moon' }],
  ])('is refused with %s', async (_, claims) => {
    const answer = await whoAmI(anEvent({ authorizer: { jwt: { claims } } }));
    expect([answer.statusCode, jsonOf(answer).code]).toEqual([403, 'FORBIDDEN']);
  });

  it('is the table of principals where the caller signs with a role', async () => {
    process.env.IAM_PRINCIPALS = JSON.stringify({
      'arn:aws-cn:iam::123456789012:role/Operator': { role: 'enterprise', enterprise: 'E' },
    });
    const userArn = 'arn:aws-cn:sts::123456789012:assumed-role/Operator/session-7';
    const answer = await whoAmI(anEvent({ authorizer: { iam: { userArn } } }));
    expect(jsonOf(answer)).toMatchObject({ sub: 'arn:aws-cn:iam::123456789012:role/Operator', enterprise: 'E' });
    const other = 'arn:aws-cn:sts::123456789012:assumed-role/Stranger/session-7';
    expect((await whoAmI(anEvent({ authorizer: { iam: { userArn: other } } }))).statusCode).toBe(403);
  });

  it('is nobody on a public route, and a handler that asks all the same fails', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const open = endpoint(async ({ principal }) => ({ status: 200, body: principal }), { who: 'public' });
    expect((await open(anEvent())).statusCode).toBe(500);
  });
});

describe('the query', () => {
  const query = endpoint(async ({ query }) => ({ status: 200, body: query }), { ...enterprises, query: ['region'] });

  it('is decoded', async () => {
    expect(jsonOf(await query(anEvent({ query: 'region=%E6%B5%B7+1' })))).toEqual({ region: '海 1' });
  });

  it.each([
    ['an unknown name', 'regoin=46', 'UNKNOWN_PARAMETER'],
    ['a repeated name', 'region=46&region=44', 'REPEATED_PARAMETER'],
    ['a percent sign that does not decode', 'region=%zz', 'MALFORMED_QUERY'],
  ])('is refused for %s', async (_, rawQuery, fault) => {
    const answer = await query(anEvent({ query: rawQuery }));
    expect([answer.statusCode, jsonOf(answer).code, jsonOf(answer).faults[0].code]).toEqual([
      400,
      'INVALID_REQUEST',
      fault,
    ]);
  });
});

describe('the body', () => {
  const codeOf = async (event: Parameters<typeof echo>[0]) => jsonOf(await echo(event)).code;

  it('is JSON with its exact bytes', async () => {
    const bytes = endpoint(async ({ body }) => ({ status: 200, body: body().bytes }), enterprises);
    const answer = await bytes(anEvent({ body: '{"a": 1}' }));
    expect(Buffer.from(answer.body!, 'base64').toString()).toBe('{"a": 1}');
  });

  it('names the place of a mistake and never repeats what stands there', async () => {
    const answer = await echo(anEvent({ body: '{"subjectId":\n  "110101199003070011" oops}' }));
    expect(jsonOf(answer)).toMatchObject({ status: 400, code: 'MALFORMED_JSON' });
    expect(jsonOf(answer).faults).toEqual([
      {
        code: 'MALFORMED_JSON',
        found: 'o',
        expected: { zh: '逗号 , 或 }', en: 'a comma or }' },
        cause: { zh: '第 2 行第 24 列处不符合 JSON 语法。', en: 'Not JSON at line 2, column 24.' },
        fix: { zh: '改正该处后重新发送。', en: 'Correct that place and send it again.' },
      },
    ]);
    expect(answer.body).not.toContain('110101199003070011');
  });

  it('that ends too early is named by its end', async () => {
    expect(jsonOf(await echo(anEvent({ body: '{"a":1' }))).faults[0]).toMatchObject({
      expected: { en: 'a comma or }' },
      cause: { zh: '第 1 行第 7 列处内容中断，不符合 JSON 语法。', en: 'Not JSON: it ends at line 1, column 7.' },
    });
  });

  it.each([
    ['a byte', Buffer.from([0x22, 0xc3, 0x28, 0x22]), '0xC3', 1, 2],
    ['a cut sign', Buffer.concat([Buffer.from('{\n"海'), Buffer.from([0xe6, 0xb5])]), '0xE6', 2, 3],
    ['a byte after signs that stand for such', Buffer.from([...Buffer.from('"\ufffd\ufffd'), 0xff]), '0xFF', 1, 4],
    ['GBK', Buffer.from([0x22, 0xba, 0xa3, 0x22]), '0xBA', 1, 2],
  ])('must be UTF-8: %s that is not is named by its place', async (_, body, found, line, column) => {
    expect(jsonOf(await echo(anEvent({ body })))).toMatchObject({
      code: 'MALFORMED_JSON',
      faults: [{ found, cause: { en: `Not UTF-8 at line ${line}, column ${column}.` } }],
    });
  });

  it('may not nest without end', async () => {
    expect(await codeOf(anEvent({ body: '['.repeat(33) + ']'.repeat(33) }))).toBe('MALFORMED_JSON');
    expect((await echo(anEvent({ body: '['.repeat(32) + ']'.repeat(32) }))).statusCode).toBe(200);
    expect(await codeOf(anEvent({ body: '['.repeat(100_000) + ']'.repeat(100_000) }))).toBe('MALFORMED_JSON');
  });

  it('cannot reach a prototype', async () => {
    const answer = await echo(anEvent({ body: '{"a":{"__proto__":{"admin":true}}}' }));
    expect(jsonOf(answer)).toMatchObject({ status: 422, faults: [{ pointer: '/a/__proto__' }] });
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it.each([
    ['text/csv', {}, 'content-type', 'text/csv'],
    ['', {}, 'content-type', ''],
    ['application/json; charset=gbk', {}, 'content-type', 'application/json; charset=gbk'],
    ['application/json', { 'content-encoding': 'gzip' }, 'content-encoding', 'gzip'],
  ])('of %j %o is not a media type we read', async (type, headers, column, found) => {
    const answer = await echo(anEvent({ body: '{}', headers: { ...headers, 'content-type': type } }));
    expect([answer.statusCode, jsonOf(answer).code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    expect(jsonOf(answer).faults).toMatchObject([
      {
        code: 'UNSUPPORTED_MEDIA_TYPE',
        column,
        found,
        expected: {
          zh: 'content-type: application/json，UTF-8，不压缩',
          en: 'content-type: application/json, in UTF-8, uncompressed',
        },
        cause: { zh: `不接受该 ${column}。`, en: `This ${column} is not one that is read.` },
      },
    ]);
  });

  it('may have 4 MiB and not a byte more', async () => {
    const json = (bytes: number) => `"${'a'.repeat(bytes - 2)}"`;
    expect((await echo(anEvent({ body: json(4 * 1024 * 1024) }))).statusCode).toBe(200);
    expect(jsonOf(await echo(anEvent({ body: json(4 * 1024 * 1024 + 1) })))).toMatchObject({
      code: 'BODY_TOO_LARGE',
      faults: [{ code: 'BODY_TOO_LARGE', found: '4194305', expected: { en: 'at most 4194304 bytes (4 MiB)' } }],
    });
  });
});

describe('the answer', () => {
  it('is never cached, sniffed or framed', async () => {
    expect((await echo(anEvent({ body: '{}' }))).headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
  });

  it('to a refusal is problem details in both languages', async () => {
    const refusing = endpoint(async () => {
      throw new Problem('CONFLICT', { zh: '冲突。', en: 'Somebody was faster.' });
    }, enterprises);
    const answer = await refusing(anEvent());
    expect(answer.headers!['content-type']).toBe('application/problem+json');
    expect(jsonOf(answer)).toEqual({
      type: 'urn:fanzha-audit:problem:conflict',
      status: 409,
      code: 'CONFLICT',
      title: 'Somebody was faster.',
      text: { zh: '冲突。', en: 'Somebody was faster.' },
      faults: [],
      faultsTotal: 0,
    });
  });

  it('lists 200 faults; of more it lists the first 200 and says how many there are', async () => {
    const faults = Array.from({ length: 201 }, (_, n) => ({
      code: 'WRONG',
      row: n + 1,
      cause: { zh: '有误。', en: 'It is wrong.' },
      fix: { zh: '改正。', en: 'Correct it.' },
    }));
    const wrong = { zh: '请求体有误。', en: 'The body is wrong.' };
    const refusing = (...of: ConstructorParameters<typeof Problem>) =>
      endpoint(async () => {
        throw new Problem(...of);
      }, enterprises)(anEvent()).then(jsonOf);
    expect(await refusing('INVALID_BODY', wrong, faults.slice(1))).toMatchObject({
      title: wrong.en,
      text: wrong,
      faults: faults.slice(1),
      faultsTotal: 200,
    });
    expect(await refusing('INVALID_BODY', wrong, faults)).toMatchObject({
      title: 'The body is wrong. Only the first 200 of 201 faults are listed.',
      text: {
        zh: '请求体有误。仅列出 201 项错误中的前 200 项。',
        en: 'The body is wrong. Only the first 200 of 201 faults are listed.',
      },
      faults: faults.slice(0, 200),
      faultsTotal: 201,
    });
    expect(await refusing('INVALID_BODY', wrong, faults, 300_000)).toMatchObject({
      text: { en: 'The body is wrong. Only the first 200 of 300000 faults are listed.' },
      faultsTotal: 300_000,
    });
  });

  it('to a failure of ours says nothing, and the log keeps no message', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const failing = endpoint(async () => {
      throw new Error('cannot read 110101199003070011');
    }, enterprises);
    const answer = await failing(anEvent({ body: '{"secret":"13800138000"}' }));
    expect([answer.statusCode, jsonOf(answer).code]).toEqual([500, 'INTERNAL']);
    const logged = log.mock.calls.flat().join();
    expect(JSON.parse(logged)).toMatchObject({ level: 'error', route: 'POST /v1/things', name: 'Error' });
    expect(answer.body + logged).not.toMatch(/110101199003070011|13800138000/);
  });
});
