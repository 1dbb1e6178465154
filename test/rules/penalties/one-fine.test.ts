import { describe, expect, it } from 'vitest';
import { penalties } from '../../../rules/penalties/penalties.ts';
import { penaltyBand } from '../../../rules/penalties/penalty-band.ts';
import { prevailing } from '../../../rules/penalties/prevailing.ts';
import { aBreach } from './a-penalty.ts';

const on = '2024-06-03';
const item3 = { law: 'atfl', article: '39', item: '3' };
const bandOf = (...breaches: ReturnType<typeof aBreach>[]) => penaltyBand(breaches, on, penalties);

describe('one act is fined once (行政处罚法 article 29)', () => {
  const acts = (...breaches: ReturnType<typeof aBreach>[]) =>
    bandOf(...breaches).acts.map(({ key, violations, actedOn, items, fines }) => ({
      key,
      violations: violations.length,
      actedOn,
      items: items.length,
      fines: fines.length,
    }));

  it('three thousand rows are not three thousand fines', () => {
    const rows = Array.from({ length: 3000 }, (_, n) =>
      aBreach({ violation: `v${n}`, actedOn: n === 1234 ? '2024-05-06' : '2024-03-04' }),
    );
    expect(acts(...rows)).toEqual([
      { key: '911100000000000001/atfl.39.2', violations: 3000, actedOn: '2024-05-06', items: 1, fines: 2 },
    ]);
  });

  it('another item or another enterprise is another act, unless the officer says otherwise', () => {
    const other = aBreach({ enterprise: '911100000000000002' });
    const monitoring = aBreach({ express: [item3] });
    const one = { violations: 1, actedOn: '2024-03-04', items: 1, fines: 2 };
    expect(acts(aBreach(), other, monitoring)).toEqual([
      { key: '911100000000000001/atfl.39.2', ...one },
      { key: '911100000000000002/atfl.39.2', ...one },
      { key: '911100000000000001/atfl.39.3', ...one },
    ]);
    expect(acts(aBreach({ act: 'july' }), aBreach({ act: 'july', express: [item3] }))).toEqual([
      { key: '911100000000000001/july', violations: 2, actedOn: '2024-03-04', items: 2, fines: 2 },
    ]);
    expect(acts(aBreach({ act: 'july' }), aBreach({ act: 'august' })).map(({ key }) => key)).toEqual([
      '911100000000000001/july',
      '911100000000000001/august',
    ]);
  });

  it('of two articles the one with the higher fine prevails, in each tier', () => {
    const bank = aBreach({
      actedOn: '2025-03-04',
      express: [
        { law: 'aml', article: '53', item: '1' },
        { law: 'atfl', article: '40', item: '2' },
      ],
    });
    expect(penaltyBand([bank], '2025-06-03', penalties).acts[0]!.fines).toEqual([
      { tier: 'base', article: 'atfl.40', fine: { minFen: 5_000_000, maxFen: 50_000_000, isMandatory: false } },
      { tier: 'serious', article: 'atfl.40', fine: { minFen: 50_000_000, maxFen: 500_000_000, isMandatory: true } },
    ]);
  });

  it('higher is the higher maximum, then the higher minimum', () => {
    const one = (name: string, minFen: number, maxFen: number) => ({ name, fine: { minFen, maxFen } });
    expect(prevailing([one('a', 5, 10), one('b', 0, 11)])?.name).toBe('b');
    expect(prevailing([one('a', 5, 10), one('b', 6, 10)])?.name).toBe('b');
    expect(prevailing([one('a', 5, 10), one('b', 5, 10), one('c', 4, 10)])?.name).toBe('a');
    expect(prevailing([])).toBe(undefined);
  });
});
