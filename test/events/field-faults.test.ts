import { describe, expect, it } from 'vitest';
import type { Contract } from '../../events/contract.ts';
import { shown, typeOf } from '../../events/field-faults.ts';
import { normalise } from '../../events/normalise.ts';
import { phoneCard } from '../../events/records/phone-card/contract.ts';

const faultsOf = (over: object) =>
  normalise(phoneCard as unknown as Contract, [{ recordId: 'a', openedAt: '2023-03-01T09:10:00+08:00', ...over }])
    .faults;

describe('what was found where a day or time should be', () => {
  it.each([
    '2023-04-31',
    '2023-04-31 09:00',
    '2023-02-30T09:00:00+08:00',
    '2023-02-30T09:00:00+0800',
    '2023-02-30t09:00:00z',
    '2023-02-30T09:00:00.123456',
  ])('is shown as sent: %s', (text) => {
    expect([shown(text, { type: 'instant' }), shown(text, { type: 'date' })]).toEqual([text, text]);
  });

  it('is masked where a number stands beside it, and where no day should be', () => {
    for (const text of ['2023-04-01 13800138000', '13800138000 2023-04-01']) {
      expect(shown(text, { type: 'instant' })).not.toMatch(/0138/);
    }
    expect([shown('2023-04-01'), shown('2023-04-01', { type: 'text' })]).toEqual(['202*****01', '202*****01']);
  });
});

it('what was found is shown up to eighty characters, and no more of it masked than that', () => {
  expect([shown('x'.repeat(80)), shown('x'.repeat(81))]).toEqual(['x'.repeat(80), `${'x'.repeat(80)}…`]);
  expect(shown('x'.repeat(100), { type: 'text', personal: 'token' })).toHaveLength(80);
});

it('null is told as null, and not as an object', () => {
  expect([typeOf(null).en, typeOf({}).en, typeOf([]).en]).toEqual(['null', 'an object', 'a list']);
  expect(faultsOf({ byProxy: null }).map(({ cause }) => cause.en)).toEqual(['It is null.']);
});

it('what is no text is near no code', () => {
  expect(faultsOf({ cardKind: 5 }).map(({ code, found, fix }) => [code, found, fix.en])).toEqual([
    ['UNKNOWN_VALUE', '5', 'Give one of the values allowed.'],
  ]);
});
