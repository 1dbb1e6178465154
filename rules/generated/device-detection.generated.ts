// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/device-detection.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["hold.isAsked"].of(source as never);
  const f1: FactValue = facts["block.isMade"].of(source as never);
  const f2: FactValue = facts["block.hoursFromDetection"].of(source as never);
  const f3: FactValue = facts["police.isTold"].of(source as never);
  const f4: FactValue = facts["regulator.isTold"].of(source as never);
  const f5: FactValue = facts["reports.hoursFromDetection"].of(source as never);
  const f6: FactValue = facts["equipment.isDetected"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64), f0, f1, f2, f3, f4, f5, f6 };
};

// atfl.14.illegal-equipment-blocked-in-time 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 7) === 7) return ((s.f0 === false) && (s.f1 === true)) ? ((((typeof s.f2 === 'number' ? s.f2 <= 2 : meaningOf.lessThanInclusive(s.f2, 2)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === false ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f2 === undefined ? 1 : (typeof s.f2 === 'number' ? s.f2 <= 2 : meaningOf.lessThanInclusive(s.f2, 2)) ? 2 : 0));
};

// atfl.14.illegal-equipment-blocked 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 3) === 3) return ((s.f0 === false)) ? (((s.f1 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === false ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
};

// atfl.14.illegal-equipment-reported-in-time 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 56) === 56) return ((s.f3 === true) && (s.f4 === true)) ? ((((typeof s.f5 === 'number' ? s.f5 <= 24 : meaningOf.lessThanInclusive(s.f5, 24)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0), (s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f5 === undefined ? 1 : (typeof s.f5 === 'number' ? s.f5 <= 24 : meaningOf.lessThanInclusive(s.f5, 24)) ? 2 : 0));
};

// atfl.14.illegal-equipment-reported 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 88) === 88) return ((s.f6 === true)) ? (((s.f3 === true) && (s.f4 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f6 === undefined ? 1 : s.f6 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0), (s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 127) {
    out[at + 0] = ((s.f0 === false) && (s.f1 === true)) ? ((((typeof s.f2 === 'number' ? s.f2 <= 2 : meaningOf.lessThanInclusive(s.f2, 2)))) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === false)) ? (((s.f1 === true)) ? 2 : 0) : 3;
    out[at + 2] = ((s.f3 === true) && (s.f4 === true)) ? ((((typeof s.f5 === 'number' ? s.f5 <= 24 : meaningOf.lessThanInclusive(s.f5, 24)))) ? 2 : 0) : 3;
    out[at + 3] = ((s.f6 === true)) ? (((s.f3 === true) && (s.f4 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r2(s);
    out[at + 3] = r3(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"hold.isAsked","params":{}},{"fact":"block.isMade","params":{}},{"fact":"block.hoursFromDetection","params":{}},{"fact":"police.isTold","params":{}},{"fact":"regulator.isTold","params":{}},{"fact":"reports.hoursFromDetection","params":{}},{"fact":"equipment.isDetected","params":{}}],
  rules: [{"rule":"atfl.14.illegal-equipment-blocked-in-time","version":"2022-12-01.r1"}, {"rule":"atfl.14.illegal-equipment-blocked","version":"2022-12-01.r1"}, {"rule":"atfl.14.illegal-equipment-reported-in-time","version":"2022-12-01.r1"}, {"rule":"atfl.14.illegal-equipment-reported","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "detectedAt", epochs: [
      { from: "2022-12-01", rules: [0, 1, 2, 3], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
