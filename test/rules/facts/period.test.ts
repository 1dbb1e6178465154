import { expect, it } from 'vitest';
import {
  countAbout,
  gained,
  shareAbout,
  shareUpTo,
  sumOf,
  type Tally,
  talliesOf,
  withTold,
} from '../../../rules/facts/period.ts';

const shares = (part: Tally, of: Tally, limit: number) => {
  const record = { tallies: { part, of } };
  return [shareAbout(record, 'part', 'of', limit), shareUpTo(record, 'part', 'of', limit)];
};
const told = (sum: number): Tally => ({ sum, unknown: 0 });

it('a share is exact where every record tells', () => {
  expect(shares(told(1), told(4), 0.25)).toEqual([0.25, 0.25]);
});

it('a share that may still grow has reached a floor at the limit, and has not passed a ceiling there for certain', () => {
  expect(shares({ sum: 1, unknown: 1 }, told(4), 0.25)).toEqual([0.25, undefined]);
});

it('a share that may still grow to the limit stays within a ceiling, and has not missed a floor for certain', () => {
  expect(shares({ sum: 1, unknown: 1 }, told(4), 0.5)).toEqual([undefined, 0.5]);
});

it('a share is told on its side of the limit, however much is unknown', () => {
  expect(shares({ sum: 2, unknown: 1 }, told(4), 0.25)).toEqual([0.5, 0.5]);
  expect(shares({ sum: 1, unknown: 1 }, told(4), 0.75)).toEqual([0.5, 0.5]);
});

it('there is no share of nothing, and none is known where nothing was added up', () => {
  expect(shares(told(0), told(0), 0.5)).toEqual([null, null]);
  expect([shareAbout({}, 'part', 'of', 0.5), shareUpTo({}, 'part', 'of', 0.5)]).toEqual([undefined, undefined]);
});

it('whoever is unknown to the whole may make the share smaller, and may be all there is', () => {
  expect(shares(told(1), { sum: 1, unknown: 1 }, 0.5)).toEqual([0.5, undefined]);
  expect(shares(told(0), { sum: 0, unknown: 1 }, 1)).toEqual([undefined, 1]);
});

it('what records add is summed, and counted where they do not tell', () => {
  const record = (recordId: string, adds?: number) => ({ recordId, adds });
  const records = [record('a', 2), record('b'), record('c', 3), record('d')];
  expect(talliesOf(records, ({ adds }) => ({ cards: adds as number | undefined }))).toEqual({
    cards: { sum: 5, unknown: 2 },
  });
});

it('that a record told of what its kind gained is kept under a name of its own for each', () => {
  expect(withTold({ cards: 1, [gained('a')]: 2, [gained('b')]: undefined })).toEqual({
    ...{ cards: 1, '+a': 2, '+b': undefined },
    ...{ 'told +a': 1, 'told +b': 1 },
  });
});

it('a sum is told once no record leaves it open, and there is none where nothing was added up', () => {
  const tallies = { open: { sum: 4, unknown: 1 }, told: told(4) };
  expect([sumOf({ tallies }, 'open'), sumOf({ tallies }, 'told'), sumOf({ tallies }, 'never')]).toEqual([
    undefined,
    4,
    0,
  ]);
  expect(sumOf({}, 'told')).toBeUndefined();
});

it('a count is the least it can be from the limit on, the most below it, and unknown where it may be either', () => {
  const about = (sum: number, unknown: number, limit: number) =>
    countAbout({ tallies: { calls: { sum, unknown } } }, 'calls', limit);
  expect([about(3, 5, 3), about(3, 0, 3), about(2, 1, 4), about(2, 1, 3), about(2, 5, 4)]).toEqual([
    3,
    3,
    3,
    undefined,
    undefined,
  ]);
  expect(countAbout({}, 'calls', 3)).toBeUndefined();
});
