import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { mask, maskNumbers } from '../../events/mask.ts';

it('a value keeps so much that its owner recognises it, and less the shorter it is', () => {
  expect(
    ['110101199001010011', '460105195001', '13812345678', '1234567', '123456', '张三', '欧阳小明', 'x', ''].map(mask),
  ).toEqual(['1101**********0011', '4601****5001', '138******78', '123**67', '1*****', '张*', '欧***', 'x', '']);
});

it('a sign outside the basic plane is one sign, not two halves', () => {
  expect(mask('𠮷野家')).toBe('𠮷**');
});

it('a masked value is as long as it was and hides two signs of seven or more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 2, maxLength: 80 }), (value) => {
      const before = [...value];
      const after = [...mask(value)];
      expect(after).toHaveLength(before.length);
      const kept = after.filter((one, at) => one === before[at] && one !== '*').length;
      expect(kept).toBeLessThanOrEqual(Math.max(1, Math.min(8, (before.length * 5) / 7)));
    }),
  );
});

it('seven digits and more are masked wherever they stand, however they are grouped, and with the X that ends them', () => {
  expect(
    [
      'cardholder 110101199001010011 called',
      '张三11010519491231002X',
      '6222 0212 3456 7890',
      '138-1234-5678',
      'a1234567b',
      '1234567, 7654321',
    ].map(maskNumbers),
  ).toEqual([
    'cardholder 1101**********0011 called',
    '张三1101**********002X',
    '6222***********7890',
    '138-*****5678',
    'a123**67b',
    '123**67, 765**21',
  ]);
});

it('six digits and fewer stay: amounts, codes, years', () => {
  expect(['123456', '2023', '30,000.00 CNY', 'v1.2.3', ''].map(maskNumbers)).toEqual([
    '123456',
    '2023',
    '30,000.00 CNY',
    'v1.2.3',
    '',
  ]);
});

it('no run of eight digits outlives masking', () => {
  const number = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 30 }).map((all) => all.join(''));
  fc.assert(
    fc.property(fc.string(), number, fc.string(), (before, digits, after) => {
      expect(maskNumbers(before + digits + after)).not.toContain(digits);
    }),
  );
});
