import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../rules/engine/catalogue.ts';
import { breachOf } from '../../../rules/penalties/breach.ts';
import { penalties } from '../../../rules/penalties/penalties.ts';
import { penaltyBand } from '../../../rules/penalties/penalty-band.ts';
import { aBreach, aPenalty } from './a-penalty.ts';

const on = '2024-06-03';
const item1 = { law: 'atfl', article: '39', item: '1' };
const item2 = { law: 'atfl', article: '39', item: '2' };
const item3 = { law: 'atfl', article: '39', item: '3' };
const bandOf = (...breaches: ReturnType<typeof aBreach>[]) => penaltyBand(breaches, on, penalties);

it('a breach of real-name registration: what article 39 allows, tier by tier', () => {
  expect(bandOf(aBreach())).toEqual({
    acts: [
      {
        key: '911100000000000001/atfl.39.2',
        violations: ['v1'],
        linkable: [],
        actedOn: '2024-03-04',
        items: [
          {
            cited: item2,
            article: 'atfl.39',
            from: '2022-12-01',
            chosen: 'same-law',
            decidedBy: ['Ministry of Industry and Information Technology', 'provincial communications administration'],
            tiers: [
              { tier: 'order', measures: ['order-to-rectify'], measuresAre: 'required' },
              {
                tier: 'base',
                condition: { zh: '情节较轻', en: 'The circumstances are minor' },
                fine: { minFen: 5_000_000, maxFen: 50_000_000, isMandatory: false },
                measures: ['warning', 'public-criticism'],
                measuresAre: 'alternatives',
              },
              {
                tier: 'serious',
                condition: { zh: '情节严重', en: 'The circumstances are serious' },
                fine: { minFen: 50_000_000, maxFen: 500_000_000, isMandatory: true },
                measures: [
                  'suspend-business-concerned',
                  'suspend-for-rectification',
                  'revoke-business-permit',
                  'revoke-business-licence',
                ],
                measuresAre: 'optional',
                personalFine: { minFen: 1_000_000, maxFen: 20_000_000, isMandatory: true },
              },
            ],
          },
        ],
        fines: [
          { tier: 'base', article: 'atfl.39', fine: { minFen: 5_000_000, maxFen: 50_000_000, isMandatory: false } },
          { tier: 'serious', article: 'atfl.39', fine: { minFen: 50_000_000, maxFen: 500_000_000, isMandatory: true } },
        ],
        asks: [],
      },
    ],
    rectifyOnly: [],
    listed: [],
  });
});

describe('an article that does not name the duty', () => {
  const cardLimit = aBreach({ express: [], linkable: [item2, item1] });

  it('is rectification only, and says what the officer could link', () => {
    expect(bandOf(cardLimit)).toEqual({
      acts: [],
      rectifyOnly: [{ violation: 'v1', linkable: [item2, item1] }],
      listed: [],
    });
  });

  it('punishes once the officer has linked it by facts; without facts, or to an item not offered, nothing is linked', () => {
    const link = (cited: typeof item1, facts: string) => ({ ...cardLimit, links: [{ ...cited, facts }] });
    expect(bandOf(link(item2, '')).acts).toEqual([]);
    expect(bandOf(link(item2, '  ')).acts).toEqual([]);
    expect(bandOf(link(item3, 'cards were opened under names of others')).acts).toEqual([]);
    const linked = bandOf(link(item2, 'cards were opened under names of others'));
    expect(linked.acts.map(({ key, items }) => ({ key, cited: items.map(({ cited }) => cited) }))).toEqual([
      { key: '911100000000000001/atfl.39.2', cited: [item2] },
    ]);
    expect(linked.rectifyOnly).toEqual([]);
  });
});

it('what a punished act could be linked to besides is shown once', () => {
  const both = aBreach({ linkable: [item1, item2] });
  expect(bandOf(both, { ...both, violation: 'v2' }).acts.map(({ linkable }) => linkable)).toEqual([[item1]]);
});

it('an advisory violation is listed and never fined', () => {
  expect(bandOf(aBreach({ isAdvisory: true }))).toEqual({ acts: [], rectifyOnly: [], listed: ['v1'] });
});

