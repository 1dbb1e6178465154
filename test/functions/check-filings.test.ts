import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OverdueFiling } from '../../events/overdue-filing.ts';
import type { Enterprise, FilingDuty } from '../../events/registry.ts';
import { checkFilings } from '../../functions/check-filings/check-filings.ts';
import { checking } from '../../functions/check-filings/wire.ts';
import { journalPut, journalStore } from '../../functions/store/journal.ts';
import { noticesStore } from '../../functions/store/notices.ts';
import { overdueFilingsStore } from '../../functions/store/overdue-filings.ts';
import { overdueRoundsStore } from '../../functions/store/overdue-rounds.ts';
import { registryStore } from '../../functions/store/registry.ts';
import { submissionsStore } from '../../functions/store/submissions.ts';
import { freshTable, type Opened, TABLE } from '../infra/local/table-client.ts';
import { dyingAt } from './dying.ts';
import { audited, hainan, notifier, uscc } from './journalled.ts';

const duty: FilingDuty = {
  id: 'cards',
  recordKind: 'phone-card',
  sectors: ['telecom'],
  regions: ['46'],
  period: 'month',
  dueDays: 10,
  from: '2026-01-01',
};
const aBranch = (id: string, over: object = {}) => ({ id, name: id, region: '4601', from: '2020-01-01', ...over });
const enterprise = (...branches: Enterprise['branches']): Enterprise => ({
  uscc,
  name: '海南某通信有限公司',
  sectors: ['telecom'],
  countingGroup: 'group-a',
  branches,
});
const id = `cards_${uscc}_hk-1_2026-01-01`;

let table: Opened;
beforeEach(async () => {
  table = await freshTable();
});
afterEach(() => table.close());

const register = (entry: Enterprise, filingDuties = [duty]) =>
  registryStore(table.db, TABLE).load({ enterprises: [entry], authorities: [], filingDuties });
const checkAt = (at: string, db = table.db) => checking(db, TABLE, () => new Date(at))();
const store = () => overdueFilingsStore(table.db, TABLE);
const listed = () => store().listed({ enterprise: uscc }, undefined, 100);
const file = (from: string, to: string, receivedAt: string, branch = 'hk-1') =>
  table.db.send(
    new PutItemCommand({
      TableName: TABLE,
      Item: {
        pk: { S: `FILED#${uscc}#${branch}#phone-card` },
        sk: { S: `${from}#${to}#events` },
        receivedAt: { S: receivedAt },
      },
    }),
  );
/** A submission for the whole of January that is received, and no more than that. */
const receive = async (receivedAt: string, branchId: string) => {
  const period = { from: '2026-01-01', to: '2026-01-31' };
  const view = {
    ...{
      id: `received-${branchId}`,
      status: 'recording' as const,
      recordKind: 'phone-card',
      enterprise: uscc,
      branchId,
    },
    ...{ region: '4601', sector: 'telecom', period, mode: 'events' as const, nil: false, receivedAt },
    release: { name: '2026.11', digest: 'd' },
    counts: { records: 1, faults: 0, compliant: 0, violation: 0, undetermined: 0, notApplicable: 0 },
  };
  const manifest = { view, digest: 'd', countingGroup: 'group-a', withdraws: [], findingsTotal: 0, beyondHoldings: [] };
  const entry = { ...audited(view.id), id: 'submission.recording', type: 'submission.recording' as const };
  await submissionsStore(table.db, TABLE).begin(manifest, {}, journalPut(TABLE, entry));
};
const stream = 'overdue-filings#cards#2026-01-01#2026-01-31';
const entriesOf = (of: string) => journalStore(table.db, TABLE).entriesOf(of, of === stream ? 'filings#' : '');

it('until China’s midnight after the due day a filing is in time; a minute later it is overdue, found once', async () => {
  await register(enterprise(aBranch('hk-1')));
  await checkAt('2026-02-10T16:00:59Z');
  expect(await listed()).toEqual([]);
  for (const at of ['2026-02-10T16:01:00Z', '2026-02-10T17:00:00Z']) await checkAt(at);
  const filing = {
    id,
    duty: 'cards',
    recordKind: 'phone-card',
    enterprise: uscc,
    branchId: 'hk-1',
    region: '4601',
    sector: 'telecom',
    period: { from: '2026-01-01', to: '2026-01-31' },
    dueOn: '2026-02-10',
    foundAt: '2026-02-10T16:01:00.000Z',
  };
  expect(await listed()).toEqual([filing]);
  expect(await store().listed({ sector: 'telecom', province: '46' }, undefined, 100)).toEqual([filing]);
  const { period, foundAt } = filing;
  expect(await entriesOf(stream)).toEqual([
    {
      ...{ id: 'filings#00000001', stream, type: 'filings.overdue', at: foundAt },
      detail: { duty: 'cards', period, filings: [filing] },
    },
    { id: 'filings#00000002', stream, type: 'filings.checked', at: foundAt, detail: {} },
  ]);
});

