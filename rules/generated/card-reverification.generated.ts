// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/card-reverification.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue; readonly f7: FactValue; readonly f8: FactValue; readonly f9: FactValue; readonly f10: FactValue; readonly f11: FactValue; readonly f12: FactValue; readonly f13: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["card.riskLevel"].of(source as never);
  const f1: FactValue = facts["flag.source"].of(source as never);
  const f2: FactValue = facts["reverification.result"].of(source as never);
  const f3: FactValue = facts["reverification.hoursFromReminder"].of(source as never);
  const f4: FactValue = facts["card.isRestricted"].of(source as never);
  const f5: FactValue = facts["restriction.canBeLifted"].of(source as never);
  const f6: FactValue = facts["restriction.isBeforeVerification"].of(source as never);
  const f7: FactValue = facts["restriction.isLifted"].of(source as never);
  const f8: FactValue = facts["restriction.hoursFromVerification"].of(source as never);
  const f9: FactValue = facts["restriction.isNoticed"].of(source as never);
  const f10: FactValue = facts["reverification.isMade"].of(source as never);
  const f11: FactValue = facts["reverification.method"].of(source as never);
  const f12: FactValue = facts["card.isFlagged"].of(source as never);
  const f13: FactValue = facts["reverification.isReminded"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64) | (f7 === undefined ? 0 : 128) | (f8 === undefined ? 0 : 256) | (f9 === undefined ? 0 : 512) | (f10 === undefined ? 0 : 1024) | (f11 === undefined ? 0 : 2048) | (f12 === undefined ? 0 : 4096) | (f13 === undefined ? 0 : 8192), f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13 };
};

// atfl.11.lower-risk-card-reverified-or-restricted 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 31) === 31) return (((s.f0 === "medium" || s.f0 === "low")) && (!(s.f1 === "police-list" || s.f1 === "ministry-list"))) ? ((((s.f2 === "pass") && ((typeof s.f3 === 'number' ? s.f3 <= 24 : meaningOf.lessThanInclusive(s.f3, 24)))) || (s.f4 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : (s.f0 === "medium" || s.f0 === "low") ? 2 : 0), (s.f1 === undefined ? 1 : !(s.f1 === "police-list" || s.f1 === "ministry-list") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.max(Math.min((s.f2 === undefined ? 1 : s.f2 === "pass" ? 2 : 0), (s.f3 === undefined ? 1 : (typeof s.f3 === 'number' ? s.f3 <= 24 : meaningOf.lessThanInclusive(s.f3, 24)) ? 2 : 0)), (s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0));
};

// atfl.11.restriction-lifted-after-pass 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 228) === 228) return ((s.f2 === "pass") && (s.f5 === true) && (s.f6 === true)) ? (((s.f7 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f2 === undefined ? 1 : s.f2 === "pass" ? 2 : 0), (s.f5 === undefined ? 1 : s.f5 === true ? 2 : 0), (s.f6 === undefined ? 1 : s.f6 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f7 === undefined ? 1 : s.f7 === true ? 2 : 0));
};

// atfl.11.restriction-lifted-in-time 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 484) === 484) return ((s.f2 === "pass") && (s.f5 === true) && (s.f6 === true) && (s.f7 === true)) ? ((((typeof s.f8 === 'number' ? s.f8 <= 2 : meaningOf.lessThanInclusive(s.f8, 2)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f2 === undefined ? 1 : s.f2 === "pass" ? 2 : 0), (s.f5 === undefined ? 1 : s.f5 === true ? 2 : 0), (s.f6 === undefined ? 1 : s.f6 === true ? 2 : 0), (s.f7 === undefined ? 1 : s.f7 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f8 === undefined ? 1 : (typeof s.f8 === 'number' ? s.f8 <= 2 : meaningOf.lessThanInclusive(s.f8, 2)) ? 2 : 0));
};

// atfl.11.restriction-noticed 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 528) === 528) return ((s.f4 === true)) ? (((s.f9 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f9 === undefined ? 1 : s.f9 === true ? 2 : 0));
};

