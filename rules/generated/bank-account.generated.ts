// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/bank-account.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue; readonly f7: FactValue; readonly f8: FactValue; readonly f9: FactValue; readonly f10: FactValue; readonly f11: FactValue };

const p8 = {"class":"I","statuses":["active","suspended"],"limit":1};
const p9 = {"class":"II","statuses":["active","suspended"],"limit":5};
const p10 = {"class":"III","statuses":["active","suspended"],"limit":5};
/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["account.isOpened"].of(source as never);
  const f1: FactValue = facts["identification.isBeforeOpening"].of(source as never);
  const f2: FactValue = facts["identification.purposeIsRecorded"].of(source as never);
  const f3: FactValue = facts["customer.type"].of(source as never);
  const f4: FactValue = facts["beneficialOwners.count"].of(source as never);
  const f5: FactValue = facts["beneficialOwners.areVerified"].of(source as never);
  const f6: FactValue = facts["account.class"].of(source as never);
  const f7: FactValue = facts["account.status"].of(source as never);
  const f8: FactValue = facts["account.rankInClass"].of(source as never, p8);
  const f9: FactValue = facts["account.rankInClass"].of(source as never, p9);
  const f10: FactValue = facts["account.rankInClass"].of(source as never, p10);
  const f11: FactValue = facts["subject.isSanctioned"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64) | (f7 === undefined ? 0 : 128) | (f8 === undefined ? 0 : 256) | (f9 === undefined ? 0 : 512) | (f10 === undefined ? 0 : 1024) | (f11 === undefined ? 0 : 2048), f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11 };
};

// atfl.15.customer-identified 2022-12-01.r2
const r1 = (s: Slots): number => {
  if ((s.k0 & 63) === 63) return ((s.f0 === true)) ? (((s.f1 === true) && (s.f2 === true) && ((!(s.f3 === "enterprise" || s.f3 === "merchant")) || (((typeof s.f4 === 'number' ? s.f4 >= 1 : meaningOf.greaterThanInclusive(s.f4, 1))) && (s.f5 === true)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0), (s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0), Math.max((s.f3 === undefined ? 1 : !(s.f3 === "enterprise" || s.f3 === "merchant") ? 2 : 0), Math.min((s.f4 === undefined ? 1 : (typeof s.f4 === 'number' ? s.f4 >= 1 : meaningOf.greaterThanInclusive(s.f4, 1)) ? 2 : 0), (s.f5 === undefined ? 1 : s.f5 === true ? 2 : 0))));
};

// atfl.16.account-class-1-limit 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 456) === 456) return ((s.f3 === "individual") && (s.f6 === "I") && ((s.f7 === "active" || s.f7 === "suspended"))) ? ((((typeof s.f8 === 'number' ? s.f8 <= 1 : meaningOf.lessThanInclusive(s.f8, 1)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f3 === undefined ? 1 : s.f3 === "individual" ? 2 : 0), (s.f6 === undefined ? 1 : s.f6 === "I" ? 2 : 0), (s.f7 === undefined ? 1 : (s.f7 === "active" || s.f7 === "suspended") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f8 === undefined ? 1 : (typeof s.f8 === 'number' ? s.f8 <= 1 : meaningOf.lessThanInclusive(s.f8, 1)) ? 2 : 0));
};

// atfl.16.account-class-2-limit 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 712) === 712) return ((s.f3 === "individual") && (s.f6 === "II") && ((s.f7 === "active" || s.f7 === "suspended"))) ? ((((typeof s.f9 === 'number' ? s.f9 <= 5 : meaningOf.lessThanInclusive(s.f9, 5)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f3 === undefined ? 1 : s.f3 === "individual" ? 2 : 0), (s.f6 === undefined ? 1 : s.f6 === "II" ? 2 : 0), (s.f7 === undefined ? 1 : (s.f7 === "active" || s.f7 === "suspended") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f9 === undefined ? 1 : (typeof s.f9 === 'number' ? s.f9 <= 5 : meaningOf.lessThanInclusive(s.f9, 5)) ? 2 : 0));
};

