import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Violation } from '../../events/violation.ts';
import { changesStore } from '../../functions/store/changes.ts';
import { journalStore } from '../../functions/store/journal.ts';
import { violationsStore } from '../../functions/store/violations.ts';
import type { HeldBy } from '../../rules/holdings.ts';
import type { Change, Track } from '../../rules/track.ts';
import { aHolding, anEntry, aTrack, aViolation } from './examples.ts';
import type { Part } from './opened.ts';

/** What a submission changes: holdings, tracks, violations, counters and journal, whole or not at all. */
export const changes: Part = (at) => {
  const store = () => changesStore(at().db, at().table);
  const subject = (name: string): HeldBy => ({ group: 'g', kind: 'phone-card', subject: `k1:${name}` });
  const nothing: Change = { violations: [], journal: [] };
  const told = { stream: 's-holdings', at: '2026-10-01T00:00:00.000Z' };
  const holding = (name: string, version: number, ...cards: string[]): Change => ({
    ...nothing,
    holdings: { of: subject(name), version, cards: cards.map((card) => aHolding(card)), told },
  });
  const heldBy = async (name: string) => {
    const [held] = await store().holdings([subject(name)]);
    return [held!.version, held!.cards.map(({ card }) => card)];
  };

  it('holdings come back as they were written, counted by version', async () => {
    expect(await heldBy('one')).toEqual([0, []]);
    expect(await store().apply([holding('one', 0, 'a')], false)).toEqual([]);
    expect(await store().apply([holding('one', 1, 'a', 'b')], false)).toEqual([]);
    const [other, one] = await store().holdings([subject('nobody'), subject('one')]);
    expect(other).toEqual({ version: 0, cards: [] });
    expect(one).toEqual({ version: 2, cards: [aHolding('a'), aHolding('b')] });
  });

  it('of two that read the same holdings one writes; the other has to read again', async () => {
    await store().apply([holding('two', 0, 'a')], false);
    const [mine, theirs] = [holding('two', 1, 'a', 'mine'), holding('two', 1, 'a', 'theirs')];
    expect(await store().apply([mine], false)).toEqual([]);
    expect(await store().apply([theirs], false)).toEqual([theirs]);
    expect(await heldBy('two')).toEqual([2, ['a', 'mine']]);
    expect(await store().apply([holding('two', 0, 'first')], false)).toHaveLength(1);
    expect(await heldBy('two')).toEqual([2, ['a', 'mine']]);
  });

  it('of many that write the same holdings at once one does, and nothing is lost', async () => {
    const all = Array.from({ length: 8 }, (_, n) => holding('race', 0, `card-${n}`));
    const failed = (await Promise.all(all.map((change) => store().apply([change], false)))).flat();
    const won = all.filter((change) => !failed.includes(change));
    expect(won).toHaveLength(1);
    expect((await store().holdings([subject('race')]))[0]).toEqual({ version: 1, cards: won[0]!.holdings!.cards });
  });

  const violating = (id: string, version = 0, over: Partial<Violation> = {}): Change => ({
    judgedBy: { of: subject(`of-${id}`), version },
    track: { version: 0, to: aTrack(id, { branchId: 'tracked' }) },
    violations: [{ violation: aViolation(id, over) }],
    journal: [anEntry('changes', { id: `violation.opened#${id}`, type: 'violation.opened' })],
  });
  const written = async (id: string) => {
    const violation = await violationsStore(at().db, at().table).violation(id);
    const [track] = await store().tracks([aTrack(id)]);
    const told = await journalStore(at().db, at().table).entriesOf('changes', `violation.opened#${id}`);
    return [violation !== undefined, track!.version, told.length];
  };

  it('what was judged by holdings that have changed since is not written, nor any part of it', async () => {
    await store().apply([holding('of-judged', 0, 'a')], false);
    const late = violating('judged');
    expect(await store().apply([late], false)).toEqual([late]);
    expect(await written('judged')).toEqual([false, 0, 0]);
    expect(await store().apply([violating('judged', 1)], false)).toEqual([]);
    expect(await written('judged')).toEqual([true, 1, 1]);
    expect(await store().apply([violating('judged', 1)], false)).toHaveLength(1);
  });

  it('one bad change of many fails alone, unless they are to stand or fall together', async () => {
    await store().apply([violating('bad')], false);
    const alone = [violating('fine-1'), violating('bad'), violating('fine-2')];
    expect(await store().apply(alone, false)).toEqual([alone[1]]);
    expect(await Promise.all(['fine-1', 'fine-2'].map(written))).toEqual([
      [true, 1, 1],
      [true, 1, 1],
    ]);
    const together = [violating('held-up'), violating('bad')];
    expect(await store().apply(together, true)).toEqual(together);
    expect(await written('held-up')).toEqual([false, 0, 0]);
  });

  it('more changes than a transaction holds are packed into several, and every violation is counted once', async () => {
    const many = Array.from({ length: 30 }, (_, n) => violating(`many-${n}`, 0, { enterprise: 'counted' }));
    expect(await store().apply(many, true)).toEqual([]);
    const { sizes } = violationsStore(at().db, at().table);
    expect(
      await sizes([
        { by: 'enterprise', enterprise: 'counted' },
        { by: 'enterprise', enterprise: 'nobody' },
      ]),
    ).toEqual([30, 0]);
  });

  it('of all holdings written together the journal has one entry, a step that wakes nobody: whose, and how often written', async () => {
    const stream = { stream: 's-together', at: '2026-10-01T00:00:00.000Z' };
    const many = Array.from({ length: 150 }, (_, n): Change => {
      const own = holding(`together-${n}`, 0, 'k1:a', 'k1:b');
      return { ...own, holdings: { ...own.holdings!, told: stream } };
    });
    expect(await store().apply(many, true)).toEqual([]);
    const journal = journalStore(at().db, at().table);
    const entries = await journal.entriesOf('s-together');
    expect(entries.map(({ type }) => type)).toEqual(['holdings.changed', 'holdings.changed']);
    const subjects = entries.flatMap(({ detail }) => Object.values(detail.subjects as Record<string, unknown>));
    expect(subjects).toEqual(many.map(() => [1, 2]));
    expect((await journal.undispatchedBefore('9', 1_000)).filter(({ stream }) => stream === 's-together')).toEqual([]);
  });

  it('the holdings of many who hold a thousand cards each are more than a transaction holds, and all are written', async () => {
    const random = (text: string) => createHash('sha256').update(text).digest('base64url');
    const crowded = Array.from({ length: 45 }, (_, n): Change => {
      const named = Array.from({ length: 1_000 }, (_, card) => random(`${n} ${card}`));
      const cards = named.map((name) =>
        aHolding(`k1:${name}`, { recordKey: random(`${name} 1`) + random(`${name} 2`) }),
      );
      return { ...nothing, holdings: { of: subject(`crowd-${n}`), version: 0, cards, told } };
    });
    expect(await store().apply(crowded, true)).toEqual([]);
    const held = await store().holdings(crowded.map(({ holdings }) => holdings!.of));
    expect(held.map(({ version, cards }) => [version, cards.length])).toEqual(crowded.map(() => [1, 1_000]));
  });

  it('what was claimed knowing a branch’s rosters is not written once there is a newer one', async () => {
    const of = { enterprise: 'e', branchId: 'with-rosters', recordKind: 'phone-card' };
    const mark = { sequence: '1', submission: 's1', unread: ['卡-𠮷'] };
    const roster = (version: number): Change => ({ ...nothing, roster: { of, version, marks: [mark] } });
    const claim = (key: string, version: number): Change => ({
      ...nothing,
      track: { version: 0, to: aTrack(key) },
      restsOn: [{ of, version }],
    });
    expect(await store().rosters([of])).toEqual([{ version: 0, marks: [] }]);
    const early = ['early-1', 'early-2'].map((key) => claim(key, 0));
    expect(await store().apply(early, true)).toEqual([]);
    expect(await store().apply([roster(0)], true)).toEqual([]);
    expect(await store().apply([roster(0)], true)).toHaveLength(1);
    expect(await store().rosters([of])).toEqual([{ version: 1, marks: [mark] }]);
    const late = claim('late', 0);
    expect(await store().apply([late], true)).toEqual([late]);
    expect(await store().apply([claim('late', 1)], false)).toEqual([]);
  });

  // A thousand partitions are asked, of which one of the emulators answers a few dozen a second.
  it('of a record that has a track it is never said that it has none, and of nobody else’s that it has one', async () => {
    const keys = Array.from({ length: 120 }, (_, n) => `标-${n}`);
    const of = (over: object) => (key: string) => aTrack(key, { enterprise: 'tracked', ...over });
    const all = [
      ...keys.map(of({})),
      // What is remembered of a branch's period is no record's.
      of({})('#hk-1#2026-10'),
      ...['of-another', 'of-both'].map(of({ enterprise: 'tracked-2' })),
      ...['of-other-kind', 'of-both'].map(of({ recordKind: 'tip-report' })),
    ];
    expect(
      await store().apply(
        all.map((to): Change => ({ ...nothing, track: { version: 0, to } })),
        true,
      ),
    ).toEqual([]);
    const mayHave = await store().trackedOf('tracked', 'phone-card');
    expect(keys.filter((key) => !mayHave(key))).toEqual([]);
    expect(['of-another', 'of-other-kind', 'of-both', '标-120', ''].filter(mayHave)).toEqual([]);
    const others = await store().trackedOf('tracked-2', 'phone-card');
    expect(['of-another', 'of-both', ...keys].filter(others)).toEqual(['of-another', 'of-both']);
    expect(['of-both'].filter(await store().trackedOf('tracked', 'tip-report'))).toEqual(['of-both']);
    expect(keys.filter(await store().trackedOf('nobody', 'phone-card'))).toEqual([]);
  }, 240_000);

  const listedWith = async (enterprise: string, branchId: string) => {
    const listed: Track[] = [];
    for await (const some of store().tracksOfBranch(enterprise, branchId, 'phone-card')) listed.push(...some);
    return listed;
  };

  it('what a roster left out is still listed with its branch', async () => {
    const gone = aTrack('left-out', { branchId: 'leaving', gone: true, leftOut: '2' });
    expect(await store().apply([{ ...nothing, track: { version: 0, to: gone } }], true)).toEqual([]);
    expect(await listedWith(gone.enterprise, 'leaving')).toEqual([gone]);
  });

  it('a branch’s counted records are those whose place is known', async () => {
    const place = { subject: 'k1:s', card: 'k1:c', openedAt: '2026-02-03T09:00:00+08:00' };
    const placed = ['p-2', 'p-1', '卡-𠮷'].map((key) => aTrack(key, { branchId: 'placed', place }));
    const all = [...placed, aTrack('p-3', { branchId: 'placed' })];
    const wrote = all.map((to): Change => ({ ...nothing, track: { version: 0, to } }));
    expect(await store().apply(wrote, true)).toEqual([]);
    expect(await listedWith(placed[0]!.enterprise, 'placed')).toEqual([placed[1], placed[0], placed[2]]);
    expect(await store().tracks([aTrack('nobody'), placed[2]!])).toEqual([
      { version: 0 },
      { version: 1, track: placed[2] },
    ]);
  });
};
