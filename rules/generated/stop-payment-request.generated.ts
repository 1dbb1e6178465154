// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/stop-payment-request.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue; readonly f7: FactValue; readonly f8: FactValue; readonly f9: FactValue; readonly f10: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["feedback.isSent"].of(source as never);
  const f1: FactValue = facts["feedback.minutesFromRequest"].of(source as never);
  const f2: FactValue = facts["request.isReceived"].of(source as never);
  const f3: FactValue = facts["request.matchResult"].of(source as never);
  const f4: FactValue = facts["stop.isMade"].of(source as never);
  const f5: FactValue = facts["stop.minutesFromRequest"].of(source as never);
  const f6: FactValue = facts["stop.isFollowedByFreeze"].of(source as never);
  const f7: FactValue = facts["stop.minutesFromEndToRelease"].of(source as never);
  const f8: FactValue = facts["stop.sequence"].of(source as never);
  const f9: FactValue = facts["stop.isReleased"].of(source as never);
  const f10: FactValue = facts["stop.hours"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64) | (f7 === undefined ? 0 : 128) | (f8 === undefined ? 0 : 256) | (f9 === undefined ? 0 : 512) | (f10 === undefined ? 0 : 1024), f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10 };
};

// atfl.20.stop-payment-answered-promptly 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 3) === 3) return ((s.f0 === true)) ? ((((typeof s.f1 === 'number' ? s.f1 <= 10 : meaningOf.lessThanInclusive(s.f1, 10)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : (typeof s.f1 === 'number' ? s.f1 <= 10 : meaningOf.lessThanInclusive(s.f1, 10)) ? 2 : 0));
};

// atfl.20.stop-payment-answered 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 5) === 5) return ((s.f2 === true)) ? (((s.f0 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
};

// atfl.20.stop-payment-at-once 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 56) === 56) return ((s.f3 === "match") && (s.f4 === true)) ? ((((typeof s.f5 === 'number' ? s.f5 <= 5 : meaningOf.lessThanInclusive(s.f5, 5)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f3 === undefined ? 1 : s.f3 === "match" ? 2 : 0), (s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f5 === undefined ? 1 : (typeof s.f5 === 'number' ? s.f5 <= 5 : meaningOf.lessThanInclusive(s.f5, 5)) ? 2 : 0));
};

// atfl.20.stop-payment-lapses 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 208) === 208) return ((s.f4 === true) && (s.f6 === false)) ? ((((typeof s.f7 === 'number' ? s.f7 >= 0 : meaningOf.greaterThanInclusive(s.f7, 0)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0), (s.f6 === undefined ? 1 : s.f6 === false ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f7 === undefined ? 1 : (typeof s.f7 === 'number' ? s.f7 >= 0 : meaningOf.greaterThanInclusive(s.f7, 0)) ? 2 : 0));
};

