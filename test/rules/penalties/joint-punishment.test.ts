import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jointPunishment } from '../../../rules/penalties/joint-punishment.ts';
import { jointPunishments } from '../../../rules/penalties/penalties.ts';

const term = (category: 'convicted' | 'administratively-determined', from: string, since?: string) =>
  jointPunishment(jointPunishments, category, from, since);

it('five years until 2024-11-30; from 2024-12-01 three for the convicted and two for those determined by the police', () => {
  const before = {
    law: 'joint-punishment',
    instrument: '银发〔2019〕85号',
    status: 'disputed',
    termYears: 5,
    from: '2024-11-30',
    endsOn: '2029-11-30',
    isCutShort: false,
    measures: ['bank accounts and payment accounts'],
    scope: ['bank', 'payment'],
  };
  expect(term('convicted', '2024-11-30')).toEqual(before);
  expect(term('administratively-determined', '2024-11-30')).toEqual(before);
  const after = {
    law: 'joint-punishment',
    instrument: '电信网络诈骗及其关联违法犯罪联合惩戒办法',
    status: 'disputed',
    from: '2024-12-01',
    isCutShort: false,
    scope: ['bank', 'payment', 'telecom', 'internet', 'credit'],
  };
  expect(term('convicted', '2024-12-01')).toEqual({
    ...after,
    termYears: 3,
    endsOn: '2027-12-01',
    measures: ['financial', 'telecom-network', 'credit'],
  });
  expect(term('administratively-determined', '2024-12-01')).toEqual({
    ...after,
    termYears: 2,
    endsOn: '2026-12-01',
    measures: ['financial', 'telecom-network', 'entry in the financial credit database'],
  });
});

it('the first instrument we know is of 2019-04-01', () => {
  expect([term('convicted', '2019-03-31'), term('convicted', '2019-04-01')?.termYears]).toEqual([undefined, 5]);
});

it('terms that follow one another are together no longer than five years', () => {
  const ends = (since: string) => {
    const { endsOn, isCutShort } = term('convicted', '2028-03-01', since)!;
    return { endsOn, isCutShort };
  };
  expect(ends('2028-03-01')).toEqual({ endsOn: '2031-03-01', isCutShort: false });
  expect(ends('2026-03-01')).toEqual({ endsOn: '2031-03-01', isCutShort: false });
  expect(ends('2026-02-28')).toEqual({ endsOn: '2031-02-28', isCutShort: true });
  expect(ends('2023-02-28')).toEqual({ endsOn: '2028-03-01', isCutShort: true });
});

it('once five years have passed there is no further day', () => {
  expect(term('convicted', '2030-01-02', '2025-01-01')?.endsOn).toBe('2030-01-02');
});

it('a category that an instrument does not name has no term by it', () => {
  const only = jointPunishments.map((one) => ({ ...one, subjects: one.subjects.slice(0, 1) }));
  expect(jointPunishment(only, 'administratively-determined', '2025-01-01')).toBe(undefined);
});

it('from 29 February a term ends with February', () => {
  expect(term('convicted', '2028-02-29')?.endsOn).toBe('2031-02-28');
  expect(term('administratively-determined', '2028-02-29')?.endsOn).toBe('2030-02-28');
});

it('on every day there is one term, and a later start never ends earlier under one instrument', () => {
  const day = (n: number) => new Date(Date.UTC(2024, 11, 1 + n)).toISOString().slice(0, 10);
  fc.assert(
    fc.property(
      fc.nat({ max: 4000 }),
      (n) => term('convicted', day(n))!.endsOn <= term('convicted', day(n + 1))!.endsOn,
    ),
  );
});
