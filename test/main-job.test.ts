import { afterAll, beforeAll, expect, it } from 'vitest';
import { idNumber } from './identities.ts';
import { aCard, cards } from './records.ts';
import { aService, nobodyIsSanctioned, officer, operator, type Service, staffOf } from './service.ts';

const company = operator[0]!;
const sister = operator[1]!;
const branchId = company.branches[0]!.id;
const period = { from: '2023-01-01', to: '2023-12-31' };

let service: Service;
beforeAll(async () => {
  service = await aService();
  await nobodyIsSanctioned(service);
});
afterAll(() => service.end());

const staff = () => service.as(staffOf(company.uscc));
const submit = (records: readonly unknown[], over: object = {}, as = staff()) =>
  as.post('/v1/submissions', { recordKind: 'phone-card', branchId, period, records, ...over });
const violationsOf = async (recordId: string, as = service.as(officer())) => {
  const found = [];
  for (let next: string | null = ''; next !== null; ) {
    const { body } = await as.get(`/v1/violations?limit=200${next === '' ? '' : `&cursor=${next}`}`);
    found.push(...body.items.filter((item: { recordId: string }) => item.recordId === recordId));
    next = body.next;
  }
  return found;
};

it('good, bad, good again: three submissions, the violation opened and put right', async () => {
  const good = aCard();
  const bad = { ...good, nameMatches: false };
  const first = await submit([good]);
  const second = await submit([bad]);
  const [opened] = await violationsOf(good.recordId);
  const third = await submit([good]);
  const [closed] = await violationsOf(good.recordId);

  expect([first.status, second.status, third.status]).toEqual([201, 201, 201]);
  expect([second.body.supersedes, third.body.supersedes]).toEqual([first.body.id, second.body.id]);
  expect(new Set([first.body.id, second.body.id, third.body.id]).size).toBe(3);
  expect(opened).toMatchObject({
    rule: 'atfl.9.realname-registration',
    article: '9',
    review: 'open',
    remedy: 'outstanding',
  });
  expect(closed).toMatchObject({ id: opened.id, remedy: 'self-reported' });
});

it('a fault after that is the next occurrence of the same violation', async () => {
  const card = aCard();
  for (const nameMatches of [false, true, false]) await submit([{ ...card, nameMatches }]);
  const found = await violationsOf(card.recordId);
  expect(found).toHaveLength(2);
  expect(found[0]).toMatchObject({ remedy: 'outstanding', recurrenceOf: found[1].id });
  expect(found[1]).toMatchObject({ remedy: 'self-reported' });
});

it('the same bytes twice are one submission', async () => {
  const records = [aCard({ nameMatches: false })];
  const first = await submit(records);
  const again = await submit(records);
  expect(again.body).toEqual(first.body);
  expect(again.status).toBe(200);
  const { body } = await staff().get('/v1/submissions?limit=200');
  expect(body.items.filter(({ id }: { id: string }) => id === first.body.id)).toHaveLength(1);
});

it('the fifth card of a person is compliant and the sixth a violation, whichever arrives first', async () => {
  for (const order of [
    [4, 5],
    [5, 4],
  ]) {
    const six = cards(6);
    await submit(six.slice(0, 4));
    for (const n of order) await submit([six[n]], { period: { from: '2023-04-01', to: `2023-04-1${n}` } });
    expect(await violationsOf(six[4]!.recordId)).toEqual([]);
    expect(await violationsOf(six[5]!.recordId)).toEqual([
      expect.objectContaining({ rule: 'atfl.10.card-count-limit', severity: 'major' }),
    ]);
  }
});

it('cards at two provincial companies of one operator count together, and each is reviewed where it was opened', async () => {
  const six = cards(6);
  await submit(six.slice(0, 3));
  const elsewhere = await submit(six.slice(3), { branchId: sister.branches[0]!.id }, service.as(staffOf(sister.uscc)));
  expect(elsewhere.body.counts).toMatchObject({ records: 3, compliant: 2, violation: 1 });
  expect(await violationsOf(six[5]!.recordId)).toEqual([]);
  const there = service.as(officer({ regions: sister.branches[0]!.region.slice(0, 2) }));
  expect(await violationsOf(six[5]!.recordId, there)).toHaveLength(1);
});

