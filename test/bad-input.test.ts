import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fault } from '../events/fault.ts';
import type { ProblemDetails } from '../events/problem.ts';
import { kinds } from '../events/records/kinds.generated.ts';
import { aCard } from './records.ts';
import type { Answer } from './send.ts';
import { aService, nobodyIsSanctioned, officer, operator, type Service, staffOf } from './service.ts';

const company = operator[0]!;
const branchId = company.branches[0]!.id;
const sisterBranch = operator[1]!.branches[0]!.id;
const period = { from: '2023-01-01', to: '2023-12-31' };

let service: Service;
/** What the service holds, so that a refusal can be seen to have stored nothing. */
let held: unknown;
const staff = () => service.as(staffOf(company.uscc));
const holds = async () => [
  (await staff().get('/v1/submissions?limit=200')).body,
  (await service.as(officer()).get('/v1/violations?limit=200')).body,
];
const bodyOf = (records: readonly unknown[], over: object = {}) => ({
  recordKind: 'phone-card',
  branchId,
  period,
  records,
  ...over,
});
const submit = (body: unknown, headers?: Record<string, string>) => staff().post('/v1/submissions', body, headers);

const known = bodyOf([aCard({ recordId: 'known' }), aCard({ recordId: 'violating', nameMatches: false })]);
const key = { 'idempotency-key': 'once' };

beforeAll(async () => {
  service = await aService();
  await nobodyIsSanctioned(service);
  expect((await submit(known, key)).status).toBe(201);
  held = await holds();
  expect(held).toMatchObject([{ items: [{ counts: { records: 2 } }] }, { items: [{ recordId: 'violating' }] }]);
});
afterAll(() => service.end());

const inBothLanguages = ({ zh, en }: Fault['cause']) => {
  expect(zh).toMatch(/\p{Script=Han}/u);
  expect(en).toMatch(/^[^\p{Script=Han}]*[a-z][^\p{Script=Han}]*$/u);
};

/** Where and what, without the sentences. */
const placed = ({ cause: _, fix: __, expected, ...fault }: Fault) => ({
  ...fault,
  ...(expected && { expected: expected.en }),
});