it('what was filed for each day of the period is not overdue, and a nil report counts', async () => {
  await register(enterprise(aBranch('hk-1')));
  await file('2026-01-01', '2026-01-15', '2026-01-20T00:00:00.000Z');
  await file('2026-01-16', '2026-01-31', '2026-02-10T15:59:59.999Z');
  await checkAt('2026-02-11T00:00:00Z');
  expect(await listed()).toEqual([]);
});

it('what was made after China’s midnight is late, although nobody had asked for it yet, and says when it was made', async () => {
  await register(enterprise(aBranch('hk-1'), aBranch('hk-2')));
  await file('2026-01-01', '2026-01-31', '2026-02-10T15:59:59.999Z', 'hk-1');
  await file('2026-01-01', '2026-01-15', '2026-01-20T00:00:00.000Z', 'hk-2');
  await file('2026-01-16', '2026-01-31', '2026-02-10T16:00:00.000Z', 'hk-2');
  for (const hour of ['17', '18']) await checkAt(`2026-02-10T${hour}:00:00Z`);
  expect(await listed()).toMatchObject([
    { branchId: 'hk-2', dueOn: '2026-02-10', filedAt: '2026-02-10T16:00:00.000Z' },
  ]);
});

it('what was received in time is in time, even while it is still being recorded', async () => {
  await register(enterprise(aBranch('hk-1'), aBranch('hk-2')));
  await receive('2026-02-10T15:59:59.999Z', 'hk-1');
  await receive('2026-02-10T16:00:00.000Z', 'hk-2');
  await checkAt('2026-02-10T16:10:00Z');
  expect((await listed()).map(({ branchId }) => branchId)).toEqual(['hk-2']);
});

it('what is newly overdue is found before those never made are asked for again, and each branch is asked about a kind once', async () => {
  const did: string[] = [];
  const never = ['2025-10', '2025-11', '2025-12'].map((month) => ({
    ...{ id: month, duty: 'cards', recordKind: 'phone-card', enterprise: uscc, branchId: 'hk-2' },
    ...{ region: '4601', sector: 'telecom', period: { from: `${month}-01`, to: `${month}-28` } },
    ...{ dueOn: `${month}-28`, foundAt: '2026-01-01T00:00:00.000Z' },
  }));
  await checkFilings({
    enterprises: async () => [enterprise(aBranch('hk-1'))],
    filingDuties: async () => [duty],
    recording: async () => [],
    filed: async (_, branchId) => {
      did.push(`asks for ${branchId}`);
      return [];
    },
    known: async (ids) => ids.map(() => false),
    last: async () => 0,
    append: async (_, filings) => {
      for (const { branchId } of filings) did.push(`finds ${branchId}`);
      return true;
    },
    openRounds: async () => [],
    open: async () => never,
    markFiled: async () => {},
    hasPeriods: () => false,
    judged: async () => [],
    judgeDue: async () => {},
    now: () => new Date('2026-02-11T00:00:00Z'),
  });
  expect(did).toEqual(['asks for hk-1', 'finds hk-1', 'asks for hk-2']);
});

it('a branch owes from its first day to its last, in the sectors and regions of the duty', async () => {
  await register(
    enterprise(
      aBranch('new', { from: '2026-01-20' }),
      aBranch('later', { from: '2026-02-01' }),
      aBranch('closed', { to: '2025-12-31' }),
      aBranch('elsewhere', { region: '4501' }),
    ),
    [duty, { ...duty, id: 'of-banks', sectors: ['bank'] }],
  );
  await checkAt('2026-02-11T00:00:00Z');
  expect((await listed()).map(({ branchId }) => branchId)).toEqual(['new']);
});

it('one filed late stays on the list and says when that was, in the journal too', async () => {
  await register(enterprise(aBranch('hk-1')));
  await checkAt('2026-02-11T00:00:00Z');
  await file('2026-01-01', '2026-01-31', '2026-02-11T07:30:00.000Z');
  for (const hour of ['08', '09']) await checkAt(`2026-02-11T${hour}:00:00Z`);
  expect(await listed()).toMatchObject([{ id, dueOn: '2026-02-10', filedAt: '2026-02-11T07:30:00.000Z' }]);
  expect(await store().open()).toEqual([]);
  const [filing] = await listed();
  const late = `overdue#${id}`;
  expect(await entriesOf(late)).toEqual([
    { id: 'filing.made-late', stream: late, type: 'filing.made-late', at: '2026-02-11T08:00:00.000Z', detail: filing },
  ]);
});

