import { expect, it } from 'vitest';
import type { ListImport, ListReceipt } from '../../events/list-import.ts';
import type { ListName } from '../../events/lists.ts';
import { journalPut, journalStore } from '../../functions/store/journal.ts';
import { listImportsStore } from '../../functions/store/list-imports.ts';
import { listShards, listsStore } from '../../functions/store/lists.ts';
import type { Listed, ListPart } from '../../rules/listed.ts';
import { anEntry, instant } from './examples.ts';
import type { Part } from './opened.ts';

const canceled = { name: 'TransactionCanceledException' };

const aListed = (over: Partial<Listed> = {}): Listed => ({
  authority: 'a',
  from: '2025-01-01',
  masked: '1***',
  receivedAt: '2026-03-01T08:00:00+08:00',
  sequence: 1,
  ...over,
});

const aPart = (over: Partial<ListPart> = {}): ListPart => ({ sequence: 0, since: 0, entries: 0, ...over });

const anImport = (id: string, over: Partial<ListReceipt> = {}): ListImport => ({
  receipt: {
    ...{
      id,
      list: 'fraud-numbers',
      authority: 'a',
      regions: ['46'],
      purpose: 'p',
      mode: 'add',
      receivedAt: instant(0),
    },
    ...{ entries: 1, added: 1, changed: 0, removed: 0, unchanged: 0, total: 1, digest: `digest of ${id}` },
    ...over,
  },
  by: 'officer',
  status: 'recording',
  sequence: 1,
});
const counting = (begun: ListImport): ListImport => ({ ...begun, status: 'counting' });

/** Lists: what was written of each value, the parts that say what of it stands, and the imports that move them. */
export const lists: Part = (at) => {
  const values = () => listsStore(at().db, at().table);
  const imports = () => listImportsStore(at().db, at().table);
  const entry = (id: string) => journalPut(at().table, anEntry(id, { id: 'list.imported', type: 'list.imported' }));
  const move = async (list: ListName, over: Partial<ListPart>) => {
    const { version, parts } = await values().parts(list);
    return { list, version, to: { ...parts, a: aPart({ ...parts.a, ...over }) } };
  };
  const begin = async (begun: ListImport) =>
    imports().begin(begun, await move(begun.receipt.list, { recording: begun.receipt.id }));
  const commit = async (begun: ListImport) =>
    imports().commit(counting(begun), await move(begun.receipt.list, { sequence: 1 }), entry(begun.receipt.id));

  it('is not there before its first import counts; then it says what stands of the values asked about', async () => {
    const begun = anImport('first', { list: 'sanctioned-subjects' });
    const list = 'sanctioned-subjects';
    expect(await values().lookUp({ [list]: ['t-1'] })).toEqual({});
    await begin(begun);
    await values().write(list, [{ token: 't-1', version: 0, listed: [aListed()] }], 'first');
    expect(await values().lookUp({ [list]: ['t-1'] })).toEqual({});
    await commit(begun);
    expect(await values().lookUp({ [list]: ['t-1', 't-2'], 'fraud-samples': ['t-1'] })).toEqual({
      [list]: [{ value: 't-1', from: '2025-01-01', receivedAt: '2026-03-01T08:00:00+08:00' }],
    });
    expect(await journalStore(at().db, at().table).entriesOf('first')).toHaveLength(1);
  });

  it('an import is begun once, counts once, and is unfinished until it is finished', async () => {
    const begun = anImport('once');
    await begin(begun);
    await expect(begin(begun)).rejects.toMatchObject(canceled);
    expect(await imports().listImport('once')).toEqual(begun);
    expect(await imports().receipts('fraud-numbers', 'a', undefined, 9)).toEqual([]);
    await commit(begun);
    await expect(commit(begun)).rejects.toMatchObject(canceled);
    expect(await imports().listImport('once')).toEqual(counting(begun));
    expect(await imports().unfinishedBefore(instant(1))).toContain('once');
    for (const _ of [1, 2]) await imports().finish('once');
    expect(await imports().unfinishedBefore(instant(1))).not.toContain('once');
    expect(await imports().receipts('fraud-numbers', 'a', undefined, 9)).toEqual([begun.receipt]);
  });

  it('parts that have moved meanwhile are not overwritten, by a beginning or by a commit', async () => {
    const begun = anImport('late', { list: 'fraud-samples' });
    const stale = await move('fraud-samples', { recording: 'late' });
    await begin(begun);
    await expect(imports().begin(anImport('later', { list: 'fraud-samples' }), stale)).rejects.toMatchObject(canceled);
    await expect(imports().commit(counting(begun), stale, entry('late'))).rejects.toMatchObject(canceled);
    expect((await imports().listImport('late'))?.status).toBe('recording');
    expect(await imports().listImport('later')).toBeUndefined();
  });

  it('a value is written as it was read, all or none, and only while its import is being recorded', async () => {
    const list = 'fraud-accounts';
    const begun = anImport('recording', { list });
    await begin(begun);
    const one = { token: 'w-1', version: 0, listed: [aListed()] };
    expect(await values().write(list, [one], 'recording')).toBe(true);
    expect(await values().write(list, [one, { ...one, token: 'w-2' }], 'recording')).toBe(false);
    expect(await values().listed(list, ['w-2', 'w-1'])).toEqual([
      { version: 0, listed: [] },
      { version: 1, listed: [aListed()] },
    ]);
    await commit(begun);
    expect(await values().write(list, [{ ...one, token: 'w-3' }], 'recording')).toBe(false);
    expect(await values().write(list, [{ ...one, token: 'w-3' }])).toBe(true);
  });

  it('is walked over value by value, those about which nothing is left excepted', async () => {
    const list = 'fraud-samples';
    const tokens = Array.from({ length: 25 }, (_, n) => `p-${String.fromCharCode(97 + n)}`);
    await values().write(
      list,
      tokens.map((token) => ({ token, version: 0, listed: [aListed()] })),
    );
    await values().write(list, [{ token: tokens[0]!, version: 1, listed: [] }]);
    const seen: string[] = [];
    let from: Parameters<ReturnType<typeof listsStore>['page']>[1] | undefined = [0, ''];
    for (let pages = 0; from !== undefined; pages += 1) {
      const page: Awaited<ReturnType<ReturnType<typeof listsStore>['page']>> = await values().page(list, from, 3);
      seen.push(...page.values.map(({ token }) => token));
      from = page.next;
      expect(pages).toBeLessThan(25 + listShards);
    }
    expect(seen.sort()).toEqual(tokens.slice(1));
  });

  it('imports are listed newest first for their authority, oldest first within a span for whoever made them', async () => {
    for (const n of [1, 2, 3]) {
      const begun = anImport(`span-${n}`, { authority: n === 3 ? 'other' : 'spans', receivedAt: instant(100 + n) });
      await begin(begun);
      await commit(begun);
    }
    const idsOf = (receipts: readonly ListReceipt[]) => receipts.map(({ id }) => id);
    expect(idsOf(await imports().receipts('fraud-numbers', 'spans', undefined, 9))).toEqual(['span-2', 'span-1']);
    const after = `${instant(102)}#span-2`;
    expect(idsOf(await imports().receipts('fraud-numbers', 'spans', after, 9))).toEqual(['span-1']);
    const within = await imports().receivedWithin('fraud-numbers', instant(102), instant(104));
    expect(idsOf(within!)).toEqual(['span-2', 'span-3']);
    expect(await imports().receivedWithin('fraud-numbers', instant(105), instant(106))).toEqual([]);
  });
};
