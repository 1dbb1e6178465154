import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { JournalEntry } from '../../events/journal.ts';
import type { Notice } from '../../events/notice.ts';
import { type OverdueFiling, roundEntryId } from '../../events/overdue-filing.ts';
import type { Authority } from '../../events/registry.ts';
import { noticesStore } from '../../functions/store/notices.ts';
import { freshTable, type Opened, TABLE } from '../infra/local/table-client.ts';
import { dyingAt } from './dying.ts';
import { hainan, notifier, uscc, writeEntries } from './journalled.ts';

const period = { from: '2026-01-01', to: '2026-01-31' };
const stream = `overdue-filings#cards#${period.from}#${period.to}`;
const at = '2026-02-11T00:00:00.000Z';
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);
const filing = (n: number, over: Partial<OverdueFiling> = {}): OverdueFiling => ({
  id: `cards_${uscc}_hk-${n}_${period.from}`,
  ...{ duty: 'cards', recordKind: 'phone-card', enterprise: uscc, branchId: `hk-${n}`, region: '4601' },
  ...{ sector: 'telecom', period, dueOn: '2026-02-10', foundAt: at },
  ...over,
});
const found = (number: number, ...filings: OverdueFiling[]): JournalEntry => ({
  ...{ id: roundEntryId(number), stream, type: 'filings.overdue', at },
  detail: { duty: 'cards', period, filings },
});
const ended = (number: number): JournalEntry => ({
  ...{ id: roundEntryId(number), stream, type: 'filings.checked', at, detail: {} },
});

let table: Opened;
beforeEach(async () => {
  table = await freshTable();
});
afterEach(() => table.close());

const authority = (id: string, over: Partial<Authority> = {}) => ({ ...hainan, id, ...over });
const noticesOf = (id: string, db: DynamoDBClient = table.db) => noticesStore(db, TABLE).after(id, 0, 1_000);
/** Writes the entries, then wakes by each of them, twice, as a stream may. */
const tell = async (entries: readonly JournalEntry[], ...authorities: readonly Authority[]) => {
  await writeEntries(table.db, entries);
  for (const entry of [...entries, ...entries]) await notifier(table.db, authorities)(entry);
};
const summary = ({ sequence, type, branchId, counts }: Notice) => [sequence, type, counts ?? branchId];
const one = (n: number, sequence = n) => [sequence, 'filing.overdue', `hk-${n}`];

it('an overdue filing is told to the authority of the branch once the search has ended, and not before', async () => {
  await tell([found(1, filing(1))], hainan);
  expect(await noticesOf(hainan.id)).toEqual([]);
  await tell([ended(2)], hainan, authority('elsewhere', { regions: ['45'] }));
  expect(await noticesOf(hainan.id)).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      authority: hainan.id,
      type: 'filing.overdue',
      title: {
        zh: '逾期未报：phone-card，2026-01-01 至 2026-01-31，应于 2026-02-10 前报送',
        en: 'Not filed in time: phone-card for 2026-01-01 to 2026-01-31, due on 2026-02-10',
      },
      link: '/v1/registry/overdue-filings',
      ...{ enterprise: uscc, branchId: 'hk-1', region: '4601', sector: 'telecom' },
      sequence: 1,
      createdAt: '2026-03-01T00:00:02.000Z',
    },
  ]);
  expect(await noticesOf('elsewhere')).toEqual([]);
});

it('the twentieth overdue filing of a duty and period is told by itself, the twenty-first in the digest', async () => {
  await tell([found(1, ...range(1, 20).map((n) => filing(n))), ended(2)], hainan);
  expect((await noticesOf(hainan.id)).map(summary)).toEqual(range(1, 20).map((n) => one(n)));
  await tell([found(3, filing(21)), ended(4)], hainan);
  expect((await noticesOf(hainan.id)).map(summary).at(-1)).toEqual([21, 'filings.digest', { cards: 1 }]);
});

