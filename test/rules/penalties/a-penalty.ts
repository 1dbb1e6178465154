import type { Breach } from '../../../rules/penalties/breach.ts';
import type { Penalty } from '../../../rules/penalties/penalty.ts';

/** One breach of article 39 item 2 by one operator, decided upon while nothing has been linked or told. */
export const aBreach = (over: Partial<Breach> = {}): Breach => ({
  violation: 'v1',
  enterprise: '911100000000000001',
  actedOn: '2024-03-04',
  isAdvisory: false,
  express: [{ law: 'atfl', article: '39', item: '2' }],
  linkable: [],
  links: [],
  ...over,
});

/** A penalty article of no law, to see how versions, tiers and figures come together. */
export const aPenalty = (over: Partial<Penalty> = {}): Penalty => ({
  kind: 'penalty',
  law: 'law',
  instrument: '某法',
  article: '7',
  effective: { from: '2020-01-01' },
  revision: 1,
  status: 'verified',
  source: '某法 art 7',
  title: { zh: '某', en: 'some' },
  liable: ['telecom'],
  decidedBy: ['telecom regulator'],
  items: [{ item: '1', summary: { zh: '某', en: 'some' } }],
  tiers: [
    {
      tier: 'base',
      fine: { kind: 'range', minYuan: 100, maxYuan: 1000, isMandatory: true },
      measures: ['warning'],
      measuresAre: 'optional',
    },
  ],
  notEncoded: [],
  ...over,
});
