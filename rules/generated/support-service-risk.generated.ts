// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/support-service-risk.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue; readonly f7: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["support.isConfirmed"].of(source as never);
  const f1: FactValue = facts["clue.isTransferred"].of(source as never);
  const f2: FactValue = facts["customer.isLookedAt"].of(source as never);
  const f3: FactValue = facts["customer.isChecked"].of(source as never);
  const f4: FactValue = facts["risk.isSignalled"].of(source as never);
  const f5: FactValue = facts["risk.isDetected"].of(source as never);
  const f6: FactValue = facts["action.isTaken"].of(source as never);
  const f7: FactValue = facts["action.hoursFromDetection"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64) | (f7 === undefined ? 0 : 128), f0, f1, f2, f3, f4, f5, f6, f7 };
};

// atfl.25.confirmed-support-clue-transferred 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 3) === 3) return ((s.f0 === true)) ? (((s.f1 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
};

// atfl.25.support-customer-checked 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 12) === 12) return ((s.f2 === true)) ? (((s.f3 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
};

// atfl.25.support-risk-handled-in-time 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 240) === 240) return ((s.f4 === true) && (s.f5 === true) && (s.f6 === true)) ? ((((typeof s.f7 === 'number' ? s.f7 <= 24 : meaningOf.lessThanInclusive(s.f7, 24)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0), (s.f5 === undefined ? 1 : s.f5 === true ? 2 : 0), (s.f6 === undefined ? 1 : s.f6 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f7 === undefined ? 1 : (typeof s.f7 === 'number' ? s.f7 <= 24 : meaningOf.lessThanInclusive(s.f7, 24)) ? 2 : 0));
};

// atfl.25.support-risk-handled 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 112) === 112) return ((s.f4 === true)) ? (((s.f5 === true) && (s.f6 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f5 === undefined ? 1 : s.f5 === true ? 2 : 0), (s.f6 === undefined ? 1 : s.f6 === true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 255) {
    out[at + 0] = ((s.f0 === true)) ? (((s.f1 === true)) ? 2 : 0) : 3;
    out[at + 1] = ((s.f2 === true)) ? (((s.f3 === true)) ? 2 : 0) : 3;
    out[at + 2] = ((s.f4 === true) && (s.f5 === true) && (s.f6 === true)) ? ((((typeof s.f7 === 'number' ? s.f7 <= 24 : meaningOf.lessThanInclusive(s.f7, 24)))) ? 2 : 0) : 3;
    out[at + 3] = ((s.f4 === true)) ? (((s.f5 === true) && (s.f6 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r2(s);
    out[at + 3] = r3(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"support.isConfirmed","params":{}},{"fact":"clue.isTransferred","params":{}},{"fact":"customer.isLookedAt","params":{}},{"fact":"customer.isChecked","params":{}},{"fact":"risk.isSignalled","params":{}},{"fact":"risk.isDetected","params":{}},{"fact":"action.isTaken","params":{}},{"fact":"action.hoursFromDetection","params":{}}],
  rules: [{"rule":"atfl.25.confirmed-support-clue-transferred","version":"2022-12-01.r1"}, {"rule":"atfl.25.support-customer-checked","version":"2022-12-01.r1"}, {"rule":"atfl.25.support-risk-handled-in-time","version":"2022-12-01.r1"}, {"rule":"atfl.25.support-risk-handled","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "reviewedAt", epochs: [
      { from: "2022-12-01", rules: [0, 1, 2, 3], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
