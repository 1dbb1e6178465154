// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/data-use.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["use.dataCategory"].of(source as never);
  const f1: FactValue = facts["use.isAgainstFraud"].of(source as never);
  const f2: FactValue = facts["use.isAuthorised"].of(source as never);
  const f3: FactValue = facts["use.isRegistered"].of(source as never);
  const f4: FactValue = facts["use.isWithoutLeak"].of(source as never);
  const f5: FactValue = facts["use.recipient"].of(source as never);
  const f6: FactValue = facts["use.recordYearsKept"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64), f0, f1, f2, f3, f4, f5, f6 };
};

// atfl.16.shared-data-for-fraud-prevention-only 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 3) === 3) return (((s.f0 === "account-opening-info" || s.f0 === "shared-risk-info"))) ? (((s.f1 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : (s.f0 === "account-opening-info" || s.f0 === "shared-risk-info") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
};

// atfl.18.monitoring-data-for-fraud-prevention-only 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 7) === 7) return (((s.f0 === "ip" || s.f0 === "mac" || s.f0 === "terminal" || s.f0 === "device-location"))) ? (((s.f1 === true) || (s.f2 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : (s.f0 === "ip" || s.f0 === "mac" || s.f0 === "terminal" || s.f0 === "device-location") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.max((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0), (s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0));
};

// atfl.29.personal-information-not-leaked 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 24) === 24) return ((s.f3 === true)) ? (((s.f4 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0));
};

// nds.12.sharing-record-kept 2025-01-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 96) === 96) return (((s.f5 === "clearing-body" || s.f5 === "third-party"))) ? ((((typeof s.f6 === 'number' ? s.f6 >= 3 : meaningOf.greaterThanInclusive(s.f6, 3)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f5 === undefined ? 1 : (s.f5 === "clearing-body" || s.f5 === "third-party") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f6 === undefined ? 1 : (typeof s.f6 === 'number' ? s.f6 >= 3 : meaningOf.greaterThanInclusive(s.f6, 3)) ? 2 : 0));
};

// pipl.56.use-record-kept 2021-11-01.r1
const r4 = (s: Slots): number => {
  if ((s.k0 & 72) === 72) return ((s.f3 === true)) ? ((((typeof s.f6 === 'number' ? s.f6 >= 3 : meaningOf.greaterThanInclusive(s.f6, 3)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f6 === undefined ? 1 : (typeof s.f6 === 'number' ? s.f6 >= 3 : meaningOf.greaterThanInclusive(s.f6, 3)) ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 127) {
    out[at + 0] = ((s.f3 === true)) ? ((((typeof s.f6 === 'number' ? s.f6 >= 3 : meaningOf.greaterThanInclusive(s.f6, 3)))) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r4(s);
  }
};

const e0_1_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 127) {
    out[at + 0] = (((s.f0 === "account-opening-info" || s.f0 === "shared-risk-info"))) ? (((s.f1 === true)) ? 2 : 0) : 3;
    out[at + 1] = (((s.f0 === "ip" || s.f0 === "mac" || s.f0 === "terminal" || s.f0 === "device-location"))) ? (((s.f1 === true) || (s.f2 === true)) ? 2 : 0) : 3;
    out[at + 2] = ((s.f3 === true)) ? (((s.f4 === true)) ? 2 : 0) : 3;
    out[at + 3] = ((s.f3 === true)) ? ((((typeof s.f6 === 'number' ? s.f6 >= 3 : meaningOf.greaterThanInclusive(s.f6, 3)))) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r2(s);
    out[at + 3] = r4(s);
  }
};

const e0_2_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 127) {
    out[at + 0] = (((s.f0 === "account-opening-info" || s.f0 === "shared-risk-info"))) ? (((s.f1 === true)) ? 2 : 0) : 3;
    out[at + 1] = (((s.f0 === "ip" || s.f0 === "mac" || s.f0 === "terminal" || s.f0 === "device-location"))) ? (((s.f1 === true) || (s.f2 === true)) ? 2 : 0) : 3;
    out[at + 2] = ((s.f3 === true)) ? (((s.f4 === true)) ? 2 : 0) : 3;
    out[at + 3] = (((s.f5 === "clearing-body" || s.f5 === "third-party"))) ? ((((typeof s.f6 === 'number' ? s.f6 >= 3 : meaningOf.greaterThanInclusive(s.f6, 3)))) ? 2 : 0) : 3;
    out[at + 4] = ((s.f3 === true)) ? ((((typeof s.f6 === 'number' ? s.f6 >= 3 : meaningOf.greaterThanInclusive(s.f6, 3)))) ? 2 : 0) : 3;
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
  slots: [{"fact":"use.dataCategory","params":{}},{"fact":"use.isAgainstFraud","params":{}},{"fact":"use.isAuthorised","params":{}},{"fact":"use.isRegistered","params":{}},{"fact":"use.isWithoutLeak","params":{}},{"fact":"use.recipient","params":{}},{"fact":"use.recordYearsKept","params":{}}],
  rules: [{"rule":"atfl.16.shared-data-for-fraud-prevention-only","version":"2022-12-01.r1"}, {"rule":"atfl.18.monitoring-data-for-fraud-prevention-only","version":"2022-12-01.r1"}, {"rule":"atfl.29.personal-information-not-leaked","version":"2022-12-01.r1"}, {"rule":"nds.12.sharing-record-kept","version":"2025-01-01.r1"}, {"rule":"pipl.56.use-record-kept","version":"2021-11-01.r1"}],
  lawDates: [
    { lawDate: "usedOn", epochs: [
      { from: "2021-11-01", rules: [4], judge: e0_0_0 },
      { from: "2022-12-01", rules: [0, 1, 2, 4], judge: e0_1_0 },
      { from: "2025-01-01", rules: [0, 1, 2, 3, 4], judge: e0_2_0 },
    ] },
  ],
} as unknown as Unit;
