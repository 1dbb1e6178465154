import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Notice } from '../../events/notice.ts';
import { noticesOfViolations } from '../../functions/notify-authorities/violation-notices.ts';
import { journalStore } from '../../functions/store/journal.ts';
import { noticesStore } from '../../functions/store/notices.ts';
import { clientOf, freshTable, type Opened, TABLE } from '../infra/local/table-client.ts';
import { dyingAt } from './dying.ts';
import { audited, hainan, notifier, opened, uscc, writeEntries } from './journalled.ts';

let table: Opened;
beforeAll(async () => {
  table = await freshTable();
});
afterAll(() => table.close());

const noticesOf = (authority: string, db: DynamoDBClient = table.db) =>
  noticesStore(db, TABLE).after(authority, 0, 1_000);
const authority = (id: string, over: Partial<typeof hainan> = {}) => ({ ...hainan, id, ...over });
const range = (n: number) => Array.from({ length: n }, (_, at) => at);
/** Writes what a submission opened and tells the authorities of it. */
const tell = async (entries: Parameters<typeof writeEntries>[1], ...authorities: (typeof hainan)[]) => {
  const entry = audited(entries[0]!.stream);
  await writeEntries(table.db, [...entries, entry]);
  await notifier(table.db, authorities)(entry);
};
const summary = ({ sequence, type, severity, counts }: Notice) => [sequence, type, counts ?? severity];

it('a grave violation is told whole: whose, which rule, where to look, and nothing personal', async () => {
  const one = opened('whole', 0);
  await tell([one], authority('a-whole'));
  const { violation } = one.detail as { violation: string };
  expect(await noticesOf('a-whole')).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      authority: 'a-whole',
      type: 'violation.opened',
      title: { zh: '违规：atfl.10.card-count-limit', en: 'Violation of the duty: atfl.10.card-count-limit' },
      link: `/v1/violations/${violation}`,
      submission: 'whole',
      violation,
      rule: 'atfl.10.card-count-limit',
      article: '10',
      severity: 'major',
      enterprise: uscc,
      branchId: 'hk-1',
      region: '4601',
      sector: 'telecom',
      sequence: 1,
      createdAt: '2026-03-01T00:00:02.000Z',
    },
  ]);
});

it('the twentieth grave violation of a submission is told by itself, the twenty-first in the digest', async () => {
  await tell(
    range(20).map((n) => opened('twenty', n)),
    authority('a-twenty'),
  );
  await tell(
    range(21).map((n) => opened('twenty-one', n)),
    authority('a-twenty-one'),
  );
  expect((await noticesOf('a-twenty')).map(({ type }) => type)).toEqual(range(20).map(() => 'violation.opened'));
  const told = await noticesOf('a-twenty-one');
  expect(told.map(({ sequence }) => sequence)).toEqual(range(21).map((n) => n + 1));
  expect(told.at(-1)).toMatchObject({ type: 'violations.digest', counts: { 'atfl.10.card-count-limit': 1 } });
});

it('whichever order violations are read in, page by page, the same are told by themselves and the others counted', async () => {
  const rules = ['b', 'a', 'c'];
  const places: readonly Record<string, string>[] = [{}, { branchId: 'hk-2', region: '4602' }, { region: '4501' }];
  const all = range(90).map((n) =>
    opened('pages', n, {
      ...{ rule: rules[n % 3]!, severity: n % 5 === 0 ? 'minor' : n % 7 === 0 ? 'advisory' : 'major' },
      ...places[n % 4 === 0 ? 1 : n % 9 === 0 ? 2 : 0],
    }),
  );
  const wording = { titleOf: (rule: string) => ({ zh: rule, en: rule }), digest: (text: string) => text };
  const told = async (entries: typeof all, most: number) => {
    async function* pages() {
      for (let n = 0; n < entries.length; n += most) yield entries.slice(n, n + most);
    }
    const authorities = async () => [hainan, authority('a-haikou', { regions: ['4601'] })];
    return noticesOfViolations(audited('pages'), pages(), authorities, wording);
  };
  const inOrder = await told(all, 90);
  const grave = all.filter(({ detail: { severity, region } }) => severity === 'major' && region !== '4501');
  const byPlace = grave.map(({ detail: { rule, recordId } }) => `${rule} ${recordId}`).sort();
  const own = inOrder.filter(({ authority }) => authority === hainan.id);
  const one = (n: number) => all.find(({ detail }) => detail.violation === own[n]!.violation)!.detail;
  expect(range(20).map((n) => `${one(n).rule} ${one(n).recordId}`)).toEqual(byPlace.slice(0, 20));
  const counted = Object.values(own.at(-1)!.counts!).reduce((sum, n) => sum + n, 0);
  const here = all.filter(({ detail: { severity, region } }) => severity !== 'advisory' && region !== '4501');
  expect([own.length, counted]).toEqual([21, here.length - 20]);
  expect(await told(all.toReversed(), 7)).toEqual(inOrder);
});

