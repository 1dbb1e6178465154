import { expect, it } from 'vitest';
import { shareAbout, shareUpTo, type Tally } from '../../../rules/facts/period.ts';

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
