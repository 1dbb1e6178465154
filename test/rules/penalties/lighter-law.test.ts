import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareLaws, lawFor } from '../../../rules/penalties/lighter-law.ts';
import { penalties } from '../../../rules/penalties/penalties.ts';
import type { Penalty, Tier } from '../../../rules/penalties/penalty.ts';
import { aPenalty } from './a-penalty.ts';

const older = aPenalty();
const tier = older.tiers[0]!;
const newer = (over: Partial<Tier>, more: Partial<Penalty> = {}) =>
  aPenalty({ effective: { from: '2025-01-01' }, tiers: [{ ...tier, ...over }], ...more });
const range = (minYuan: number, maxYuan: number, isMandatory = true) =>
  ({ kind: 'range', minYuan, maxYuan, isMandatory }) as const;
const person = (maxYuan: number) => ({ maxYuan, source: '某法 art 8' });

it.each<[string, 'lighter' | 'not-lighter' | 'mixed', Partial<Tier>]>([
  ['the same', 'not-lighter', {}],
  ['a lower maximum', 'lighter', { fine: range(100, 999) }],
  ['a lower minimum', 'lighter', { fine: range(99, 1000) }],
  ['a higher maximum', 'not-lighter', { fine: range(100, 1001) }],
  ['a lower minimum and a higher maximum', 'mixed', { fine: range(99, 1001) }],
  ['a measure less', 'lighter', { measures: [] }],
  ['a measure more', 'not-lighter', { measures: ['warning', 'public-criticism'] }],
  ['another measure in its place', 'mixed', { measures: ['public-criticism'] }],
  ['a personal fine that was not there', 'not-lighter', { personalFine: person(10) }],
  ['a lower fine and a personal fine that was not there', 'mixed', { fine: range(100, 999), personalFine: person(10) }],
  ['detention that was not there', 'not-lighter', { detentionDays: { max: 1 } }],
  ['a fine that need not be given', 'mixed', { fine: range(100, 1000, false) }],
  ['measures that must be taken', 'mixed', { measuresAre: 'required' }],
])('newer law with %s: %s', (_, expected, over) => {
  expect(compareLaws(newer(over), older, {})).toBe(expected);
});

const heavy: Partial<Tier> = {
  measures: ['warning', 'public-criticism'],
  personalFine: { minYuan: 20, maxYuan: 50, source: '某法 art 8' },
  detentionDays: { min: 5, max: 10 },
  suspensionMonths: { min: 1, max: 6 },
};

it.each<[string, Partial<Tier>]>([
  ['highest personal fine', { personalFine: { minYuan: 20, maxYuan: 49, source: '某法 art 8' } }],
  ['lowest personal fine', { personalFine: { minYuan: 19, maxYuan: 50, source: '某法 art 8' } }],
  ['longest detention', { detentionDays: { min: 5, max: 9 } }],
  ['shortest detention', { detentionDays: { min: 4, max: 10 } }],
  ['suspension', { suspensionMonths: { min: 1, max: 5 } }],
  ['list of measures', { measures: ['warning'] }],
])('a smaller %s is lighter by itself, a greater one is not', (_, over) => {
  const [one, other] = [newer({ ...heavy, ...over }), aPenalty({ tiers: [{ ...tier, ...heavy }] })];
  expect([compareLaws(one, other, {}), compareLaws(other, one, {})]).toEqual(['lighter', 'not-lighter']);
});

it('each tier is held against the same tier', () => {
  const two = (base: number, serious: number) =>
    aPenalty({
      tiers: [
        { ...tier, fine: range(0, base) },
        { ...tier, tier: 'serious', fine: range(0, serious) },
      ],
    });
  expect(compareLaws(two(10, 19), two(10, 20), {})).toBe('lighter');
  expect(compareLaws(two(9, 21), two(10, 20), {})).toBe('mixed');
});

it('how measures are taken matters only where there are any; a fine that was not there is heavier', () => {
  const bare: Partial<Tier> = { measures: [] };
  const none: Partial<Tier> = { measures: [], measuresAre: 'required' };
  const { fine: _, ...unfined } = tier;
  const tiers = (over: Partial<Tier>) => aPenalty({ tiers: [{ ...tier, ...over }] });
  expect(compareLaws(tiers(none), tiers(bare), {})).toBe('not-lighter');
  const optional = { kind: 'range', maxYuan: 10 } as const;
  expect(compareLaws(tiers({ fine: optional }), aPenalty({ tiers: [unfined] }), {})).toBe('not-lighter');
  expect(compareLaws(aPenalty({ tiers: [unfined] }), tiers({ fine: optional }), {})).toBe('lighter');
});

