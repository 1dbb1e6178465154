import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AnyRecord } from '../../../events/contract.ts';
import { recordSubmission } from '../../../functions/record-submission/record-submission.ts';
import { aWorld, type Death, Killed } from './recording-world.ts';
import { type Sent, trueState } from './true-state.ts';

// Whatever branches send, in whatever order the recorders of it get their turns, wherever they die and whoever goes on
// in their place: in the end stand the holdings and the open violations of the true state.

const keys = ['r1', 'r2', 'r3', 'r4', 'r5'];

const aRecord = fc
  .record({
    recordId: fc.constantFrom(...keys),
    subjectId: fc.constantFrom('p', 'p', 'p', 'q'),
    // Mostly each record has a card of its own; now and then two name the same one.
    other: fc.option(fc.constantFrom('c1', 'c2'), { freq: 4, nil: undefined }),
    cardStatus: fc.constantFrom('active', 'active', 'active', 'cancelled'),
    nameMatches: fc.constantFrom(true, true, false, undefined),
    day: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 4, nil: undefined }),
  })
  .map(
    ({ recordId, subjectId, other, cardStatus, nameMatches, day }): AnyRecord => ({
      recordId,
      subjectId,
      msisdn: other ?? recordId.replace('r', 'c'),
      subjectType: 'individual',
      cardKind: 'mobile',
      cardStatus,
      openedAt: `2026-01-0${day ?? recordId.slice(1)}T09:00:00+08:00`,
      ...(nameMatches !== undefined && { nameMatches }),
    }),
  );

const records = fc.uniqueArray(aRecord, { maxLength: 4, selector: ({ recordId }) => recordId });
const branchId = fc.constantFrom('a', 'b', 'c');
const unread = fc.option(fc.oneof(fc.subarray(keys, { maxLength: 2 }), fc.constant('all' as const)), {
  freq: 5,
  nil: undefined,
});

const aSubmission: fc.Arbitrary<Sent> = fc.oneof(
  fc.record({ branchId, mode: fc.constant('roster' as const), records, withdraws: fc.constant([]), unread }),
  fc
    .record({ branchId, mode: fc.constant('events' as const), records, withdraws: fc.subarray(keys, { maxLength: 2 }) })
    .map((sent) => ({
      ...sent,
      withdraws: sent.withdraws.filter((key) => sent.records.every((r) => r.recordId !== key)),
    })),
);

/** Sent anew, or an earlier one sent again by its branch. */
const aStory = fc
  .array(fc.oneof({ weight: 4, arbitrary: aSubmission }, { weight: 1, arbitrary: fc.nat({ max: 5 }) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((steps) => {
    const sent: Sent[] = [];
    for (const step of steps) {
      const one = typeof step === 'number' ? sent[step % Math.max(1, sent.length)] : step;
      if (one !== undefined) sent.push(one);
    }
    return sent;
  });

const aDeath: fc.Arbitrary<Death | undefined> = fc.option(
  fc.record({ at: fc.integer({ min: 1, max: 30 }), isBefore: fc.boolean() }),
  { nil: undefined },
);

/** Who records which submission, and where they die; several rounds, and in the last nobody does. */
const aTurn = fc.record({ submission: fc.nat({ max: 5 }), death: aDeath });
const rounds = fc.array(fc.array(aTurn, { maxLength: 5 }), { maxLength: 3 });
const choices = fc.array(fc.nat({ max: 9 }), { maxLength: 120 });

const play = async (
  sent: readonly Sent[],
  turns: readonly (readonly { readonly submission: number; readonly death: Death | undefined }[])[],
  chosen: readonly number[],
) => {
  const world = aWorld(sent);
  let n = 0;
  const choose = (among: number): number => (chosen[n++] ?? 0) % among;
  const record = (submission: number, death: Death | undefined) =>
    recordSubmission(`s${submission}`, world.recorder(death)).then(
      () => undefined,
      (error) => {
        if (!(error instanceof Killed)) throw error;
      },
    );
  for (const round of [...turns, sent.map((_, submission) => ({ submission, death: undefined }))]) {
    const recorders = round
      .filter(({ submission }) => submission < sent.length)
      .map(({ submission, death }) => record(submission, death));
    await Promise.all([world.run(choose), ...recorders]);
  }
  return world;
};

it('rosters, corrections, moves and withdrawals end in the true state, in every order and after every crash', async () => {
  await fc.assert(
    fc.asyncProperty(aStory, rounds, choices, async (sent, turns, chosen) => {
      const world = await play(sent, turns, chosen);
      expect(world.state()).toEqual(trueState(sent));
    }),
    { numRuns: 3_000, interruptAfterTimeLimit: 12_000 },
  );
});

it('a roster that lists a thousand cards again writes that it is there, and the two that changed', async () => {
  const thousand = Array.from({ length: 1_000 }, (_, n) => ({
    ...{ recordId: `r${n}`, subjectId: `p${n}`, msisdn: `c${n}`, subjectType: 'individual', cardKind: 'mobile' },
    ...{ cardStatus: 'active', openedAt: '2026-01-01T09:00:00+08:00', nameMatches: true },
  }));
  const changed = [{ ...thousand[0]!, cardStatus: 'cancelled' }, ...thousand.slice(1, -1)];
  const roster = (records: readonly AnyRecord[]): Sent => ({ branchId: 'a', mode: 'roster', records, withdraws: [] });
  const sent = [roster(thousand), roster(changed)];
  const world = aWorld(sent);
  const writesOf = async (submission: string) => {
    const before = world.writes();
    await Promise.all([world.run(() => 0), recordSubmission(submission, world.recorder(undefined))]);
    return world.writes() - before;
  };
  // Of each card that changed or went, its track and its holder's cards.
  expect([await writesOf('s0'), await writesOf('s1')]).toEqual([1 + 2 * 1_000, 1 + 2 * 2]);
  expect(world.state()).toEqual(trueState(sent));
});
