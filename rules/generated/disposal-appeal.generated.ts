// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/disposal-appeal.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue; readonly f7: FactValue; readonly f8: FactValue; readonly f9: FactValue; readonly f10: FactValue; readonly f11: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["measure.ground"].of(source as never);
  const f1: FactValue = facts["appeal.materialsAreComplete"].of(source as never);
  const f2: FactValue = facts["appeal.daysToDecision"].of(source as never);
  const f3: FactValue = facts["appeal.daysToReply"].of(source as never);
  const f4: FactValue = facts["appeal.isAccepted"].of(source as never);
  const f5: FactValue = facts["appeal.workingDaysToAcceptance"].of(source as never);
  const f6: FactValue = facts["appeal.isDecided"].of(source as never);
  const f7: FactValue = facts["appeal.isAnswered"].of(source as never);
  const f8: FactValue = facts["appeal.workingDaysToDecision"].of(source as never);
  const f9: FactValue = facts["appeal.decision"].of(source as never);
  const f10: FactValue = facts["measure.isReleased"].of(source as never);
  const f11: FactValue = facts["measure.minutesToRelease"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64) | (f7 === undefined ? 0 : 128) | (f8 === undefined ? 0 : 256) | (f9 === undefined ? 0 : 512) | (f10 === undefined ? 0 : 1024) | (f11 === undefined ? 0 : 2048), f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11 };
};

// aml.39.objection-answered 2025-01-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 15) === 15) return ((s.f0 === "money-laundering-risk") && (s.f1 === true)) ? ((((typeof s.f2 === 'number' ? s.f2 <= 15 : meaningOf.lessThanInclusive(s.f2, 15))) && ((typeof s.f3 === 'number' ? s.f3 <= 15 : meaningOf.lessThanInclusive(s.f3, 15)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === "money-laundering-risk" ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f2 === undefined ? 1 : (typeof s.f2 === 'number' ? s.f2 <= 15 : meaningOf.lessThanInclusive(s.f2, 15)) ? 2 : 0), (s.f3 === undefined ? 1 : (typeof s.f3 === 'number' ? s.f3 <= 15 : meaningOf.lessThanInclusive(s.f3, 15)) ? 2 : 0));
};

// atfl.32.appeal-accepted-promptly 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 49) === 49) return ((s.f0 !== "sanction-list") && (s.f4 === true)) ? ((((typeof s.f5 === 'number' ? s.f5 <= 1 : meaningOf.lessThanInclusive(s.f5, 1)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 !== "sanction-list" ? 2 : 0), (s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f5 === undefined ? 1 : (typeof s.f5 === 'number' ? s.f5 <= 1 : meaningOf.lessThanInclusive(s.f5, 1)) ? 2 : 0));
};

// atfl.32.appeal-accepted 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 17) === 17) return ((s.f0 !== "sanction-list")) ? (((s.f4 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 !== "sanction-list" ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0));
};

// atfl.32.appeal-answered 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 192) === 192) return ((s.f6 === true)) ? (((s.f7 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f6 === undefined ? 1 : s.f6 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f7 === undefined ? 1 : s.f7 === true ? 2 : 0));
};