it('an earlier card reported late displaces a later one at another branch, and its closing lifts that again', async () => {
  const six = cards(6);
  const [earliest, ...others] = six;
  await submit(others);
  expect(await violationsOf(six[5]!.recordId)).toEqual([]);
  const late = { branchId: company.branches[1]!.id };
  await submit([earliest], late);
  expect(await violationsOf(six[5]!.recordId)).toMatchObject([{ remedy: 'outstanding', branchId }]);
  await submit([{ ...earliest, cardStatus: 'cancelled' }], late);
  expect(await violationsOf(six[5]!.recordId)).toMatchObject([{ remedy: 'self-reported' }]);
});

it('no rule of the law meets a record of the half hour before it came into force', async () => {
  const openedAt = '2022-11-30T23:30:00+08:00';
  const times = { registeredAt: openedAt, checkedAt: openedAt, activatedAt: openedAt, openedAt };
  const before = await submit([aCard({ ...times, nameMatches: false })], {
    period: { from: '2022-01-01', to: '2022-12-31' },
  });
  const ofTheLaw = before.body.findings.filter(({ rule }: { rule: string }) => rule !== 'atfl.9.onsite-identity-match');
  expect(ofTheLaw).toEqual([]);

  const at = '2022-12-01T00:30:00+08:00';
  const after = await submit(
    [aCard({ registeredAt: at, checkedAt: at, activatedAt: at, openedAt: at, nameMatches: false })],
    {
      period: { from: '2022-01-01', to: '2022-12-31' },
    },
  );
  expect(after.body.findings[0]).toMatchObject({
    rule: 'atfl.9.realname-registration',
    verdict: 'violation',
    lawDate: '2022-12-01',
  });
});

it('withdrawing a record withdraws its violation and gives its place among the cards back', async () => {
  const six = cards(6);
  await submit(six);
  await submit([], { withdraws: [six[0]!.recordId] });
  expect(await violationsOf(six[5]!.recordId)).toMatchObject([{ remedy: 'self-reported' }]);
  const wrong = aCard({ nameMatches: false });
  await submit([wrong]);
  await submit([], { withdraws: [wrong.recordId] });
  expect(await violationsOf(wrong.recordId)).toMatchObject([{ review: 'withdrawn' }]);
});

it('a branch cannot withdraw what another branch reported', async () => {
  const card = aCard();
  await submit([card]);
  const { status, body } = await submit([], { branchId: company.branches[1]!.id, withdraws: [card.recordId] });
  expect([status, body.faults[0]]).toEqual([
    422,
    expect.objectContaining({ code: 'WITHDRAWS_OF_OTHER_BRANCH', pointer: '/withdraws/0' }),
  ]);
});

it('a record corrected to another person leaves that person’s count alone', async () => {
  const six = cards(6);
  await submit(six);
  await submit([{ ...six[0], subjectId: idNumber(777_777) }]);
  expect(await violationsOf(six[5]!.recordId)).toMatchObject([{ remedy: 'self-reported' }]);
});

it('a roster replaces the branch’s part: a card it leaves out no longer counts', async () => {
  const six = cards(6);
  await submit(six);
  await submit(six.slice(1), { mode: 'roster' });
  expect(await violationsOf(six[5]!.recordId)).toMatchObject([{ remedy: 'self-reported' }]);
});

it('a nil report is a submission without records, and no records without saying so is a fault', async () => {
  const nil = await submit([], { nil: true, period: { from: '2024-01-01', to: '2024-01-31' } });
  expect([nil.status, nil.body.nil, nil.body.counts.records]).toEqual([201, true, 0]);
  const empty = await submit([]);
  expect([empty.status, empty.body.code]).toEqual([422, 'EMPTY_SUBMISSION']);
});

it('a dry run is judged the same and stores nothing', async () => {
  const six = cards(6);
  const { status, body } = await staff().post('/v1/submissions?dryRun=true', {
    recordKind: 'phone-card',
    branchId,
    period,
    records: six,
  });
  expect(status).toBe(200);
  expect(body).toMatchObject({ dryRun: true, counts: { compliant: 5, violation: 1 } });
  expect(await violationsOf(six[5]!.recordId)).toEqual([]);
  expect((await staff().get(`/v1/submissions/${body.id}`)).status).toBe(404);
});

