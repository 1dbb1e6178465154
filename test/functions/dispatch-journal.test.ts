import type { DynamoDBRecord } from 'aws-lambda';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { JournalEntry } from '../../events/journal.ts';
import { type DispatchDeps, dispatchJournal } from '../../functions/dispatch-journal/dispatch-journal.ts';
import { entriesOf, failuresOf } from '../../functions/dispatch-journal/stream-entries.ts';
import { dispatching } from '../../functions/dispatch-journal/wire.ts';
import { journalPut, journalStore } from '../../functions/store/journal.ts';
import { noticesStore } from '../../functions/store/notices.ts';
import { registryStore } from '../../functions/store/registry.ts';
import { subscriptionsStore } from '../../functions/store/subscriptions.ts';
import { freshTable, type Opened, TABLE } from '../infra/local/table-client.ts';
import { dyingAt } from './dying.ts';
import { audited, hainan, opened, writeEntries } from './journalled.ts';
import { aReceiver } from './receiver.ts';

let table: Opened;
beforeAll(async () => {
  table = await freshTable();
  await registryStore(table.db, TABLE).load({ enterprises: [], authorities: [hainan], filingDuties: [] });
});
afterAll(() => table.close());
afterEach(() => vi.unstubAllEnvs());

const journal = () => journalStore(table.db, TABLE);
const undispatched = () => journal().undispatchedBefore('9', 1_000);
const record = (entry: JournalEntry, sequence: string, eventName = 'INSERT') =>
  ({
    eventID: sequence,
    eventName,
    dynamodb: { NewImage: journalPut(TABLE, entry).Put!.Item, SequenceNumber: sequence },
  }) as unknown as DynamoDBRecord;

const anEntry = (id: string): JournalEntry => ({ ...audited('s'), id });
const deps = (over: Partial<DispatchDeps>): DispatchDeps => ({
  consumers: [],
  publish: async () => new Map(),
  markDispatched: async () => {},
  failed: () => {},
  ...over,
});

it('of all that changes in the table it hears the journal’s new entries, in order', () => {
  const [a, b] = [anEntry('a'), anEntry('b')];
  const other = { eventName: 'INSERT', dynamodb: { NewImage: { pk: { S: 'VIOLATION#1' } }, SequenceNumber: '2' } };
  const Records = [record(a, '1'), other as unknown as DynamoDBRecord, record(a, '3', 'MODIFY'), record(b, '4')];
  expect(entriesOf({ Records })).toEqual([
    { sequence: '1', entry: a },
    { sequence: '4', entry: b },
  ]);
});

it('what failed is named by its place in the stream, and given again', () => {
  const told = ['1', '2', '3'].map((sequence) => ({ sequence, entry: anEntry(sequence) }));
  expect(failuresOf(told, new Set([told[1]!.entry, told[2]!.entry]))).toEqual({
    batchItemFailures: [{ itemIdentifier: '2' }, { itemIdentifier: '3' }],
  });
  expect(failuresOf(told, new Set())).toEqual({ batchItemFailures: [] });
});

it('every consumer hears an entry in turn, then the world outside, and the mark comes last', async () => {
  const heard: string[] = [];
  const entries = [anEntry('a'), anEntry('b')];
  await dispatchJournal(
    entries,
    deps({
      consumers: ['first', 'second'].map(
        (name) =>
          async ({ id }) =>
            void heard.push(`${name} ${id}`),
      ),
      publish: async (all) => {
        heard.push(`outside ${all.map(({ id }) => id)}`);
        return new Map();
      },
      markDispatched: async ({ id }) => void heard.push(`mark ${id}`),
    }),
  );
  expect(heard).toEqual(['first a', 'second a', 'first b', 'second b', 'outside a,b', 'mark a', 'mark b']);
});