// atfl.32.appeal-decided-promptly 2022-12-01.r1
const r4 = (s: Slots): number => {
  if ((s.k0 & 321) === 321) return ((s.f0 === "fraud-risk") && (s.f6 === true)) ? ((((typeof s.f8 === 'number' ? s.f8 <= 5 : meaningOf.lessThanInclusive(s.f8, 5)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === "fraud-risk" ? 2 : 0), (s.f6 === undefined ? 1 : s.f6 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f8 === undefined ? 1 : (typeof s.f8 === 'number' ? s.f8 <= 5 : meaningOf.lessThanInclusive(s.f8, 5)) ? 2 : 0));
};

// atfl.32.appeal-decided 2022-12-01.r1
const r5 = (s: Slots): number => {
  if ((s.k0 & 83) === 83) return ((s.f0 !== "sanction-list") && (s.f4 === true) && (s.f1 === true)) ? (((s.f6 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 !== "sanction-list" ? 2 : 0), (s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f6 === undefined ? 1 : s.f6 === true ? 2 : 0));
};

// atfl.32.measure-lifted-at-once 2022-12-01.r1
const r6 = (s: Slots): number => {
  if ((s.k0 & 3584) === 3584) return (((s.f9 === "lifted" || s.f9 === "partly-lifted")) && (s.f10 === true)) ? ((((typeof s.f11 === 'number' ? s.f11 <= 60 : meaningOf.lessThanInclusive(s.f11, 60)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f9 === undefined ? 1 : (s.f9 === "lifted" || s.f9 === "partly-lifted") ? 2 : 0), (s.f10 === undefined ? 1 : s.f10 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f11 === undefined ? 1 : (typeof s.f11 === 'number' ? s.f11 <= 60 : meaningOf.lessThanInclusive(s.f11, 60)) ? 2 : 0));
};

// atfl.32.measure-lifted-on-success 2022-12-01.r1
const r7 = (s: Slots): number => {
  if ((s.k0 & 1536) === 1536) return (((s.f9 === "lifted" || s.f9 === "partly-lifted"))) ? (((s.f10 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f9 === undefined ? 1 : (s.f9 === "lifted" || s.f9 === "partly-lifted") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f10 === undefined ? 1 : s.f10 === true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 4095) {
    out[at + 0] = ((s.f0 !== "sanction-list") && (s.f4 === true)) ? ((((typeof s.f5 === 'number' ? s.f5 <= 1 : meaningOf.lessThanInclusive(s.f5, 1)))) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 !== "sanction-list")) ? (((s.f4 === true)) ? 2 : 0) : 3;
    out[at + 2] = ((s.f6 === true)) ? (((s.f7 === true)) ? 2 : 0) : 3;
    out[at + 3] = ((s.f0 === "fraud-risk") && (s.f6 === true)) ? ((((typeof s.f8 === 'number' ? s.f8 <= 5 : meaningOf.lessThanInclusive(s.f8, 5)))) ? 2 : 0) : 3;
    out[at + 4] = ((s.f0 !== "sanction-list") && (s.f4 === true) && (s.f1 === true)) ? (((s.f6 === true)) ? 2 : 0) : 3;
    out[at + 5] = (((s.f9 === "lifted" || s.f9 === "partly-lifted")) && (s.f10 === true)) ? ((((typeof s.f11 === 'number' ? s.f11 <= 60 : meaningOf.lessThanInclusive(s.f11, 60)))) ? 2 : 0) : 3;
    out[at + 6] = (((s.f9 === "lifted" || s.f9 === "partly-lifted"))) ? (((s.f10 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r1(s);
    out[at + 1] = r2(s);
    out[at + 2] = r3(s);
    out[at + 3] = r4(s);
    out[at + 4] = r5(s);
    out[at + 5] = r6(s);
    out[at + 6] = r7(s);
  }
};

const e0_1_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 4095) {
    out[at + 0] = ((s.f0 === "money-laundering-risk") && (s.f1 === true)) ? ((((typeof s.f2 === 'number' ? s.f2 <= 15 : meaningOf.lessThanInclusive(s.f2, 15))) && ((typeof s.f3 === 'number' ? s.f3 <= 15 : meaningOf.lessThanInclusive(s.f3, 15)))) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 !== "sanction-list") && (s.f4 === true)) ? ((((typeof s.f5 === 'number' ? s.f5 <= 1 : meaningOf.lessThanInclusive(s.f5, 1)))) ? 2 : 0) : 3;
    out[at + 2] = ((s.f0 !== "sanction-list")) ? (((s.f4 === true)) ? 2 : 0) : 3;
    out[at + 3] = ((s.f6 === true)) ? (((s.f7 === true)) ? 2 : 0) : 3;
    out[at + 4] = ((s.f0 === "fraud-risk") && (s.f6 === true)) ? ((((typeof s.f8 === 'number' ? s.f8 <= 5 : meaningOf.lessThanInclusive(s.f8, 5)))) ? 2 : 0) : 3;
    out[at + 5] = ((s.f0 !== "sanction-list") && (s.f4 === true) && (s.f1 === true)) ? (((s.f6 === true)) ? 2 : 0) : 3;
    out[at + 6] = (((s.f9 === "lifted" || s.f9 === "partly-lifted")) && (s.f10 === true)) ? ((((typeof s.f11 === 'number' ? s.f11 <= 60 : meaningOf.lessThanInclusive(s.f11, 60)))) ? 2 : 0) : 3;
    out[at + 7] = (((s.f9 === "lifted" || s.f9 === "partly-lifted"))) ? (((s.f10 === true)) ? 2 : 0) : 3;
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
  slots: [{"fact":"measure.ground","params":{}},{"fact":"appeal.materialsAreComplete","params":{}},{"fact":"appeal.daysToDecision","params":{}},{"fact":"appeal.daysToReply","params":{}},{"fact":"appeal.isAccepted","params":{}},{"fact":"appeal.workingDaysToAcceptance","params":{}},{"fact":"appeal.isDecided","params":{}},{"fact":"appeal.isAnswered","params":{}},{"fact":"appeal.workingDaysToDecision","params":{}},{"fact":"appeal.decision","params":{}},{"fact":"measure.isReleased","params":{}},{"fact":"measure.minutesToRelease","params":{}}],
  rules: [{"rule":"aml.39.objection-answered","version":"2025-01-01.r1"}, {"rule":"atfl.32.appeal-accepted-promptly","version":"2022-12-01.r1"}, {"rule":"atfl.32.appeal-accepted","version":"2022-12-01.r1"}, {"rule":"atfl.32.appeal-answered","version":"2022-12-01.r1"}, {"rule":"atfl.32.appeal-decided-promptly","version":"2022-12-01.r1"}, {"rule":"atfl.32.appeal-decided","version":"2022-12-01.r1"}, {"rule":"atfl.32.measure-lifted-at-once","version":"2022-12-01.r1"}, {"rule":"atfl.32.measure-lifted-on-success","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "submittedAt", epochs: [
      { from: "2022-12-01", rules: [1, 2, 3, 4, 5, 6, 7], judge: e0_0_0 },
      { from: "2025-01-01", rules: [0, 1, 2, 3, 4, 5, 6, 7], judge: e0_1_0 },
    ] },
  ],
} as unknown as Unit;
