import { expect, it } from 'vitest';
import { prevailing } from '../../../rules/penalties/prevailing.ts';

const band = (minFen: number, maxFen: number) => ({ fine: { minFen, maxFen } });

it('the higher maximum prevails, whatever the minimum; of equal maxima the higher minimum', () => {
  expect(prevailing([band(1, 10), band(3, 5)])).toEqual(band(1, 10));
  expect(prevailing([band(3, 5), band(1, 10)])).toEqual(band(1, 10));
  expect(prevailing([band(1, 10), band(3, 10)])).toEqual(band(3, 10));
  expect(prevailing([])).toBeUndefined();
});
