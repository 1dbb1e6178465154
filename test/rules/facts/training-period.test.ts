import { expect, it } from 'vitest';
import { talliesOf } from '../../../rules/facts/period.ts';
import { facts, tally } from '../../../rules/facts/training.period.ts';

const march = { recordId: 'r-1', trainedOn: '2026-03-10', trainedThisYearCount: 95, onDutyStaffCount: 100 };

it('a training that was taken back leaves the coverage to the last one that stands', () => {
  const takenBack = { sum: 0, unknown: 0 };
  const tallies = {
    ...talliesOf([march], tally),
    'held 2026-10-10': takenBack,
    'trained by 2026-10-10': takenBack,
    'staff on 2026-10-10': takenBack,
  };
  expect(facts['trainings.coverage'].of({ record: { tallies } })).toBe(0.95);
});