// atfl.20.stop-payment-made 2022-12-01.r1
const r4 = (s: Slots): number => {
  if ((s.k0 & 280) === 280) return ((s.f3 === "match") && ((typeof s.f8 === 'number' ? s.f8 <= 2 : meaningOf.lessThanInclusive(s.f8, 2)))) ? (((s.f4 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f3 === undefined ? 1 : s.f3 === "match" ? 2 : 0), (s.f8 === undefined ? 1 : (typeof s.f8 === 'number' ? s.f8 <= 2 : meaningOf.lessThanInclusive(s.f8, 2)) ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0));
};

// atfl.20.stop-payment-only-on-match 2022-12-01.r1
const r5 = (s: Slots): number => {
  if ((s.k0 & 24) === 24) return ((s.f3 === "mismatch")) ? (((s.f4 === false)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f3 === undefined ? 1 : s.f3 === "mismatch" ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f4 === undefined ? 1 : s.f4 === false ? 2 : 0));
};

// atfl.20.stop-payment-released-promptly 2022-12-01.r1
const r6 = (s: Slots): number => {
  if ((s.k0 & 720) === 720) return ((s.f4 === true) && (s.f6 === false) && (s.f9 === true)) ? ((((typeof s.f7 === 'number' ? s.f7 <= 30 : meaningOf.lessThanInclusive(s.f7, 30)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0), (s.f6 === undefined ? 1 : s.f6 === false ? 2 : 0), (s.f9 === undefined ? 1 : s.f9 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f7 === undefined ? 1 : (typeof s.f7 === 'number' ? s.f7 <= 30 : meaningOf.lessThanInclusive(s.f7, 30)) ? 2 : 0));
};

// atfl.20.stop-payment-term 2022-12-01.r1
const r7 = (s: Slots): number => {
  if ((s.k0 & 1048) === 1048) return ((s.f3 === "match") && (s.f4 === true)) ? (((s.f10 === 48)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f3 === undefined ? 1 : s.f3 === "match" ? 2 : 0), (s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f10 === undefined ? 1 : s.f10 === 48 ? 2 : 0));
};

// atfl.20.stop-payment-twice-at-most 2022-12-01.r1
const r8 = (s: Slots): number => {
  if ((s.k0 & 272) === 272) return ((s.f4 === true)) ? ((((typeof s.f8 === 'number' ? s.f8 <= 2 : meaningOf.lessThanInclusive(s.f8, 2)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f8 === undefined ? 1 : (typeof s.f8 === 'number' ? s.f8 <= 2 : meaningOf.lessThanInclusive(s.f8, 2)) ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 2047) {
    out[at + 0] = ((s.f0 === true)) ? ((((typeof s.f1 === 'number' ? s.f1 <= 10 : meaningOf.lessThanInclusive(s.f1, 10)))) ? 2 : 0) : 3;
    out[at + 1] = ((s.f2 === true)) ? (((s.f0 === true)) ? 2 : 0) : 3;
    out[at + 2] = ((s.f3 === "match") && (s.f4 === true)) ? ((((typeof s.f5 === 'number' ? s.f5 <= 5 : meaningOf.lessThanInclusive(s.f5, 5)))) ? 2 : 0) : 3;
    out[at + 3] = ((s.f4 === true) && (s.f6 === false)) ? ((((typeof s.f7 === 'number' ? s.f7 >= 0 : meaningOf.greaterThanInclusive(s.f7, 0)))) ? 2 : 0) : 3;
    out[at + 4] = ((s.f3 === "match") && ((typeof s.f8 === 'number' ? s.f8 <= 2 : meaningOf.lessThanInclusive(s.f8, 2)))) ? (((s.f4 === true)) ? 2 : 0) : 3;
    out[at + 5] = ((s.f3 === "mismatch")) ? (((s.f4 === false)) ? 2 : 0) : 3;
    out[at + 6] = ((s.f4 === true) && (s.f6 === false) && (s.f9 === true)) ? ((((typeof s.f7 === 'number' ? s.f7 <= 30 : meaningOf.lessThanInclusive(s.f7, 30)))) ? 2 : 0) : 3;
    out[at + 7] = ((s.f3 === "match") && (s.f4 === true)) ? (((s.f10 === 48)) ? 2 : 0) : 3;
    out[at + 8] = ((s.f4 === true)) ? ((((typeof s.f8 === 'number' ? s.f8 <= 2 : meaningOf.lessThanInclusive(s.f8, 2)))) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r2(s);
    out[at + 3] = r3(s);
    out[at + 4] = r4(s);
    out[at + 5] = r5(s);
    out[at + 6] = r6(s);
    out[at + 7] = r7(s);
    out[at + 8] = r8(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"feedback.isSent","params":{}},{"fact":"feedback.minutesFromRequest","params":{}},{"fact":"request.isReceived","params":{}},{"fact":"request.matchResult","params":{}},{"fact":"stop.isMade","params":{}},{"fact":"stop.minutesFromRequest","params":{}},{"fact":"stop.isFollowedByFreeze","params":{}},{"fact":"stop.minutesFromEndToRelease","params":{}},{"fact":"stop.sequence","params":{}},{"fact":"stop.isReleased","params":{}},{"fact":"stop.hours","params":{}}],
  rules: [{"rule":"atfl.20.stop-payment-answered-promptly","version":"2022-12-01.r1"}, {"rule":"atfl.20.stop-payment-answered","version":"2022-12-01.r1"}, {"rule":"atfl.20.stop-payment-at-once","version":"2022-12-01.r1"}, {"rule":"atfl.20.stop-payment-lapses","version":"2022-12-01.r1"}, {"rule":"atfl.20.stop-payment-made","version":"2022-12-01.r1"}, {"rule":"atfl.20.stop-payment-only-on-match","version":"2022-12-01.r1"}, {"rule":"atfl.20.stop-payment-released-promptly","version":"2022-12-01.r1"}, {"rule":"atfl.20.stop-payment-term","version":"2022-12-01.r1"}, {"rule":"atfl.20.stop-payment-twice-at-most","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "receivedAt", epochs: [
      { from: "2022-12-01", rules: [0, 1, 2, 3, 4, 5, 6, 7, 8], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