it('one record can be checked before it becomes a fact, counted with the cards held', async () => {
  const six = cards(6);
  await submit(six.slice(0, 5));
  const { status, body } = await staff().post('/v1/checks', { recordKind: 'phone-card', record: six[5] });
  expect([status, body.verdict, body.findings[0].rule]).toEqual([200, 'violation', 'atfl.10.card-count-limit']);
  expect(await violationsOf(six[5]!.recordId)).toEqual([]);
});

it('a file of which three rows are malformed is judged for the others and says so', async () => {
  const records: Record<string, unknown>[] = Array.from({ length: 10 }, () => aCard());
  records[1] = { ...records[1], openedAt: '2023-02-30T09:00:00+08:00' };
  records[4] = { ...records[4], subjectId: '460105195001010000' };
  records[7] = { ...records[7], cardKind: 'pigeon' };
  const { status, body } = await submit(records);
  expect(status).toBe(201);
  expect(body.counts).toMatchObject({ records: 10, faults: 3, compliant: 7 });
  expect(body.faults.map(({ row, pointer }: { row: number; pointer: string }) => [row, pointer])).toEqual([
    [2, '/records/1/openedAt'],
    [5, '/records/4/subjectId'],
    [8, '/records/7/cardKind'],
  ]);
});

it('findings are read page after page, worst first, each once', async () => {
  const { body } = await submit([...cards(7), ...Array.from({ length: 43 }, () => aCard())]);
  const items = [];
  for (let next: string | null = ''; next !== null; ) {
    const page = await staff().get(
      `/v1/submissions/${body.id}/findings?limit=37${next === '' ? '' : `&cursor=${next}`}`,
    );
    items.push(...page.body.items);
    next = page.body.next;
  }
  expect(items).toHaveLength(body.findingsTotal);
  expect(items.slice(0, body.findings.length)).toEqual(body.findings);
  expect(items.slice(0, 2).map(({ verdict }) => verdict)).toEqual(['violation', 'violation']);
  expect(new Set(items.map(({ row, rule }) => `${row} ${rule}`)).size).toBe(items.length);
});

it('violations are read page after page, newest first, each once, by any of their properties', async () => {
  await submit(Array.from({ length: 30 }, () => aCard({ nameMatches: false })));
  const read = async (query: string) => {
    const items: Record<string, string>[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const { body } = await service
        .as(officer())
        .get(`/v1/violations?limit=7&${query}${next === '' ? '' : `&cursor=${next}`}`);
      items.push(...body.items);
      next = body.next;
    }
    return items;
  };
  const all = await read('');
  const place = ({ firstSeenAt, id }: Record<string, string>) => `${firstSeenAt}#${id}`;
  expect(all.map(place)).toEqual(all.map(place).sort().toReversed());
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  const asked: [string, (item: Record<string, string>) => boolean][] = [
    ['rule=atfl.9.realname-registration', ({ rule }) => rule === 'atfl.9.realname-registration'],
    ['article=10', ({ article }) => article === '10'],
    ['severity=major&remedy=outstanding', ({ severity, remedy }) => severity === 'major' && remedy === 'outstanding'],
    [`branch=${branchId}&review=open`, (item) => item.branchId === branchId && item.review === 'open'],
    ['region=4601', ({ region }) => region === '4601'],
    [`enterprise=${company.uscc}&article=9`, (item) => item.enterprise === company.uscc && item.article === '9'],
  ];
  for (const [query, isAsked] of asked) expect(await read(query)).toEqual(all.filter(isAsked));
});

it('one key is answered once: the same body again, another body not at all', async () => {
  const body = { recordKind: 'phone-card', branchId, period, records: [aCard()] };
  const key = { 'idempotency-key': 'key-1' };
  const first = await staff().post('/v1/submissions', body, key);
  const again = await staff().post('/v1/submissions', body, key);
  expect([again.status, again.body]).toEqual([first.status, first.body]);
  const other = await staff().post('/v1/submissions', { ...body, records: [aCard()] }, key);
  expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
});
