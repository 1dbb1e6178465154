import { expect, it } from 'vitest';
import { holdersBefore } from '../../../rules/facts/holders-before.ts';
import type { Holding } from '../../../rules/holdings.ts';

type Told = { readonly holder?: string; readonly counts?: boolean; readonly withdrawn?: boolean };

/** Cards opened one after another, of which the last is the one asked about. */
const before = (limit: number, ...told: readonly Told[]) => {
  const cards = told.map(
    ({ withdrawn = false, ...record }, n): Holding => ({
      card: `card-${n}`,
      enterprise: '91460000MA5BANKS0X',
      branchId: 'haikou-1',
      recordKey: `r-${n}`,
      submission: 's-1',
      sequence: '2023-04-01T00:00:00.000Z#s-1',
      openedAt: `2023-01-0${n + 1}T09:00:00+08:00`,
      record: { ...record },
      withdrawn,
    }),
  );
  return holdersBefore(
    { card: `card-${told.length - 1}`, cards },
    limit,
    ({ holder }) => holder as string | undefined,
    ({ counts }) => counts as boolean | undefined,
  );
};
const of = (holder: string): Told => ({ holder, counts: true });

it('counts other holders who came before, each once', () => {
  expect(before(0, of('b'), of('b'), of('c'), of('a'))).toBe(2);
});

it('a holder came with the first of their cards that counts', () => {
  expect(before(0, of('a'), of('b'), of('a'))).toBe(0);
  expect(before(0, { holder: 'a', counts: false }, of('b'), of('a'))).toBe(1);
});

it('is unknown where a card of an unknown holder decides on which side of the limit it lies', () => {
  expect(before(0, { counts: true }, of('a'))).toBeUndefined();
  expect(before(1, of('b'), { counts: true }, of('a'))).toBeUndefined();
});

it('is unknown where an unknown card may make this holder the first', () => {
  expect(before(0, { counts: true }, of('b'), of('a'))).toBeUndefined();
});

it('is the most possible within the limit and the least possible beyond it', () => {
  expect(before(2, of('b'), { counts: true }, of('a'))).toBe(2);
  expect(before(1, of('b'), of('c'), { holder: 'd' }, of('a'))).toBe(2);
});

it('is unknown while nobody said whose this card is, unless no card can be of another holder before', () => {
  expect(before(0, of('b'), { counts: true })).toBeUndefined();
  expect(before(0, { counts: true })).toBe(0);
});

it('is unknown without holdings, and for a card that is not among them', () => {
  const nobody = () => undefined;
  expect(holdersBefore(undefined, 0, nobody, nobody)).toBeUndefined();
  expect(holdersBefore({ card: 'card-9', cards: [] }, 0, nobody, nobody)).toBeUndefined();
});

it('a holder came with the first of several cards, however many came between', () => {
  expect(before(0, of('a'), of('b'), of('a'), of('a'))).toBe(0);
});

it('a card that was withdrawn brought nobody', () => {
  expect(before(0, { ...of('b'), withdrawn: true }, of('a'))).toBe(0);
  expect(before(0, { ...of('a'), withdrawn: true }, of('b'), of('a'))).toBe(1);
});

it('is unknown where neither this card nor one before has a holder that anybody told', () => {
  expect(before(0, { counts: true }, { counts: true })).toBeUndefined();
});

it('within the limit counts each named holder once, and each card of nobody as one more', () => {
  expect(before(2, of('b'), of('b'), of('c'), of('a'))).toBe(2);
  expect(before(2, { counts: true }, { counts: true }, of('a'))).toBe(2);
});
