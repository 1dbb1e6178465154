// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/freeze-request.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue; readonly f7: FactValue; readonly f8: FactValue; readonly f9: FactValue; readonly f10: FactValue; readonly f11: FactValue; readonly f12: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["request.kind"].of(source as never);
  const f1: FactValue = facts["request.isExecuted"].of(source as never);
  const f2: FactValue = facts["request.minutesToExecution"].of(source as never);
  const f3: FactValue = facts["document.isNamed"].of(source as never);
  const f4: FactValue = facts["freeze.hasEnd"].of(source as never);
  const f5: FactValue = facts["freeze.isExtended"].of(source as never);
  const f6: FactValue = facts["freeze.daysFromEndToRelease"].of(source as never);
  const f7: FactValue = facts["rejection.hasReason"].of(source as never);
  const f8: FactValue = facts["freeze.months"].of(source as never);
  const f9: FactValue = facts["request.workingDaysToExecution"].of(source as never);
  const f10: FactValue = facts["return.isPossibleOnTheSpot"].of(source as never);
  const f11: FactValue = facts["request.daysToExecution"].of(source as never);
  const f12: FactValue = facts["request.hoursToExecution"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64) | (f7 === undefined ? 0 : 128) | (f8 === undefined ? 0 : 256) | (f9 === undefined ? 0 : 512) | (f10 === undefined ? 0 : 1024) | (f11 === undefined ? 0 : 2048) | (f12 === undefined ? 0 : 4096), f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12 };
};

// atfl.20.freeze-at-once 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 7) === 7) return (((s.f0 === "freeze" || s.f0 === "extend")) && (s.f1 === true)) ? ((((typeof s.f2 === 'number' ? s.f2 <= 15 : meaningOf.lessThanInclusive(s.f2, 15)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : (s.f0 === "freeze" || s.f0 === "extend") ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f2 === undefined ? 1 : (typeof s.f2 === 'number' ? s.f2 <= 15 : meaningOf.lessThanInclusive(s.f2, 15)) ? 2 : 0));
};

// atfl.20.freeze-by-document 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 10) === 10) return ((s.f1 === true)) ? (((s.f3 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
};

// atfl.20.freeze-released-at-its-end 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 115) === 115) return (((s.f0 === "freeze" || s.f0 === "extend")) && (s.f1 === true) && (s.f4 === true) && (s.f5 === false)) ? ((((typeof s.f6 === 'number' ? s.f6 <= 0 : meaningOf.lessThanInclusive(s.f6, 0)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : (s.f0 === "freeze" || s.f0 === "extend") ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0), (s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0), (s.f5 === undefined ? 1 : s.f5 === false ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f6 === undefined ? 1 : (typeof s.f6 === 'number' ? s.f6 <= 0 : meaningOf.lessThanInclusive(s.f6, 0)) ? 2 : 0));
};

// atfl.20.freeze-request-executed 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 138) === 138) return ((s.f3 === true)) ? (((s.f1 === true) || (s.f7 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.max((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0), (s.f7 === undefined ? 1 : s.f7 === true ? 2 : 0));
};

