import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FineRange, ItemRange } from '../../../rules/penalties/item-range.ts';
import { PenaltyFile } from '../../../rules/penalties/penalty-file.ts';
import { aPenalty } from './a-penalty.ts';

const text = { zh: '某', en: 'some' };
const { tiers, ...article } = aPenalty();
const [base] = tiers as [(typeof tiers)[number]];
const { title: _, liable: __, decidedBy: ___, items: ____, notEncoded: _____, ...version } = article;

const withTier = (over: object) => ({ ...article, tiers: [{ ...base, ...over }] });
const multiple = { kind: 'multiple', of: 'gain', minTimes: 1, maxTimes: 5, fromYuan: 0, below: { maxYuan: 0 } };
const grounds = { ...version, kind: 'grounds', effect: 'below', grounds: [{ ground: 'g', text }] };
const threshold = { authority: 'a', status: 'verified', source: 's' };
const hearing = { ...version, kind: 'hearing', measures: [], askedMeasures: [], thresholds: [threshold] };
const subject = { category: 'convicted', who: text, termYears: 1, measures: ['financial'] };
const joint = { ...version, kind: 'joint-punishment', scope: [], subjects: [subject], notEncoded: [] };

/** Where a file is wrong, each place with what is said of it; nothing where it is read. */
const wrongOf = (file: object): readonly string[] =>
  PenaltyFile.safeParse(file).error?.issues.map(({ path, message }) => `${path.join('/')}: ${message}`) ?? [];
const placesOf = (file: object): readonly string[] =>
  PenaltyFile.safeParse(file).error?.issues.map(({ path }) => path.join('/')) ?? [];

const files = globSync('rules/penalties/*/*/*.json').map((file) => JSON.parse(readFileSync(file, 'utf8')));

it('every penalty file is read as it is written', () => {
  expect(files.map((file) => PenaltyFile.parse(file))).toEqual(files);
  expect(new Set(files.map(({ kind }) => kind))).toEqual(
    new Set(['penalty', 'grounds', 'hearing', 'joint-punishment']),
  );
});

describe('a penalty file may say', () => {
  it.each(['telecom', 'bank', 'payment', 'internet', 'any'])('that %s is liable', (liable) => {
    expect(wrongOf({ ...article, tiers, liable: [liable] })).toEqual([]);
  });

  it.each(['verified', 'disputed'])('that its figures are %s', (status) => {
    expect(wrongOf({ ...article, tiers, status })).toEqual([]);
    expect(wrongOf({ ...hearing, thresholds: [{ ...threshold, status }] })).toEqual([]);
  });

  it.each(['gain', 'amount'])('that the fine is so many times the %s', (of) => {
    expect(wrongOf(withTier({ fine: { ...multiple, of } }))).toEqual([]);
    const { kind: ____, fromYuan: fromFen, ...times } = multiple;
    const range = { ...times, of, fromFen, below: { minFen: 0, maxFen: 0 } };
    expect(FineRange.safeParse(range).success).toBe(true);
  });

  it('that the least is the most: of a fine, of times, of days', () => {
    expect(wrongOf(withTier({ fine: { kind: 'range', minYuan: 5, maxYuan: 5 } }))).toEqual([]);
    expect(wrongOf(withTier({ fine: { ...multiple, minTimes: 5 } }))).toEqual([]);
    expect(wrongOf(withTier({ detentionDays: { min: 5, max: 5 }, suspensionMonths: { min: 6, max: 6 } }))).toEqual([]);
  });

  it('that a serious tier adds to the base tier', () => {
    expect(wrongOf(withTier({ addsToBase: true }))).toEqual([]);
    expect(placesOf(withTier({ addsToBase: false }))).toEqual(['tiers/0/addsToBase']);
  });

  it('one or more of everything that it lists', () => {
    const [a, b] = ['a', 'b'];
    const items = [a, b].map((item) => ({ item, summary: text }));
    const many = { ...article, liable: ['telecom', 'bank'], decidedBy: [a, b], items };
    expect(wrongOf({ ...many, tiers: [base, { ...base, tier: 'serious' }] })).toEqual([]);
    expect(wrongOf({ ...grounds, grounds: [grounds.grounds[0], { ground: 'h', text, mayOrShall: 'may' }] })).toEqual(
      [],
    );
    expect(wrongOf({ ...grounds, effect: 'none', grounds: [{ ground: 'h', text, mayOrShall: 'shall' }] })).toEqual([]);
    expect(wrongOf({ ...hearing, thresholds: [threshold, threshold] })).toEqual([]);
    const other = { ...subject, category: 'administratively-determined', termYears: 2, measures: ['credit', 'entry'] };
    expect(wrongOf({ ...joint, subjects: [subject, other] })).toEqual([]);
  });

  it.each(['bank', 'payment', 'telecom', 'internet', 'credit'])('that a sanction reaches %s', (scope) => {
    expect(wrongOf({ ...joint, scope: [scope] })).toEqual([]);
  });

  it.each(['advisory', 'rectification-only', 'no-law-on-the-day', 'no-such-item', 'disputed-text'])(
    'a range that is none for “%s”',
    (noRangeBecause) => {
      const range = { law: 'l', article: '1', item: '1', express: true, tiers: [], noRangeBecause };
      expect(ItemRange.safeParse(range).success).toBe(true);
    },
  );
});

describe('a penalty file is refused, by place,', () => {
  it('where the least is above the most', () => {
    const above = { minYuan: 6, maxYuan: 5 };
    const said = 'minYuan: minYuan is above maxYuan';
    expect(wrongOf(withTier({ fine: { kind: 'range', ...above } }))).toEqual([`tiers/0/fine/${said}`]);
    expect(wrongOf(withTier({ fine: { ...multiple, below: above } }))).toEqual([`tiers/0/fine/below/${said}`]);
    expect(wrongOf(withTier({ personalFine: { ...above, source: 's' } }))).toEqual([`tiers/0/personalFine/${said}`]);
    expect(wrongOf(withTier({ fine: { ...multiple, minTimes: 6 } }))).toEqual([
      'tiers/0/fine/minTimes: minTimes is above maxTimes',
    ]);
  });

  it('where a tier stands twice', () => {
    expect(wrongOf({ ...article, tiers: [base, base] })).toEqual(['tiers: a tier stands twice']);
  });

  it('where a list that must name something names nothing', () => {
    const nothing = { liable: [], decidedBy: [], items: [], tiers: [] };
    expect(placesOf({ ...article, ...nothing })).toEqual(['liable', 'decidedBy', 'items', 'tiers']);
    expect(placesOf({ ...grounds, grounds: [] })).toEqual(['grounds']);
    expect(placesOf({ ...hearing, thresholds: [] })).toEqual(['thresholds']);
    expect(placesOf({ ...joint, subjects: [] })).toEqual(['subjects']);
    expect(placesOf({ ...joint, subjects: [{ ...subject, termYears: 0, measures: [] }] })).toEqual([
      'subjects/0/termYears',
      'subjects/0/measures',
    ]);
  });

  it('where it does not say what it is', () => {
    const nameless = { law: '', instrument: '', article: '', revision: 0, source: '' };
    expect(placesOf({ ...grounds, ...nameless })).toEqual(Object.keys(nameless));
    for (const law of ['Law', 'a law', 'x法', '法x', 'l.1']) expect(placesOf({ ...grounds, law })).toEqual(['law']);
  });

  it('where a fine is below nothing', () => {
    expect(placesOf(withTier({ fine: { kind: 'range', maxYuan: -1 } }))).toContain('tiers/0/fine/maxYuan');
  });
});
