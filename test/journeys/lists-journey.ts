import { expect } from 'vitest';
import { idNumber } from '../identities.ts';
import type { Journey } from './journeys.ts';
import { internetCompany, keyed, officer, staff, type World } from './world.ts';

const rule = 'atfl.22.flagged-phone-accounts-checked';
const branchId = internetCompany.branches[0]!.id;
const number = '17708985501';

/** A number that came from no list: whether it should have been looked into is for the authorities' list to say. */
const unchecked = (recordId: string, phone: string, listReceivedAt: string) => ({
  ...{ recordId, phone, listReceivedAt, listId: null, accountId: null, checkedAt: null },
  ...{ measure: null, clearedReason: null, measureAt: null, feedbackAt: null, disposalId: null },
});
const inForce = unchecked('journey-list-1', number, '2026-07-10T09:00:00+08:00');
const before = unchecked('journey-list-2', number, '2026-06-30T23:59:59+08:00');
const another = unchecked('journey-list-3', '17708985502', '2026-07-10T09:00:00+08:00');

type Told = { readonly rule: string; readonly verdict: string; readonly recordId: string };
const verdictsOf = (findings: readonly Told[]): Readonly<Record<string, string>> =>
  Object.fromEntries(findings.filter((one) => one.rule === rule).map(({ recordId, verdict }) => [recordId, verdict]));

const go = async (world: World): Promise<void> => {
  const us = world.as(staff(internetCompany.uscc));
  const desk = officer({ authority: 'hainan-internet', sectors: 'internet' });
  const check = async (record: object) => {
    const answer = await us.post('/v1/checks', { recordKind: 'linked-account-check', branchId, record });
    return verdictsOf(answer.body.findings);
  };
  const submit = async (from: string, to: string, ...records: object[]) => {
    const body = { recordKind: 'linked-account-check', branchId, period: { from, to }, records };
    const { status, body: audit } = await us.post('/v1/submissions', body);
    expect(status).toBe(201);
    return { id: audit.id, verdicts: verdictsOf(audit.findings) };
  };

  expect(await check(inForce)).toEqual({ 'journey-list-1': 'undetermined' });
  const earlier = await submit('2026-07-01', '2026-07-31', inForce);
  expect(earlier.verdicts).toEqual({ 'journey-list-1': 'undetermined' });

  const request = {
    ...{ purpose: '涉诈号码关联账号核验', reference: 'MD-2026-0701', mode: 'add' },
    entries: [{ value: '177 0898 5501', from: '2026-07-01', until: null, category: '高' }],
  };
  const imports = '/v1/lists/fraud-numbers/imports';
  const imported = await world.as(desk).post(imports, request, keyed('journey-list'));
  expect([imported.status, imported.body.added, imported.body.total]).toEqual([201, 1, 1]);
  expect((await world.as(desk).post(imports, request, keyed('journey-list'))).body).toEqual(imported.body);
  expect((await world.as(desk).get(`${imports}/${imported.body.id}`)).body).toEqual(imported.body);
  expect((await world.as(desk).get(imports)).body.items).toEqual([imported.body]);
  expect((await world.as(officer()).get(imports)).body.items).toEqual([]);
  const listed = (await world.as(desk).get('/v1/lists')).body.items;
  expect(listed.find(({ list }: { list: string }) => list === 'fraud-numbers')).toMatchObject({
    isThere: true,
    entries: 1,
  });
  const { items } = (await world.look(desk).get('/v1/lists/fraud-numbers/entries')).body;
  expect(items).toMatchObject([{ masked: '177******01', from: '2026-07-01', until: null, category: '高' }]);

  expect(await check(inForce)).toEqual({ 'journey-list-1': 'violation' });
  expect(await check(before)).toEqual({ 'journey-list-2': 'not-applicable' });
  const later = await submit('2026-07-01', '2026-08-31', inForce, another);
  expect(later.verdicts).toEqual({ 'journey-list-1': 'violation', 'journey-list-3': 'not-applicable' });
  // What was judged before it came stays as it was judged.
  const { body } = await us.get(`/v1/submissions/${earlier.id}/findings`);
  expect(verdictsOf(body.items)).toEqual({ 'journey-list-1': 'undetermined' });

  const away = { purpose: '误列', mode: 'remove', entries: [{ value: number }] };
  expect((await world.as(desk).post(imports, away)).body).toMatchObject({ removed: 1, total: 0 });
  expect(await check(inForce)).toEqual({ 'journey-list-1': 'not-applicable' });
};

/** A card opened for whom the list names: a violation on the days of the sanction, and on no other. */
const openForSanctioned = async (world: World): Promise<void> => {
  const [sanctioned, other] = [idNumber(730_001), idNumber(730_002)];
  const opened = async (subjectId: string, openedAt: string) => {
    const record = { recordId: 'journey-sanctioned', openedAt, subjectId, subjectType: 'individual' };
    const answer = await world.as(staff()).post('/v1/checks', { recordKind: 'phone-card', record });
    const findings: readonly Told[] = answer.body.findings;
    return findings.find((one) => one.rule === 'atfl.31.no-new-card-for-sanctioned')?.verdict;
  };
  const during = '2026-05-01T00:00:00+08:00';
  expect(await opened(sanctioned, during)).toBe('undetermined');
  const entries = [{ value: sanctioned, from: '2026-05-01', until: '2028-04-30', category: '出租电话卡' }];
  const request = { purpose: '开户核查', mode: 'replace', entries };
  expect((await world.as(officer()).post('/v1/lists/sanctioned-subjects/imports', request)).status).toBe(201);
  expect(await opened(sanctioned, during)).toBe('violation');
  expect(await opened(sanctioned, '2026-04-30T23:59:59+08:00')).toBe('compliant');
  expect(await opened(other, during)).toBe('compliant');
};

export const sanctionedJourney: Journey = {
  name: 'a card opened for a person on the list of sanctioned subjects is a violation on the days of the sanction',
  go: openForSanctioned,
};

export const listsJourney: Journey = {
  name: 'what depends on a list cannot be told before the list is there, and then follows it, day by day',
  go,
};
