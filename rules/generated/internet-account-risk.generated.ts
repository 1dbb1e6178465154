// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/internet-account-risk.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue; readonly f7: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["measure.isTaken"].of(source as never);
  const f1: FactValue = facts["measure.hasNotice"].of(source as never);
  const f2: FactValue = facts["reverification.isRequested"].of(source as never);
  const f3: FactValue = facts["reverification.hoursFromFlag"].of(source as never);
  const f4: FactValue = facts["reverification.result"].of(source as never);
  const f5: FactValue = facts["measure.hoursFromRequest"].of(source as never);
  const f6: FactValue = facts["account.isFlagged"].of(source as never);
  const f7: FactValue = facts["account.isRestored"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64) | (f7 === undefined ? 0 : 128), f0, f1, f2, f3, f4, f5, f6, f7 };
};

// atfl.22.abnormal-account-measure-notice 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 3) === 3) return ((s.f0 === true)) ? (((s.f1 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
};

// atfl.22.abnormal-account-reverification-in-time 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 61) === 61) return ((s.f2 === true)) ? ((((typeof s.f3 === 'number' ? s.f3 <= 24 : meaningOf.lessThanInclusive(s.f3, 24))) && (((s.f4 === "pass" || s.f4 === "open")) || (s.f0 === false) || ((typeof s.f5 === 'number' ? s.f5 <= 72 : meaningOf.lessThanInclusive(s.f5, 72))))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f3 === undefined ? 1 : (typeof s.f3 === 'number' ? s.f3 <= 24 : meaningOf.lessThanInclusive(s.f3, 24)) ? 2 : 0), Math.max((s.f4 === undefined ? 1 : (s.f4 === "pass" || s.f4 === "open") ? 2 : 0), (s.f0 === undefined ? 1 : s.f0 === false ? 2 : 0), (s.f5 === undefined ? 1 : (typeof s.f5 === 'number' ? s.f5 <= 72 : meaningOf.lessThanInclusive(s.f5, 72)) ? 2 : 0)));
};

// atfl.22.abnormal-account-reverification 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 85) === 85) return ((s.f6 === true)) ? (((s.f2 === true) && (((s.f4 === "pass" || s.f4 === "open")) || (s.f0 === true))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f6 === undefined ? 1 : s.f6 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0), Math.max((s.f4 === undefined ? 1 : (s.f4 === "pass" || s.f4 === "open") ? 2 : 0), (s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0)));
};

// atfl.22.verified-account-restored 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 145) === 145) return ((s.f4 === "pass") && (s.f0 === true)) ? (((s.f7 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f4 === undefined ? 1 : s.f4 === "pass" ? 2 : 0), (s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f7 === undefined ? 1 : s.f7 === true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 255) {
    out[at + 0] = ((s.f0 === true)) ? (((s.f1 === true)) ? 2 : 0) : 3;
    out[at + 1] = ((s.f2 === true)) ? ((((typeof s.f3 === 'number' ? s.f3 <= 24 : meaningOf.lessThanInclusive(s.f3, 24))) && (((s.f4 === "pass" || s.f4 === "open")) || (s.f0 === false) || ((typeof s.f5 === 'number' ? s.f5 <= 72 : meaningOf.lessThanInclusive(s.f5, 72))))) ? 2 : 0) : 3;
    out[at + 2] = ((s.f6 === true)) ? (((s.f2 === true) && (((s.f4 === "pass" || s.f4 === "open")) || (s.f0 === true))) ? 2 : 0) : 3;
    out[at + 3] = ((s.f4 === "pass") && (s.f0 === true)) ? (((s.f7 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r2(s);
    out[at + 3] = r3(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"measure.isTaken","params":{}},{"fact":"measure.hasNotice","params":{}},{"fact":"reverification.isRequested","params":{}},{"fact":"reverification.hoursFromFlag","params":{}},{"fact":"reverification.result","params":{}},{"fact":"measure.hoursFromRequest","params":{}},{"fact":"account.isFlagged","params":{}},{"fact":"account.isRestored","params":{}}],
  rules: [{"rule":"atfl.22.abnormal-account-measure-notice","version":"2022-12-01.r1"}, {"rule":"atfl.22.abnormal-account-reverification-in-time","version":"2022-12-01.r1"}, {"rule":"atfl.22.abnormal-account-reverification","version":"2022-12-01.r1"}, {"rule":"atfl.22.verified-account-restored","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "flaggedAt", epochs: [
      { from: "2022-12-01", rules: [0, 1, 2, 3], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
