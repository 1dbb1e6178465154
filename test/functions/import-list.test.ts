import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ListImportRequest } from '../../events/list-import.ts';
import type { ListName } from '../../events/lists.ts';
import { Principal } from '../../events/principal.ts';
import { tokeniser } from '../../functions/edge/tokens.ts';
import { type ImportListDeps, importList } from '../../functions/import-list/import-list.ts';
import { importing } from '../../functions/import-list/wire.ts';
import { listListEntries } from '../../functions/list-list-entries/list-list-entries.ts';
import { listLists } from '../../functions/list-lists/list-lists.ts';
import { digest } from '../../functions/store/digest.ts';
import { journalStore } from '../../functions/store/journal.ts';
import { listImportsStore } from '../../functions/store/list-imports.ts';
import { listsStore } from '../../functions/store/lists.ts';
import type { Objects } from '../../functions/store/objects.ts';
import { idNumber } from '../identities.ts';
import { freshTable, type Opened, TABLE } from '../infra/local/table-client.ts';
import { dyingAt } from './dying.ts';

let opened: Opened;
const kept = new Map<string, Buffer>();
const objects: Objects = {
  put: async (key, body, _, once) => void (once && kept.has(key) ? undefined : kept.set(key, Buffer.from(body))),
  get: async (key) => kept.get(key)!,
};
const { token } = tokeniser(Buffer.alloc(32, 7));

beforeAll(async () => {
  opened = await freshTable();
});
afterAll(() => opened.close());

const of = (authority: string) =>
  Principal.parse({ sub: `officer of ${authority}`, role: 'regulator', authority, sectors: 'telecom', regions: '46' });
const aRequest = (entries: readonly unknown[], over: object = {}) =>
  ListImportRequest.parse({ purpose: '开户核查', mode: 'add', entries, ...over });
const anEntry = (value: string, over: object = {}) => ({ value, from: '2025-01-01', until: '2027-12-31', ...over });

/** What is imported at `at`, an instant; each body has the digest of what it says. */
const importer =
  (db: DynamoDBClient, at = '2026-03-01T00:00:00.000Z') =>
  (list: ListName, request: ListImportRequest, authority: string) => {
    const deps: ImportListDeps = {
      ...importing(db, TABLE, objects).deps,
      tokenOf: (_, value) => token(value),
      now: () => new Date(at),
    };
    return importList(list, request, digest(JSON.stringify(request)), of(authority), deps);
  };

const lookUp = async (list: ListName, ...values: string[]) =>
  (await listsStore(opened.db, TABLE).lookUp({ [list]: values.map(token) }))[list];

/** Every test has an authority of its own, and values of its own. */
let names = 0;
const anAuthority = () => {
  names += 1;
  return { authority: `authority-${names}`, value: (n: number) => idNumber(names * 1_000 + n) };
};

