// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/evidence-request.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue; readonly f7: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["request.hasDocument"].of(source as never);
  const f1: FactValue = facts["support.isDelivered"].of(source as never);
  const f2: FactValue = facts["support.hasDigest"].of(source as never);
  const f3: FactValue = facts["support.isRefused"].of(source as never);
  const f4: FactValue = facts["support.refusalReason"].of(source as never);
  const f5: FactValue = facts["request.hasDeadline"].of(source as never);
  const f6: FactValue = facts["support.isByDeadline"].of(source as never);
  const f7: FactValue = facts["support.hoursFromRequest"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64) | (f7 === undefined ? 0 : 128), f0, f1, f2, f3, f4, f5, f6, f7 };
};

// atfl.26.evidence-integrity-fixed 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 7) === 7) return ((s.f0 === true) && (s.f1 === true)) ? (((s.f2 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0));
};

// atfl.26.evidence-support-given 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 27) === 27) return ((s.f0 === true)) ? ((((s.f3 === false) && (s.f1 === true)) || ((s.f3 === true) && ((s.f4 === "no-valid-document" || s.f4 === "beyond-document" || s.f4 === "not-held")))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.max(Math.min((s.f3 === undefined ? 1 : s.f3 === false ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0)), Math.min((s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0), (s.f4 === undefined ? 1 : (s.f4 === "no-valid-document" || s.f4 === "beyond-document" || s.f4 === "not-held") ? 2 : 0)));
};

// atfl.26.evidence-support-given 2026-01-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 27) === 27) return ((s.f0 === true)) ? ((((s.f3 === false) && (s.f1 === true)) || ((s.f3 === true) && ((s.f4 === "no-valid-document" || s.f4 === "beyond-document" || s.f4 === "not-held")))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.max(Math.min((s.f3 === undefined ? 1 : s.f3 === false ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0)), Math.min((s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0), (s.f4 === undefined ? 1 : (s.f4 === "no-valid-document" || s.f4 === "beyond-document" || s.f4 === "not-held") ? 2 : 0)));
};

// atfl.26.evidence-support-in-time 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 227) === 227) return ((s.f0 === true) && (s.f1 === true)) ? ((((s.f5 === true) && (s.f6 === true)) || ((s.f5 === false) && ((typeof s.f7 === 'number' ? s.f7 <= 48 : meaningOf.lessThanInclusive(s.f7, 48))))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.max(Math.min((s.f5 === undefined ? 1 : s.f5 === true ? 2 : 0), (s.f6 === undefined ? 1 : s.f6 === true ? 2 : 0)), Math.min((s.f5 === undefined ? 1 : s.f5 === false ? 2 : 0), (s.f7 === undefined ? 1 : (typeof s.f7 === 'number' ? s.f7 <= 48 : meaningOf.lessThanInclusive(s.f7, 48)) ? 2 : 0)));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 255) {
    out[at + 0] = ((s.f0 === true) && (s.f1 === true)) ? (((s.f2 === true)) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === true)) ? ((((s.f3 === false) && (s.f1 === true)) || ((s.f3 === true) && ((s.f4 === "no-valid-document" || s.f4 === "beyond-document" || s.f4 === "not-held")))) ? 2 : 0) : 3;
    out[at + 2] = ((s.f0 === true) && (s.f1 === true)) ? ((((s.f5 === true) && (s.f6 === true)) || ((s.f5 === false) && ((typeof s.f7 === 'number' ? s.f7 <= 48 : meaningOf.lessThanInclusive(s.f7, 48))))) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r3(s);
  }
};

const e0_1_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 255) {
    out[at + 0] = ((s.f0 === true) && (s.f1 === true)) ? (((s.f2 === true)) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === true)) ? ((((s.f3 === false) && (s.f1 === true)) || ((s.f3 === true) && ((s.f4 === "no-valid-document" || s.f4 === "beyond-document" || s.f4 === "not-held")))) ? 2 : 0) : 3;
    out[at + 2] = ((s.f0 === true) && (s.f1 === true)) ? ((((s.f5 === true) && (s.f6 === true)) || ((s.f5 === false) && ((typeof s.f7 === 'number' ? s.f7 <= 48 : meaningOf.lessThanInclusive(s.f7, 48))))) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r2(s);
    out[at + 2] = r3(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"request.hasDocument","params":{}},{"fact":"support.isDelivered","params":{}},{"fact":"support.hasDigest","params":{}},{"fact":"support.isRefused","params":{}},{"fact":"support.refusalReason","params":{}},{"fact":"request.hasDeadline","params":{}},{"fact":"support.isByDeadline","params":{}},{"fact":"support.hoursFromRequest","params":{}}],
  rules: [{"rule":"atfl.26.evidence-integrity-fixed","version":"2022-12-01.r1"}, {"rule":"atfl.26.evidence-support-given","version":"2022-12-01.r1"}, {"rule":"atfl.26.evidence-support-given","version":"2026-01-01.r1"}, {"rule":"atfl.26.evidence-support-in-time","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "receivedAt", epochs: [
      { from: "2022-12-01", rules: [0, 1, 3], judge: e0_0_0 },
      { from: "2026-01-01", rules: [0, 2, 3], judge: e0_1_0 },
    ] },
  ],
} as unknown as Unit;