// atfl.16.account-class-3-limit 2022-12-01.r1
const r4 = (s: Slots): number => {
  if ((s.k0 & 1224) === 1224) return ((s.f3 === "individual") && (s.f6 === "III") && ((s.f7 === "active" || s.f7 === "suspended"))) ? ((((typeof s.f10 === 'number' ? s.f10 <= 5 : meaningOf.lessThanInclusive(s.f10, 5)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f3 === undefined ? 1 : s.f3 === "individual" ? 2 : 0), (s.f6 === undefined ? 1 : s.f6 === "III" ? 2 : 0), (s.f7 === undefined ? 1 : (s.f7 === "active" || s.f7 === "suspended") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f10 === undefined ? 1 : (typeof s.f10 === 'number' ? s.f10 <= 5 : meaningOf.lessThanInclusive(s.f10, 5)) ? 2 : 0));
};

// atfl.31.no-new-account-for-sanctioned 2022-12-01.r1
const r5 = (s: Slots): number => {
  if ((s.k0 & 2049) === 2049) return ((s.f0 === true)) ? (((s.f11 === false)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f11 === undefined ? 1 : s.f11 === false ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 4095) {
    out[at + 0] = ((s.f0 === true)) ? (((s.f1 === true) && (s.f2 === true) && ((!(s.f3 === "enterprise" || s.f3 === "merchant")) || (((typeof s.f4 === 'number' ? s.f4 >= 1 : meaningOf.greaterThanInclusive(s.f4, 1))) && (s.f5 === true)))) ? 2 : 0) : 3;
    out[at + 1] = ((s.f3 === "individual") && (s.f6 === "I") && ((s.f7 === "active" || s.f7 === "suspended"))) ? ((((typeof s.f8 === 'number' ? s.f8 <= 1 : meaningOf.lessThanInclusive(s.f8, 1)))) ? 2 : 0) : 3;
    out[at + 2] = ((s.f3 === "individual") && (s.f6 === "II") && ((s.f7 === "active" || s.f7 === "suspended"))) ? ((((typeof s.f9 === 'number' ? s.f9 <= 5 : meaningOf.lessThanInclusive(s.f9, 5)))) ? 2 : 0) : 3;
    out[at + 3] = ((s.f3 === "individual") && (s.f6 === "III") && ((s.f7 === "active" || s.f7 === "suspended"))) ? ((((typeof s.f10 === 'number' ? s.f10 <= 5 : meaningOf.lessThanInclusive(s.f10, 5)))) ? 2 : 0) : 3;
    out[at + 4] = ((s.f0 === true)) ? (((s.f11 === false)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r1(s);
    out[at + 1] = r2(s);
    out[at + 2] = r3(s);
    out[at + 3] = r4(s);
    out[at + 4] = r5(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"account.isOpened","params":{}},{"fact":"identification.isBeforeOpening","params":{}},{"fact":"identification.purposeIsRecorded","params":{}},{"fact":"customer.type","params":{}},{"fact":"beneficialOwners.count","params":{}},{"fact":"beneficialOwners.areVerified","params":{}},{"fact":"account.class","params":{}},{"fact":"account.status","params":{}},{"fact":"account.rankInClass","params":{"class":"I","statuses":["active","suspended"],"limit":1}},{"fact":"account.rankInClass","params":{"class":"II","statuses":["active","suspended"],"limit":5}},{"fact":"account.rankInClass","params":{"class":"III","statuses":["active","suspended"],"limit":5}},{"fact":"subject.isSanctioned","params":{}}],
  rules: [{"rule":"atfl.15.customer-identified","version":"2022-12-01.r1"}, {"rule":"atfl.15.customer-identified","version":"2022-12-01.r2"}, {"rule":"atfl.16.account-class-1-limit","version":"2022-12-01.r1"}, {"rule":"atfl.16.account-class-2-limit","version":"2022-12-01.r1"}, {"rule":"atfl.16.account-class-3-limit","version":"2022-12-01.r1"}, {"rule":"atfl.31.no-new-account-for-sanctioned","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "openedAt", epochs: [
      { from: "2022-12-01", rules: [1, 2, 3, 4, 5], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
