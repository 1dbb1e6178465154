import { expect, it } from 'vitest';
import { nearest } from '../../events/nearest.ts';

it('offers the nearest allowed word, and none where nothing is near', () => {
  const kinds = ['phone-card', 'iot-usage', 'bank-account'];
  expect(nearest('phonecard', kinds)).toBe('phone-card');
  expect(nearest('BANK-ACOUNT', kinds)).toBe('bank-account');
  expect(nearest('oit-usage', kinds)).toBe('iot-usage');
  expect(nearest('submission', kinds)).toBeUndefined();
  expect(nearest('x', [])).toBeUndefined();
});
