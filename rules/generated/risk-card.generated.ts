// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/risk-card.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["detection.source"].of(source as never);
  const f1: FactValue = facts["detection.hoursFromList"].of(source as never);
  const f2: FactValue = facts["card.isGraded"].of(source as never);
  const f3: FactValue = facts["grade.hoursFromDetection"].of(source as never);
  const f4: FactValue = facts["card.isDetected"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16), f0, f1, f2, f3, f4 };
};

// atfl.11.listed-number-taken-up-in-time 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 3) === 3) return (((s.f0 === "police-list" || s.f0 === "ministry-list"))) ? ((((typeof s.f1 === 'number' ? s.f1 <= 24 : meaningOf.lessThanInclusive(s.f1, 24)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : (s.f0 === "police-list" || s.f0 === "ministry-list") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : (typeof s.f1 === 'number' ? s.f1 <= 24 : meaningOf.lessThanInclusive(s.f1, 24)) ? 2 : 0));
};

// atfl.11.risk-card-graded-in-time 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 12) === 12) return ((s.f2 === true)) ? ((((typeof s.f3 === 'number' ? s.f3 <= 24 : meaningOf.lessThanInclusive(s.f3, 24)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f3 === undefined ? 1 : (typeof s.f3 === 'number' ? s.f3 <= 24 : meaningOf.lessThanInclusive(s.f3, 24)) ? 2 : 0));
};

// atfl.11.risk-card-graded 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 20) === 20) return ((s.f4 === true)) ? (((s.f2 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 31) {
    out[at + 0] = (((s.f0 === "police-list" || s.f0 === "ministry-list"))) ? ((((typeof s.f1 === 'number' ? s.f1 <= 24 : meaningOf.lessThanInclusive(s.f1, 24)))) ? 2 : 0) : 3;
    out[at + 1] = ((s.f2 === true)) ? ((((typeof s.f3 === 'number' ? s.f3 <= 24 : meaningOf.lessThanInclusive(s.f3, 24)))) ? 2 : 0) : 3;
    out[at + 2] = ((s.f4 === true)) ? (((s.f2 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r2(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"detection.source","params":{}},{"fact":"detection.hoursFromList","params":{}},{"fact":"card.isGraded","params":{}},{"fact":"grade.hoursFromDetection","params":{}},{"fact":"card.isDetected","params":{}}],
  rules: [{"rule":"atfl.11.listed-number-taken-up-in-time","version":"2022-12-01.r1"}, {"rule":"atfl.11.risk-card-graded-in-time","version":"2022-12-01.r1"}, {"rule":"atfl.11.risk-card-graded","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "detectedAt", epochs: [
      { from: "2022-12-01", rules: [0, 1, 2], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
