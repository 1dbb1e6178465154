// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/landline-usage.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["model.score"].of(source as never);
  const f1: FactValue = facts["line.isAllowListed"].of(source as never);
  const f2: FactValue = facts["alert.isRaised"].of(source as never);
  const f3: FactValue = facts["action.isTaken"].of(source as never);
  const f4: FactValue = facts["gateway.isDetected"].of(source as never);
  const f5: FactValue = facts["action.hoursFromAlert"].of(source as never);
  const f6: FactValue = facts["clue.isTransferred"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64), f0, f1, f2, f3, f4, f5, f6 };
};

// atfl.13.abnormal-landline-disposed 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 15) === 15) return (((typeof s.f0 === 'number' ? s.f0 >= 0.8 : meaningOf.greaterThanInclusive(s.f0, 0.8))) && (s.f1 === false)) ? (((s.f2 === true) && (s.f3 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : (typeof s.f0 === 'number' ? s.f0 >= 0.8 : meaningOf.greaterThanInclusive(s.f0, 0.8)) ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === false ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0), (s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
};

// atfl.13.abnormal-landline-in-time 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 63) === 63) return ((s.f2 === true) && (s.f3 === true) && ((s.f4 === true) || (((typeof s.f0 === 'number' ? s.f0 >= 0.8 : meaningOf.greaterThanInclusive(s.f0, 0.8))) && (s.f1 === false)))) ? ((((typeof s.f5 === 'number' ? s.f5 <= 4 : meaningOf.lessThanInclusive(s.f5, 4)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0), (s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0), Math.max((s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0), Math.min((s.f0 === undefined ? 1 : (typeof s.f0 === 'number' ? s.f0 >= 0.8 : meaningOf.greaterThanInclusive(s.f0, 0.8)) ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === false ? 2 : 0))));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f5 === undefined ? 1 : (typeof s.f5 === 'number' ? s.f5 <= 4 : meaningOf.lessThanInclusive(s.f5, 4)) ? 2 : 0));
};

// atfl.14.landline-gateway-clue-transferred 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 80) === 80) return ((s.f4 === true)) ? (((s.f6 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f6 === undefined ? 1 : s.f6 === true ? 2 : 0));
};

// atfl.14.landline-gateway-disposed 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 28) === 28) return ((s.f4 === true)) ? (((s.f2 === true) && (s.f3 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0), (s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 127) {
    out[at + 0] = (((typeof s.f0 === 'number' ? s.f0 >= 0.8 : meaningOf.greaterThanInclusive(s.f0, 0.8))) && (s.f1 === false)) ? (((s.f2 === true) && (s.f3 === true)) ? 2 : 0) : 3;
    out[at + 1] = ((s.f2 === true) && (s.f3 === true) && ((s.f4 === true) || (((typeof s.f0 === 'number' ? s.f0 >= 0.8 : meaningOf.greaterThanInclusive(s.f0, 0.8))) && (s.f1 === false)))) ? ((((typeof s.f5 === 'number' ? s.f5 <= 4 : meaningOf.lessThanInclusive(s.f5, 4)))) ? 2 : 0) : 3;
    out[at + 2] = ((s.f4 === true)) ? (((s.f6 === true)) ? 2 : 0) : 3;
    out[at + 3] = ((s.f4 === true)) ? (((s.f2 === true) && (s.f3 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r2(s);
    out[at + 3] = r3(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"model.score","params":{}},{"fact":"line.isAllowListed","params":{}},{"fact":"alert.isRaised","params":{}},{"fact":"action.isTaken","params":{}},{"fact":"gateway.isDetected","params":{}},{"fact":"action.hoursFromAlert","params":{}},{"fact":"clue.isTransferred","params":{}}],
  rules: [{"rule":"atfl.13.abnormal-landline-disposed","version":"2022-12-01.r1"}, {"rule":"atfl.13.abnormal-landline-in-time","version":"2022-12-01.r1"}, {"rule":"atfl.14.landline-gateway-clue-transferred","version":"2022-12-01.r1"}, {"rule":"atfl.14.landline-gateway-disposed","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "windowStart", epochs: [
      { from: "2022-12-01", rules: [0, 1, 2, 3], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