// atfl.20.freeze-six-months-at-most 2022-12-01.r1
const r4 = (s: Slots): number => {
  if ((s.k0 & 259) === 259) return (((s.f0 === "freeze" || s.f0 === "extend")) && (s.f1 === true)) ? ((((typeof s.f8 === 'number' ? s.f8 <= 6 : meaningOf.lessThanInclusive(s.f8, 6)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : (s.f0 === "freeze" || s.f0 === "extend") ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f8 === undefined ? 1 : (typeof s.f8 === 'number' ? s.f8 <= 6 : meaningOf.lessThanInclusive(s.f8, 6)) ? 2 : 0));
};

// atfl.20.funds-returned-in-time 2022-12-01.r1
const r5 = (s: Slots): number => {
  if ((s.k0 & 515) === 515) return ((s.f0 === "return") && (s.f1 === true)) ? ((((typeof s.f9 === 'number' ? s.f9 <= 3 : meaningOf.lessThanInclusive(s.f9, 3)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === "return" ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f9 === undefined ? 1 : (typeof s.f9 === 'number' ? s.f9 <= 3 : meaningOf.lessThanInclusive(s.f9, 3)) ? 2 : 0));
};

// atfl.20.funds-returned-on-the-spot 2022-12-01.r1
const r6 = (s: Slots): number => {
  if ((s.k0 & 3075) === 3075) return ((s.f0 === "return") && (s.f1 === true) && (s.f10 === true)) ? ((((typeof s.f11 === 'number' ? s.f11 <= 0 : meaningOf.lessThanInclusive(s.f11, 0)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === "return" ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0), (s.f10 === undefined ? 1 : s.f10 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f11 === undefined ? 1 : (typeof s.f11 === 'number' ? s.f11 <= 0 : meaningOf.lessThanInclusive(s.f11, 0)) ? 2 : 0));
};

// atfl.20.unfreeze-promptly 2022-12-01.r1
const r7 = (s: Slots): number => {
  if ((s.k0 & 4099) === 4099) return ((s.f0 === "unfreeze") && (s.f1 === true)) ? ((((typeof s.f12 === 'number' ? s.f12 <= 2 : meaningOf.lessThanInclusive(s.f12, 2)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === "unfreeze" ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f12 === undefined ? 1 : (typeof s.f12 === 'number' ? s.f12 <= 2 : meaningOf.lessThanInclusive(s.f12, 2)) ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 8191) {
    out[at + 0] = (((s.f0 === "freeze" || s.f0 === "extend")) && (s.f1 === true)) ? ((((typeof s.f2 === 'number' ? s.f2 <= 15 : meaningOf.lessThanInclusive(s.f2, 15)))) ? 2 : 0) : 3;
    out[at + 1] = ((s.f1 === true)) ? (((s.f3 === true)) ? 2 : 0) : 3;
    out[at + 2] = (((s.f0 === "freeze" || s.f0 === "extend")) && (s.f1 === true) && (s.f4 === true) && (s.f5 === false)) ? ((((typeof s.f6 === 'number' ? s.f6 <= 0 : meaningOf.lessThanInclusive(s.f6, 0)))) ? 2 : 0) : 3;
    out[at + 3] = ((s.f3 === true)) ? (((s.f1 === true) || (s.f7 === true)) ? 2 : 0) : 3;
    out[at + 4] = (((s.f0 === "freeze" || s.f0 === "extend")) && (s.f1 === true)) ? ((((typeof s.f8 === 'number' ? s.f8 <= 6 : meaningOf.lessThanInclusive(s.f8, 6)))) ? 2 : 0) : 3;
    out[at + 5] = ((s.f0 === "return") && (s.f1 === true)) ? ((((typeof s.f9 === 'number' ? s.f9 <= 3 : meaningOf.lessThanInclusive(s.f9, 3)))) ? 2 : 0) : 3;
    out[at + 6] = ((s.f0 === "return") && (s.f1 === true) && (s.f10 === true)) ? ((((typeof s.f11 === 'number' ? s.f11 <= 0 : meaningOf.lessThanInclusive(s.f11, 0)))) ? 2 : 0) : 3;
    out[at + 7] = ((s.f0 === "unfreeze") && (s.f1 === true)) ? ((((typeof s.f12 === 'number' ? s.f12 <= 2 : meaningOf.lessThanInclusive(s.f12, 2)))) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r2(s);
    out[at + 3] = r3(s);
    out[at + 4] = r4(s);
    out[at + 5] = r5(s);
    out[at + 6] = r6(s);
    out[at + 7] = r7(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"request.kind","params":{}},{"fact":"request.isExecuted","params":{}},{"fact":"request.minutesToExecution","params":{}},{"fact":"document.isNamed","params":{}},{"fact":"freeze.hasEnd","params":{}},{"fact":"freeze.isExtended","params":{}},{"fact":"freeze.daysFromEndToRelease","params":{}},{"fact":"rejection.hasReason","params":{}},{"fact":"freeze.months","params":{}},{"fact":"request.workingDaysToExecution","params":{}},{"fact":"return.isPossibleOnTheSpot","params":{}},{"fact":"request.daysToExecution","params":{}},{"fact":"request.hoursToExecution","params":{}}],
  rules: [{"rule":"atfl.20.freeze-at-once","version":"2022-12-01.r1"}, {"rule":"atfl.20.freeze-by-document","version":"2022-12-01.r1"}, {"rule":"atfl.20.freeze-released-at-its-end","version":"2022-12-01.r1"}, {"rule":"atfl.20.freeze-request-executed","version":"2022-12-01.r1"}, {"rule":"atfl.20.freeze-six-months-at-most","version":"2022-12-01.r1"}, {"rule":"atfl.20.funds-returned-in-time","version":"2022-12-01.r1"}, {"rule":"atfl.20.funds-returned-on-the-spot","version":"2022-12-01.r1"}, {"rule":"atfl.20.unfreeze-promptly","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "receivedAt", epochs: [
      { from: "2022-12-01", rules: [0, 1, 2, 3, 4, 5, 6, 7], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
