import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { usccCheckCharacter } from '../../../events/identifiers/uscc.ts';
import { Problem } from '../../../events/problem.ts';
import { Authority, Enterprise, FilingDuty } from '../../../events/registry.ts';
import { Submission } from '../../../events/submission.ts';
import { ReplayRequest, SubscriptionRequest } from '../../../events/subscription.ts';
import { Check } from '../../../functions/check-record/check.ts';
import { parse } from '../../../functions/edge/parse.ts';

/** The refusal; parsing what is in order fails the test. */
const refused = async (schema: z.ZodType, json: unknown): Promise<Problem> => {
  const error = await (async () => parse(schema, json))().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Problem);
  return error as Problem;
};
const faultsOf = async (schema: z.ZodType, json: unknown) => (await refused(schema, json)).faults;

const submission = {
  recordKind: 'phone-card',
  branchId: 'haikou',
  period: { from: '2023-01-01', to: '2023-12-31' },
  records: [],
};
const told = (over: object) => faultsOf(Submission, { ...submission, ...over });
const first17 = '91460000MA5T00001';
const uscc = `${first17}${usccCheckCharacter(first17)}`;
const branch = { id: 'hk-1', name: '海口营业厅', region: '4601', from: '2020-01-01' };
const enterprise = { uscc: 'x', name: 'x', sectors: ['telecom'], countingGroup: 'x', branches: [branch] };
const duty = { id: 'd', recordKind: 'phone-card', sectors: ['telecom'], regions: ['46'], period: 'month', from: 'x' };

