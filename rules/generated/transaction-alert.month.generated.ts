// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/transaction-alert.period.ts';

type Slots = { readonly k0: number; readonly f0: FactValue };

const p0 = {"ceiling":0.2};
/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["alerts.suspendedShare"].of(source as never, p0);
  return { k0: (f0 === undefined ? 0 : 1), f0 };
};

// atfl.18.measures-proportionate 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 1) === 1) return ((s.f0 !== null)) ? ((((typeof s.f0 === 'number' ? s.f0 <= 0.2 : meaningOf.lessThanInclusive(s.f0, 0.2)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 !== null ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f0 === undefined ? 1 : (typeof s.f0 === 'number' ? s.f0 <= 0.2 : meaningOf.lessThanInclusive(s.f0, 0.2)) ? 2 : 0));
};

// atfl.18.measures-proportionate 2025-01-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 1) === 1) return ((s.f0 !== null)) ? ((((typeof s.f0 === 'number' ? s.f0 <= 0.2 : meaningOf.lessThanInclusive(s.f0, 0.2)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 !== null ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f0 === undefined ? 1 : (typeof s.f0 === 'number' ? s.f0 <= 0.2 : meaningOf.lessThanInclusive(s.f0, 0.2)) ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 1) {
    out[at + 0] = ((s.f0 !== null)) ? ((((typeof s.f0 === 'number' ? s.f0 <= 0.2 : meaningOf.lessThanInclusive(s.f0, 0.2)))) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
  }
};

const e0_1_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 1) {
    out[at + 0] = ((s.f0 !== null)) ? ((((typeof s.f0 === 'number' ? s.f0 <= 0.2 : meaningOf.lessThanInclusive(s.f0, 0.2)))) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r1(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"alerts.suspendedShare","params":{"ceiling":0.2}}],
  rules: [{"rule":"atfl.18.measures-proportionate","version":"2022-12-01.r1"}, {"rule":"atfl.18.measures-proportionate","version":"2025-01-01.r1"}],
  lawDates: [
    { lawDate: "to", epochs: [
      { from: "2022-12-01", rules: [0], judge: e0_0_0 },
      { from: "2025-01-01", rules: [1], judge: e0_1_0 },
    ] },
  ],
} as unknown as Unit;
