// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/sanctioned-subject-check.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue; readonly f7: FactValue; readonly f8: FactValue; readonly f9: FactValue; readonly f10: FactValue; readonly f11: FactValue; readonly f12: FactValue; readonly f13: FactValue; readonly f14: FactValue; readonly f15: FactValue; readonly f16: FactValue; readonly f17: FactValue };

const p8 = {"years":5};
const p10 = {"years":3};
const p11 = {"years":2};
const p13 = {"years":5};
/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["term.hasBegun"].of(source as never);
  const f1: FactValue = facts["term.isRunning"].of(source as never);
  const f2: FactValue = facts["appeal.hasSucceeded"].of(source as never);
  const f3: FactValue = facts["sanction.isApplied"].of(source as never);
  const f4: FactValue = facts["sanction.isLifted"].of(source as never);
  const f5: FactValue = facts["sanction.hoursToLift"].of(source as never);
  const f6: FactValue = facts["subject.services"].of(source as never);
  const f7: FactValue = facts["sanction.measures"].of(source as never);
  const f8: FactValue = facts["term.lastsYears"].of(source as never, p8);
  const f9: FactValue = facts["sanction.category"].of(source as never);
  const f10: FactValue = facts["term.lastsYears"].of(source as never, p10);
  const f11: FactValue = facts["term.lastsYears"].of(source as never, p11);
  const f12: FactValue = facts["sanction.isDetermined"].of(source as never);
  const f13: FactValue = facts["terms.areTogetherWithin"].of(source as never, p13);
  const f14: FactValue = facts["basicService.isKept"].of(source as never);
  const f15: FactValue = facts["service.isOpenedInTerm"].of(source as never);
  const f16: FactValue = facts["subject.holdsServices"].of(source as never);
  const f17: FactValue = facts["sanction.hoursFromList"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64) | (f7 === undefined ? 0 : 128) | (f8 === undefined ? 0 : 256) | (f9 === undefined ? 0 : 512) | (f10 === undefined ? 0 : 1024) | (f11 === undefined ? 0 : 2048) | (f12 === undefined ? 0 : 4096) | (f13 === undefined ? 0 : 8192) | (f14 === undefined ? 0 : 16384) | (f15 === undefined ? 0 : 32768) | (f16 === undefined ? 0 : 65536) | (f17 === undefined ? 0 : 131072), f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17 };
};

// atfl.31.sanction-lifted-promptly 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 63) === 63) return ((((s.f0 === true) && (s.f1 === false)) || (s.f2 === true)) && (s.f3 === true) && (s.f4 === true)) ? ((((typeof s.f5 === 'number' ? s.f5 <= 24 : meaningOf.lessThanInclusive(s.f5, 24)))) ? 2 : 0) : 3;
  const scope: number = Math.min(Math.max(Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === false ? 2 : 0)), (s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0)), (s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0), (s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f5 === undefined ? 1 : (typeof s.f5 === 'number' ? s.f5 <= 24 : meaningOf.lessThanInclusive(s.f5, 24)) ? 2 : 0));
};

// atfl.31.sanction-lifted 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 31) === 31) return ((((s.f0 === true) && (s.f1 === false)) || (s.f2 === true)) && (s.f3 === true)) ? (((s.f4 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min(Math.max(Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === false ? 2 : 0)), (s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0)), (s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0));
};

