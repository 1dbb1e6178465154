import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Holding, heldAfter, maxHeld, rankAmong } from '../../rules/holdings.ts';

const aHolding = (over: Partial<Holding> = {}): Holding => ({
  card: 'k1:card-1',
  enterprise: 'E1',
  branchId: 'b1',
  recordKey: 'R1',
  submission: 's1',
  sequence: '2026-01-01T00:00:00.000Z#s1',
  openedAt: '2023-01-01T00:00:00+08:00',
  record: {},
  ...over,
});

const everything = () => true;

it('a card’s place is its rank by opening instant, whatever order the cards arrived in', () => {
  const later = aHolding({ card: 'k1:a', openedAt: '2024-05-02T00:00:00+08:00' });
  const earlier = aHolding({ card: 'k1:b', recordKey: 'R2', openedAt: '2024-05-01T00:00:00+08:00' });
  for (const order of [
    [later, earlier],
    [earlier, later],
  ]) {
    const cards = heldAfter([], order);
    expect(rankAmong({ card: 'k1:b', cards }, everything)).toBe(1);
    expect(rankAmong({ card: 'k1:a', cards }, everything)).toBe(2);
  }
});

it('two cards opened in the same instant rank by their tokens', () => {
  const cards = heldAfter([], [aHolding({ card: 'k1:z' }), aHolding({ card: 'k1:a', recordKey: 'R2' })]);
  expect(rankAmong({ card: 'k1:z', cards }, everything)).toBe(2);
});

it('the same instant written with another offset is the same instant', () => {
  const cards = heldAfter(
    [],
    [
      aHolding({ card: 'k1:b', openedAt: '2024-05-01T00:00:00+08:00' }),
      aHolding({ card: 'k1:a', recordKey: 'R2', openedAt: '2024-04-30T16:00:00.000Z' }),
    ],
  );
  expect(rankAmong({ card: 'k1:a', cards }, everything)).toBe(1);
});

it('a card taken back counts for nothing, and an older report does not bring it back', () => {
  const reported = aHolding({ sequence: '1' });
  const takenBack = aHolding({ sequence: '2', withdrawn: true });
  const other = aHolding({ card: 'k1:card-2', recordKey: 'R2', openedAt: '2024-01-01T00:00:00+08:00' });
  for (const order of [
    [reported, takenBack, other],
    [takenBack, reported, other],
  ]) {
    expect(rankAmong({ card: 'k1:card-2', cards: heldAfter([], order) }, everything)).toBe(1);
  }
});

it('taking back one record’s card leaves alone what another record says of the same card', () => {
  const mistyped = aHolding({ sequence: '1' });
  const rightful = aHolding({ recordKey: 'R2', sequence: '2' });
  const takenBack = aHolding({ sequence: '3', withdrawn: true });
  const orders = [
    [mistyped, rightful, takenBack],
    [takenBack, rightful, mistyped],
    [rightful, takenBack, mistyped],
    [mistyped, takenBack, rightful],
  ];
  for (const order of orders) {
    expect(heldAfter([], order)).toEqual([{ ...rightful, others: [takenBack] }]);
  }
});

it('a card whose newest record is taken back is held by the newest that is left', () => {
  const older = aHolding({ sequence: '1' });
  const newer = aHolding({ recordKey: 'R2', sequence: '2' });
  const takenBack = aHolding({ recordKey: 'R2', sequence: '3', withdrawn: true });
  for (const order of [
    [older, newer, takenBack],
    [takenBack, older, newer],
  ]) {
    expect(heldAfter([], order)).toEqual([{ ...older, others: [takenBack] }]);
  }
});

it('whatever is reported in whatever order and however often, the holdings end the same', () => {
  const holding = fc
    .record({
      card: fc.constantFrom('k1:a', 'k1:b', 'k1:c', 'k1:d'),
      sequence: fc.integer({ min: 1, max: 99 }).map((n) => String(n).padStart(2, '0')),
      openedAt: fc.constantFrom('2023-01-01T00:00:00+08:00', '2024-01-01T00:00:00+08:00', '2025-01-01T00:00:00+08:00'),
    })
    // Up to three records for each card; what one submission says of a card it says once.
    .map(({ card, ...rest }) =>
      aHolding({ card, recordKey: `R-${card}-${Number(rest.sequence) % 3}`, ...rest, branchId: `b-${rest.sequence}` }),
    );
  const reports = fc.uniqueArray(holding, { selector: ({ card, sequence }) => `${card} ${sequence}`, maxLength: 12 });
  fc.assert(
    fc.property(
      reports.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
      ),
      ([all, shuffled]) => {
        expect(heldAfter([], shuffled)).toEqual(heldAfter([], all));
        expect(heldAfter(heldAfter([], all), all)).toEqual(heldAfter([], all));
      },
    ),
  );
});

it('holdings keep a thousand cards, the earliest opened', () => {
  const many = Array.from({ length: maxHeld + 2 }, (_, n) =>
    aHolding({
      card: `k1:${n}`,
      recordKey: `R${n}`,
      openedAt: new Date(Date.UTC(2023, 0, 1) + n * 1000).toISOString(),
    }),
  );
  const kept = heldAfter([], many.toReversed());
  expect(kept).toHaveLength(maxHeld);
  expect(kept.at(-1)?.card).toBe(`k1:${maxHeld - 1}`);
});
