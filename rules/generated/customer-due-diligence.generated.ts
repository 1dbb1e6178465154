// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/customer-due-diligence.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue; readonly f7: FactValue; readonly f8: FactValue; readonly f9: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["relationship.isOngoing"].of(source as never);
  const f1: FactValue = facts["review.monthsAgo"].of(source as never);
  const f2: FactValue = facts["customer.riskRating"].of(source as never);
  const f3: FactValue = facts["account.type"].of(source as never);
  const f4: FactValue = facts["identification.isBeforeOpening"].of(source as never);
  const f5: FactValue = facts["identification.purposeIsRecorded"].of(source as never);
  const f6: FactValue = facts["customer.type"].of(source as never);
  const f7: FactValue = facts["beneficialOwners.count"].of(source as never);
  const f8: FactValue = facts["beneficialOwners.areVerified"].of(source as never);
  const f9: FactValue = facts["identification.isCompleted"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64) | (f7 === undefined ? 0 : 128) | (f8 === undefined ? 0 : 256) | (f9 === undefined ? 0 : 512), f0, f1, f2, f3, f4, f5, f6, f7, f8, f9 };
};

// atfl.15.customer-reviewed 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 7) === 7) return ((s.f0 === true)) ? ((((typeof s.f1 === 'number' ? s.f1 <= 6 : meaningOf.lessThanInclusive(s.f1, 6))) || ((s.f2 === "medium") && ((typeof s.f1 === 'number' ? s.f1 <= 12 : meaningOf.lessThanInclusive(s.f1, 12)))) || ((s.f2 === "low") && ((typeof s.f1 === 'number' ? s.f1 <= 36 : meaningOf.lessThanInclusive(s.f1, 36))))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.max((s.f1 === undefined ? 1 : (typeof s.f1 === 'number' ? s.f1 <= 6 : meaningOf.lessThanInclusive(s.f1, 6)) ? 2 : 0), Math.min((s.f2 === undefined ? 1 : s.f2 === "medium" ? 2 : 0), (s.f1 === undefined ? 1 : (typeof s.f1 === 'number' ? s.f1 <= 12 : meaningOf.lessThanInclusive(s.f1, 12)) ? 2 : 0)), Math.min((s.f2 === undefined ? 1 : s.f2 === "low" ? 2 : 0), (s.f1 === undefined ? 1 : (typeof s.f1 === 'number' ? s.f1 <= 36 : meaningOf.lessThanInclusive(s.f1, 36)) ? 2 : 0)));
};

// atfl.15.payment-customer-identified 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 504) === 504) return (((s.f3 === "payment-account" || s.f3 === "acquiring"))) ? (((s.f4 === true) && (s.f5 === true) && ((!(s.f6 === "enterprise" || s.f6 === "merchant")) || (((typeof s.f7 === 'number' ? s.f7 >= 1 : meaningOf.greaterThanInclusive(s.f7, 1))) && (s.f8 === true)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f3 === undefined ? 1 : (s.f3 === "payment-account" || s.f3 === "acquiring") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0), (s.f5 === undefined ? 1 : s.f5 === true ? 2 : 0), Math.max((s.f6 === undefined ? 1 : !(s.f6 === "enterprise" || s.f6 === "merchant") ? 2 : 0), Math.min((s.f7 === undefined ? 1 : (typeof s.f7 === 'number' ? s.f7 >= 1 : meaningOf.greaterThanInclusive(s.f7, 1)) ? 2 : 0), (s.f8 === undefined ? 1 : s.f8 === true ? 2 : 0))));
};

// atfl.15.served-customer-identified 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 513) === 513) return ((s.f0 === true)) ? (((s.f9 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f9 === undefined ? 1 : s.f9 === true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 1023) {
    out[at + 0] = ((s.f0 === true)) ? ((((typeof s.f1 === 'number' ? s.f1 <= 6 : meaningOf.lessThanInclusive(s.f1, 6))) || ((s.f2 === "medium") && ((typeof s.f1 === 'number' ? s.f1 <= 12 : meaningOf.lessThanInclusive(s.f1, 12)))) || ((s.f2 === "low") && ((typeof s.f1 === 'number' ? s.f1 <= 36 : meaningOf.lessThanInclusive(s.f1, 36))))) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === true)) ? (((s.f9 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r2(s);
  }
};

const e1_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 1023) {
    out[at + 0] = (((s.f3 === "payment-account" || s.f3 === "acquiring"))) ? (((s.f4 === true) && (s.f5 === true) && ((!(s.f6 === "enterprise" || s.f6 === "merchant")) || (((typeof s.f7 === 'number' ? s.f7 >= 1 : meaningOf.greaterThanInclusive(s.f7, 1))) && (s.f8 === true)))) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r1(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"relationship.isOngoing","params":{}},{"fact":"review.monthsAgo","params":{}},{"fact":"customer.riskRating","params":{}},{"fact":"account.type","params":{}},{"fact":"identification.isBeforeOpening","params":{}},{"fact":"identification.purposeIsRecorded","params":{}},{"fact":"customer.type","params":{}},{"fact":"beneficialOwners.count","params":{}},{"fact":"beneficialOwners.areVerified","params":{}},{"fact":"identification.isCompleted","params":{}}],
  rules: [{"rule":"atfl.15.customer-reviewed","version":"2022-12-01.r1"}, {"rule":"atfl.15.payment-customer-identified","version":"2022-12-01.r1"}, {"rule":"atfl.15.served-customer-identified","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "checkedOn", epochs: [
      { from: "2022-12-01", rules: [0, 2], judge: e0_0_0 },
    ] },
    { lawDate: "accountOpenedAt", epochs: [
      { from: "2022-12-01", rules: [1], judge: e1_0_0 },
    ] },
  ],
} as unknown as Unit;