// atfl.11.reverification-method-fits-risk 2022-12-01.r1
const r4 = (s: Slots): number => {
  if ((s.k0 & 3073) === 3073) return ((s.f10 === true) && ((s.f0 === "high" || s.f0 === "medium" || s.f0 === "low"))) ? ((((s.f0 === "high") && ((s.f11 === "outlet" || s.f11 === "network-id"))) || ((s.f0 === "medium") && ((s.f11 === "outlet" || s.f11 === "online-liveness" || s.f11 === "network-id"))) || ((s.f0 === "low") && ((s.f11 === "outlet" || s.f11 === "online-liveness" || s.f11 === "sms-confirm" || s.f11 === "network-id")))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f10 === undefined ? 1 : s.f10 === true ? 2 : 0), (s.f0 === undefined ? 1 : (s.f0 === "high" || s.f0 === "medium" || s.f0 === "low") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.max(Math.min((s.f0 === undefined ? 1 : s.f0 === "high" ? 2 : 0), (s.f11 === undefined ? 1 : (s.f11 === "outlet" || s.f11 === "network-id") ? 2 : 0)), Math.min((s.f0 === undefined ? 1 : s.f0 === "medium" ? 2 : 0), (s.f11 === undefined ? 1 : (s.f11 === "outlet" || s.f11 === "online-liveness" || s.f11 === "network-id") ? 2 : 0)), Math.min((s.f0 === undefined ? 1 : s.f0 === "low" ? 2 : 0), (s.f11 === undefined ? 1 : (s.f11 === "outlet" || s.f11 === "online-liveness" || s.f11 === "sms-confirm" || s.f11 === "network-id") ? 2 : 0)));
};

// atfl.11.suspicious-card-reminded 2022-12-01.r1
const r5 = (s: Slots): number => {
  if ((s.k0 & 12288) === 12288) return ((s.f12 === true)) ? (((s.f13 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f12 === undefined ? 1 : s.f12 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f13 === undefined ? 1 : s.f13 === true ? 2 : 0));
};

// atfl.11.suspicious-card-reverified-or-restricted 2022-12-01.r1
const r6 = (s: Slots): number => {
  if ((s.k0 & 31) === 31) return (((s.f0 === "high")) || ((s.f1 === "police-list" || s.f1 === "ministry-list"))) ? ((((s.f2 === "pass") && ((typeof s.f3 === 'number' ? s.f3 <= 24 : meaningOf.lessThanInclusive(s.f3, 24)))) || (s.f4 === true)) ? 2 : 0) : 3;
  const scope: number = Math.max((s.f0 === undefined ? 1 : (s.f0 === "high") ? 2 : 0), (s.f1 === undefined ? 1 : (s.f1 === "police-list" || s.f1 === "ministry-list") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.max(Math.min((s.f2 === undefined ? 1 : s.f2 === "pass" ? 2 : 0), (s.f3 === undefined ? 1 : (typeof s.f3 === 'number' ? s.f3 <= 24 : meaningOf.lessThanInclusive(s.f3, 24)) ? 2 : 0)), (s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 16383) {
    out[at + 0] = (((s.f0 === "medium" || s.f0 === "low")) && (!(s.f1 === "police-list" || s.f1 === "ministry-list"))) ? ((((s.f2 === "pass") && ((typeof s.f3 === 'number' ? s.f3 <= 24 : meaningOf.lessThanInclusive(s.f3, 24)))) || (s.f4 === true)) ? 2 : 0) : 3;
    out[at + 1] = ((s.f2 === "pass") && (s.f5 === true) && (s.f6 === true)) ? (((s.f7 === true)) ? 2 : 0) : 3;
    out[at + 2] = ((s.f2 === "pass") && (s.f5 === true) && (s.f6 === true) && (s.f7 === true)) ? ((((typeof s.f8 === 'number' ? s.f8 <= 2 : meaningOf.lessThanInclusive(s.f8, 2)))) ? 2 : 0) : 3;
    out[at + 3] = ((s.f4 === true)) ? (((s.f9 === true)) ? 2 : 0) : 3;
    out[at + 4] = ((s.f10 === true) && ((s.f0 === "high" || s.f0 === "medium" || s.f0 === "low"))) ? ((((s.f0 === "high") && ((s.f11 === "outlet" || s.f11 === "network-id"))) || ((s.f0 === "medium") && ((s.f11 === "outlet" || s.f11 === "online-liveness" || s.f11 === "network-id"))) || ((s.f0 === "low") && ((s.f11 === "outlet" || s.f11 === "online-liveness" || s.f11 === "sms-confirm" || s.f11 === "network-id")))) ? 2 : 0) : 3;
    out[at + 5] = ((s.f12 === true)) ? (((s.f13 === true)) ? 2 : 0) : 3;
    out[at + 6] = (((s.f0 === "high")) || ((s.f1 === "police-list" || s.f1 === "ministry-list"))) ? ((((s.f2 === "pass") && ((typeof s.f3 === 'number' ? s.f3 <= 24 : meaningOf.lessThanInclusive(s.f3, 24)))) || (s.f4 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r2(s);
    out[at + 3] = r3(s);
    out[at + 4] = r4(s);
    out[at + 5] = r5(s);
    out[at + 6] = r6(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"card.riskLevel","params":{}},{"fact":"flag.source","params":{}},{"fact":"reverification.result","params":{}},{"fact":"reverification.hoursFromReminder","params":{}},{"fact":"card.isRestricted","params":{}},{"fact":"restriction.canBeLifted","params":{}},{"fact":"restriction.isBeforeVerification","params":{}},{"fact":"restriction.isLifted","params":{}},{"fact":"restriction.hoursFromVerification","params":{}},{"fact":"restriction.isNoticed","params":{}},{"fact":"reverification.isMade","params":{}},{"fact":"reverification.method","params":{}},{"fact":"card.isFlagged","params":{}},{"fact":"reverification.isReminded","params":{}}],
  rules: [{"rule":"atfl.11.lower-risk-card-reverified-or-restricted","version":"2022-12-01.r1"}, {"rule":"atfl.11.restriction-lifted-after-pass","version":"2022-12-01.r1"}, {"rule":"atfl.11.restriction-lifted-in-time","version":"2022-12-01.r1"}, {"rule":"atfl.11.restriction-noticed","version":"2022-12-01.r1"}, {"rule":"atfl.11.reverification-method-fits-risk","version":"2022-12-01.r1"}, {"rule":"atfl.11.suspicious-card-reminded","version":"2022-12-01.r1"}, {"rule":"atfl.11.suspicious-card-reverified-or-restricted","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "flaggedAt", epochs: [
      { from: "2022-12-01", rules: [0, 1, 2, 3, 4, 5, 6], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