it('an entry that fails anywhere stays unmarked and holds up no other', async () => {
  const entries = ['consumed', 'published', 'marked', 'fine'].map(anEntry);
  const [consumed, published, marked] = entries;
  const marks: string[] = [];
  const failed = await dispatchJournal(
    entries,
    deps({
      consumers: [async (entry) => (entry === consumed ? Promise.reject(new Error('no')) : undefined)],
      publish: async () => new Map([[published!, new Error('no')]]),
      markDispatched: async (entry) => {
        if (entry === marked) throw new Error('no');
        marks.push(entry.id);
      },
    }),
  );
  expect(failed).toEqual(new Set([consumed, published, marked]));
  expect(marks).toEqual(['fine']);
});

it('a journal entry can be written once, and is undispatched until it is marked', async () => {
  const entry = audited('once');
  await writeEntries(table.db, [entry]);
  await expect(writeEntries(table.db, [entry])).rejects.toThrow('ConditionalCheckFailed');
  expect(await undispatched()).toEqual([entry]);
  expect(await journal().undispatchedBefore(entry.at, 10)).toEqual([]);
  for (const _ of [1, 2]) await journal().markDispatched(entry);
  expect(await undispatched()).toEqual([]);
  expect(await journal().entriesOf('once')).toEqual([entry]);
});

it('what nobody has marked is read page after page, also behind an entry that has been marked meanwhile', async () => {
  const entries = [1, 2, 3].map((n) => ({ ...audited(`paged-${n}`), at: `2020-01-0${n}T00:00:00.000Z` }));
  await writeEntries(table.db, entries);
  const { undispatchedBefore, markDispatched } = journal();
  expect(await undispatchedBefore('2021', 2)).toEqual(entries.slice(0, 2));
  await markDispatched(entries[1]!);
  expect(await undispatchedBefore('2021', 2, entries[1])).toEqual([entries[2]]);
  for (const entry of entries) await markDispatched(entry);
});

it('killed at any write and woken again, it leaves nothing undispatched and no notice twice', async () => {
  const killedOf = async (nth: number, when: 'before' | 'after') => {
    const submission = `killed-${when}-${nth}`;
    const entries = [opened(submission, 0), audited(submission)];
    await writeEntries(table.db, entries);
    const dying = dyingAt(table.table.endpoint, nth, when);
    const silent = vi.spyOn(console, 'error').mockImplementation(() => {});
    const failed = await dispatching(dying, TABLE)(entries);
    silent.mockRestore();
    dying.destroy();
    await dispatching(table.db, TABLE)(entries);
    return failed.size > 0;
  };
  // The notice, the mark that all is done, and the two entries marked dispatched.
  const writes = 4;
  for (const when of ['before', 'after'] as const) {
    for (let nth = 1; nth <= writes; nth += 1) expect([nth, await killedOf(nth, when)]).toEqual([nth, true]);
    expect(await killedOf(writes + 1, when)).toBe(false);
  }
  const told = await noticesStore(table.db, TABLE).after(hainan.id, 0, 100);
  expect(told.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 10 }, (_, n) => n + 1));
  expect(new Set(told.map(({ violation }) => violation)).size).toBe(10);
  expect((await undispatched()).map(({ type }) => type)).toEqual(Array(10).fill('notice.created'));
});

it('a new notice goes to the authority’s webhooks at once', async () => {
  vi.stubEnv('WEBHOOK_LOOPBACK', '1');
  const secret = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;
  const receiver = await aReceiver(secret);
  const at = '2026-03-01T00:00:00.000Z';
  await subscriptionsStore(table.db, TABLE).create(
    {
      id: 'at-once',
      authority: hainan.id,
      url: receiver.url,
      createdAt: at,
      status: 'active',
      position: (await noticesStore(table.db, TABLE).latest(hainan.id)) + 1,
      failures: 0,
    },
    secret,
    { ...anEntry('subscription.changed#1'), stream: 'subscription#at-once' },
  );
  const dispatch = dispatching(table.db, TABLE);
  const entries = [opened('at-once', 0), audited('at-once')];
  await writeEntries(table.db, entries);
  await dispatch(entries);
  await dispatch(await journal().entriesOf('at-once', 'notice.created#'));
  expect(receiver.received).toMatchObject([{ verified: true }]);
  await receiver.close();
});