// atfl.31.sanction-measures-by-service 2024-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 206) === 206) return ((s.f1 === true) && (s.f2 === false) && (s.f3 === true)) ? ((((Array.isArray(s.f6) && s.f6.indexOf("bank-account") === -1) || (Array.isArray(s.f7) && s.f7.indexOf("non-counter-outflow-limited") > -1)) && ((Array.isArray(s.f6) && s.f6.indexOf("payment-account") === -1) || (Array.isArray(s.f7) && s.f7.indexOf("payment-business-stopped") > -1)) && (((Array.isArray(s.f6) && s.f6.indexOf("phone-card") === -1) && (Array.isArray(s.f6) && s.f6.indexOf("iot-card") === -1) && (Array.isArray(s.f6) && s.f6.indexOf("line") === -1) && (Array.isArray(s.f6) && s.f6.indexOf("sms-port") === -1)) || (Array.isArray(s.f7) && s.f7.indexOf("access-limited") > -1)) && ((Array.isArray(s.f6) && s.f6.indexOf("internet-account") === -1) || (Array.isArray(s.f7) && s.f7.indexOf("account-functions-limited") > -1)) && (Array.isArray(s.f7) && s.f7.indexOf("new-business-refused") > -1)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0), (s.f2 === undefined ? 1 : s.f2 === false ? 2 : 0), (s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min(Math.max((s.f6 === undefined ? 1 : Array.isArray(s.f6) && s.f6.indexOf("bank-account") === -1 ? 2 : 0), (s.f7 === undefined ? 1 : Array.isArray(s.f7) && s.f7.indexOf("non-counter-outflow-limited") > -1 ? 2 : 0)), Math.max((s.f6 === undefined ? 1 : Array.isArray(s.f6) && s.f6.indexOf("payment-account") === -1 ? 2 : 0), (s.f7 === undefined ? 1 : Array.isArray(s.f7) && s.f7.indexOf("payment-business-stopped") > -1 ? 2 : 0)), Math.max(Math.min((s.f6 === undefined ? 1 : Array.isArray(s.f6) && s.f6.indexOf("phone-card") === -1 ? 2 : 0), (s.f6 === undefined ? 1 : Array.isArray(s.f6) && s.f6.indexOf("iot-card") === -1 ? 2 : 0), (s.f6 === undefined ? 1 : Array.isArray(s.f6) && s.f6.indexOf("line") === -1 ? 2 : 0), (s.f6 === undefined ? 1 : Array.isArray(s.f6) && s.f6.indexOf("sms-port") === -1 ? 2 : 0)), (s.f7 === undefined ? 1 : Array.isArray(s.f7) && s.f7.indexOf("access-limited") > -1 ? 2 : 0)), Math.max((s.f6 === undefined ? 1 : Array.isArray(s.f6) && s.f6.indexOf("internet-account") === -1 ? 2 : 0), (s.f7 === undefined ? 1 : Array.isArray(s.f7) && s.f7.indexOf("account-functions-limited") > -1 ? 2 : 0)), (s.f7 === undefined ? 1 : Array.isArray(s.f7) && s.f7.indexOf("new-business-refused") > -1 ? 2 : 0));
};

// atfl.31.sanction-term 2019-04-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 320) === 320) return (((Array.isArray(s.f6) && s.f6.indexOf("bank-account") > -1) || (Array.isArray(s.f6) && s.f6.indexOf("payment-account") > -1))) ? (((s.f8 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min(Math.max((s.f6 === undefined ? 1 : Array.isArray(s.f6) && s.f6.indexOf("bank-account") > -1 ? 2 : 0), (s.f6 === undefined ? 1 : Array.isArray(s.f6) && s.f6.indexOf("payment-account") > -1 ? 2 : 0)));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f8 === undefined ? 1 : s.f8 === true ? 2 : 0));
};

