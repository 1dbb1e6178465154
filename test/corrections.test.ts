import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aCard, cards } from './records.ts';
import { aService, nobodyIsSanctioned, officer, operator, otherOperator, type Service, staffOf } from './service.ts';

const company = operator[0]!;
const [here, there] = company.branches.map(({ id }) => id) as [string, string];
const period = { from: '2023-01-01', to: '2023-12-31' };

let service: Service;
beforeAll(async () => {
  service = await aService();
  await nobodyIsSanctioned(service);
});
afterAll(() => service.end());

type Body = Readonly<Record<string, unknown>>;
const send = async (records: readonly unknown[], over: Body = {}, path = '/v1/submissions') => {
  const body = { recordKind: 'phone-card', branchId: here, period, records, ...over };
  const { status, body: answer } = await service.as(staffOf(company.uscc)).post(path, body);
  return { ...answer, http: status };
};
const violationOf = async (recordId: string) => {
  const { body } = await service.as(officer()).get(`/v1/violations?enterprise=${company.uscc}&limit=200`);
  return body.items.find((item: { readonly recordId: string }) => item.recordId === recordId);
};

it('a row of a roster that cannot be read leaves its card where it was', async () => {
  const six = cards(6);
  const roster = { mode: 'roster', branchId: company.branches[2]!.id };
  await send(six, roster);
  const again = await send([{ ...six[0], nameMatches: 'yes' }, ...six.slice(1)], roster);
  expect(again.counts).toMatchObject({ records: 6, faults: 1, compliant: 4, violation: 1 });
  expect(await violationOf(six[5]!.recordId)).toMatchObject({ remedy: 'outstanding' });
  const nameless = await send([{ ...six[0], recordId: undefined }, ...six.slice(1)], roster);
  expect(nameless.counts).toMatchObject({ faults: 1, violation: 1 });
  expect(nameless.warnings).toMatchObject([{ code: 'ROSTER_KEPT' }]);
});

it('a card left out of its branch’s roster is held no longer, and its place among the others violates nothing', async () => {
  const six = cards(6);
  const roster = { mode: 'roster', branchId: company.branches[2]!.id, period: { ...period, from: '2023-02-01' } };
  await send(six, roster);
  expect(await violationOf(six[5]!.recordId)).toMatchObject({ remedy: 'outstanding' });
  await send(six.slice(0, 5), roster);
  expect(await violationOf(six[5]!.recordId)).toMatchObject({ remedy: 'self-reported' });
});

it('a card corrected to a day before the law violates nothing any more', async () => {
  const card = aCard({ nameMatches: false, openedAt: '2022-12-01T09:10:00+08:00' });
  const span = { period: { from: '2022-11-01', to: '2022-12-31' } };
  await send([card], span);
  expect(await violationOf(card.recordId)).toMatchObject({ remedy: 'outstanding' });
  await send([{ ...card, openedAt: '2022-11-30T09:10:00+08:00' }], span);
  expect(await violationOf(card.recordId)).toMatchObject({ remedy: 'self-reported' });
});

it('whoever was the last to report a record withdraws it, of uncounted kinds too', async () => {
  const iot = { recordId: 'iot-moved', windowEnd: '2023-03-31T23:59:59+08:00', trafficMb: 400, monthlyQuotaMb: 100 };
  const report = (branchId: string, over: Body = {}) =>
    send([{ ...iot, alertRaisedAt: null, action: null }], { recordKind: 'iot-usage', branchId, ...over });
  await report(here);
  await report(there);
  const withdrawal = { records: [], withdraws: ['iot-moved'], nil: true };
  const wrong = await report(here, { ...withdrawal, records: [] });
  expect([wrong.http, wrong.faults?.[0]?.code]).toEqual([422, 'WITHDRAWS_OF_OTHER_BRANCH']);
  const right = await report(there, withdrawal);
  expect(right.http).toBe(201);
  expect(await violationOf('iot-moved')).toMatchObject({ review: 'withdrawn' });
});

it('a card reported again under another id is held against that record alone', async () => {
  const six = cards(6);
  const month = (n: number) => ({ period: { from: `2023-0${n}-01`, to: `2023-0${n}-30` } });
  await send(six, month(4));
  expect(await violationOf(six[5]!.recordId)).toMatchObject({ remedy: 'outstanding' });
  const renamed = six.map((card) => ({ ...card, recordId: `${card.recordId}-again` }));
  await send(renamed, { period: { from: '2023-04-01', to: '2023-05-31' } });
  expect(await violationOf(six[5]!.recordId)).toMatchObject({ remedy: 'self-reported' });
  expect(await violationOf(renamed[5]!.recordId)).toMatchObject({ remedy: 'outstanding' });
  await send([{ ...renamed[0], cardStatus: 'cancelled' }], { period: { from: '2023-04-01', to: '2023-06-30' } });
  expect(await violationOf(renamed[5]!.recordId)).toMatchObject({ remedy: 'self-reported' });
  expect(await violationOf(six[5]!.recordId)).toMatchObject({ remedy: 'self-reported' });
});

it('of two who record one submission at once, the findings are those of the counts', async () => {
  const staff = service.as(staffOf(company.uscc));
  for (let round = 0; round < 6; round += 1) {
    const six = cards(6);
    const late = { recordKind: 'phone-card', branchId: here, period, records: six.slice(1) };
    const early = {
      ...late,
      branchId: there,
      period: { ...period, from: `2023-01-0${round + 2}` },
      records: six.slice(0, 1),
    };
    const answers = await Promise.all([
      ...[1, 2, 3].map(() => staff.post('/v1/submissions', late)),
      staff.post('/v1/submissions', early),
    ]);
    const { id } = answers[0]!.body;
    const { body: submission } = await staff.get(`/v1/submissions/${id}`);
    const { body: findings } = await staff.get(`/v1/submissions/${id}/findings?limit=100`);
    const violating = findings.items.filter(({ verdict }: { readonly verdict: string }) => verdict === 'violation');
    expect(violating.length).toBe(submission.counts.violation);
  }
});

it('a dry run tells what recording then tells, whatever came before', async () => {
  const pool = cards(7);
  const step = fc.record({
    branch: fc.constantFrom(here, there),
    chosen: fc.subarray(pool, { minLength: 1 }),
    broken: fc.subarray(pool.map(({ recordId }) => recordId)),
    cancelled: fc.subarray(pool.map(({ recordId }) => recordId)),
    mode: fc.constantFrom('events', 'roster'),
  });
  let day = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
      for (const { branch, chosen, broken, cancelled, mode } of steps) {
        day += 1;
        const records = chosen.map((card) => ({
          ...card,
          nameMatches: !broken.includes(card.recordId),
          cardStatus: cancelled.includes(card.recordId) ? 'cancelled' : 'active',
          note: undefined,
        }));
        const to = new Date(Date.UTC(2023, 11, 31 + day)).toISOString().slice(0, 10);
        const over = { branchId: branch, mode, period: { ...period, to } };
        const dry = await send(records, over, '/v1/submissions?dryRun=true');
        const recorded = await send(records, over);
        expect([dry.http, recorded.http]).toEqual([200, 201]);
        expect(dry.counts).toEqual(recorded.counts);
        const plain = (findings: readonly { readonly because: unknown }[]) =>
          findings.map(({ because: _, ...rest }) => rest);
        expect(plain(dry.findings)).toEqual(plain(recorded.findings));
      }
    }),
    { numRuns: 12 },
  );
});

it('another operator’s branches are not touched by any of it', async () => {
  const { body } = await service.as(staffOf(otherOperator.uscc)).get('/v1/violations');
  expect(body.items).toEqual([]);
});
