import { expect, it } from 'vitest';
import { changesStore } from '../../functions/store/changes.ts';
import { journalStore } from '../../functions/store/journal.ts';
import { judgedFilingsStore } from '../../functions/store/judged-filings.ts';
import { talliesStore } from '../../functions/store/tallies.ts';
import type { TallyChange } from '../../rules/tally.ts';
import type { Change } from '../../rules/track.ts';
import { anEntry, aTrack } from './examples.ts';
import type { Part } from './opened.ts';

/** Months' tallies, changed with the tracks that say why; and which filings' periods were judged. */
export const tallies: Part = (at) => {
  const store = () => changesStore(at().db, at().table);
  const whose = (branchId: string) => ({ enterprise: 'E', branchId, recordKind: 'user-reminder' });
  const adds = (branchId: string, month: string, records: number, sum: number, unknown = 0): TallyChange => ({
    of: { ...whose(branchId), month },
    adds: { records, tallies: { reminded: { sum, unknown } } },
  });
  const change = (key: string, version: number, ...all: readonly TallyChange[]): Change => ({
    ...{ track: { version, to: aTrack(key) }, tallies: all, violations: [], journal: [] },
  });
  const read = async (branchId: string, from = '2026-01', to = '2026-12') =>
    Object.fromEntries(await talliesStore(at().db, at().table).monthTallies(whose(branchId), from, to));
  const month = (records: number, sum: number, unknown = 0) => ({ records, tallies: { reminded: { sum, unknown } } });

  it('a month is what was added less what was taken away, however many wrote it side by side', async () => {
    const many = Array.from({ length: 250 }, (_, n) =>
      change(`sum-${n}`, 0, adds('sum', '2026-10', 1, n % 2, 1 - (n % 2))),
    );
    expect(await store().apply(many, true)).toEqual([]);
    expect(await read('sum')).toEqual({ '2026-10': month(250, 125, 125) });
    expect(await store().apply([change('sum-1', 1, adds('sum', '2026-10', -1, -1))], false)).toEqual([]);
    expect(await read('sum')).toEqual({ '2026-10': month(249, 124, 125) });
  });

  it('a month is changed with its record’s track or not at all', async () => {
    const first = change('whole', 0, adds('whole', '2026-10', 1, 1));
    expect(await store().apply([first], false)).toEqual([]);
    expect(await store().apply([first], false)).toEqual([first]);
    expect(await read('whole')).toEqual({ '2026-10': month(1, 1) });
  });

  it('months are read from the first to the last asked for, of one branch', async () => {
    const months = ['2025-12', '2026-01', '2026-12', '2027-01'];
    const all = months.map((one, n) => change(`range-${n}`, 0, adds('range', one, 1, 1)));
    expect(await store().apply([...all, change('range-9', 0, adds('range-b', '2026-06', 1, 1))], true)).toEqual([]);
    expect(Object.keys(await read('range'))).toEqual(['2026-01', '2026-12']);
    expect(Object.keys(await read('range', '2026-12', '2026-12'))).toEqual(['2026-12']);
  });

  it('a record that moves takes its part from one month to the other at once', async () => {
    await store().apply([change('moves', 0, adds('moves', '2026-10', 1, 1))], false);
    await store().apply([change('moves', 1, adds('moves', '2026-10', -1, -1), adds('moves', '2026-11', 1, 1))], false);
    expect(await read('moves')).toEqual({ '2026-10': month(0, 0), '2026-11': month(1, 1) });
  });

  it('more names than an expression holds are written by several transactions', async () => {
    const named = Array.from({ length: 300 }, (_, n): Change => {
      const of = { ...whose('named'), month: '2026-10' };
      const names = [`list ${n} a`, `list ${n} b`].map((name) => [name, { sum: 1, unknown: 1 }]);
      return change(`named-${n}`, 0, { of, adds: { records: 1, tallies: Object.fromEntries(names) } });
    });
    expect(await store().apply(named, true)).toEqual([]);
    const { records, tallies: read300 } = (await read('named'))['2026-10']!;
    expect([records, Object.keys(read300).length]).toEqual([300, 600]);
  });

  it('a filing’s periods are judged once, and the first to say so is told', async () => {
    const { judged, markJudged } = judgedFilingsStore(at().db, at().table);
    const entry = (second: number) =>
      anEntry('filing-due#f', {
        id: 'periods.judged',
        type: 'periods.judged',
        at: new Date(second * 1_000).toISOString(),
      });
    await markJudged('f', entry(1));
    await markJudged('f', entry(2));
    expect(await judged(['g', 'f'])).toEqual([false, true]);
    expect(await journalStore(at().db, at().table).entriesOf('filing-due#f')).toEqual([entry(1)]);
  });
};
