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

it('of short words only those are near that are the same but for a third of their letters', () => {
  expect(nearest('x', ['id', 'to', '证号'])).toBeUndefined();
  expect(nearest('地址', ['网址', '姓名'])).toBeUndefined();
  expect(nearest('c1', ['url', 'no', 'id'])).toBeUndefined();
  expect(nearest('开卡日', ['开户日', '证件号'])).toBe('开户日');
  expect(nearest('moed', ['mode', 'kind'])).toBe('mode');
  expect(nearest('kidn', ['mode', 'kind'])).toBe('kind');
  expect(nearest('made', ['kind', 'mode'])).toBe('mode');
  expect(nearest('mine', ['mode', 'kind'])).toBeUndefined();
});