it('a gain that nobody has told, or a tier that only one of them has, leaves it to a person', () => {
  const multiple = {
    kind: 'multiple',
    of: 'gain',
    minTimes: 1,
    maxTimes: 5,
    fromYuan: 100,
    below: { maxYuan: 500 },
    isMandatory: true,
  } as const;
  expect(compareLaws(newer({ fine: multiple }), older, {})).toBe('mixed');
  expect(compareLaws(newer({ fine: multiple }), older, { gainFen: 0 })).toBe('lighter');
  const serious = aPenalty({ tiers: [tier, { ...tier, tier: 'serious' }] });
  expect([compareLaws(serious, older, {}), compareLaws(older, serious, {})]).toEqual(['mixed', 'mixed']);
});

const cited = { law: 'law', article: '7' };
const between = (all: readonly Penalty[], actedOn: string, decidedOn: string) =>
  lawFor(all, cited, { actedOn, decidedOn }, {});
const lighter = newer({ fine: range(100, 999) });
const heavier = newer({ fine: range(100, 1001) });

it('the law of the day of the act punishes, or the newer one from the day on which it is law and lighter', () => {
  expect(between([older, lighter], '2024-12-31', '2024-12-31')).toEqual({ chosen: 'same-law', penalty: older });
  expect(between([older, lighter], '2024-12-31', '2025-01-01')).toEqual({
    chosen: 'lighter-new-law',
    penalty: lighter,
    other: older,
  });
  expect(between([older, heavier], '2024-12-31', '2025-01-01')).toEqual({
    chosen: 'law-of-the-act',
    penalty: older,
    because: 'new-law-not-lighter',
    other: heavier,
  });
  expect(between([older, heavier], '2025-01-01', '2025-01-01')).toEqual({ chosen: 'same-law', penalty: heavier });
  expect(between([older, heavier], '2019-12-31', '2025-01-01')).toEqual({ chosen: 'no-law-on-the-day' });
});

it('where each is lighter in something, the law of the act stands until the officer has said which is lighter', () => {
  const mixed = newer({ fine: range(99, 1001) });
  expect(between([older, mixed], '2024-12-31', '2025-01-01')).toEqual({
    chosen: 'law-of-the-act',
    penalty: older,
    because: 'ask-which-is-lighter',
    other: mixed,
  });
});

it('a text that nobody has seen in full lightens nothing', () => {
  const disputed = newer({ fine: range(100, 999) }, { status: 'disputed' });
  expect(between([older, disputed], '2024-12-31', '2025-01-01')).toEqual({
    chosen: 'law-of-the-act',
    penalty: older,
    because: 'new-law-disputed',
    other: disputed,
  });
});

it('our own correction of an encoding is no new law', () => {
  const corrected = aPenalty({ revision: 2, tiers: [{ ...tier, fine: range(100, 999) }] });
  expect(between([older, corrected], '2024-12-31', '2025-01-01')).toEqual({ chosen: 'same-law', penalty: corrected });
});

it('网络安全法 renumbered on 2026-01-01: article 59 goes on as 61, and is not taken for the former 61', () => {
  const said = (article: string, actedOn: string, decidedOn: string) => {
    const law = lawFor(penalties, { law: 'csl', article }, { actedOn, decidedOn }, {});
    const name = (one: Penalty | undefined) => one && `${one.article} ${one.effective.from}`;
    return {
      chosen: law.chosen,
      text: 'penalty' in law ? name(law.penalty) : undefined,
      ...('because' in law && { because: law.because, other: name(law.other) }),
    };
  };
  expect(said('59', '2025-12-31', '2025-12-31')).toEqual({ chosen: 'same-law', text: '59 2017-06-01' });
  expect(said('59', '2025-12-31', '2026-01-01')).toEqual({
    chosen: 'law-of-the-act',
    text: '59 2017-06-01',
    because: 'new-law-disputed',
    other: '61 2026-01-01',
  });
  expect(said('61', '2025-12-31', '2026-01-01')).toEqual({
    chosen: 'law-of-the-act',
    text: '61 2017-06-01',
    because: 'new-law-not-seen',
    other: undefined,
  });
  expect(said('61', '2026-01-01', '2026-01-01')).toEqual({ chosen: 'same-law', text: '61 2026-01-01' });
  expect(said('59', '2026-01-01', '2026-01-01')).toEqual({ chosen: 'no-law-on-the-day', text: undefined });
});