/** Problem details in both languages, and nothing stored; gives the faults. */
const refused = async ({ status, headers, body }: Answer, code: string): Promise<object[]> => {
  const { faults, faultsTotal, ...problem } = body as ProblemDetails;
  expect(faults).toHaveLength(Math.min(faultsTotal, 200));
  expect(headers.get('content-type')).toBe('application/problem+json');
  expect(problem).toEqual({
    type: `urn:fanzha-audit:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    status,
    code,
    title: problem.text.en,
    text: problem.text,
  });
  inBothLanguages(problem.text);
  for (const { cause, fix } of faults) {
    inBothLanguages(fix);
    inBothLanguages({ ...cause, en: cause.en.replaceAll(/“[^”]*”/g, '') });
  }
  expect(await holds()).toEqual(held);
  return faults.map(placed);
};

describe('a body that is no submission is refused as a whole, and nothing is stored', () => {
  it('what is not JSON, with the line and column, and without what stands there', async () => {
    const answer = await submit('{"recordKind": "phone-card",\n "records": ["11010519491231002X" 5]}');
    expect(await refused(answer, 'MALFORMED_JSON')).toEqual([
      { code: 'MALFORMED_JSON', found: '5', expected: 'a comma or ]' },
    ]);
    expect([answer.status, answer.body.faults[0].cause.en]).toEqual([400, 'Not JSON at line 2, column 35.']);
    expect(JSON.stringify(answer.body)).not.toContain('19491231');
  });

  it('JSON that is no object, or nothing at all', async () => {
    expect(await refused(await submit('[]'), 'INVALID_BODY')).toMatchObject([
      { code: 'WRONG_TYPE', pointer: '', found: '[…]' },
    ]);
    expect(await refused(await submit(''), 'MALFORMED_JSON')).toEqual([
      { code: 'MALFORMED_JSON', expected: 'a value' },
    ]);
  });

  it('wrong types, each with its place', async () => {
    const wrong = { branchId: null, period: { from: 5, to: '2023-02-30' }, mode: 'x', records: {} };
    const answer = await submit({ ...known, ...wrong });
    expect(answer.status).toBe(422);
    expect(await refused(answer, 'INVALID_BODY')).toEqual([
      { code: 'NULL_NOT_ALLOWED', pointer: '/branchId', found: 'null', expected: 'text' },
      { code: 'WRONG_TYPE', pointer: '/period/from', found: '5', expected: 'a day such as 2023-04-01' },
      { code: 'NO_SUCH_DATE', pointer: '/period/to', found: '2023-02-30', expected: 'a day such as 2023-04-01' },
      { code: 'UNKNOWN_VALUE', pointer: '/mode', found: 'x', expected: 'one of: events, roster' },
      { code: 'WRONG_TYPE', pointer: '/records', found: '{…}', expected: 'a list' },
    ]);
  });

  it('what is missing, all of it at once', async () => {
    expect(await refused(await submit({}), 'INVALID_BODY')).toMatchObject(
      ['/recordKind', '/branchId', '/period', '/records'].map((pointer) => ({ code: 'MISSING_FIELD', pointer })),
    );
  });

  it('a field that a submission does not have', async () => {
    const answer = await submit({ ...known, recordkind: 'phone-card', __proto: 1 });
    const expected = 'one of: recordKind, branchId, period, mode, nil, withdraws, records';
    expect(await refused(answer, 'INVALID_BODY')).toEqual([
      { code: 'UNKNOWN_FIELD', pointer: '/recordkind', found: 'recordkind', expected },
      { code: 'UNKNOWN_FIELD', pointer: '/__proto', found: '__proto', expected },
    ]);
  });

  it('an unknown kind, with those there are', async () => {
    for (const recordKind of ['phonecard', 'constructor', '']) {
      expect(await refused(await submit({ ...known, recordKind }), 'UNKNOWN_RECORD_KIND')).toEqual([
        {
          code: 'UNKNOWN_RECORD_KIND',
          pointer: '/recordKind',
          found: recordKind,
          expected: `one of: ${Object.keys(kinds).toSorted().join(', ')}`,
        },
      ]);
    }
  });

  it('a branch that is not one’s own, as if there were none', async () => {
    const place = {
      code: 'NOT_FOUND',
      pointer: '/branchId',
      expected: 'a branch of your enterprise that you may report for',
    };
    for (const other of [sisterBranch, 'nowhere']) {
      const answer = await submit({ ...known, branchId: other });
      expect(await refused(answer, 'NOT_FOUND')).toEqual([{ ...place, found: other }]);
      expect(answer.status).toBe(404);
    }
    const clerk = service.as(staffOf(company.uscc, company.branches[1]!.id));
    expect(await refused(await clerk.post('/v1/submissions', known), 'NOT_FOUND')).toEqual([
      { ...place, found: branchId },
    ]);
  });

  it('what may be somebody’s number is not repeated where a kind, a branch or a key should stand', async () => {
    const [id, phone] = ['11010519491231002X', '13812345678'];
    const asKind = await submit({ ...known, recordKind: id });
    expect(await refused(asKind, 'UNKNOWN_RECORD_KIND')).toMatchObject([{ found: '1101**********002X' }]);
    const asBranch = await submit({ ...known, branchId: phone });
    expect(await refused(asBranch, 'NOT_FOUND')).toMatchObject([{ found: '138******78' }]);
    const asName = await submit({ ...known, [id]: 1 });
    expect(await refused(asName, 'INVALID_BODY')).toMatchObject([{ found: '1101**********002X' }]);
    const asKey = await submit(bodyOf([aCard({ recordId: phone })], { withdraws: [phone] }));
    expect(await refused(asKey, 'INVALID_BODY')).toMatchObject([{ pointer: '/withdraws/0', found: '138******78' }]);
    const asCheck = await staff().post('/v1/checks', { recordKind: id, record: {} });
    for (const { body } of [asKind, asBranch, asName, asKey, asCheck]) {
      expect(JSON.stringify(body)).not.toMatch(/11010519491231002X|13812345678/);
    }
  });

  it('a record withdrawn twice, with both places', async () => {
    const answer = await submit(bodyOf([], { withdraws: ['a', 'known', '13812345678', 'known', '13812345678'] }));
    const place = { code: 'DUPLICATE_WITHDRAWAL', expected: 'the id of a record, 1 to 128 characters, each once' };
    expect(await refused(answer, 'INVALID_BODY')).toEqual([
      { ...place, pointer: '/withdraws/3', found: 'known' },
      { ...place, pointer: '/withdraws/4', found: '138******78' },
    ]);
    expect(answer.body.faults[0].cause).toEqual({
      zh: '第 2 项与第 4 项是同一记录（/withdraws/1、/withdraws/3）。',
      en: 'Entries 2 and 4 name the same record (/withdraws/1, /withdraws/3).',
    });
  });

  it('one’s own credit code and a branch id without a long number are repeated, to be recognised', async () => {
    for (const other of [company.uscc, 'hk-000123']) {
      expect(await refused(await submit({ ...known, branchId: other }), 'NOT_FOUND')).toMatchObject([{ found: other }]);
    }
  });

  it('a kind that one’s sector does not report', async () => {
    expect(await refused(await submit({ ...known, recordKind: 'bank-account' }), 'INVALID_BODY')).toEqual([
      { code: 'INVALID_BODY', pointer: '/recordKind', found: 'bank-account', expected: 'a sector among: bank' },
    ]);
  });

  it('a roster of what nobody counts', async () => {
    const counted = Object.keys(kinds).filter((kind) => kinds[kind]!.holdings !== undefined);
    expect(counted).toEqual(expect.arrayContaining(['bank-account', 'phone-card']));
    for (const recordKind of ['iot-usage', 'user-reminder']) {
      const answer = await submit(bodyOf([{ recordId: 'r-1' }], { recordKind, mode: 'roster' }));
      expect([answer.status, await refused(answer, 'INVALID_BODY')]).toEqual([
        422,
        [
          {
            code: 'INVALID_BODY',
            pointer: '/mode',
            found: 'roster',
            expected: `events; roster is for ${counted.join(', ')} only`,
          },
        ],
      ]);
    }
  });

  it('1,001 records, while 1,000 are read', async () => {
    const rows = Array.from({ length: 1_001 }, () => ({}));
    const tooMany = await submit(bodyOf(rows));
    expect(await refused(tooMany, 'TOO_MANY_RECORDS')).toEqual([
      { code: 'TOO_MANY_RECORDS', pointer: '/records', found: '1001', expected: 'at most 1000' },
    ]);
    const most = await submit(bodyOf(rows.slice(1)));
    expect(await refused(most, 'NO_VALID_RECORDS')).toHaveLength(200);
    expect(most.body).toMatchObject({
      faultsTotal: 2_000,
      text: {
        zh: '1000 条记录均无法判定，未保存任何内容；请按所列逐条改正。仅列出 2000 项错误中的前 200 项。',
        en: 'None of the 1000 records can be judged and nothing was stored; correct them as listed. Only the first 200 of 2000 faults are listed.',
      },
    });
  });

  it('a body of one byte more than 4 MiB, while 4 MiB are read', async () => {
    const text = JSON.stringify({ ...known, records: [] });
    const padded = (bytes: number) => text.slice(0, -1) + ' '.repeat(bytes - text.length) + text.slice(-1);
    const limit = 4 * 1024 * 1024;
    const tooLarge = await submit(padded(limit + 1));
    expect([tooLarge.status, await refused(tooLarge, 'BODY_TOO_LARGE')]).toEqual([
      413,
      [{ code: 'BODY_TOO_LARGE', found: '4194305', expected: 'at most 4194304 bytes (4 MiB)' }],
    ]);
    expect(await refused(await submit(padded(limit)), 'EMPTY_SUBMISSION')).toHaveLength(1);
  });

  it('no token or a false one: the gateway refuses, before any of us has read a word', async () => {
    for (const authorization of [undefined, 'Bearer x.y.z', 'Basic eDp5']) {
      const { status, body } = await service.raw(authorization, 'POST', '/v1/submissions', known);
      expect([status, body]).toEqual([401, { message: 'Unauthorized' }]);
    }
    expect(await holds()).toEqual(held);
  });

  it('another body under an Idempotency-Key that stands for the first', async () => {
    const other = await submit(bodyOf([aCard()]), key);
    const place = { code: 'IDEMPOTENCY_KEY_REUSED', column: 'Idempotency-Key', found: 'once' };
    expect(await refused(other, 'IDEMPOTENCY_KEY_REUSED')).toEqual([
      { ...place, expected: expect.stringContaining('stand for one request') },
    ]);
    expect(other.status).toBe(422);
    const again = await submit(known, key);
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
    expect(await holds()).toEqual(held);
  });
});

describe('a submission of which no row can be judged is refused, and every row told why', () => {
  const rows = async (...records: object[]) => {
    const answer = await submit(bodyOf(records));
    expect(answer.status).toBe(422);
    return refused(answer, 'NO_VALID_RECORDS');
  };
  const row = { row: 1, recordId: 'r-1' };

  it('a check character that does not fit', async () => {
    expect(await rows(aCard({ recordId: 'r-1', subjectId: '110105194912310021' }))).toEqual([
      {
        ...row,
        code: 'RESIDENT_ID_CHECK',
        column: 'subjectId',
        pointer: '/records/0/subjectId',
        found: '1101**********0021',
      },
    ]);
  });

  it('a date that does not exist', async () => {
    expect(await rows(aCard({ recordId: 'r-1', openedAt: '2023-02-30T09:00:00+08:00' }))).toEqual([
      {
        ...row,
        code: 'NO_SUCH_DATE',
        column: 'openedAt',
        pointer: '/records/0/openedAt',
        found: '2023-02-30T09:00:00+08:00',
        expected: 'an instant such as 2023-04-01T09:10:00+08:00; without offset it is read as China time',
      },
    ]);
  });

  it('a record outside the period', async () => {
    expect(await rows(aCard({ recordId: 'r-1', openedAt: '2024-01-01T00:00:00+08:00' }))).toEqual([
      {
        ...row,
        code: 'OUTSIDE_PERIOD',
        column: 'openedAt',
        pointer: '/records/0/openedAt',
        found: '2024-01-01T00:00:00+08:00',
        expected: '2023-01-01 to 2023-12-31',
      },
    ]);
  });

  it('the same key twice, each row naming the other', async () => {
    const twice = { code: 'DUPLICATE_RECORD', recordId: 'r-1', column: 'recordId', found: 'r-1' };
    expect(await rows(aCard({ recordId: 'r-1' }), aCard({ recordId: 'r-1', nameMatches: false }))).toEqual([
      { ...twice, row: 1, otherRow: 2, pointer: '/records/0/recordId' },
      { ...twice, row: 2, otherRow: 1, pointer: '/records/1/recordId' },
    ]);
  });

  it('an unknown field and a wrong type', async () => {
    expect(await rows(aCard({ recordId: 'r-1', namesMatch: true, nameMatches: 'yes' }))).toEqual([
      {
        ...row,
        code: 'WRONG_TYPE',
        column: 'nameMatches',
        pointer: '/records/0/nameMatches',
        found: 'yes',
        expected: 'true or false',
      },
      { ...row, code: 'UNKNOWN_FIELD', column: 'namesMatch', pointer: '/records/0/namesMatch' },
    ]);
  });
});

it('a check of one record is told the same, with its place in that body', async () => {
  const record = aCard({ recordId: 'r-1', cardKind: 'mobil' });
  const answer = await staff().post('/v1/checks', { recordKind: 'phone-card', record });
  expect(await refused(answer, 'INVALID_BODY')).toEqual([
    {
      code: 'UNKNOWN_VALUE',
      recordId: 'r-1',
      column: 'cardKind',
      pointer: '/record/cardKind',
      found: 'mobil',
      expected: 'one of: mobile, data-only, iot, landline',
    },
  ]);
});

const names = (many: number): object =>
  Object.fromEntries(Array.from({ length: many }, (_, n) => [`x${n.toString(36)}`, 0]));

describe('an answer stays small, however much is wrong', () => {
  const maxBytes = 200_000;
  const bytesOf = ({ body }: Answer): number => JSON.stringify(body).length;

  it('a record of 300,000 unknown fields has one fault for them', async () => {
    const record = { ...aCard({ recordId: 'r-1' }), ...names(300_000) };
    for (const answer of [
      await submit(bodyOf([record])),
      await staff().post('/v1/checks', { recordKind: 'phone-card', record }),
    ]) {
      expect(answer.body).toMatchObject({ status: 422, faultsTotal: 1, faults: [{ code: 'TOO_MANY_FIELDS' }] });
    }
  });

  it('a body of 300,000 unknown fields has the first 200 told', async () => {
    const answer = await submit({ ...known, ...names(300_000) });
    expect(await refused(answer, 'INVALID_BODY')).toHaveLength(200);
    expect(answer.body).toMatchObject({
      faultsTotal: 300_000,
      text: { zh: '请求体有误。仅列出 300000 项错误中的前 200 项。' },
    });
    expect(bytesOf(answer)).toBeLessThan(maxBytes);
  });

  it('1,000 rows of 300 unknown fields each have the first 200 told', async () => {
    const rows = Array.from({ length: 1_000 }, (_, n) => ({ ...aCard({ recordId: `r-${n}` }), ...names(300) }));
    const answer = await submit(bodyOf(rows));
    expect(await refused(answer, 'NO_VALID_RECORDS')).toHaveLength(200);
    expect(answer.body).toMatchObject({
      faultsTotal: 300_000,
      text: { en: expect.stringContaining('Only the first 200 of 300000 faults are listed.') },
    });
    expect(bytesOf(answer)).toBeLessThan(maxBytes);
  });
});

// From here on what is sent is stored.
it('of many faults beside a record in order the first 200 are told, and the rest can be read page by page', async () => {
  const wrong = Array.from({ length: 999 }, (_, n) => ({ ...aCard({ recordId: `many-${n}` }), ...names(11) }));
  const { status, body } = await submit(bodyOf([...wrong, aCard({ recordId: 'many-in-order' })]));
  expect([status, body.faults.length, body.faultsTotal, body.counts.faults]).toEqual([201, 200, 10_989, 999]);
  const path = `/v1/submissions/${body.id}/faults`;
  expect(body.warnings).toEqual([
    {
      code: 'FAULTS_LEFT_OUT',
      message: {
        zh: `仅列出 10989 项错误中的前 200 项。其余见 ${path}。`,
        en: `Only the first 200 of 10989 faults are listed. The others are at ${path}.`,
      },
    },
  ]);
  expect(body.warningsTotal).toBe(0);
  const read: Fault[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const cursor: string = next === '' ? '' : `&cursor=${next}`;
    const page: Answer = await staff().get(`${path}?limit=200${cursor}`);
    read.push(...page.body.items);
    next = page.body.next;
  }
  expect(read.slice(0, 200)).toEqual(body.faults);
  expect(read).toHaveLength(10_001);
  expect(read.at(-1)).toMatchObject({ code: 'FAULTS_NOT_KEPT', found: '10989' });
  const dry = await staff().post('/v1/submissions?dryRun=true', bodyOf([...wrong, aCard()]));
  expect(dry.body.warnings[0].message.en).toBe('Only the first 200 of 10989 faults are listed.');
});

it('three malformed rows do not hide the others: these are judged, and the three are told then and later', async () => {
  const records = Array.from({ length: 6 }, (_, n) =>
    aCard({ recordId: `mixed-${n + 1}`, ...(n === 5 && { nameMatches: false }) }),
  );
  const sent: unknown[] = records.with(1, { ...records[1]!, byProxy: 'no' } as never);
  sent[3] = null;
  sent[4] = { ...records[4], subjectId: '110105491231002' };
  const { status, body } = await submit(bodyOf(sent));
  expect([status, body.counts]).toEqual([
    201,
    { records: 6, faults: 3, compliant: 2, violation: 1, undetermined: 0, notApplicable: 0 },
  ]);
  expect(body.faults.map(placed)).toEqual([
    {
      code: 'WRONG_TYPE',
      row: 2,
      recordId: 'mixed-2',
      column: 'byProxy',
      pointer: '/records/1/byProxy',
      found: 'no',
      expected: 'true or false',
    },
    { code: 'NOT_A_RECORD', row: 4, pointer: '/records/3', found: 'null', expected: 'an object of fields' },
    {
      code: 'RESIDENT_ID_15_DIGITS',
      row: 5,
      recordId: 'mixed-5',
      column: 'subjectId',
      pointer: '/records/4/subjectId',
      found: '1101*******1002',
    },
  ]);
  expect(body.findings[0]).toMatchObject({
    row: 6,
    recordId: 'mixed-6',
    rule: 'atfl.9.realname-registration',
    verdict: 'violation',
  });
  expect(new Set(body.findings.map((finding: { row: number }) => finding.row))).toEqual(new Set([1, 3, 6]));
  const again = await submit(bodyOf(sent));
  expect([again.status, again.body]).toEqual([200, body]);
});
