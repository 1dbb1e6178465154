import { expect, it } from 'vitest';
import { journalStore } from '../../functions/store/journal.ts';
import { noticesStore } from '../../functions/store/notices.ts';
import { anEntry, instant } from './examples.ts';
import type { Part } from './opened.ts';

/** An authority's notices: a sequence without gaps, each notice in it once. */
export const notices: Part = (at) => {
  const store = () => noticesStore(at().db, at().table);
  const title = { zh: '违规', en: 'Violation' };
  const draft = (authority: string, id: string) => ({
    id,
    authority,
    type: 'violation.opened' as const,
    title,
    link: '/v1/violations/v',
  });
  const append = (authority: string, id: string, because: string) =>
    store().append(draft(authority, id), instant(0), anEntry(because));
  const placesOf = async (authority: string) =>
    (await store().after(authority, 0, 99)).map(({ sequence, id }) => [sequence, id]);

  it('each has the next place, and the journal tells of it', async () => {
    expect(await store().latest('a')).toBe(0);
    for (const n of [1, 2, 3]) await append('a', `n-${n}`, 'because');
    expect(await store().latest('a')).toBe(3);
    const second = { ...draft('a', 'n-2'), sequence: 2, createdAt: instant(0) };
    expect(await store().after('a', 1, 1)).toEqual([second]);
    expect(await store().after('a', 3, 1)).toEqual([]);
    const told = await journalStore(at().db, at().table).entriesOf('because', 'notice.created#n-2');
    expect(told).toEqual([
      { id: 'notice.created#n-2', stream: 'because', type: 'notice.created', at: instant(0), detail: second },
    ]);
  });

  it('what was brought forth already is not brought forth again', async () => {
    for (const id of ['n-1', 'n-1', 'n-2', 'n-1', 'n-2']) await append('b', id, 'again');
    expect(await placesOf('b')).toEqual([
      [1, 'n-1'],
      [2, 'n-2'],
    ]);
  });

  it('of many at once each gets a place of its own, none is left out, and no authority waits for another', async () => {
    const all = Array.from({ length: 8 }, (_, n) => `n-${n}`);
    await Promise.all(
      ['c', 'd'].flatMap((authority) => all.map((id) => append(authority, id, `at-once-${authority}`))),
    );
    for (const authority of ['c', 'd']) {
      const places = await placesOf(authority);
      expect(places.map(([sequence]) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect(places.map(([, id]) => id).toSorted()).toEqual(all);
    }
  });
};