it('a renumbered article is followed under its new number, also where another took the old one', () => {
  const from = { from: '2025-01-01' };
  const taken = aPenalty({ effective: from, formerArticle: '6' });
  const renumbered = aPenalty({ article: '8', effective: from, formerArticle: '7', tiers: lighter.tiers });
  const amended = aPenalty({ effective: { from: '2026-01-01' }, formerArticle: '6', tiers: lighter.tiers });
  const all = [older, taken, amended, renumbered];
  expect(between(all, '2024-12-31', '2025-01-01')).toEqual({
    chosen: 'lighter-new-law',
    penalty: renumbered,
    other: older,
  });
  expect(between(all, '2025-01-01', '2025-12-31')).toEqual({ chosen: 'same-law', penalty: taken });
  expect(between(all, '2025-12-31', '2026-01-01')).toEqual({
    chosen: 'lighter-new-law',
    penalty: amended,
    other: taken,
  });
});

const anyRange = fc
  .tuple(fc.nat({ max: 1000 }), fc.nat({ max: 1000 }))
  .map(([a, b]) => range(Math.min(a, b), Math.max(a, b)));

it('whatever the amendment, nobody is fined above the law of the day of the act', () => {
  fc.assert(
    fc.property(anyRange, anyRange, (then, now) => {
      const law = between(
        [newer({ fine: then }, { effective: { from: '2020-01-01' } }), newer({ fine: now })],
        '2024-12-31',
        '2025-06-01',
      );
      if (!('penalty' in law)) return false;
      const fine = law.penalty.tiers[0]!.fine;
      return fine?.kind === 'range' && fine.maxYuan <= then.maxYuan && (fine.minYuan ?? 0) <= then.minYuan;
    }),
  );
});

describe('where money that nobody told decides a fine', () => {
  const times = (maxTimes: number) =>
    ({ kind: 'multiple', of: 'gain', minTimes: 1, maxTimes, fromYuan: 0, below: { maxYuan: 5 } }) as const;
  const told = { kind: 'range', minYuan: 100, maxYuan: 1000 } as const;
  const earlier = (fine: Tier['fine']) => aPenalty({ tiers: [{ ...tier, fine }] });

  it.each<[string, Tier['fine'], Tier['fine']]>([
    ['in both laws', times(3), times(5)],
    ['in the newer law', times(3), told],
    ['in the older law', told, times(5)],
  ])('%s, nobody can say which is lighter', (_, now, then) => {
    expect(compareLaws(newer({ fine: now }), earlier(then), {})).toBe('mixed');
  });

  it('a law that no longer fines is lighter than one that may', () => {
    const { fine: __, ...fineless } = tier;
    const now = aPenalty({ effective: { from: '2025-01-01' }, tiers: [fineless] });
    expect(compareLaws(now, earlier(told), {})).toBe('lighter');
  });
});

it('laws that have other tiers are not compared, though their fines are the same', () => {
  const of = (...names: Tier['tier'][]) => aPenalty({ tiers: names.map((name) => ({ ...tier, tier: name })) });
  expect(compareLaws(of('order', 'base'), of('base', 'serious'), {})).toBe('mixed');
});

describe('what continues an article', () => {
  const days = { actedOn: '2024-03-04', decidedOn: '2025-03-04' };
  const ended = aPenalty({ effective: { from: '2020-01-01', until: '2024-12-31' } });

  it('is of the same law, whatever another law numbers so', () => {
    const another = aPenalty({ law: 'another', effective: { from: '2025-01-01' } });
    expect(lawFor([ended, another], ended, days, {})).toMatchObject({ because: 'new-law-not-seen' });
  });

  it('under a new number is another text, though it begins on the same day', () => {
    const renumbered = aPenalty({ article: '9', formerArticle: '7' });
    expect(lawFor([ended, renumbered], ended, days, {}).chosen).not.toBe('same-law');
  });
});

it('a fine that was not there is heavier and makes nothing else lighter', () => {
  const { fine: _, ...unfined } = { ...tier, detentionDays: { min: 5, max: 10 } };
  const fined = { ...unfined, fine: { kind: 'range', minYuan: 0, maxYuan: 1 } } as const;
  const [one, other] = [aPenalty({ tiers: [fined] }), aPenalty({ tiers: [unfined] })];
  expect([compareLaws(one, other, {}), compareLaws(other, one, {})]).toEqual(['not-lighter', 'lighter']);
});
