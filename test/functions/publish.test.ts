import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { JournalEntry } from '../../events/journal.ts';
import { publishing } from '../../functions/dispatch-journal/publish.ts';
import { dispatching } from '../../functions/dispatch-journal/wire.ts';
import { journalStore } from '../../functions/store/journal.ts';
import { noticesStore } from '../../functions/store/notices.ts';
import { registryStore } from '../../functions/store/registry.ts';
import { freshTable, type Opened, TABLE } from '../infra/local/table-client.ts';
import { audited, hainan, opened, uscc, writeEntries } from './journalled.ts';
import { anOutside } from './outside.ts';

const bus = 'audit-bus';
const topic = 'arn:aws-cn:sns:cn-north-1:111122223333:notices';
let outside: Awaited<ReturnType<typeof anOutside>>;
let table: Opened;
let logged: string[];

beforeEach(async () => {
  outside = await anOutside();
  table = await freshTable();
  await registryStore(table.db, TABLE).load({ enterprises: [], authorities: [hainan], filingDuties: [] });
  vi.stubEnv('AWS_REGION', 'cn-north-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  vi.stubEnv('AWS_ENDPOINT_URL_EVENTBRIDGE', outside.endpoint);
  vi.stubEnv('AWS_ENDPOINT_URL_SNS', outside.endpoint);
  vi.stubEnv('AWS_MAX_ATTEMPTS', '1');
  vi.stubEnv('BUS_NAME', bus);
  vi.stubEnv('TOPIC_ARN', topic);
  logged = [];
  vi.spyOn(console, 'error').mockImplementation((line) => void logged.push(JSON.parse(line).error));
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await outside.close();
  await table.close();
});

const at = '2026-03-01T00:00:00.000Z';
const anEntry = (over: Partial<JournalEntry>): JournalEntry => ({ ...audited('s'), at, ...over });
const madeLate = (n: number) =>
  anEntry({ id: 'filing.made-late', stream: `overdue#f${n}`, type: 'filing.made-late', detail: { id: `f${n}` } });
const none = async () => [];
const undispatched = async () =>
  (await journalStore(table.db, TABLE).undispatchedBefore('9', 1_000)).map(({ stream, id }) => `${stream} ${id}`);

it('a submission is told to the bus with what it did to violations, only once it is audited; its steps never', async () => {
  const step = (type: JournalEntry['type']) => anEntry({ id: type, type });
  const onTheWay = [step('submission.recording'), step('holdings.changed'), opened('s', 0)];
  await writeEntries(table.db, [...onTheWay, audited('s')]);
  const dispatch = dispatching(table.db, TABLE);
  await dispatch(onTheWay);
  expect(outside.taken).toEqual([]);
  await dispatch([audited('s')]);
  const told = ({ id, stream, type, at, detail }: JournalEntry) => ({
    to: bus,
    as: type,
    source: 'fanzha-audit',
    at,
    detail: { ...detail, at, journal: { stream, id } },
  });
  expect(outside.taken).toEqual([told(opened('s', 0)), told(audited('s'))]);
});

it('a notice goes to the bus and to the topic as it stands in the table, for subscribers to choose by authority', async () => {
  const entries = [opened('s', 0), audited('s')];
  await writeEntries(table.db, entries);
  const dispatch = dispatching(table.db, TABLE);
  await dispatch(entries);
  outside.taken.length = 0;
  await dispatch(await journalStore(table.db, TABLE).entriesOf('s', 'notice.created#'));
  const [notice] = await noticesStore(table.db, TABLE).after(hainan.id, 0, 10);
  expect(notice).toMatchObject({ type: 'violation.opened', enterprise: uscc, sequence: 1 });
  expect(outside.taken.toSorted((a, b) => (a.to < b.to ? -1 : 1))).toEqual([
    { to: topic, as: `authority=${hainan.id}`, detail: notice },
    { to: bus, as: 'notice.created', source: 'fanzha-audit', at: notice!.createdAt, detail: notice },
  ]);
});

it('who did something, and an address that may carry a password, are told to nobody', async () => {
  const stream = 'subscription#1';
  const detail = {
    subscription: '1',
    authority: 'a',
    url: 'https://x.example/?key=s3cret',
    by: 'officer-1',
    version: 1,
  };
  const entry = anEntry({ id: 'subscription.changed#1', stream, type: 'subscription.changed', detail });
  await publishing(bus, topic, none)([entry]);
  expect(outside.taken.map(({ detail }) => detail)).toEqual([
    { subscription: '1', authority: 'a', version: 1, at, journal: { stream, id: entry.id } },
  ]);
});

it('two changes of one thing are told under two ids, and one change always under the same', async () => {
  const change = (version: number) =>
    anEntry({
      id: `registry.changed#${version}`,
      stream: `registry#enterprise#${uscc}`,
      type: 'registry.changed',
      detail: { list: 'enterprise', id: uscc, version },
    });
  const publish = publishing(bus, undefined, none);
  await publish([change(1), change(2)]);
  await publish([change(1)]);
  expect(outside.taken.map(({ detail }) => [detail.id, detail.journal.id])).toEqual(
    [1, 2, 1].map((version) => [uscc, `registry.changed#${version}`]),
  );
});

it('of what the bus takes in part, the rest stays undispatched, says why, and is told again', async () => {
  const entries = Array.from({ length: 12 }, (_, n) => madeLate(n));
  await writeEntries(table.db, entries);
  const dispatch = dispatching(table.db, TABLE);
  outside.refuseEntries(({ detail }) => (['f3', 'f11'].includes(detail.id) ? 'InternalFailure' : undefined));
  expect(await dispatch(entries)).toEqual(new Set([entries[3], entries[11]]));
  expect(outside.asked.bus).toBe(2);
  expect(logged).toEqual(['InternalFailure', 'InternalFailure']);
  expect((await undispatched()).toSorted()).toEqual(['overdue#f11 filing.made-late', 'overdue#f3 filing.made-late']);
  outside.refuseEntries(() => undefined);
  outside.taken.length = 0;
  expect(await dispatch([entries[3]!, entries[11]!])).toEqual(new Set());
  expect(outside.taken.map(({ detail }) => detail.id)).toEqual(['f3', 'f11']);
  expect(await undispatched()).toEqual([]);
});

it('an audit of whose violations one was refused is told again with all of them', async () => {
  const entries = [opened('s', 0), opened('s', 1), audited('s')];
  await writeEntries(table.db, entries);
  const { entriesOf } = journalStore(table.db, TABLE);
  const publish = publishing(bus, undefined, entriesOf);
  outside.refuseEntries(({ detail }) => (detail.recordId === 'r-001' ? 'ThrottlingException' : undefined));
  expect([...(await publish(entries)).keys()]).toEqual([entries[2]]);
  outside.refuseEntries(() => undefined);
  outside.taken.length = 0;
  expect((await publish([entries[2]!])).size).toBe(0);
  expect(outside.taken).toHaveLength(3);
});

it('throttled, it asks again a little later; still throttled, it leaves all to the next dispatch', async () => {
  vi.stubEnv('AWS_MAX_ATTEMPTS', '3');
  const notice = anEntry({ id: 'notice.created#n', type: 'notice.created', detail: { id: 'n', authority: hainan.id } });
  await writeEntries(table.db, [notice]);
  const dispatch = dispatching(table.db, TABLE);
  outside.refuse({ status: 400, code: 'ThrottlingException' });
  expect(await dispatch([notice])).toEqual(new Set([notice]));
  expect(outside.asked).toEqual({ bus: 3, topic: 3 });
  expect(outside.taken).toEqual([]);
  expect(await undispatched()).toEqual(['s notice.created#n']);
  outside.refuse(undefined);
  expect(await dispatch([notice])).toEqual(new Set());
  expect(outside.taken.map(({ to }) => to).toSorted()).toEqual([topic, bus].toSorted());
  expect(await undispatched()).toEqual([]);
});

it('an outlet that never answers is given up after seconds, and the entry is told another time', async () => {
  outside.refuse('silence');
  const startedAt = performance.now();
  const untold = await publishing(bus, undefined, none)([madeLate(1)]);
  expect([...untold.values()].map((error) => (error as Error).name)).toEqual(['TimeoutError']);
  expect(performance.now() - startedAt).toBeLessThan(5_000);
});

it('what an outlet has not been told after twenty seconds is left untold, so that whoever dispatches comes to an end', async () => {
  const entries = Array.from({ length: 12 }, (_, n) => madeLate(n));
  const publish = publishing(bus, undefined, none);
  vi.spyOn(performance, 'now').mockReturnValueOnce(0).mockReturnValueOnce(20_000).mockReturnValueOnce(20_001);
  const untold = await publish(entries);
  expect([...untold].map(([{ stream }, error]) => [stream, (error as Error).name])).toEqual([
    ['overdue#f10', 'TooLate'],
    ['overdue#f11', 'TooLate'],
  ]);
  expect(outside.taken).toHaveLength(10);
});

it('where there is neither bus nor topic nothing is told, and everything is dispatched', async () => {
  vi.stubEnv('BUS_NAME', undefined);
  vi.stubEnv('TOPIC_ARN', '');
  const entries = [madeLate(1), audited('s')];
  await writeEntries(table.db, entries);
  expect(await dispatching(table.db, TABLE)(entries)).toEqual(new Set());
  expect(outside.asked).toEqual({ bus: 0, topic: 0 });
  expect(await undispatched()).toEqual([]);
});