// atfl.31.sanction-term 2024-12-01.r1
const r4 = (s: Slots): number => {
  if ((s.k0 & 3584) === 3584) return (((s.f9 === "convicted" || s.f9 === "administratively-determined"))) ? (((((s.f9 === "convicted") && (s.f10 === true)) || ((s.f9 === "administratively-determined") && (s.f11 === true)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f9 === undefined ? 1 : (s.f9 === "convicted" || s.f9 === "administratively-determined") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min(Math.max(Math.min((s.f9 === undefined ? 1 : s.f9 === "convicted" ? 2 : 0), (s.f10 === undefined ? 1 : s.f10 === true ? 2 : 0)), Math.min((s.f9 === undefined ? 1 : s.f9 === "administratively-determined" ? 2 : 0), (s.f11 === undefined ? 1 : s.f11 === true ? 2 : 0))));
};

// atfl.31.sanction-terms-together 2024-12-01.r1
const r5 = (s: Slots): number => {
  if ((s.k0 & 12288) === 12288) return ((s.f12 === true)) ? (((s.f13 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f12 === undefined ? 1 : s.f12 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f13 === undefined ? 1 : s.f13 === true ? 2 : 0));
};

// atfl.31.sanctioned-subject-basic-services 2024-12-01.r1
const r6 = (s: Slots): number => {
  if ((s.k0 & 16394) === 16394) return ((s.f1 === true) && (s.f3 === true)) ? (((s.f14 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0), (s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f14 === undefined ? 1 : s.f14 === true ? 2 : 0));
};

// atfl.31.sanctioned-subject-opens-nothing 2022-12-01.r1
const r7 = (s: Slots): number => {
  if ((s.k0 & 32773) === 32773) return ((s.f0 === true) && (s.f2 === false)) ? (((s.f15 === false)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0), (s.f2 === undefined ? 1 : s.f2 === false ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f15 === undefined ? 1 : s.f15 === false ? 2 : 0));
};

// atfl.31.sanctioned-subject-restricted-promptly 2022-12-01.r1
const r8 = (s: Slots): number => {
  if ((s.k0 & 196616) === 196616) return ((s.f16 === true) && (s.f3 === true)) ? ((((typeof s.f17 === 'number' ? s.f17 <= 24 : meaningOf.lessThanInclusive(s.f17, 24)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f16 === undefined ? 1 : s.f16 === true ? 2 : 0), (s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f17 === undefined ? 1 : (typeof s.f17 === 'number' ? s.f17 <= 24 : meaningOf.lessThanInclusive(s.f17, 24)) ? 2 : 0));
};

// atfl.31.sanctioned-subject-restricted 2022-12-01.r1
const r9 = (s: Slots): number => {
  if ((s.k0 & 65566) === 65566) return ((s.f1 === true) && (s.f2 === false) && (s.f16 === true)) ? (((s.f3 === true) && (s.f4 === false)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0), (s.f2 === undefined ? 1 : s.f2 === false ? 2 : 0), (s.f16 === undefined ? 1 : s.f16 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0), (s.f4 === undefined ? 1 : s.f4 === false ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 262143) {
    out[at + 0] = ((((s.f0 === true) && (s.f1 === false)) || (s.f2 === true)) && (s.f3 === true) && (s.f4 === true)) ? ((((typeof s.f5 === 'number' ? s.f5 <= 24 : meaningOf.lessThanInclusive(s.f5, 24)))) ? 2 : 0) : 3;
    out[at + 1] = ((((s.f0 === true) && (s.f1 === false)) || (s.f2 === true)) && (s.f3 === true)) ? (((s.f4 === true)) ? 2 : 0) : 3;
    out[at + 2] = ((s.f0 === true) && (s.f2 === false)) ? (((s.f15 === false)) ? 2 : 0) : 3;
    out[at + 3] = ((s.f16 === true) && (s.f3 === true)) ? ((((typeof s.f17 === 'number' ? s.f17 <= 24 : meaningOf.lessThanInclusive(s.f17, 24)))) ? 2 : 0) : 3;
    out[at + 4] = ((s.f1 === true) && (s.f2 === false) && (s.f16 === true)) ? (((s.f3 === true) && (s.f4 === false)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r7(s);
    out[at + 3] = r8(s);
    out[at + 4] = r9(s);
  }
};

const e0_1_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 262143) {
    out[at + 0] = ((((s.f0 === true) && (s.f1 === false)) || (s.f2 === true)) && (s.f3 === true) && (s.f4 === true)) ? ((((typeof s.f5 === 'number' ? s.f5 <= 24 : meaningOf.lessThanInclusive(s.f5, 24)))) ? 2 : 0) : 3;
    out[at + 1] = ((((s.f0 === true) && (s.f1 === false)) || (s.f2 === true)) && (s.f3 === true)) ? (((s.f4 === true)) ? 2 : 0) : 3;
    out[at + 2] = ((s.f1 === true) && (s.f2 === false) && (s.f3 === true)) ? ((((Array.isArray(s.f6) && s.f6.indexOf("bank-account") === -1) || (Array.isArray(s.f7) && s.f7.indexOf("non-counter-outflow-limited") > -1)) && ((Array.isArray(s.f6) && s.f6.indexOf("payment-account") === -1) || (Array.isArray(s.f7) && s.f7.indexOf("payment-business-stopped") > -1)) && (((Array.isArray(s.f6) && s.f6.indexOf("phone-card") === -1) && (Array.isArray(s.f6) && s.f6.indexOf("iot-card") === -1) && (Array.isArray(s.f6) && s.f6.indexOf("line") === -1) && (Array.isArray(s.f6) && s.f6.indexOf("sms-port") === -1)) || (Array.isArray(s.f7) && s.f7.indexOf("access-limited") > -1)) && ((Array.isArray(s.f6) && s.f6.indexOf("internet-account") === -1) || (Array.isArray(s.f7) && s.f7.indexOf("account-functions-limited") > -1)) && (Array.isArray(s.f7) && s.f7.indexOf("new-business-refused") > -1)) ? 2 : 0) : 3;
    out[at + 3] = ((s.f1 === true) && (s.f3 === true)) ? (((s.f14 === true)) ? 2 : 0) : 3;
    out[at + 4] = ((s.f0 === true) && (s.f2 === false)) ? (((s.f15 === false)) ? 2 : 0) : 3;
    out[at + 5] = ((s.f16 === true) && (s.f3 === true)) ? ((((typeof s.f17 === 'number' ? s.f17 <= 24 : meaningOf.lessThanInclusive(s.f17, 24)))) ? 2 : 0) : 3;
    out[at + 6] = ((s.f1 === true) && (s.f2 === false) && (s.f16 === true)) ? (((s.f3 === true) && (s.f4 === false)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r2(s);
    out[at + 3] = r6(s);
    out[at + 4] = r7(s);
    out[at + 5] = r8(s);
    out[at + 6] = r9(s);
  }
};

const e1_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 262143) {
    out[at + 0] = (((Array.isArray(s.f6) && s.f6.indexOf("bank-account") > -1) || (Array.isArray(s.f6) && s.f6.indexOf("payment-account") > -1))) ? (((s.f8 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r3(s);
  }
};

const e1_1_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 262143) {
    out[at + 0] = (((s.f9 === "convicted" || s.f9 === "administratively-determined"))) ? (((((s.f9 === "convicted") && (s.f10 === true)) || ((s.f9 === "administratively-determined") && (s.f11 === true)))) ? 2 : 0) : 3;
    out[at + 1] = ((s.f12 === true)) ? (((s.f13 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r4(s);
    out[at + 1] = r5(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"term.hasBegun","params":{}},{"fact":"term.isRunning","params":{}},{"fact":"appeal.hasSucceeded","params":{}},{"fact":"sanction.isApplied","params":{}},{"fact":"sanction.isLifted","params":{}},{"fact":"sanction.hoursToLift","params":{}},{"fact":"subject.services","params":{}},{"fact":"sanction.measures","params":{}},{"fact":"term.lastsYears","params":{"years":5}},{"fact":"sanction.category","params":{}},{"fact":"term.lastsYears","params":{"years":3}},{"fact":"term.lastsYears","params":{"years":2}},{"fact":"sanction.isDetermined","params":{}},{"fact":"terms.areTogetherWithin","params":{"years":5}},{"fact":"basicService.isKept","params":{}},{"fact":"service.isOpenedInTerm","params":{}},{"fact":"subject.holdsServices","params":{}},{"fact":"sanction.hoursFromList","params":{}}],
  rules: [{"rule":"atfl.31.sanction-lifted-promptly","version":"2022-12-01.r1"}, {"rule":"atfl.31.sanction-lifted","version":"2022-12-01.r1"}, {"rule":"atfl.31.sanction-measures-by-service","version":"2024-12-01.r1"}, {"rule":"atfl.31.sanction-term","version":"2019-04-01.r1"}, {"rule":"atfl.31.sanction-term","version":"2024-12-01.r1"}, {"rule":"atfl.31.sanction-terms-together","version":"2024-12-01.r1"}, {"rule":"atfl.31.sanctioned-subject-basic-services","version":"2024-12-01.r1"}, {"rule":"atfl.31.sanctioned-subject-opens-nothing","version":"2022-12-01.r1"}, {"rule":"atfl.31.sanctioned-subject-restricted-promptly","version":"2022-12-01.r1"}, {"rule":"atfl.31.sanctioned-subject-restricted","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "checkedOn", epochs: [
      { from: "2022-12-01", rules: [0, 1, 7, 8, 9], judge: e0_0_0 },
      { from: "2024-12-01", rules: [0, 1, 2, 6, 7, 8, 9], judge: e0_1_0 },
    ] },
    { lawDate: "determinedOn", epochs: [
      { from: "2019-04-01", rules: [3], judge: e1_0_0 },
      { from: "2024-12-01", rules: [4, 5], judge: e1_1_0 },
    ] },
  ],
} as unknown as Unit;
