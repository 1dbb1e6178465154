// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/warning-dissuasion.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue; readonly f7: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["warning.level"].of(source as never);
  const f1: FactValue = facts["person.isReached"].of(source as never);
  const f2: FactValue = facts["police.isAsked"].of(source as never);
  const f3: FactValue = facts["action.isTaken"].of(source as never);
  const f4: FactValue = facts["action.minutesFromWarning"].of(source as never);
  const f5: FactValue = facts["warning.isReceived"].of(source as never);
  const f6: FactValue = facts["warning.outcome"].of(source as never);
  const f7: FactValue = facts["warning.hoursToClose"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64) | (f7 === undefined ? 0 : 128), f0, f1, f2, f3, f4, f5, f6, f7 };
};

// atfl.34.unreached-handed-to-police 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 7) === 7) return ((s.f0 === "high") && (s.f1 === false)) ? (((s.f2 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === "high" ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === false ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0));
};

// atfl.34.warning-acted-on-promptly 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 25) === 25) return ((s.f3 === true)) ? (((((typeof s.f4 === 'number' ? s.f4 <= 10 : meaningOf.lessThanInclusive(s.f4, 10))) || ((s.f0 === "medium") && ((typeof s.f4 === 'number' ? s.f4 <= 60 : meaningOf.lessThanInclusive(s.f4, 60)))) || ((s.f0 === "low") && ((typeof s.f4 === 'number' ? s.f4 <= 1440 : meaningOf.lessThanInclusive(s.f4, 1440)))))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min(Math.max((s.f4 === undefined ? 1 : (typeof s.f4 === 'number' ? s.f4 <= 10 : meaningOf.lessThanInclusive(s.f4, 10)) ? 2 : 0), Math.min((s.f0 === undefined ? 1 : s.f0 === "medium" ? 2 : 0), (s.f4 === undefined ? 1 : (typeof s.f4 === 'number' ? s.f4 <= 60 : meaningOf.lessThanInclusive(s.f4, 60)) ? 2 : 0)), Math.min((s.f0 === undefined ? 1 : s.f0 === "low" ? 2 : 0), (s.f4 === undefined ? 1 : (typeof s.f4 === 'number' ? s.f4 <= 1440 : meaningOf.lessThanInclusive(s.f4, 1440)) ? 2 : 0))));
};

// atfl.34.warning-acted-on 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 40) === 40) return ((s.f5 === true)) ? (((s.f3 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f5 === undefined ? 1 : s.f5 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
};

// atfl.34.warning-closed-in-time 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 224) === 224) return ((s.f5 === true)) ? (((s.f6 !== "open") && ((typeof s.f7 === 'number' ? s.f7 <= 72 : meaningOf.lessThanInclusive(s.f7, 72)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f5 === undefined ? 1 : s.f5 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f6 === undefined ? 1 : s.f6 !== "open" ? 2 : 0), (s.f7 === undefined ? 1 : (typeof s.f7 === 'number' ? s.f7 <= 72 : meaningOf.lessThanInclusive(s.f7, 72)) ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 255) {
    out[at + 0] = ((s.f0 === "high") && (s.f1 === false)) ? (((s.f2 === true)) ? 2 : 0) : 3;
    out[at + 1] = ((s.f3 === true)) ? (((((typeof s.f4 === 'number' ? s.f4 <= 10 : meaningOf.lessThanInclusive(s.f4, 10))) || ((s.f0 === "medium") && ((typeof s.f4 === 'number' ? s.f4 <= 60 : meaningOf.lessThanInclusive(s.f4, 60)))) || ((s.f0 === "low") && ((typeof s.f4 === 'number' ? s.f4 <= 1440 : meaningOf.lessThanInclusive(s.f4, 1440)))))) ? 2 : 0) : 3;
    out[at + 2] = ((s.f5 === true)) ? (((s.f3 === true)) ? 2 : 0) : 3;
    out[at + 3] = ((s.f5 === true)) ? (((s.f6 !== "open") && ((typeof s.f7 === 'number' ? s.f7 <= 72 : meaningOf.lessThanInclusive(s.f7, 72)))) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r2(s);
    out[at + 3] = r3(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"warning.level","params":{}},{"fact":"person.isReached","params":{}},{"fact":"police.isAsked","params":{}},{"fact":"action.isTaken","params":{}},{"fact":"action.minutesFromWarning","params":{}},{"fact":"warning.isReceived","params":{}},{"fact":"warning.outcome","params":{}},{"fact":"warning.hoursToClose","params":{}}],
  rules: [{"rule":"atfl.34.unreached-handed-to-police","version":"2022-12-01.r1"}, {"rule":"atfl.34.warning-acted-on-promptly","version":"2022-12-01.r1"}, {"rule":"atfl.34.warning-acted-on","version":"2022-12-01.r1"}, {"rule":"atfl.34.warning-closed-in-time","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "receivedAt", epochs: [
      { from: "2022-12-01", rules: [0, 1, 2, 3], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
