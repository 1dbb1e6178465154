// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/transaction-alert.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["alert.measures"].of(source as never);
  const f1: FactValue = facts["clearing.hasReason"].of(source as never);
  const f2: FactValue = facts["alert.riskLevel"].of(source as never);
  const f3: FactValue = facts["alert.isDealtWith"].of(source as never);
  const f4: FactValue = facts["measure.hasNotice"].of(source as never);
  const f5: FactValue = facts["alert.minutesToMeasures"].of(source as never);
  const f6: FactValue = facts["alert.isRaised"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64), f0, f1, f2, f3, f4, f5, f6 };
};

// atfl.18.cleared-alert-has-reason 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 3) === 3) return ((Array.isArray(s.f0) && s.f0.indexOf("clear") > -1)) ? (((s.f1 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : Array.isArray(s.f0) && s.f0.indexOf("clear") > -1 ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
};

// atfl.18.high-risk-alert-held-back 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 13) === 13) return ((s.f2 === "high") && (s.f3 === true)) ? (((Array.isArray(s.f0) && s.f0.indexOf("delay-settlement") > -1) || (Array.isArray(s.f0) && s.f0.indexOf("limit") > -1) || (Array.isArray(s.f0) && s.f0.indexOf("suspend") > -1)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f2 === undefined ? 1 : s.f2 === "high" ? 2 : 0), (s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.max((s.f0 === undefined ? 1 : Array.isArray(s.f0) && s.f0.indexOf("delay-settlement") > -1 ? 2 : 0), (s.f0 === undefined ? 1 : Array.isArray(s.f0) && s.f0.indexOf("limit") > -1 ? 2 : 0), (s.f0 === undefined ? 1 : Array.isArray(s.f0) && s.f0.indexOf("suspend") > -1 ? 2 : 0));
};

// atfl.18.restricting-measure-has-notice 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 17) === 17) return ((Array.isArray(s.f0) && s.f0.indexOf("limit") > -1) || (Array.isArray(s.f0) && s.f0.indexOf("suspend") > -1)) ? (((s.f4 === true)) ? 2 : 0) : 3;
  const scope: number = Math.max((s.f0 === undefined ? 1 : Array.isArray(s.f0) && s.f0.indexOf("limit") > -1 ? 2 : 0), (s.f0 === undefined ? 1 : Array.isArray(s.f0) && s.f0.indexOf("suspend") > -1 ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0));
};

// atfl.18.transaction-alert-dealt-with-promptly 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 44) === 44) return ((s.f3 === true)) ? ((((s.f2 === "high") && ((typeof s.f5 === 'number' ? s.f5 <= 15 : meaningOf.lessThanInclusive(s.f5, 15)))) || ((s.f2 === "medium") && ((typeof s.f5 === 'number' ? s.f5 <= 240 : meaningOf.lessThanInclusive(s.f5, 240)))) || ((s.f2 === "low") && ((typeof s.f5 === 'number' ? s.f5 <= 1440 : meaningOf.lessThanInclusive(s.f5, 1440))))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.max(Math.min((s.f2 === undefined ? 1 : s.f2 === "high" ? 2 : 0), (s.f5 === undefined ? 1 : (typeof s.f5 === 'number' ? s.f5 <= 15 : meaningOf.lessThanInclusive(s.f5, 15)) ? 2 : 0)), Math.min((s.f2 === undefined ? 1 : s.f2 === "medium" ? 2 : 0), (s.f5 === undefined ? 1 : (typeof s.f5 === 'number' ? s.f5 <= 240 : meaningOf.lessThanInclusive(s.f5, 240)) ? 2 : 0)), Math.min((s.f2 === undefined ? 1 : s.f2 === "low" ? 2 : 0), (s.f5 === undefined ? 1 : (typeof s.f5 === 'number' ? s.f5 <= 1440 : meaningOf.lessThanInclusive(s.f5, 1440)) ? 2 : 0)));
};

// atfl.18.transaction-alert-dealt-with 2022-12-01.r1
const r4 = (s: Slots): number => {
  if ((s.k0 & 72) === 72) return ((s.f6 === true)) ? (((s.f3 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f6 === undefined ? 1 : s.f6 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 127) {
    out[at + 0] = ((Array.isArray(s.f0) && s.f0.indexOf("clear") > -1)) ? (((s.f1 === true)) ? 2 : 0) : 3;
    out[at + 1] = ((s.f2 === "high") && (s.f3 === true)) ? (((Array.isArray(s.f0) && s.f0.indexOf("delay-settlement") > -1) || (Array.isArray(s.f0) && s.f0.indexOf("limit") > -1) || (Array.isArray(s.f0) && s.f0.indexOf("suspend") > -1)) ? 2 : 0) : 3;
    out[at + 2] = ((Array.isArray(s.f0) && s.f0.indexOf("limit") > -1) || (Array.isArray(s.f0) && s.f0.indexOf("suspend") > -1)) ? (((s.f4 === true)) ? 2 : 0) : 3;
    out[at + 3] = ((s.f3 === true)) ? ((((s.f2 === "high") && ((typeof s.f5 === 'number' ? s.f5 <= 15 : meaningOf.lessThanInclusive(s.f5, 15)))) || ((s.f2 === "medium") && ((typeof s.f5 === 'number' ? s.f5 <= 240 : meaningOf.lessThanInclusive(s.f5, 240)))) || ((s.f2 === "low") && ((typeof s.f5 === 'number' ? s.f5 <= 1440 : meaningOf.lessThanInclusive(s.f5, 1440))))) ? 2 : 0) : 3;
    out[at + 4] = ((s.f6 === true)) ? (((s.f3 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r2(s);
    out[at + 3] = r3(s);
    out[at + 4] = r4(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"alert.measures","params":{}},{"fact":"clearing.hasReason","params":{}},{"fact":"alert.riskLevel","params":{}},{"fact":"alert.isDealtWith","params":{}},{"fact":"measure.hasNotice","params":{}},{"fact":"alert.minutesToMeasures","params":{}},{"fact":"alert.isRaised","params":{}}],
  rules: [{"rule":"atfl.18.cleared-alert-has-reason","version":"2022-12-01.r1"}, {"rule":"atfl.18.high-risk-alert-held-back","version":"2022-12-01.r1"}, {"rule":"atfl.18.restricting-measure-has-notice","version":"2022-12-01.r1"}, {"rule":"atfl.18.transaction-alert-dealt-with-promptly","version":"2022-12-01.r1"}, {"rule":"atfl.18.transaction-alert-dealt-with","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "alertAt", epochs: [
      { from: "2022-12-01", rules: [0, 1, 2, 3, 4], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