describe('what nobody has told is asked', () => {
  const aid = aBreach({ express: [{ law: 'atfl', article: '42', item: '' }] });
  const key = '911100000000000001/atfl.42.';

  it('the illegal gain of the act, before its fine', () => {
    const [act] = bandOf(aid).acts;
    expect([act!.fines, act!.asks]).toEqual([[], [{ article: 'atfl.42', ask: 'gainFen' }]]);
    const [told] = penaltyBand([aid], on, penalties, { [key]: { gainFen: 6_000_000 } }).acts;
    expect([told!.fines, told!.asks]).toEqual([
      [
        { tier: 'base', article: 'atfl.42', fine: { minFen: 6_000_000, maxFen: 60_000_000 } },
        { tier: 'serious', article: 'atfl.42', fine: { minFen: 6_000_000, maxFen: 60_000_000 } },
      ],
      [],
    ]);
  });

  it('an item or a text that we do not have gives no band', () => {
    const asksOf = (law: string, article: string, item: string, actedOn: string) =>
      penaltyBand([aBreach({ actedOn, express: [{ law, article, item }] })], '2026-06-03', penalties).acts.map(
        ({ items, fines, asks }) => [items.length, fines.length, asks.map(({ ask }) => ask)],
      );
    expect(asksOf('atfl', '39', '9', '2024-03-04')).toEqual([[0, 0, ['no-such-item']]]);
    expect(asksOf('atfl', '39', '2', '2022-11-30')).toEqual([[0, 0, ['no-law-on-the-day']]]);
    expect(asksOf('aml', '53', '1', '2024-12-31')).toEqual([[0, 0, ['no-law-on-the-day']]]);
    expect(asksOf('csl', '61', '', '2026-03-04')).toEqual([[0, 0, ['disputed-text']]]);
    expect(asksOf('csl', '61', '', '2025-03-04')).toEqual([[1, 1, ['new-law-not-seen']]]);
    expect(asksOf('csl', '59', '', '2025-03-04')).toEqual([[1, 1, ['new-law-disputed']]]);
  });
});

it('a violation brings what its rule cites for its own sector', () => {
  const rule = catalogue.rules.find(({ id }) => id === 'atfl.21.service-realname')!;
  const violation = { id: 'v1', enterprise: 'e1', lawDate: '2024-03-04T10:00:00+08:00', severity: 'major' as const };
  const expected = {
    violation: 'v1',
    enterprise: 'e1',
    actedOn: '2024-03-04',
    isAdvisory: false,
    express: [{ law: 'atfl', article: '41', item: '2' }],
    linkable: [],
    links: [],
  };
  expect(breachOf({ ...violation, sector: 'internet' }, rule)).toEqual(expected);
  expect(breachOf({ ...violation, sector: 'bank' }, rule)).toEqual({ ...expected, express: [] });
  const limit = catalogue.rules.find(({ id }) => id === 'atfl.10.card-count-limit')!;
  const links = [{ ...item2, facts: 'names of others' }];
  expect(breachOf({ ...violation, sector: 'telecom', severity: 'advisory' }, limit, { links, act: 'july' })).toEqual({
    ...expected,
    isAdvisory: true,
    express: [],
    linkable: [item2, item1],
    links,
    act: 'july',
  });
});

it('a decision after an amendment that is lighter fines by the new text and says so', () => {
  const older = aPenalty();
  const lighter = aPenalty({
    effective: { from: '2025-01-01' },
    tiers: [{ ...older.tiers[0]!, fine: { kind: 'range', minYuan: 100, maxYuan: 900, isMandatory: true } }],
  });
  const breach = aBreach({ express: [{ law: 'law', article: '7', item: '1' }] });
  const [act] = penaltyBand([breach], '2025-01-01', [older, lighter]).acts;
  expect(act!.items.map(({ chosen, from }) => ({ chosen, from }))).toEqual([
    { chosen: 'lighter-new-law', from: '2025-01-01' },
  ]);
  expect(act!.fines).toEqual([
    { tier: 'base', article: 'law.7', fine: { minFen: 10_000, maxFen: 90_000, isMandatory: true } },
  ]);
});

it('every article that cannot be told is asked about', () => {
  const express = ['98', '99'].map((article) => ({ law: 'atfl', article, item: '1' }));
  const { acts } = penaltyBand([aBreach({ express })], '2024-03-05', penalties);
  expect(acts[0]!.asks.map(({ article }) => article)).toEqual(['atfl.98', 'atfl.99']);
});
