// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/suspicious-transaction-report.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["transaction.isFraudRelated"].of(source as never);
  const f1: FactValue = facts["report.isSubmitted"].of(source as never);
  const f2: FactValue = facts["customer.isTold"].of(source as never);
  const f3: FactValue = facts["report.workingDaysToSubmission"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8), f0, f1, f2, f3 };
};

// aml.35.suspicious-transaction-reported 2025-01-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 7) === 7) return ((s.f0 === false)) ? (((s.f1 === true) && (s.f2 === false)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === false ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0), (s.f2 === undefined ? 1 : s.f2 === false ? 2 : 0));
};

// atfl.18.suspicious-transaction-report-confidential 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 5) === 5) return ((s.f0 === true)) ? (((s.f2 === false)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f2 === undefined ? 1 : s.f2 === false ? 2 : 0));
};

// atfl.18.suspicious-transaction-report-confidential 2025-01-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 5) === 5) return ((s.f0 === true)) ? (((s.f2 === false)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f2 === undefined ? 1 : s.f2 === false ? 2 : 0));
};

// atfl.18.suspicious-transaction-reported-promptly 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 11) === 11) return ((s.f0 === true) && (s.f1 === true)) ? ((((typeof s.f3 === 'number' ? s.f3 <= 5 : meaningOf.lessThanInclusive(s.f3, 5)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f3 === undefined ? 1 : (typeof s.f3 === 'number' ? s.f3 <= 5 : meaningOf.lessThanInclusive(s.f3, 5)) ? 2 : 0));
};

// atfl.18.suspicious-transaction-reported-promptly 2025-01-01.r1
const r4 = (s: Slots): number => {
  if ((s.k0 & 11) === 11) return ((s.f0 === true) && (s.f1 === true)) ? ((((typeof s.f3 === 'number' ? s.f3 <= 5 : meaningOf.lessThanInclusive(s.f3, 5)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f3 === undefined ? 1 : (typeof s.f3 === 'number' ? s.f3 <= 5 : meaningOf.lessThanInclusive(s.f3, 5)) ? 2 : 0));
};

// atfl.18.suspicious-transaction-reported 2022-12-01.r1
const r5 = (s: Slots): number => {
  if ((s.k0 & 3) === 3) return ((s.f0 === true)) ? (((s.f1 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
};

// atfl.18.suspicious-transaction-reported 2025-01-01.r1
const r6 = (s: Slots): number => {
  if ((s.k0 & 3) === 3) return ((s.f0 === true)) ? (((s.f1 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 15) {
    out[at + 0] = ((s.f0 === true)) ? (((s.f2 === false)) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === true) && (s.f1 === true)) ? ((((typeof s.f3 === 'number' ? s.f3 <= 5 : meaningOf.lessThanInclusive(s.f3, 5)))) ? 2 : 0) : 3;
    out[at + 2] = ((s.f0 === true)) ? (((s.f1 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r1(s);
    out[at + 1] = r3(s);
    out[at + 2] = r5(s);
  }
};

const e0_1_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 15) {
    out[at + 0] = ((s.f0 === false)) ? (((s.f1 === true) && (s.f2 === false)) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === true)) ? (((s.f2 === false)) ? 2 : 0) : 3;
    out[at + 2] = ((s.f0 === true) && (s.f1 === true)) ? ((((typeof s.f3 === 'number' ? s.f3 <= 5 : meaningOf.lessThanInclusive(s.f3, 5)))) ? 2 : 0) : 3;
    out[at + 3] = ((s.f0 === true)) ? (((s.f1 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r2(s);
    out[at + 2] = r4(s);
    out[at + 3] = r6(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"transaction.isFraudRelated","params":{}},{"fact":"report.isSubmitted","params":{}},{"fact":"customer.isTold","params":{}},{"fact":"report.workingDaysToSubmission","params":{}}],
  rules: [{"rule":"aml.35.suspicious-transaction-reported","version":"2025-01-01.r1"}, {"rule":"atfl.18.suspicious-transaction-report-confidential","version":"2022-12-01.r1"}, {"rule":"atfl.18.suspicious-transaction-report-confidential","version":"2025-01-01.r1"}, {"rule":"atfl.18.suspicious-transaction-reported-promptly","version":"2022-12-01.r1"}, {"rule":"atfl.18.suspicious-transaction-reported-promptly","version":"2025-01-01.r1"}, {"rule":"atfl.18.suspicious-transaction-reported","version":"2022-12-01.r1"}, {"rule":"atfl.18.suspicious-transaction-reported","version":"2025-01-01.r1"}],
  lawDates: [
    { lawDate: "confirmedAt", epochs: [
      { from: "2022-12-01", rules: [1, 3, 5], judge: e0_0_0 },
      { from: "2025-01-01", rules: [0, 2, 4, 6], judge: e0_1_0 },
    ] },
  ],
} as unknown as Unit;
