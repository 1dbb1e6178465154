// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/account-info-report.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["openings.made"].of(source as never);
  const f1: FactValue = facts["report.isSubmitted"].of(source as never);
  const f2: FactValue = facts["openings.reportedTooMany"].of(source as never);
  const f3: FactValue = facts["report.workingDays"].of(source as never);
  const f4: FactValue = facts["report.isReceipted"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16), f0, f1, f2, f3, f4 };
};

// atfl.16.account-openings-reported 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 3) === 3) return (((typeof s.f0 === 'number' ? s.f0 > 0 : meaningOf.greaterThan(s.f0, 0)))) ? (((s.f1 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : (typeof s.f0 === 'number' ? s.f0 > 0 : meaningOf.greaterThan(s.f0, 0)) ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
};

// atfl.16.account-report-complete 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 6) === 6) return ((s.f1 === true)) ? (((s.f2 === 0)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f2 === undefined ? 1 : s.f2 === 0 ? 2 : 0));
};

// atfl.16.account-report-in-time 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 10) === 10) return ((s.f1 === true)) ? ((((typeof s.f3 === 'number' ? s.f3 <= 1 : meaningOf.lessThanInclusive(s.f3, 1)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f3 === undefined ? 1 : (typeof s.f3 === 'number' ? s.f3 <= 1 : meaningOf.lessThanInclusive(s.f3, 1)) ? 2 : 0));
};

// atfl.16.account-report-receipted 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 18) === 18) return ((s.f1 === true)) ? (((s.f4 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 31) {
    out[at + 0] = (((typeof s.f0 === 'number' ? s.f0 > 0 : meaningOf.greaterThan(s.f0, 0)))) ? (((s.f1 === true)) ? 2 : 0) : 3;
    out[at + 1] = ((s.f1 === true)) ? (((s.f2 === 0)) ? 2 : 0) : 3;
    out[at + 2] = ((s.f1 === true)) ? ((((typeof s.f3 === 'number' ? s.f3 <= 1 : meaningOf.lessThanInclusive(s.f3, 1)))) ? 2 : 0) : 3;
    out[at + 3] = ((s.f1 === true)) ? (((s.f4 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r2(s);
    out[at + 3] = r3(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"openings.made","params":{}},{"fact":"report.isSubmitted","params":{}},{"fact":"openings.reportedTooMany","params":{}},{"fact":"report.workingDays","params":{}},{"fact":"report.isReceipted","params":{}}],
  rules: [{"rule":"atfl.16.account-openings-reported","version":"2022-12-01.r1"}, {"rule":"atfl.16.account-report-complete","version":"2022-12-01.r1"}, {"rule":"atfl.16.account-report-in-time","version":"2022-12-01.r1"}, {"rule":"atfl.16.account-report-receipted","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "businessDate", epochs: [
      { from: "2022-12-01", rules: [0, 1, 2, 3], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