describe('an import of a list', () => {
  it('a list that nobody has imported is not there; one that was imported empty is', async () => {
    const { authority, value } = anAuthority();
    expect(await lookUp('fraud-samples', value(1))).toBeUndefined();
    await importer(opened.db)('fraud-samples', aRequest([], { mode: 'replace' }), authority);
    expect(await lookUp('fraud-samples', value(1))).toEqual([]);
  });

  it('is looked up by token, with its days, its category and when it was received', async () => {
    const { authority, value } = anAuthority();
    const entries = [anEntry(value(1), { category: '出租账户' }), anEntry(value(2), { until: null })];
    const { receipt, isNew } = await importer(opened.db)('sanctioned-subjects', aRequest(entries), authority);
    expect(isNew).toBe(true);
    expect(receipt).toMatchObject({ entries: 2, added: 2, changed: 0, removed: 0, unchanged: 0, total: 2 });
    const receivedAt = '2026-03-01T08:00:00+08:00';
    expect(await lookUp('sanctioned-subjects', value(1), value(2), value(3))).toEqual([
      { value: token(value(1)), from: '2025-01-01', until: '2027-12-31', category: '出租账户', receivedAt },
      { value: token(value(2)), from: '2025-01-01', receivedAt },
    ]);
    const told = await journalStore(opened.db, TABLE).entriesOf(receipt.id);
    expect(told).toMatchObject([
      { type: 'list.imported', detail: { authority, added: 2, total: 2, by: `officer of ${authority}` } },
    ]);
    expect(JSON.stringify(told)).not.toContain(value(1));
  });

  it('adding again changes what is said otherwise, and leaves what is said again as it was received', async () => {
    const { authority, value } = anAuthority();
    await importer(opened.db)('sanctioned-subjects', aRequest([anEntry(value(1)), anEntry(value(2))]), authority);
    const again = [anEntry(value(1)), anEntry(value(2), { until: '2026-06-30' }), anEntry(value(3))];
    const later = importer(opened.db, '2026-04-01T00:00:00.000Z');
    const { receipt } = await later('sanctioned-subjects', aRequest(again), authority);
    expect(receipt).toMatchObject({ added: 1, changed: 1, unchanged: 1, removed: 0, total: 3 });
    expect(await lookUp('sanctioned-subjects', value(1), value(2))).toMatchObject([
      { until: '2027-12-31', receivedAt: '2026-03-01T08:00:00+08:00' },
      { until: '2026-06-30', receivedAt: '2026-04-01T08:00:00+08:00' },
    ]);
  });

  it('replacing takes away what the authority had put there, and nothing that another had', async () => {
    const [one, other] = [anAuthority(), anAuthority()];
    await importer(opened.db)(
      'sanctioned-subjects',
      aRequest([1, 2, 3].map((n) => anEntry(one.value(n)))),
      one.authority,
    );
    await importer(opened.db)('sanctioned-subjects', aRequest([anEntry(one.value(1))]), other.authority);
    const request = aRequest([anEntry(one.value(3)), anEntry(one.value(4))], { mode: 'replace' });
    const { receipt } = await importer(opened.db)('sanctioned-subjects', request, one.authority);
    expect(receipt).toMatchObject({ added: 1, unchanged: 1, removed: 2, total: 2 });
    const left = await lookUp('sanctioned-subjects', ...[1, 2, 3, 4].map(one.value));
    expect(left!.map(({ value }) => value)).toEqual([1, 3, 4].map((n) => token(one.value(n))));
    // What stands no more is gone, not merely hidden.
    const [first, second] = await listsStore(opened.db, TABLE).listed(
      'sanctioned-subjects',
      [1, 2].map((n) => token(one.value(n))),
    );
    expect(first!.listed.map(({ authority }) => authority)).toEqual([other.authority]);
    expect(second!.listed).toEqual([]);
  });

  it('a value that a replacement says again is on the list for whoever looks at many while it comes in', async () => {
    const { authority, value } = anAuthority();
    const put = importer(opened.db);
    await put('sanctioned-subjects', aRequest([anEntry(value(1)), anEntry(value(2))]), authority);
    let isReplaced = false;
    opened.db.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          // Between the reading of the list's state and that of the value.
          if (!isReplaced && commandName === 'BatchGetItemCommand' && JSON.stringify(args.input).includes('"LISTED#')) {
            isReplaced = true;
            await put('sanctioned-subjects', aRequest([anEntry(value(1))], { mode: 'replace' }), authority);
          }
          return next(args);
        },
      { step: 'initialize', name: 'replacing' },
    );
    // More than one transaction reads.
    const others = Array.from({ length: 100 }, (_, n) => `somebody else ${n}`);
    const found = await lookUp('sanctioned-subjects', value(1), ...others);
    opened.db.middlewareStack.remove('replacing');
    expect([isReplaced, found?.length]).toEqual([true, 1]);
  });

  it('a few values are looked up in one reading, and in batches while that meets a write', async () => {
    const { authority, value } = anAuthority();
    await importer(opened.db)('sanctioned-subjects', aRequest([anEntry(value(1))]), authority);
    const sent: string[] = [];
    let isBusy = false;
    opened.db.middlewareStack.add(
      (next, { commandName }) =>
        (args) => {
          sent.push(commandName!);
          if (isBusy && commandName === 'TransactGetItemsCommand') {
            throw Object.assign(new Error('an item is being written'), { name: 'TransactionCanceledException' });
          }
          return next(args);
        },
      { step: 'initialize', name: 'counting' },
    );
    const quiet = await lookUp('sanctioned-subjects', value(1), value(2));
    expect([quiet?.length, sent]).toEqual([1, ['TransactGetItemsCommand']]);
    isBusy = true;
    const found = await lookUp('sanctioned-subjects', value(1), value(2));
    opened.db.middlewareStack.remove('counting');
    expect([found, sent.includes('BatchGetItemCommand')]).toEqual([quiet, true]);
  });

  it('taking away names a value, or one entry of it; what is not there is said to be so', async () => {
    const { authority, value } = anAuthority();
    const two = [anEntry(value(1)), anEntry(value(1), { from: '2028-01-01', until: null })];
    await importer(opened.db)('sanctioned-subjects', aRequest([...two, anEntry(value(2))]), authority);
    const request = aRequest([{ value: value(1), from: '2028-01-01' }, { value: value(2) }, { value: value(3) }], {
      mode: 'remove',
    });
    const { receipt } = await importer(opened.db)('sanctioned-subjects', request, authority);
    expect(receipt).toMatchObject({ removed: 2, unchanged: 1, total: 1 });
    expect(await lookUp('sanctioned-subjects', value(1), value(2))).toMatchObject([{ from: '2025-01-01' }]);
  });

  it('the same bytes are one import within a day, and another the day after', async () => {
    const { authority, value } = anAuthority();
    const request = aRequest([anEntry(value(1))]);
    const first = await importer(opened.db)('sanctioned-subjects', request, authority);
    const again = await importer(opened.db, '2026-03-01T23:59:59.000Z')('sanctioned-subjects', request, authority);
    expect(again).toEqual({ isNew: false, receipt: first.receipt });
    const later = await importer(opened.db, '2026-03-02T00:00:00.000Z')('sanctioned-subjects', request, authority);
    expect(later).toMatchObject({ isNew: true, receipt: { unchanged: 1, added: 0, total: 1 } });
    const { receipts, receivedWithin } = listImportsStore(opened.db, TABLE);
    expect((await receipts('sanctioned-subjects', authority, undefined, 9)).map(({ id }) => id)).toEqual([
      later.receipt.id,
      first.receipt.id,
    ]);
    const ofDay = await receivedWithin('sanctioned-subjects', '2026-03-02', '2026-03-03');
    expect(ofDay!.map(({ id }) => id)).toContain(later.receipt.id);
    expect(ofDay!.map(({ id }) => id)).not.toContain(first.receipt.id);
  });

  it('everything wrong in it is said, masked, by its place, and nothing of it is recorded', async () => {
    const { authority, value } = anAuthority();
    const wrong = `${value(1).slice(0, 17)}${value(1).endsWith('1') ? '2' : '1'}`;
    const entries = [
      anEntry(value(2)),
      anEntry(wrong),
      { value: value(3), from: '2025-02-30', untill: '2026-01-01' },
      anEntry(value(4), { until: '2024-12-31' }),
      anEntry(value(2)),
      anEntry(value(5), { reference: `关于${value(5)}的决定` }),
      anEntry(value(7), { category: '4111 1111 1111 1111' }),
      value(6),
    ];
    const refused = importer(opened.db)('sanctioned-subjects', aRequest(entries), authority);
    const problem = await refused.then(
      () => undefined,
      (error) => error,
    );
    expect(problem).toMatchObject({ code: 'INVALID_BODY', faultsTotal: 9 });
    expect(problem.faults.map(({ code, pointer }: { code: string; pointer: string }) => [code, pointer])).toEqual([
      ['RESIDENT_ID_CHECK', '/entries/1/value'],
      ['NO_SUCH_DATE', '/entries/2/from'],
      ['MISSING_FIELD', '/entries/2/until'],
      ['UNKNOWN_FIELD', '/entries/2/untill'],
      ['BACKWARDS_DATES', '/entries/3/until'],
      ['DUPLICATE_ENTRY', '/entries/4/value'],
      ['PERSONAL_NUMBER', '/entries/5/reference'],
      ['PERSONAL_NUMBER', '/entries/6/category'],
      ['NOT_AN_ENTRY', '/entries/7'],
    ]);
    const text = JSON.stringify([problem.faults, problem.text]);
    for (const secret of [wrong, ...[1, 2, 3, 4, 5, 6, 7].map(value), '4111']) expect(text).not.toContain(secret);
    expect(await listImportsStore(opened.db, TABLE).receipts('sanctioned-subjects', authority, undefined, 9)).toEqual(
      [],
    );
  });

  it('whoever belongs to no authority, and an import of nothing, is refused', async () => {
    const { authority } = anAuthority();
    const nobody = Principal.parse({ sub: 's', role: 'regulator', sectors: 'telecom', regions: '46' });
    const deps = { ...importing(opened.db, TABLE, objects).deps, tokenOf: () => '' };
    await expect(importList('fraud-numbers', aRequest([]), 'd', nobody, deps)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(importer(opened.db)('fraud-numbers', aRequest([]), authority)).rejects.toMatchObject({
      code: 'INVALID_BODY',
    });
  });

  it.each(['before', 'after'] as const)(
    'cut short right %s any of its writes it is not half seen; gone on with, it ends as if nothing had happened',
    async (when) => {
      const outcomes = new Set<string>();
      for (let nth = 1, ended = false; !ended; nth += 1) {
        const { authority, value } = anAuthority();
        const values = [1, 2, 3].map(value);
        const said = async () =>
          (await lookUp('sanctioned-subjects', ...values))!.map(({ value: of, until }) => [of, until]);
        await importer(opened.db)(
          'sanctioned-subjects',
          aRequest(values.slice(0, 2).map((of) => anEntry(of))),
          authority,
        );
        const before = await said();
        const request = aRequest([anEntry(values[1]!, { until: null }), anEntry(values[2]!)], { mode: 'replace' });
        const after = [
          [token(values[1]!), undefined],
          [token(values[2]!), '2027-12-31'],
        ];
        const client = dyingAt(opened.table.endpoint, nth, when);
        ended = await importer(client)('sanctioned-subjects', request, authority).then(
          () => true,
          () => false,
        );
        client.destroy();
        const seen = await said();
        expect([before, after]).toContainEqual(seen);
        outcomes.add(JSON.stringify(seen) === JSON.stringify(after) ? 'after' : 'before');

        const { unfinishedBefore, record } = importing(opened.db, TABLE, objects);
        for (const id of await unfinishedBefore('9')) await record(id);
        expect(await unfinishedBefore('9')).toEqual([]);
        const { receipt } = await importer(opened.db)('sanctioned-subjects', request, authority);
        expect(receipt).toMatchObject({ added: 1, changed: 1, removed: 1, total: 2 });
        expect(await said()).toEqual(after);
      }
      expect([...outcomes].sort()).toEqual(['after', 'before']);
    },
  );

  it('of many at once, by one authority and several, each counts whole', async () => {
    const all = Array.from({ length: 3 }, anAuthority);
    const shared = all[0]!.value(500);
    await Promise.all(
      all.flatMap(({ authority, value }) =>
        [1, 2, 3].map((n) =>
          importer(opened.db)(
            'fraud-accounts',
            aRequest([anEntry(shared, { from: `2025-01-0${n}` }), anEntry(value(n))]),
            authority,
          ),
        ),
      ),
    );
    expect(await lookUp('fraud-accounts', shared)).toHaveLength(9);
    const parts = await listLists(async (list) => (await listsStore(opened.db, TABLE).parts(list)).parts);
    expect(parts.find(({ list }) => list === 'fraud-accounts')).toMatchObject({
      isThere: true,
      entries: 18,
      by: all.map(() => ({ entries: 6 })),
    });
  });

  it('an authority sees what it has on a list, masked, page by page, and nothing of another', async () => {
    const [one, other] = [anAuthority(), anAuthority()];
    await importer(opened.db)(
      'fraud-numbers',
      aRequest([1, 2, 3, 4, 5].map((n) => anEntry(`1390000000${n}`))),
      one.authority,
    );
    await importer(opened.db)('fraud-numbers', aRequest([anEntry('13900000009')]), other.authority);
    const deps = { ...listsStore(opened.db, TABLE), isLate: () => false };
    const seen: unknown[] = [];
    let position: Awaited<ReturnType<typeof listListEntries>>['next'];
    do {
      const page = await listListEntries('fraud-numbers', of(one.authority), position, 2, deps);
      seen.push(...page.items);
      position = page.next;
    } while (position !== undefined);
    expect(seen).toHaveLength(5);
    expect(seen).toContainEqual({
      token: token('13900000001'),
      masked: '139******01',
      from: '2025-01-01',
      until: '2027-12-31',
      receivedAt: '2026-03-01T08:00:00+08:00',
    });
    expect(JSON.stringify(seen)).not.toContain('1390000000');
  });

  it('ten thousand entries are one import', async () => {
    const { authority } = anAuthority();
    const entries = Array.from({ length: 10_000 }, (_, n) => anEntry(String(10_000_000 + n)));
    const { receipt } = await importer(opened.db)('fraud-numbers', aRequest(entries), authority);
    expect(receipt).toMatchObject({ entries: 10_000, added: 10_000, total: 10_000 });
    expect(await lookUp('fraud-numbers', '10000000', '10009999', '10010000')).toHaveLength(2);
  });
});