it('killed before or after it says so and run again, or run twice at once, it is said once when it was filed', async () => {
  await register(enterprise(aBranch('hk-1'), aBranch('hk-2')));
  await checkAt('2026-02-11T00:00:00Z');
  const filedAt = () => listed().then((all) => all.map(({ branchId, filedAt }) => [branchId, filedAt]).toSorted());
  const dyingCheck = async (when: 'before' | 'after', at: string) => {
    const dying = dyingAt(table.table.endpoint, 1, when);
    await expect(checkAt(at, dying)).rejects.toThrow('killed');
    dying.destroy();
  };
  await file('2026-01-01', '2026-01-31', '2026-02-11T00:30:00.000Z');
  await dyingCheck('before', '2026-02-11T01:00:00Z');
  expect(await filedAt()).toEqual([
    ['hk-1', undefined],
    ['hk-2', undefined],
  ]);
  await Promise.all([checkAt('2026-02-11T02:00:00Z'), checkAt('2026-02-11T02:00:00Z')]);
  await file('2026-01-01', '2026-01-31', '2026-02-11T02:30:00.000Z', 'hk-2');
  await dyingCheck('after', '2026-02-11T03:00:00Z');
  await checkAt('2026-02-11T04:00:00Z');
  expect(await filedAt()).toEqual([
    ['hk-1', '2026-02-11T00:30:00.000Z'],
    ['hk-2', '2026-02-11T02:30:00.000Z'],
  ]);
  const said = await Promise.all(
    (await listed()).map(({ id }) => journalStore(table.db, TABLE).entriesOf(`overdue#${id}`, 'filing.made-late')),
  );
  expect(said.map((entries) => entries.length)).toEqual([1, 1]);
});

/** What the journal says of January, and what an authority is told when each entry wakes twice. */
const toldOf = async () => {
  const entries = await entriesOf(stream);
  for (const entry of [...entries, ...entries]) await notifier(table.db)(entry);
  const notices = await noticesStore(table.db, TABLE).after(hainan.id, 0, 1_000);
  return {
    numbers: entries.map(({ id }) => Number(id.split('#')[1])),
    found: entries.flatMap(({ detail }) => ((detail.filings ?? []) as OverdueFiling[]).map(({ branchId }) => branchId)),
    isOver: entries.at(-1)?.type === 'filings.checked',
    sequence: notices.map(({ sequence }) => sequence),
    oneByOne: new Set(notices.flatMap(({ type, branchId }) => (type === 'filing.overdue' ? [branchId] : []))).size,
    counted: notices.reduce((sum, { counts }) => sum + (counts?.cards ?? 0), 0),
  };
};
const ids = Array.from({ length: 120 }, (_, n) => `hk-${n}`);
/** However it went: each found once, each told once, the first twenty by themselves. */
const expectToldOnce = async () => {
  const { numbers, found, isOver, sequence, oneByOne, counted } = await toldOf();
  expect(numbers).toEqual(numbers.map((_, n) => n + 1));
  expect(found.toSorted()).toEqual(ids.toSorted());
  expect(isOver).toBe(true);
  expect(sequence).toEqual(sequence.map((_, n) => n + 1));
  expect([oneByOne, counted]).toEqual([20, 100]);
};

const writes = 3; // two entries with the filings that they tell of, and the one that says that the search has ended
const moments = (['before', 'after'] as const).flatMap((when) =>
  Array.from({ length: writes }, (_, n) => [when, n + 1] as const),
);
it.each(moments)(
  'killed %s write %i and run again twice at once, each is found once and told once',
  async (when, nth) => {
    await register(enterprise(...ids.map((one) => aBranch(one))));
    const dying = dyingAt(table.table.endpoint, nth, when);
    await expect(checkAt('2026-02-11T00:00:00Z', dying)).rejects.toThrow('killed');
    dying.destroy();
    if (nth === 2) await toldOf();
    await Promise.all([checkAt('2026-02-11T01:00:00Z'), checkAt('2026-02-11T01:00:00Z')]);
    await checkAt('2026-02-11T02:00:00Z');
    await expectToldOnce();
    expect((await overdueRoundsStore(table.db, TABLE).open()).length).toBe(0);
  },
);

it('what one search found is told when it ends, what a later one finds after that', async () => {
  await register(enterprise(...ids.slice(0, 50).map((one) => aBranch(one))));
  await checkAt('2026-02-11T00:00:00Z');
  expect(await toldOf()).toMatchObject({ numbers: [1, 2], oneByOne: 20, counted: 30 });
  await checkAt('2026-02-11T01:00:00Z');
  expect(await toldOf()).toMatchObject({ numbers: [1, 2], counted: 30 });
  await register({ ...enterprise(...ids.slice(50).map((one) => aBranch(one))), uscc: '91450000MA5T00002X' });
  await checkAt('2026-02-11T02:00:00Z');
  await expectToldOnce();
  expect((await noticesStore(table.db, TABLE).after(hainan.id, 20, 9)).map(({ counts }) => counts)).toEqual([
    { cards: 30 },
    { cards: 70 },
  ]);
});
