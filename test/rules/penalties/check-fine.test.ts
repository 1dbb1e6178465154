import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFine } from '../../../rules/penalties/check-fine.ts';
import { grounds } from '../../../rules/penalties/penalties.ts';

const band = { minFen: 5_000_000, maxFen: 50_000_000, isMandatory: true };
const on = '2024-03-04';
const claim = (ground: string, ...evidence: string[]) => ({ ground, evidence });
const below = grounds.find(({ effect }) => effect === 'below')!.grounds.map(({ ground }) => ground);
const spared = grounds.find(({ effect }) => effect === 'none')!.grounds.map(({ ground }) => ground);
const check = (fineFen: number | undefined, ...claims: ReturnType<typeof claim>[]) =>
  checkFine(band, fineFen, claims, grounds, on);

it('both ends of the band are inside it', () => {
  expect([4_999_999, 5_000_000, 50_000_000, 50_000_001].map((fen) => check(fen).outcome)).toEqual([
    'ground-required',
    'within',
    'within',
    'above-maximum',
  ]);
});

describe('below the minimum', () => {
  it('a ground of 行政处罚法 article 32 is named, with its evidence', () => {
    expect(check(1)).toEqual({ outcome: 'ground-required', missing: 'ground' });
    expect(check(1, claim('he-was-sorry', 'letter-1'))).toEqual({ outcome: 'ground-required', missing: 'ground' });
    expect(check(1, claim('harm-removed'))).toEqual({ outcome: 'ground-required', missing: 'evidence' });
    expect(check(1, claim('harm-removed', ' '))).toEqual({ outcome: 'ground-required', missing: 'evidence' });
    expect(below.map((ground) => check(1, claim(ground, 'file-1')))).toEqual(
      below.map((ground) => ({ outcome: 'below-with-ground', ground, article: 'apl.32' })),
    );
    expect(below.length).toBe(5);
  });

  it('a ground of article 33 spares the fine, and does not lower it', () => {
    expect(spared.map((ground) => check(1, claim(ground, 'file-1')).outcome)).toEqual(
      spared.map(() => 'ground-required'),
    );
    expect(spared.map((ground) => check(undefined, claim(ground, 'file-1')))).toEqual(
      spared.map((ground) => ({ outcome: 'none-with-ground', ground, article: 'apl.33' })),
    );
    expect(check(undefined, claim('harm-removed', 'file-1'))).toEqual({
      outcome: 'ground-required',
      missing: 'ground',
    });
    expect(check(0)).toEqual({ outcome: 'ground-required', missing: 'ground' });
  });

  it('no ground counts on a day before its law', () => {
    const onDay = (day: string) => checkFine(band, 1, [claim('harm-removed', 'file-1')], grounds, day).outcome;
    expect([onDay('2021-07-14'), onDay('2021-07-15')]).toEqual(['ground-required', 'below-with-ground']);
  });
});

it('no fine is needed where the article offers it beside a warning; where we do not know, the officer is asked', () => {
  expect(checkFine({ ...band, isMandatory: false }, undefined, [], grounds, on)).toEqual({
    outcome: 'fine-not-mandatory',
  });
  const unknown = { minFen: band.minFen, maxFen: band.maxFen };
  expect(checkFine(unknown, undefined, [], grounds, on)).toEqual({ outcome: 'ask-if-mandatory' });
  expect(checkFine(unknown, 0, [claim(spared[0]!, 'file-1')], grounds, on).outcome).toBe('none-with-ground');
});

it('a fine is a whole number of fen', () => {
  expect([0.5, -1, Number.NaN, Infinity].map((fen) => check(fen).outcome)).toEqual([
    'not-whole-fen',
    'not-whole-fen',
    'not-whole-fen',
    'not-whole-fen',
  ]);
});

const fen = fc.nat({ max: 10 ** 10 });
const someClaims = fc.array(
  fc.record({
    ground: fc.constantFrom('', 'he-was-sorry', ...below, ...spared),
    evidence: fc.array(fc.constantFrom('', ' ', 'file-1'), { maxLength: 2 }),
  }),
  { maxLength: 4 },
);

it('nothing lets a fine pass above the maximum, and nothing but a named and proven ground one below the minimum', () => {
  fc.assert(
    fc.property(fen, fen, fen, someClaims, (a, b, fine, claims) => {
      const bounds = { minFen: Math.min(a, b), maxFen: Math.max(a, b), isMandatory: true };
      const { outcome } = checkFine(bounds, fine, claims, grounds, on);
      const isProven = (names: readonly string[]) =>
        claims.some(({ ground, evidence }) => names.includes(ground) && evidence.includes('file-1'));
      if (fine === 0) return outcome === (isProven(spared) ? 'none-with-ground' : 'ground-required');
      if (fine > bounds.maxFen) return outcome === 'above-maximum';
      if (fine >= bounds.minFen) return outcome === 'within';
      return outcome === (isProven(below) ? 'below-with-ground' : 'ground-required');
    }),
  );
});

it('a ground of which the text is disputed excuses nobody', () => {
  const band = { minFen: 100, maxFen: 1000, isMandatory: true };
  const claim = grounds.flatMap((law) => law.grounds).map(({ ground }) => ({ ground, evidence: ['e-1'] }));
  const disputed = grounds.map((law) => ({ ...law, status: 'disputed' as const }));
  const missing = { outcome: 'ground-required', missing: 'ground' };
  expect(checkFine(band, 50, claim, disputed, '2024-03-04')).toEqual(missing);
  expect(checkFine(band, undefined, claim, disputed, '2024-03-04')).toEqual(missing);
});
