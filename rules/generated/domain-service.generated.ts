// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/domain-service.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue; readonly f7: FactValue; readonly f8: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["service.isInUse"].of(source as never);
  const f1: FactValue = facts["address.isVerified"].of(source as never);
  const f2: FactValue = facts["registration.isVerified"].of(source as never);
  const f3: FactValue = facts["service.type"].of(source as never);
  const f4: FactValue = facts["log.monthsKept"].of(source as never);
  const f5: FactValue = facts["log.fields"].of(source as never);
  const f6: FactValue = facts["trace.monthsSinceTest"].of(source as never);
  const f7: FactValue = facts["redirect.targetIsChecked"].of(source as never);
  const f8: FactValue = facts["redirect.hops"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64) | (f7 === undefined ? 0 : 128) | (f8 === undefined ? 0 : 256), f0, f1, f2, f3, f4, f5, f6, f7, f8 };
};

// atfl.24.domain-verified 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 15) === 15) return ((s.f0 === true)) ? (((s.f1 === true) && ((s.f2 === true) || ((s.f3 === "recursive-resolution")))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0), Math.max((s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0), (s.f3 === undefined ? 1 : (s.f3 === "recursive-resolution") ? 2 : 0)));
};

// atfl.24.log-kept 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 17) === 17) return ((s.f0 === true)) ? ((((typeof s.f4 === 'number' ? s.f4 >= 6 : meaningOf.greaterThanInclusive(s.f4, 6)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f4 === undefined ? 1 : (typeof s.f4 === 'number' ? s.f4 >= 6 : meaningOf.greaterThanInclusive(s.f4, 6)) ? 2 : 0));
};

// atfl.24.log-kept 2026-01-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 17) === 17) return ((s.f0 === true)) ? ((((typeof s.f4 === 'number' ? s.f4 >= 6 : meaningOf.greaterThanInclusive(s.f4, 6)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f4 === undefined ? 1 : (typeof s.f4 === 'number' ? s.f4 >= 6 : meaningOf.greaterThanInclusive(s.f4, 6)) ? 2 : 0));
};

// atfl.24.log-traceable 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 97) === 97) return ((s.f0 === true)) ? (((Array.isArray(s.f5) && s.f5.indexOf("time") > -1) && (Array.isArray(s.f5) && s.f5.indexOf("client-ip") > -1) && (Array.isArray(s.f5) && s.f5.indexOf("source") > -1) && (Array.isArray(s.f5) && s.f5.indexOf("target") > -1) && (Array.isArray(s.f5) && s.f5.indexOf("account") > -1) && ((typeof s.f6 === 'number' ? s.f6 <= 6 : meaningOf.lessThanInclusive(s.f6, 6)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f5 === undefined ? 1 : Array.isArray(s.f5) && s.f5.indexOf("time") > -1 ? 2 : 0), (s.f5 === undefined ? 1 : Array.isArray(s.f5) && s.f5.indexOf("client-ip") > -1 ? 2 : 0), (s.f5 === undefined ? 1 : Array.isArray(s.f5) && s.f5.indexOf("source") > -1 ? 2 : 0), (s.f5 === undefined ? 1 : Array.isArray(s.f5) && s.f5.indexOf("target") > -1 ? 2 : 0), (s.f5 === undefined ? 1 : Array.isArray(s.f5) && s.f5.indexOf("account") > -1 ? 2 : 0), (s.f6 === undefined ? 1 : (typeof s.f6 === 'number' ? s.f6 <= 6 : meaningOf.lessThanInclusive(s.f6, 6)) ? 2 : 0));
};

