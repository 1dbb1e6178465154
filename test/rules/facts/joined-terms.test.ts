import { expect, it } from 'vitest';
import { joinedTerms } from '../../../rules/facts/joined-terms.ts';

const term = { from: '2025-01-01', until: '2026-12-31' };

it('a term alone is itself, and one that lies within it adds nothing', () => {
  expect(joinedTerms(term, [])).toEqual(term);
  expect(joinedTerms(term, [term, { from: '2025-03-01', until: '2025-04-01' }])).toEqual(term);
});

it('takes in what overlaps and what follows on the next day, on both sides and one after another', () => {
  const terms = [
    { from: '2029-01-01', until: '2029-12-31' },
    { from: '2027-01-01', until: '2028-12-31' },
    { from: '2023-06-01', until: '2025-02-01' },
  ];
  expect(joinedTerms(term, terms)).toEqual({ from: '2023-06-01', until: '2029-12-31' });
});

it('leaves out what begins or ends with a day between', () => {
  expect(joinedTerms(term, [{ from: '2027-01-02', until: '2028-01-01' }])).toEqual(term);
  expect(joinedTerms(term, [{ from: '2024-01-01', until: '2024-12-30' }])).toEqual(term);
});

it('has no end where one of them has none', () => {
  expect(joinedTerms(term, [{ from: '2026-06-01' }])).toEqual({ from: '2025-01-01', until: undefined });
  expect(joinedTerms({ from: '2025-01-01' }, [{ from: '2024-06-01', until: '2030-01-01' }])).toEqual({
    from: '2024-06-01',
    until: undefined,
  });
});