it('minor violations are counted by rule in one digest, advisory ones never told', async () => {
  const minor = { severity: 'minor' };
  const advisory = { severity: 'advisory' };
  const mixed = [
    opened('mixed', 0),
    opened('mixed', 1, { ...minor, rule: 'one' }),
    opened('mixed', 2, { ...minor, rule: 'other' }),
    opened('mixed', 3, { ...minor, rule: 'one' }),
    opened('mixed', 4, advisory),
  ];
  await tell(mixed, authority('a-mixed'));
  await tell([opened('advised', 0, advisory)], authority('a-advised'));
  expect((await noticesOf('a-mixed')).map(summary)).toEqual([
    [1, 'violation.opened', 'major'],
    [2, 'violations.digest', { one: 2, other: 1 }],
  ]);
  expect(await noticesOf('a-advised')).toEqual([]);
});

it('each authority is told what lies in its sectors and regions, and nothing else', async () => {
  const elsewhere = { region: '4501', branchId: 'nn-1', enterprise: '91450000MA5T00002X', severity: 'minor' };
  await tell(
    [opened('where', 0), opened('where', 1, elsewhere)],
    authority('a-haikou', { regions: ['4601'] }),
    authority('a-sanya', { regions: ['4602'] }),
    authority('a-guangxi', { regions: ['45'] }),
    authority('a-bank', { sectors: ['bank'] }),
  );
  const told = await Promise.all(['a-haikou', 'a-sanya', 'a-guangxi', 'a-bank'].map((id) => noticesOf(id)));
  expect(told.map((notices) => notices.map(({ type, region, link }) => [type, region, link]))).toEqual([
    [['violation.opened', '4601', expect.stringContaining('/v1/violations/')]],
    [],
    [['violations.digest', '4501', '/v1/violations']],
    [],
  ]);
});

it('a digest leads to the submission’s findings where they are all of them, and to the violations where they are not', async () => {
  const minor = { severity: 'minor' };
  await tell([opened('own', 0, minor), opened('own', 1, minor)], authority('a-own'));
  await tell([opened('branch', 0, minor), opened('branch', 1, { ...minor, branchId: 'hk-2' })], authority('a-branch'));
  const other = { ...minor, enterprise: '91460000MA5T00002Y' };
  await tell([opened('enterprise', 0, minor), opened('enterprise', 1, other)], authority('a-enterprise'));
  const links = ['a-own', 'a-branch', 'a-enterprise'].map(async (id) => (await noticesOf(id)).map(({ link }) => link));
  expect(await Promise.all(links)).toEqual([['/v1/submissions/own/findings'], ['/v1/violations'], ['/v1/violations']]);
});

it('each notice has its entry in the journal of the submission that caused it', async () => {
  await tell([opened('told', 0)], authority('a-told'));
  const entries = await journalStore(table.db, TABLE).entriesOf('told', 'notice.created#');
  expect(entries.map(({ detail }) => detail)).toEqual(await noticesOf('a-told'));
});

it('killed before or after any of its writes and repeated, it makes the same notices, none twice and none left out', async () => {
  const submission = (n: string) => [
    ...[0, 1, 2].map((at) => opened(n, at)),
    opened(n, 3, { severity: 'minor' }),
    audited(n),
  ];
  const authorities = [hainan, authority('second')];
  const told = async (die?: { nth: number; when: 'before' | 'after' }) => {
    const fresh = await freshTable();
    const entries = submission('s');
    await writeEntries(fresh.db, entries);
    let killed = false;
    if (die) {
      const dying = dyingAt(fresh.table.endpoint, die.nth, die.when);
      await notifier(
        dying,
        authorities,
      )(entries.at(-1)!).catch(() => {
        killed = true;
      });
      dying.destroy();
    }
    for (const _ of [1, 2]) await notifier(fresh.db, authorities)(entries.at(-1)!);
    const notices = await Promise.all(authorities.map(({ id }) => noticesOf(id, fresh.db)));
    await fresh.close();
    return { notices, killed };
  };
  const undisturbed = (await told()).notices;
  expect(undisturbed.map((notices) => notices.map(summary))).toEqual(
    authorities.map(() => [
      [1, 'violation.opened', 'major'],
      [2, 'violation.opened', 'major'],
      [3, 'violation.opened', 'major'],
      [4, 'violations.digest', { 'atfl.10.card-count-limit': 1 }],
    ]),
  );
  const writes = 9; // four notices for each of two authorities, and the mark that all is done
  for (const when of ['before', 'after'] as const) {
    for (let nth = 1; nth <= writes; nth += 1) {
      expect(await told({ nth, when }), `${when} write ${nth}`).toEqual({ notices: undisturbed, killed: true });
    }
    expect((await told({ nth: writes + 1, when })).killed).toBe(false);
  }
});

it('two dispatchers over the same and over different submissions share one sequence without a gap', async () => {
  const submissions = range(4).map((n) => [...range(3).map((at) => opened(`race-${n}`, at)), audited(`race-${n}`)]);
  await writeEntries(table.db, submissions.flat());
  const clients = [1, 2].map(() => clientOf(table.table.endpoint));
  await Promise.all(
    clients.flatMap((client) => submissions.map((entries) => notifier(client, [authority('a-race')])(entries.at(-1)!))),
  );
  for (const client of clients) client.destroy();
  const told = await noticesOf('a-race');
  expect(told.map(({ sequence }) => sequence)).toEqual(range(12).map((n) => n + 1));
  expect(new Set(told.map(({ violation }) => violation)).size).toBe(12);
});