it('of those found in one search in several entries, all beyond the twentieth are counted in one digest', async () => {
  const [first, second] = [range(1, 15), range(16, 90)].map((some) => some.map((n) => filing(n)));
  await tell([found(1, ...first!), found(2, ...second!), ended(3)], hainan);
  const told = await noticesOf(hainan.id);
  expect(told.map(summary)).toEqual([...range(1, 20).map((n) => one(n)), [21, 'filings.digest', { cards: 70 }]]);
  expect(told.at(-1)).toMatchObject({
    title: {
      zh: '另有 70 项逾期未报：phone-card，2026-01-01 至 2026-01-31',
      en: '70 more not filed in time: phone-card for 2026-01-01 to 2026-01-31',
    },
    ...{ enterprise: uscc, region: '4601', sector: 'telecom' },
  });
});

it('twenty are told one by one over however many searches they were found, each search’s others in a digest of its own', async () => {
  const some = (from: number, to: number) => range(from, to).map((n) => filing(n));
  const searches = [
    [found(1, ...some(1, 15)), ended(2)],
    [found(3, ...some(16, 23)), ended(4)],
    [found(5, ...some(24, 25)), ended(6)],
  ];
  for (const search of searches) await tell(search, hainan);
  expect((await noticesOf(hainan.id)).map(summary)).toEqual([
    ...range(1, 20).map((n) => one(n)),
    [21, 'filings.digest', { cards: 3 }],
    [22, 'filings.digest', { cards: 2 }],
  ]);
});

it('each authority has its own twenty, of what lies in its sectors and regions', async () => {
  const sanya = { region: '4602' };
  const filings = [...range(1, 22).map((n) => filing(n)), ...range(23, 43).map((n) => filing(n, sanya))];
  const [haikou, both] = [authority('haikou', { regions: ['4601'] }), authority('both', { regions: ['4601', '4602'] })];
  await tell([found(1, ...filings), ended(2)], haikou, both, authority('sanya', { regions: ['4602'] }));
  const digests = await Promise.all(['haikou', 'sanya', 'both'].map(async (id) => (await noticesOf(id)).at(-1)!));
  expect(digests.map(({ sequence, counts, region }) => [sequence, counts, region])).toEqual([
    [21, { cards: 2 }, '4601'],
    [21, { cards: 1 }, '4602'],
    [21, { cards: 23 }, undefined],
  ]);
});

it('killed before or after any of its writes and repeated, it makes the same notices, none twice and none left out', async () => {
  const authorities = [hainan, authority('second')];
  const entries = [
    found(1, ...range(1, 19).map((n) => filing(n))),
    ended(2),
    found(3, filing(20), filing(21)),
    ended(4),
  ];
  const told = async (die?: { nth: number; when: 'before' | 'after' }) => {
    const fresh = await freshTable();
    await writeEntries(fresh.db, entries);
    await notifier(fresh.db, authorities)(entries[1]!);
    let killed = false;
    if (die) {
      const dying = dyingAt(fresh.table.endpoint, die.nth, die.when);
      await notifier(
        dying,
        authorities,
      )(entries[3]!).catch(() => {
        killed = true;
      });
      dying.destroy();
    }
    for (const _ of [1, 2]) await notifier(fresh.db, authorities)(entries[3]!);
    const notices = await Promise.all(authorities.map(({ id }) => noticesOf(id, fresh.db)));
    await fresh.close();
    return { notices, killed };
  };
  const undisturbed = (await told()).notices;
  expect(undisturbed.map((notices) => notices.map(summary))).toEqual(
    authorities.map(() => [...range(1, 20).map((n) => one(n)), [21, 'filings.digest', { cards: 1 }]]),
  );
  const writes = 5; // two notices for each of two authorities, and the mark that all is done
  for (const when of ['before', 'after'] as const) {
    for (let nth = 1; nth <= writes; nth += 1) {
      expect(await told({ nth, when }), `${when} write ${nth}`).toEqual({ notices: undisturbed, killed: true });
    }
  }
});
