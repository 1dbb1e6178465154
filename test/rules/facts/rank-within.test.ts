import { expect, it } from 'vitest';
import { isAmong, rankWithin } from '../../../rules/facts/rank-within.ts';
import type { Holding } from '../../../rules/holdings.ts';

const held = (card: string, status: string | undefined): Holding => ({
  card,
  enterprise: '91460000MA5TELEC0X',
  branchId: 'haikou-1',
  recordKey: card,
  submission: 's-1',
  sequence: '2023-04-01T00:00:00.000Z#s-1',
  openedAt: `2023-01-0${card}T09:00:00+08:00`,
  record: { status },
});
const active = (record: Holding['record']) => isAmong(record.status, ['active']);
const rank = (card: string, limit: number, statuses: readonly (string | undefined)[]) =>
  rankWithin({ card, cards: statuses.map((status, index) => held(String(index + 1), status)) }, limit, active);

it('is the place by opening among the counted', () => {
  expect(rank('3', 5, ['active', 'closed', 'active'])).toBe(2);
});

it('is unknown where cards of unknown status decide on which side of the limit it lies', () => {
  expect(rank('3', 2, ['active', undefined, 'active'])).toBeUndefined();
});

it('is the least possible beyond the limit and the most possible within it', () => {
  expect(rank('4', 2, ['active', 'active', undefined, 'active'])).toBe(3);
  expect(rank('4', 4, ['active', 'active', undefined, 'active'])).toBe(4);
});

it('is unknown without holdings, and for a card that is not among them', () => {
  expect(rankWithin(undefined, 5, active)).toBeUndefined();
  expect(rank('9', 5, ['active'])).toBeUndefined();
});
