import type { AnyRecord } from '../../events/contract.ts';
import { type MonitoringModel, productCodes as products } from '../../events/records/monitoring-model/contract.ts';
import { factsOf } from './fact.ts';
import { type PeriodRecord, tallied } from './period.ts';
import { both, isGiven } from './told.ts';

const offered = (product: string): string => `offered ${product}`;
const covered = (product: string): string => `covered ${product}`;

const counted = (is: boolean | undefined): number | undefined => (is === undefined ? undefined : Number(is));

/** Of each product, how many records say that it is offered, and how many models in use cover it. */
export const tally = (record: AnyRecord): Readonly<Record<string, number | undefined>> => {
  const { deployedAt, offeredProducts, coveredProducts } = record as MonitoringModel;
  return Object.fromEntries(
    products.flatMap((product) => [
      [offered(product), counted(offeredProducts?.includes(product))],
      [covered(product), counted(both(isGiven(deployedAt), coveredProducts?.includes(product)))],
    ]),
  );
};

/** Whether some record says so; unknown while only records that do not tell might. */
const isSaid = (record: Partial<PeriodRecord>, name: string): boolean | undefined => {
  const { sum, unknown } = tallied(record, name)!;
  if (sum > 0) return true;
  return unknown > 0 ? undefined : false;
};

export const facts = factsOf<Partial<PeriodRecord>>()({
  /** Some record of the period says which products are offered; unknown while none does and one leaves it open. */
  'products.areOffered': {
    type: 'boolean',
    zh: '本期报告了所开办的业务',
    en: 'the products offered being reported',
    of: ({ record }) => {
      if (record.tallies === undefined) return undefined;
      const said = products.map((product) => isSaid(record, offered(product)));
      if (said.includes(true)) return true;
      return said.includes(undefined) ? undefined : false;
    },
  },

  /**
   * Each product that is offered is covered by a model in use, whichever: what counts is all of them together. Unknown while
   * a record that leaves products or deployment open may decide. Article 18, paragraph 1.
   */
  'products.areCovered': {
    type: 'boolean',
    zh: '在用模型覆盖全部业务',
    en: 'models in use covering every product offered',
    of: ({ record }) => {
      if (record.tallies === undefined) return undefined;
      return products
        .map((product) => [isSaid(record, offered(product)), isSaid(record, covered(product))] as const)
        .map(([isOffered, isCovered]) => {
          if (isOffered === false || isCovered === true) return true;
          return isOffered === true ? isCovered : undefined;
        })
        .reduce(both, true);
    },
  },
});
