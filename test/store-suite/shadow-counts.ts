import { expect, it } from 'vitest';
import { shadowCountsStore } from '../../functions/store/shadow-counts.ts';
import type { Part } from './opened.ts';

/** What a release in shadow would have said. */
export const shadowCounts: Part = (at) => {
  const store = () => shadowCountsStore(at().db, at().table);
  const tally = (appears: number, disappears = 0, changes = 0) => ({ appears, disappears, changes });

  it('is counted once a submission, however often it is recorded, and added up by rule', async () => {
    await store().count('2026.12', 'one', 10, { 'law.1.a': tally(2), 'law.2.b': tally(0, 1) });
    await store().count('2026.12', 'one', 10, { 'law.1.a': tally(2), 'law.2.b': tally(0, 1) });
    await store().count('2026.12', 'two', 5, { 'law.1.a': tally(1, 0, 4) });
    await store().count('2026.12', 'three', 7, {});
    await store().count('2027.1', 'one', 100, { 'law.1.a': tally(50) });
    expect(await store().counts('2026.12')).toEqual({
      ...{ submissions: 3, records: 22 },
      rules: { 'law.1.a': tally(3, 0, 4), 'law.2.b': tally(0, 1) },
    });
  });

  it('is nothing of a release that nothing was audited beside', async () => {
    expect(await store().counts('2026.13')).toEqual({ submissions: 0, records: 0, rules: {} });
  });
};
