// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/disposal-action.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["disposal.basis"].of(source as never);
  const f1: FactValue = facts["notice.isSent"].of(source as never);
  const f2: FactValue = facts["notice.hoursAfterMeasure"].of(source as never);
  const f3: FactValue = facts["notice.hasReason"].of(source as never);
  const f4: FactValue = facts["notice.hasRemedyChannel"].of(source as never);
  const f5: FactValue = facts["notice.hasMaterialsList"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32), f0, f1, f2, f3, f4, f5 };
};

// atfl.32.disposal-notice-promptly 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 7) === 7) return (((s.f0 === "11" || s.f0 === "12" || s.f0 === "18" || s.f0 === "22" || s.f0 === "32-2")) && (s.f1 === true)) ? ((((typeof s.f2 === 'number' ? s.f2 <= 24 : meaningOf.lessThanInclusive(s.f2, 24)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : (s.f0 === "11" || s.f0 === "12" || s.f0 === "18" || s.f0 === "22" || s.f0 === "32-2") ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f2 === undefined ? 1 : (typeof s.f2 === 'number' ? s.f2 <= 24 : meaningOf.lessThanInclusive(s.f2, 24)) ? 2 : 0));
};

// atfl.32.disposal-notice 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 59) === 59) return (((s.f0 === "11" || s.f0 === "12" || s.f0 === "18" || s.f0 === "22" || s.f0 === "32-2"))) ? (((s.f1 === true) && (s.f3 === true) && (s.f4 === true) && (s.f5 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : (s.f0 === "11" || s.f0 === "12" || s.f0 === "18" || s.f0 === "22" || s.f0 === "32-2") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0), (s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0), (s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0), (s.f5 === undefined ? 1 : s.f5 === true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 63) {
    out[at + 0] = (((s.f0 === "11" || s.f0 === "12" || s.f0 === "18" || s.f0 === "22" || s.f0 === "32-2")) && (s.f1 === true)) ? ((((typeof s.f2 === 'number' ? s.f2 <= 24 : meaningOf.lessThanInclusive(s.f2, 24)))) ? 2 : 0) : 3;
    out[at + 1] = (((s.f0 === "11" || s.f0 === "12" || s.f0 === "18" || s.f0 === "22" || s.f0 === "32-2"))) ? (((s.f1 === true) && (s.f3 === true) && (s.f4 === true) && (s.f5 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"disposal.basis","params":{}},{"fact":"notice.isSent","params":{}},{"fact":"notice.hoursAfterMeasure","params":{}},{"fact":"notice.hasReason","params":{}},{"fact":"notice.hasRemedyChannel","params":{}},{"fact":"notice.hasMaterialsList","params":{}}],
  rules: [{"rule":"atfl.32.disposal-notice-promptly","version":"2022-12-01.r1"}, {"rule":"atfl.32.disposal-notice","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "takenAt", epochs: [
      { from: "2022-12-01", rules: [0, 1], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
