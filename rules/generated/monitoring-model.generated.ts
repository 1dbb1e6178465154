// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/monitoring-model.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["missedCases.count"].of(source as never);
  const f1: FactValue = facts["missedCases.unreviewed"].of(source as never);
  const f2: FactValue = facts["model.isDeployed"].of(source as never);
  const f3: FactValue = facts["accounts.coveredShare"].of(source as never);
  const f4: FactValue = facts["tuning.monthsAgo"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16), f0, f1, f2, f3, f4 };
};

// atfl.18.missed-cases-reviewed 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 3) === 3) return (((typeof s.f0 === 'number' ? s.f0 > 0 : meaningOf.greaterThan(s.f0, 0)))) ? (((s.f1 === 0)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : (typeof s.f0 === 'number' ? s.f0 > 0 : meaningOf.greaterThan(s.f0, 0)) ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === 0 ? 2 : 0));
};

// atfl.18.monitoring-model-covers-accounts 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 12) === 12) return ((s.f2 === true)) ? ((((typeof s.f3 === 'number' ? s.f3 >= 0.99 : meaningOf.greaterThanInclusive(s.f3, 0.99)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f3 === undefined ? 1 : (typeof s.f3 === 'number' ? s.f3 >= 0.99 : meaningOf.greaterThanInclusive(s.f3, 0.99)) ? 2 : 0));
};

// atfl.18.monitoring-model-tuned 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 20) === 20) return ((s.f2 === true)) ? ((((typeof s.f4 === 'number' ? s.f4 <= 6 : meaningOf.lessThanInclusive(s.f4, 6)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f4 === undefined ? 1 : (typeof s.f4 === 'number' ? s.f4 <= 6 : meaningOf.lessThanInclusive(s.f4, 6)) ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 31) {
    out[at + 0] = (((typeof s.f0 === 'number' ? s.f0 > 0 : meaningOf.greaterThan(s.f0, 0)))) ? (((s.f1 === 0)) ? 2 : 0) : 3;
    out[at + 1] = ((s.f2 === true)) ? ((((typeof s.f3 === 'number' ? s.f3 >= 0.99 : meaningOf.greaterThanInclusive(s.f3, 0.99)))) ? 2 : 0) : 3;
    out[at + 2] = ((s.f2 === true)) ? ((((typeof s.f4 === 'number' ? s.f4 <= 6 : meaningOf.lessThanInclusive(s.f4, 6)))) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r2(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"missedCases.count","params":{}},{"fact":"missedCases.unreviewed","params":{}},{"fact":"model.isDeployed","params":{}},{"fact":"accounts.coveredShare","params":{}},{"fact":"tuning.monthsAgo","params":{}}],
  rules: [{"rule":"atfl.18.missed-cases-reviewed","version":"2022-12-01.r1"}, {"rule":"atfl.18.monitoring-model-covers-accounts","version":"2022-12-01.r1"}, {"rule":"atfl.18.monitoring-model-tuned","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "attestedOn", epochs: [
      { from: "2022-12-01", rules: [0, 1, 2], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
