import { expect, it } from 'vitest';
import { hearingFor } from '../../../rules/penalties/hearing.ts';
import type { Measure } from '../../../rules/penalties/measure.ts';
import { hearings } from '../../../rules/penalties/penalties.ts';

const on = '2024-03-04';
const hearing = (authority: string, party: 'person' | 'unit', fineYuan: number, measures: readonly 'warning'[] = []) =>
  hearingFor(hearings, { authority, party, fineFen: fineYuan * 100, measures }, on);

it('public security offers a hearing from 2,000 yuan for a person and 10,000 for a unit', () => {
  expect(hearing('public security', 'person', 1999.99)).toEqual({ hearing: 'not-by-amount' });
  expect(hearing('public security', 'person', 2000)).toEqual({ hearing: 'offer', because: 'amount' });
  expect(hearing('public security', 'unit', 9999.99)).toEqual({ hearing: 'not-by-amount' });
  expect(hearing('public security', 'unit', 10_000, ['warning'])).toEqual({ hearing: 'offer', because: 'amount' });
});

it('a threshold that nobody has seen is asked of the officer; one from memory is only suggested', () => {
  expect(hearing('PBOC', 'unit', 5_000_000)).toEqual({ hearing: 'ask' });
  expect(hearing('cyberspace administration', 'person', 1)).toEqual({ hearing: 'ask' });
  expect(hearing('another authority', 'unit', 1)).toEqual({ hearing: 'ask' });
  expect(hearing('telecom regulator', 'unit', 1)).toEqual({ hearing: 'ask', suggestedYuan: 100_000 });
  expect(hearing('telecom regulator', 'person', 1)).toEqual({ hearing: 'ask', suggestedYuan: 10_000 });
});

it('a revocation, suspension or closing gives a hearing whatever the fine and the authority', () => {
  const proposed = { authority: 'PBOC', party: 'unit', fineFen: 0, measures: ['revoke-business-permit'] } as const;
  expect(hearingFor(hearings, proposed, on)).toEqual({ hearing: 'offer', because: 'measure' });
  expect(hearingFor(hearings, proposed, '2021-07-14')).toEqual({ hearing: 'ask' });
  expect(hearingFor(hearings, proposed, '2021-07-15')).toEqual({ hearing: 'offer', because: 'measure' });
});

it('whether a confiscation or a cut of business is grave enough is asked; the fine alone may settle it', () => {
  const proposed = { authority: 'public security', party: 'unit', fineFen: 0 } as const;
  const hearingOf = (measures: readonly Measure[], fineFen = 0) =>
    hearingFor(hearings, { ...proposed, measures, fineFen }, on).hearing;
  expect(hearingOf(['confiscate-gain'])).toBe('ask');
  expect(hearingOf(['warning', 'stop-new-business'])).toBe('ask');
  expect(hearingOf(['narrow-business'], 1_000_000)).toBe('offer');
  expect(hearingOf(['warning', 'public-criticism'])).toBe('not-by-amount');
});

it('a person too is asked about, where nobody has seen the threshold of an authority', () => {
  expect(hearing('another authority', 'person', 1)).toEqual({ hearing: 'ask' });
});

it('a fine below the threshold does not settle whether a confiscation is grave enough', () => {
  const proposed = { authority: 'public security', party: 'unit', measures: ['confiscate-gain'] } as const;
  expect(hearingFor(hearings, { ...proposed, fineFen: 999_999 }, on)).toEqual({ hearing: 'ask' });
});