describe('a fault of a body is told in both languages: place, found, expected, cause, fix', () => {
  it('what is missing', async () => {
    expect(await told({ branchId: undefined })).toEqual([
      {
        code: 'MISSING_FIELD',
        pointer: '/branchId',
        expected: { zh: '文本', en: 'text' },
        cause: { zh: '缺少必填字段 branchId。', en: 'The field branchId is missing.' },
        fix: { zh: '填写文本。', en: 'Give text.' },
      },
    ]);
  });

  it('another type', async () => {
    expect(await told({ records: {} })).toEqual([
      {
        code: 'WRONG_TYPE',
        pointer: '/records',
        found: '{…}',
        expected: { zh: '列表', en: 'a list' },
        cause: { zh: '所填为对象。', en: 'It is an object.' },
        fix: { zh: '填写列表。', en: 'Give a list.' },
      },
    ]);
  });

  it('a body that is no object, with the names that it has', async () => {
    expect(await faultsOf(Submission, [{ name: '张三' }])).toEqual([
      {
        code: 'WRONG_TYPE',
        pointer: '',
        found: '[…]',
        expected: {
          zh: '含 recordKind、branchId、period、records 的对象，可含 mode、nil、withdraws',
          en: 'an object with recordKind, branchId, period, records; it may have mode, nil, withdraws',
        },
        cause: { zh: '所填为列表。', en: 'It is a list.' },
        fix: {
          zh: '填写含 recordKind、branchId、period、records 的对象，可含 mode、nil、withdraws。',
          en: 'Give an object with recordKind, branchId, period, records; it may have mode, nil, withdraws.',
        },
      },
    ]);
  });

  it('a name that is not known, with the nearest that is', async () => {
    expect(await told({ recordkind: 1, surprise: 1 })).toEqual(
      [
        [
          'recordkind',
          { zh: '是否应为“recordKind”？否则删去。', en: 'Did you mean “recordKind”? Delete it otherwise.' },
        ],
        ['surprise', { zh: '删去该字段。', en: 'Delete the field.' }],
      ].map(([name, fix]) => ({
        code: 'UNKNOWN_FIELD',
        pointer: `/${name}`,
        found: name,
        expected: {
          zh: '其中之一：recordKind、branchId、period、mode、nil、withdraws、records',
          en: 'one of: recordKind, branchId, period, mode, nil, withdraws, records',
        },
        cause: { zh: `没有名为“${name}”的字段。`, en: `There is no field “${name}”.` },
        fix,
      })),
    );
    expect(await told({ period: { ...submission.period, form: 'x' } })).toMatchObject([
      { pointer: '/period/form', fix: { en: 'Did you mean “from”? Delete it otherwise.' } },
    ]);
  });

  it('a value that is not allowed, with the nearest that is', async () => {
    const expected = { zh: '其中之一：events、roster', en: 'one of: events, roster' };
    const cause = { zh: '不是允许的取值。', en: 'It is none of the values allowed.' };
    const place = { code: 'UNKNOWN_VALUE', pointer: '/mode', expected, cause };
    expect([...(await told({ mode: 'event' })), ...(await told({ mode: 'x' }))]).toEqual([
      { ...place, found: 'event', fix: { zh: '是否应为“events”？', en: 'Did you mean “events”?' } },
      { ...place, found: 'x', fix: { zh: '填写其中之一：events、roster。', en: 'Give one of: events, roster.' } },
    ]);
  });

  it('a period that ends before it begins', async () => {
    expect(await told({ period: { from: '2023-12-31', to: '2023-01-01' } })).toEqual([
      {
        code: 'BACKWARDS_DATES',
        pointer: '/period/to',
        found: '2023-01-01',
        expected: { zh: '日期，如 2023-04-01', en: 'a day such as 2023-04-01' },
        cause: { zh: '截止日早于起始日。', en: 'It ends before it begins.' },
        fix: { zh: '改正起止日期。', en: 'Correct the dates.' },
      },
    ]);
    expect(parse(Submission, { ...submission, period: { from: '2023-01-01', to: '2023-01-01' } }).period).toEqual({
      from: '2023-01-01',
      to: '2023-01-01',
    });
  });

  it.each<[string, z.ZodType, unknown, object]>([
    ['null', Submission, { ...submission, branchId: null }, { code: 'NULL_NOT_ALLOWED', found: 'null' }],
    [
      'a day that does not exist',
      Submission,
      { ...submission, period: { from: '2023-01-01', to: '2023-02-30' } },
      { code: 'NO_SUCH_DATE', pointer: '/period/to', found: '2023-02-30', cause: { zh: '不是真实存在的日期。' } },
    ],
    [
      'a text that is too long',
      Submission,
      { ...submission, withdraws: ['a', 'b'.repeat(129)] },
      {
        code: 'OUT_OF_RANGE',
        pointer: '/withdraws/1',
        expected: {
          zh: '1 至 128 个字符的记录编号，每条一次',
          en: 'the id of a record, 1 to 128 characters, each once',
        },
        cause: { zh: '过长或过大：129。', en: 'It is too long or too large: 129.' },
      },
    ],
    [
      'a text that is too short',
      SubscriptionRequest,
      { url: '' },
      { code: 'OUT_OF_RANGE', cause: { en: 'It is too short or too small: 0.' } },
    ],
    [
      'a list that is too long',
      Submission,
      { ...submission, withdraws: Array(1_001).fill(1) },
      {
        code: 'OUT_OF_RANGE',
        pointer: '/withdraws',
        found: '[…]',
        expected: { zh: '0 至 1000 项的列表', en: 'a list of 0 to 1000' },
        cause: { en: 'It is too long or too large: 1001.' },
      },
    ],
    [
      'a number out of range',
      ReplayRequest,
      { from: 0 },
      {
        code: 'OUT_OF_RANGE',
        found: '0',
        expected: { zh: '1 至 1000000000 的整数', en: 'a whole number from 1 to 1000000000' },
      },
    ],
    [
      'a number that is not whole',
      ReplayRequest,
      { from: 1.5 },
      { code: 'WRONG_TYPE', found: '1.5', cause: { zh: '不是整数。', en: 'It is no whole number.' } },
    ],
    [
      'an id of other letters',
      Enterprise,
      { ...enterprise, uscc, branches: [{ ...branch, id: '海口' }] },
      {
        code: 'WRONG_FORM',
        pointer: '/branches/0/id',
        found: '海口',
        expected: { zh: '小写字母、数字和连字符，以字母或数字开头，至多 64 个字符' },
        cause: { zh: '写法不符合要求。', en: 'It is not written as expected.' },
      },
    ],
    [
      'a region that there is not',
      Authority,
      { id: 'a', name: { zh: 'x', en: 'x' }, sectors: ['telecom'], regions: ['46', '99'] },
      {
        code: 'WRONG_FORM',
        pointer: '/regions/1',
        found: '99',
        expected: { en: expect.stringContaining('GB/T 2260') },
      },
    ],
    [
      'a credit code that is none',
      Enterprise,
      enterprise,
      { code: 'WRONG_FORM', pointer: '/uscc', expected: { en: expect.stringContaining('GB 32100') } },
    ],
    [
      'a period that is a word of another list',
      FilingDuty,
      { ...duty, from: '2023-01-01', dueDays: 1, period: 'week' },
      { code: 'UNKNOWN_VALUE', pointer: '/period', expected: { en: 'one of: month, quarter, year' } },
    ],
  ])('%s', async (_, schema, json, fault) => {
    const faults = await faultsOf(schema, json);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject(fault);
    for (const { zh, en } of [faults[0]!.cause, faults[0]!.fix, faults[0]!.expected!]) {
      expect([zh, en]).toEqual([expect.stringMatching(/\p{Script=Han}|true/u), expect.stringMatching(/^[ -~“”]+$/u)]);
    }
  });
});