// atfl.24.redirect-in-order 2022-12-01.r1
const r4 = (s: Slots): number => {
  if ((s.k0 & 393) === 393) return ((s.f0 === true) && ((s.f3 === "redirect" || s.f3 === "link-conversion"))) ? (((s.f7 === true) && ((typeof s.f8 === 'number' ? s.f8 <= 3 : meaningOf.lessThanInclusive(s.f8, 3)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0), (s.f3 === undefined ? 1 : (s.f3 === "redirect" || s.f3 === "link-conversion") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f7 === undefined ? 1 : s.f7 === true ? 2 : 0), (s.f8 === undefined ? 1 : (typeof s.f8 === 'number' ? s.f8 <= 3 : meaningOf.lessThanInclusive(s.f8, 3)) ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 511) {
    out[at + 0] = ((s.f0 === true)) ? (((s.f1 === true) && ((s.f2 === true) || ((s.f3 === "recursive-resolution")))) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === true)) ? ((((typeof s.f4 === 'number' ? s.f4 >= 6 : meaningOf.greaterThanInclusive(s.f4, 6)))) ? 2 : 0) : 3;
    out[at + 2] = ((s.f0 === true)) ? (((Array.isArray(s.f5) && s.f5.indexOf("time") > -1) && (Array.isArray(s.f5) && s.f5.indexOf("client-ip") > -1) && (Array.isArray(s.f5) && s.f5.indexOf("source") > -1) && (Array.isArray(s.f5) && s.f5.indexOf("target") > -1) && (Array.isArray(s.f5) && s.f5.indexOf("account") > -1) && ((typeof s.f6 === 'number' ? s.f6 <= 6 : meaningOf.lessThanInclusive(s.f6, 6)))) ? 2 : 0) : 3;
    out[at + 3] = ((s.f0 === true) && ((s.f3 === "redirect" || s.f3 === "link-conversion"))) ? (((s.f7 === true) && ((typeof s.f8 === 'number' ? s.f8 <= 3 : meaningOf.lessThanInclusive(s.f8, 3)))) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r3(s);
    out[at + 3] = r4(s);
  }
};

const e0_1_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 511) {
    out[at + 0] = ((s.f0 === true)) ? (((s.f1 === true) && ((s.f2 === true) || ((s.f3 === "recursive-resolution")))) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === true)) ? ((((typeof s.f4 === 'number' ? s.f4 >= 6 : meaningOf.greaterThanInclusive(s.f4, 6)))) ? 2 : 0) : 3;
    out[at + 2] = ((s.f0 === true)) ? (((Array.isArray(s.f5) && s.f5.indexOf("time") > -1) && (Array.isArray(s.f5) && s.f5.indexOf("client-ip") > -1) && (Array.isArray(s.f5) && s.f5.indexOf("source") > -1) && (Array.isArray(s.f5) && s.f5.indexOf("target") > -1) && (Array.isArray(s.f5) && s.f5.indexOf("account") > -1) && ((typeof s.f6 === 'number' ? s.f6 <= 6 : meaningOf.lessThanInclusive(s.f6, 6)))) ? 2 : 0) : 3;
    out[at + 3] = ((s.f0 === true) && ((s.f3 === "redirect" || s.f3 === "link-conversion"))) ? (((s.f7 === true) && ((typeof s.f8 === 'number' ? s.f8 <= 3 : meaningOf.lessThanInclusive(s.f8, 3)))) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r2(s);
    out[at + 2] = r3(s);
    out[at + 3] = r4(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"service.isInUse","params":{}},{"fact":"address.isVerified","params":{}},{"fact":"registration.isVerified","params":{}},{"fact":"service.type","params":{}},{"fact":"log.monthsKept","params":{}},{"fact":"log.fields","params":{}},{"fact":"trace.monthsSinceTest","params":{}},{"fact":"redirect.targetIsChecked","params":{}},{"fact":"redirect.hops","params":{}}],
  rules: [{"rule":"atfl.24.domain-verified","version":"2022-12-01.r1"}, {"rule":"atfl.24.log-kept","version":"2022-12-01.r1"}, {"rule":"atfl.24.log-kept","version":"2026-01-01.r1"}, {"rule":"atfl.24.log-traceable","version":"2022-12-01.r1"}, {"rule":"atfl.24.redirect-in-order","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "checkedOn", epochs: [
      { from: "2022-12-01", rules: [0, 1, 3, 4], judge: e0_0_0 },
      { from: "2026-01-01", rules: [0, 2, 3, 4], judge: e0_1_0 },
    ] },
  ],
} as unknown as Unit;
