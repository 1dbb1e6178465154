import { expect, it } from 'vitest';
import { facts, tally } from '../../../rules/facts/linked-account-check.period.ts';
import { namedAt, placeOfList } from '../../../rules/facts/list-places.ts';
import { talliesOf } from '../../../rules/facts/period.ts';

const records = (...lists: readonly string[]) => lists.map((listId, n) => ({ recordId: `r-${n}`, listId }));
const areAnswered = (received: readonly string[], named: readonly string[]) =>
  facts['lists.areAnswered'].of({
    record: {
      tallies: talliesOf(records(...named), tally),
      imports: { 'fraud-numbers': received.map((id) => ({ id, receivedAt: '2026-10-05T00:00:00.000Z' })) },
    },
  });
/** Names of lists that are counted at one place. */
const sharing = (() => {
  const byPlace = new Map<number, string[]>();
  for (let n = 0; ; n += 1) {
    const { place } = placeOfList(`list-${n}`);
    const own = [...(byPlace.get(place) ?? []), `list-${n}`];
    if (own.length === 3) return own;
    byPlace.set(place, own);
  }
})();

it('however many lists the records of a month name, their tallies fit one item', () => {
  const names = Array.from({ length: 100_000 }, (_, n) => `来函〔2026〕${n}号`.padEnd(128, '号'));
  const tallies = talliesOf(records(...names), tally);
  // Of each tally its sum is an attribute: its name, and at most 21 bytes of number with what goes around them.
  const bytes = Object.keys(tallies).reduce((sum, name) => sum + `s:${name}`.length + 24, 0);
  expect(bytes).toBeLessThan(200_000);
});

it('of two lists that share a place it is told which were answered, however often', () => {
  const [one, two] = sharing as [string, string];
  expect(areAnswered([one, two], [one, one, two])).toBe(true);
  expect(areAnswered([one, two], [one, one])).toBe(false);
  expect(areAnswered([one, two], [two])).toBe(false);
  expect(areAnswered([one, two], [])).toBe(false);
});

it('where names that nobody sent share the place of a list, nobody can say whether it was answered', () => {
  const [one, two, three] = sharing as [string, string, string];
  expect(areAnswered([one], [two])).toBeUndefined();
  expect(areAnswered([one], [one, two])).toBeUndefined();
  expect(areAnswered([one, two], [one, three])).toBeUndefined();
  expect(areAnswered(sharing, sharing)).toBeUndefined();
  expect(areAnswered([one, 'another'], [two])).toBe(false);
});

it('what was counted by the names of lists, before there were places, goes on counting', () => {
  const imports = { 'fraud-numbers': [{ id: 'imp-1', receivedAt: '2026-10-05T00:00:00.000Z' }] };
  const of = (tallies: object) => facts['lists.areAnswered'].of({ record: { imports, tallies: { ...tallies } } });
  expect(of({ 'list imp-1': { sum: 2, unknown: 0 } })).toBe(true);
  expect(of({ 'list imp-2': { sum: 2, unknown: 0 } })).toBe(false);
});

it('prints are of a list’s name, and no name is without one', () => {
  expect(namedAt([{ print: 5 }], { records: 2, prints: 10 })).toEqual([true]);
  expect(placeOfList('').print).toBeGreaterThan(0);
  // What is counted by them is kept: they are these for ever.
  expect(placeOfList('imp-1')).toEqual({ place: 1487, print: 14_902 });
  expect(placeOfList('来函〔2026〕1号')).toEqual({ place: 590, print: 929_881 });
});

it('a sum of prints that no count of the two lists makes tells of neither, and three lists cannot be told apart', () => {
  const two = [{ print: 1 }, { print: 3 }];
  expect(namedAt(two, { records: 2, prints: 0 })).toEqual([undefined, undefined]);
  expect(namedAt(two, { records: 2, prints: 10 })).toEqual([undefined, undefined]);
  expect(namedAt([], { records: 1, prints: 1 })).toEqual([]);
  expect(namedAt([...two, { print: 5 }], { records: 2, prints: 4 })).toEqual([undefined, undefined, undefined]);
});