it('what may be somebody’s number is masked, as a name and as a value', async () => {
  const id = '11010519491231002X';
  const faults = await told({ [id]: 1, period: { from: id, to: 13812345678 }, mode: id, branchId: { [id]: id } });
  expect(JSON.stringify(faults)).not.toMatch(/19491231|13812345678/);
  expect(faults.map(({ pointer, found }) => [pointer, found])).toEqual([
    ['/branchId', '{…}'],
    ['/period/from', '1101**********002X'],
    ['/period/to', '138******78'],
    ['/mode', '1101**********002X'],
    ['/1101**********002X', '1101**********002X'],
  ]);
});

describe('of many faults the first 200 are described and all are counted', () => {
  it.each<[string, object, number]>([
    ['300,000 unknown names', Object.fromEntries(Array.from({ length: 300_000 }, (_, n) => [`x${n}`, 0])), 300_000],
    ['1,000 wrong withdrawals', { withdraws: Array(1_000).fill(0) }, 1_000],
    ['a million withdrawals', { withdraws: Array(1_000_000).fill(0) }, 1],
  ])('%s', async (_, over, total) => {
    const began = performance.now();
    const { faults, faultsTotal } = await refused(Submission, { ...submission, ...over });
    expect([faults.length, faultsTotal]).toEqual([Math.min(total, 200), total]);
    expect(performance.now() - began).toBeLessThan(30_000);
  });

  it('no list of a body may be longer than it says, but for the records, which are read row by row', () => {
    const open = (schema: unknown, path: string): string[] => {
      const { type, maxItems, items, properties } = schema as Record<string, object | undefined>;
      const inner = Object.entries(properties ?? {}).flatMap(([name, of]) => open(of, `${path}.${name}`));
      if (String(type) !== 'array') return inner;
      return [...(maxItems === undefined ? [path] : []), ...open(items, `${path}[]`)];
    };
    const bodies = { Submission, Check, Enterprise, Authority, FilingDuty, SubscriptionRequest, ReplayRequest };
    const found = Object.entries(bodies).flatMap(([name, schema]) =>
      open(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), name),
    );
    expect(found).toEqual(['Submission.records']);
  });
});
