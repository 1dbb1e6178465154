import { expect, it } from 'vitest';
import type { Upload } from '../../events/upload.ts';
import { journalPut, journalStore } from '../../functions/store/journal.ts';
import { succeeds } from '../../functions/store/transact.ts';
import { uploadsStore } from '../../functions/store/uploads.ts';
import { anEntry, anUpload, instant } from './examples.ts';
import type { Part } from './opened.ts';

/** Uploads: one state at a time, one worker at a time. */
export const uploads: Part = (at) => {
  const store = () => uploadsStore(at().db, at().table);
  const moved = (from: Upload, to: Upload, second: number) => succeeds(store().move(from, to, instant(second)));

  it('is opened once, and is there as it was opened', async () => {
    expect(await store().upload('u-0')).toBeUndefined();
    expect(await store().create(anUpload('u-0'))).toBe(true);
    expect(await store().create(anUpload('u-0', { name: 'another' }))).toBe(false);
    expect(await store().upload('u-0')).toEqual({
      ...anUpload('u-0'),
      ...{ movedAt: instant(0), done: 0, slicesDone: 0, rowsJudged: 0 },
    });
  });

  it('goes from state to state, and only from the one that it is in, under the number that it is worked on', async () => {
    const waiting = anUpload('u-1');
    const reading = anUpload('u-1', { state: 'reading', run: 1 });
    await store().create(waiting);
    expect(await moved(waiting, reading, 1)).toBe(true);
    expect(await moved(waiting, reading, 2)).toBe(false);
    expect(await moved({ ...reading, run: 2 }, { ...reading, state: 'judging' }, 2)).toBe(false);
    expect(await store().progress(reading, 700, instant(3))).toBe(true);
    expect(await store().progress({ ...reading, run: 2 }, 800, instant(4))).toBe(false);
    expect(await store().progress(waiting, 800, instant(4))).toBe(false);
    expect(await store().upload('u-1')).toMatchObject({ ...reading, movedAt: instant(3), done: 700 });
    expect(await store().touch(reading, instant(4))).toBe(true);
    expect(await store().touch(waiting, instant(4))).toBe(false);
    expect(await store().upload('u-1')).toMatchObject({ ...reading, movedAt: instant(4), done: 700 });
    const judging: Upload = { ...reading, state: 'judging', slices: 3 };
    expect(await moved(reading, judging, 5)).toBe(true);
    expect(await store().upload('u-1')).toMatchObject({ ...judging, movedAt: instant(5), done: 0 });
  });

  it('is watched over until its copies are made, and stays at its state meanwhile', async () => {
    const recording = anUpload('u-copies', { state: 'recording', run: 1 });
    const due: Upload = {
      ...recording,
      state: 'audited',
      copies: { state: 'due', made: [], until: null, notes: [], faults: [] },
    };
    const made: Upload = { ...due, copies: { ...due.copies!, state: 'made', until: instant(99) } };
    await store().create(recording);
    const lists = async () => {
      const has = (all: readonly { readonly id: string }[]) => all.some(({ id }) => id === 'u-copies');
      return [has(await store().unmovedBefore('9')), has(await store().keptBefore('9'))];
    };
    expect(await moved(recording, due, 1)).toBe(true);
    expect(await lists()).toEqual([true, false]);
    expect(await store().touch(due, instant(2))).toBe(true);
    expect(await moved({ ...due, run: 2 }, made, 3)).toBe(false);
    expect(await moved(due, made, 3)).toBe(true);
    expect(await lists()).toEqual([false, true]);
    expect(await store().upload('u-copies')).toMatchObject({ ...made, movedAt: instant(3) });
  });

  it('counts each slice once however often it is judged, and begins to count anew when the file is read anew', async () => {
    const reading = anUpload('u-2', { state: 'reading', run: 1 });
    const judging: Upload = { ...reading, state: 'judging', slices: 2 };
    await store().create(reading);
    await moved(reading, judging, 1);
    for (const [slice, rows] of [
      [1, 40],
      [0, 50],
      [1, 40],
    ] as const) {
      expect(await store().sliceJudged(judging, slice, rows, instant(2))).toBe(true);
    }
    expect(await store().upload('u-2')).toMatchObject({ slicesDone: 2, rowsJudged: 90, movedAt: instant(2) });
    expect(await store().judgedSlices('u-2')).toEqual(new Set([0, 1]));
    expect(await store().sliceJudged({ ...judging, run: 2 }, 2, 5, instant(3))).toBe(false);
    const again: Upload = { ...judging, run: 2 };
    await moved(judging, again, 4);
    expect(await store().upload('u-2')).toMatchObject({ slicesDone: 2, rowsJudged: 90 });
    await moved(again, { ...reading, run: 3 }, 5);
    await moved({ ...reading, run: 3 }, { ...judging, run: 3 }, 6);
    expect(await store().upload('u-2')).toMatchObject({ slicesDone: 0, rowsJudged: 0 });
  });

  it('tells the journal how it ended, in the same transaction', async () => {
    const reading = anUpload('u-3', { state: 'reading', run: 1 });
    const refused: Upload = { ...reading, state: 'refused' };
    await store().create(reading);
    const entry = anEntry('u-3', { id: 'submission.refused#1', type: 'submission.refused' });
    const end = (from: Upload) => succeeds(store().move(from, refused, instant(2), journalPut(at().table, entry)));
    expect(await end({ ...reading, run: 9 })).toBe(false);
    expect(await journalStore(at().db, at().table).entriesOf('u-3')).toEqual([]);
    expect(await end(reading)).toBe(true);
    expect(await end(reading)).toBe(false);
    expect(await journalStore(at().db, at().table).entriesOf('u-3')).toEqual([entry]);
  });

  it('is watched from when it last moved until it ends', async () => {
    const names = async (second: number) =>
      (await store().unmovedBefore(instant(second))).map(({ id }) => id).filter((id) => id.startsWith('w-'));
    const [first, second] = [
      anUpload('w-1', { createdAt: instant(-50) }),
      anUpload('w-2', { createdAt: instant(-40) }),
    ];
    for (const one of [second, first]) await store().create(one);
    expect(await names(-45)).toEqual(['w-1']);
    expect(await names(-30)).toEqual(['w-1', 'w-2']);
    await moved(first, { ...first, state: 'reading', run: 1 }, -20);
    expect(await names(-30)).toEqual(['w-2']);
    await store().progress({ ...second }, 1, instant(-10));
    expect(await names(-15)).toEqual(['w-1']);
    await moved({ ...first, state: 'reading', run: 1 }, { ...first, state: 'failed', run: 1 }, -5);
    expect(await names(0)).toEqual(['w-2']);
    const kept = async () => (await store().keptBefore(instant(0))).map(({ id }) => id).filter((id) => id === 'w-1');
    expect(await kept()).toEqual(['w-1']);
    for (let twice = 0; twice < 2; twice += 1) await store().forget('w-1');
    await store().forget('w-2');
    expect(await kept()).toEqual([]);
    expect(await names(0)).toEqual(['w-2']);
  });
};
