import { expect, it } from 'vitest';
import type { Manifest } from '../../events/manifest.ts';
import type { SubmissionView } from '../../events/submission.ts';
import { journalPut, journalStore } from '../../functions/store/journal.ts';
import { submissionsStore } from '../../functions/store/submissions.ts';
import { aManifest, anEntry, instant } from './examples.ts';
import type { Part } from './opened.ts';

/** Submissions: one chain, one recording at a time, in the lists once audited. */
export const submissions: Part = (at) => {
  const store = () => submissionsStore(at().db, at().table);
  const entry = (id: string, type: 'submission.recording' | 'submission.audited') => anEntry(id, { id: type, type });
  const begin = async (manifest: Manifest) => {
    const { view } = manifest;
    const told = journalPut(at().table, entry(view.id, 'submission.recording'));
    await store().begin(manifest, await store().head(view), told);
  };
  const auditedOf = ({ view, ...rest }: Manifest): Manifest => ({ ...rest, view: { ...view, status: 'audited' } });
  const commit = (manifest: Manifest) =>
    store().commit(auditedOf(manifest), journalPut(at().table, entry(manifest.view.id, 'submission.audited')));
  const canceled = { name: 'TransactionCanceledException' };

  it('is being recorded, then audited: its chain, its journal and its filing say so', async () => {
    const manifest = aManifest('whole', { branchId: 'whole' });
    await begin(manifest);
    expect(await store().manifest('whole')).toEqual(manifest);
    expect(await store().head(manifest.view)).toEqual({ recording: 'whole' });
    expect(await store().filed(manifest.view.enterprise, 'whole', 'phone-card')).toEqual([]);
    await commit(manifest);
    expect(await store().manifests(['nobody', 'whole'])).toEqual([undefined, auditedOf(manifest)]);
    expect(await store().head(manifest.view)).toEqual({ current: 'whole', currentDigest: 'digest of whole' });
    expect(await store().filed(manifest.view.enterprise, 'whole', 'phone-card')).toEqual([
      { period: manifest.view.period, receivedAt: manifest.view.receivedAt },
    ]);
    const told = await journalStore(at().db, at().table).entriesOf('whole');
    expect(told).toEqual([entry('whole', 'submission.audited'), entry('whole', 'submission.recording')]);
  });

  it('is committed once: the second commit changes nothing', async () => {
    const manifest = aManifest('once', { branchId: 'once' });
    await begin(manifest);
    await commit(manifest);
    await expect(commit(manifest)).rejects.toMatchObject(canceled);
    await expect(commit(aManifest('never-begun', { branchId: 'once' }))).rejects.toMatchObject(canceled);
    expect(await store().manifest('never-begun')).toBeUndefined();
  });

  it('waits for the one that is being recorded on its chain, and supersedes it afterwards', async () => {
    const [first, second] = [aManifest('c-1', { branchId: 'chain' }), aManifest('c-2', { branchId: 'chain' })];
    await begin(first);
    await expect(begin(second)).rejects.toMatchObject(canceled);
    await commit(first);
    await begin(second);
    expect(await store().head(second.view)).toEqual({
      current: 'c-1',
      currentDigest: 'digest of c-1',
      recording: 'c-2',
    });
    await expect(begin(aManifest('c-3', { branchId: 'chain' }))).rejects.toMatchObject(canceled);
    await commit(second);
    expect(await store().manifest('c-3')).toBeUndefined();
  });

  it('a period is filed when it was first received: a correction makes it no later', async () => {
    for (const n of [1, 2]) {
      const manifest = aManifest(`f-${n}`, { branchId: 'filed', receivedAt: instant(n) });
      await begin(manifest);
      await commit(manifest);
    }
    const { enterprise, period } = aManifest('f-1').view;
    expect(await store().filed(enterprise, 'filed', 'phone-card')).toEqual([{ period, receivedAt: instant(1) }]);
  });

  it('of many that begin on one chain at once, one does', async () => {
    const all = Array.from({ length: 8 }, (_, n) => aManifest(`race-${n}`, { branchId: 'race' }));
    const ends = await Promise.allSettled(all.map(begin));
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const begun = (await store().manifests(all.map(({ view }) => view.id))).flatMap((one) => one ?? []);
    expect(await store().head(all[0]!.view)).toEqual({ recording: begun[0]!.view.id });
    expect(begun).toHaveLength(1);
  });

  it('is found while it is being recorded, oldest first, and in the lists only once audited', async () => {
    const listed = [1, 2, 3, 4].map((n) => {
      const over: Partial<SubmissionView> = { enterprise: 'listed', branchId: `b-${n % 2}`, region: `990${n}` };
      return aManifest(`l-${n}`, {
        ...over,
        period: { from: `2026-0${n}-01`, to: `2026-0${n}-28` },
        receivedAt: instant(n - 60),
      });
    });
    for (const manifest of [...listed].reverse()) await begin(manifest);
    const recording = async (before: string) => (await store().recordingBefore(before)).map(({ view }) => view.id);
    expect(await recording(instant(4 - 60))).toEqual(['l-1', 'l-2', 'l-3']);
    expect(await store().audited({ enterprise: 'listed' }, undefined, 10)).toEqual([]);
    for (const manifest of listed) await commit(manifest);
    expect(await recording(instant(0))).toEqual([]);

    const idsOf = (views: readonly SubmissionView[]) => views.map(({ id }) => id);
    const first = await store().audited({ enterprise: 'listed' }, undefined, 3);
    expect(idsOf(first)).toEqual(['l-4', 'l-3', 'l-2']);
    expect(idsOf(await store().audited({ enterprise: 'listed' }, `${instant(2 - 60)}#l-2`, 3))).toEqual(['l-1']);
    expect(idsOf(await store().audited({ enterprise: 'listed', branchId: 'b-1' }, undefined, 9))).toEqual([
      'l-3',
      'l-1',
    ]);
    const ofProvince = await store().audited({ sector: 'telecom', province: '99' }, `${instant(4 - 60)}#l-4`, 2);
    expect(idsOf(ofProvince)).toEqual(['l-3', 'l-2']);
    expect(first[0]).toEqual(auditedOf(listed[3]!).view);
  });
};
