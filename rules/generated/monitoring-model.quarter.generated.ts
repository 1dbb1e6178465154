// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/monitoring-model.period.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["products.areOffered"].of(source as never);
  const f1: FactValue = facts["products.areCovered"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2), f0, f1 };
};

// atfl.18.monitoring-covers-products 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 3) === 3) return ((s.f0 === true)) ? (((s.f1 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 3) {
    out[at + 0] = ((s.f0 === true)) ? (((s.f1 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"products.areOffered","params":{}},{"fact":"products.areCovered","params":{}}],
  rules: [{"rule":"atfl.18.monitoring-covers-products","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "to", epochs: [
      { from: "2022-12-01", rules: [0], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
