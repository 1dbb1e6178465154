// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/risk-info-sharing.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["sample.direction"].of(source as never);
  const f1: FactValue = facts["sample.isShared"].of(source as never);
  const f2: FactValue = facts["sample.hoursToSharing"].of(source as never);
  const f3: FactValue = facts["sample.hasReceipt"].of(source as never);
  const f4: FactValue = facts["sample.isApplied"].of(source as never);
  const f5: FactValue = facts["sample.hoursToApplication"].of(source as never);
  const f6: FactValue = facts["sample.hasProvenance"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64), f0, f1, f2, f3, f4, f5, f6 };
};

// atfl.32.found-samples-shared-promptly 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 7) === 7) return ((s.f0 === "found") && (s.f1 === true)) ? ((((typeof s.f2 === 'number' ? s.f2 <= 24 : meaningOf.lessThanInclusive(s.f2, 24)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === "found" ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f2 === undefined ? 1 : (typeof s.f2 === 'number' ? s.f2 <= 24 : meaningOf.lessThanInclusive(s.f2, 24)) ? 2 : 0));
};

// atfl.32.found-samples-shared 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 11) === 11) return ((s.f0 === "found")) ? (((s.f1 === true) && (s.f3 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === "found" ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0), (s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
};

// atfl.32.received-samples-applied-promptly 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 49) === 49) return ((s.f0 === "received") && (s.f4 === true)) ? ((((typeof s.f5 === 'number' ? s.f5 <= 24 : meaningOf.lessThanInclusive(s.f5, 24)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === "received" ? 2 : 0), (s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f5 === undefined ? 1 : (typeof s.f5 === 'number' ? s.f5 <= 24 : meaningOf.lessThanInclusive(s.f5, 24)) ? 2 : 0));
};

// atfl.32.received-samples-applied 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 17) === 17) return ((s.f0 === "received")) ? (((s.f4 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === "received" ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0));
};

// atfl.32.received-samples-provenance 2022-12-01.r1
const r4 = (s: Slots): number => {
  if ((s.k0 & 65) === 65) return ((s.f0 === "received")) ? (((s.f6 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === "received" ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f6 === undefined ? 1 : s.f6 === true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 127) {
    out[at + 0] = ((s.f0 === "found") && (s.f1 === true)) ? ((((typeof s.f2 === 'number' ? s.f2 <= 24 : meaningOf.lessThanInclusive(s.f2, 24)))) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === "found")) ? (((s.f1 === true) && (s.f3 === true)) ? 2 : 0) : 3;
    out[at + 2] = ((s.f0 === "received") && (s.f4 === true)) ? ((((typeof s.f5 === 'number' ? s.f5 <= 24 : meaningOf.lessThanInclusive(s.f5, 24)))) ? 2 : 0) : 3;
    out[at + 3] = ((s.f0 === "received")) ? (((s.f4 === true)) ? 2 : 0) : 3;
    out[at + 4] = ((s.f0 === "received")) ? (((s.f6 === true)) ? 2 : 0) : 3;
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
  slots: [{"fact":"sample.direction","params":{}},{"fact":"sample.isShared","params":{}},{"fact":"sample.hoursToSharing","params":{}},{"fact":"sample.hasReceipt","params":{}},{"fact":"sample.isApplied","params":{}},{"fact":"sample.hoursToApplication","params":{}},{"fact":"sample.hasProvenance","params":{}}],
  rules: [{"rule":"atfl.32.found-samples-shared-promptly","version":"2022-12-01.r1"}, {"rule":"atfl.32.found-samples-shared","version":"2022-12-01.r1"}, {"rule":"atfl.32.received-samples-applied-promptly","version":"2022-12-01.r1"}, {"rule":"atfl.32.received-samples-applied","version":"2022-12-01.r1"}, {"rule":"atfl.32.received-samples-provenance","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "detectedAt", epochs: [
      { from: "2022-12-01", rules: [0, 1, 2, 3, 4], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
