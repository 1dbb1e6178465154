// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/payment-account.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue; readonly f7: FactValue; readonly f8: FactValue; readonly f9: FactValue };

const p3 = {"class":"III","statuses":["active","suspended"],"limit":1};
/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["customer.type"].of(source as never);
  const f1: FactValue = facts["account.class"].of(source as never);
  const f2: FactValue = facts["account.status"].of(source as never);
  const f3: FactValue = facts["account.rankInClass"].of(source as never, p3);
  const f4: FactValue = facts["balancePayments.lifetimeYuan"].of(source as never);
  const f5: FactValue = facts["identity.channels"].of(source as never);
  const f6: FactValue = facts["balancePayments.yearYuan"].of(source as never);
  const f7: FactValue = facts["identity.isSeenFaceToFace"].of(source as never);
  const f8: FactValue = facts["account.isOpened"].of(source as never);
  const f9: FactValue = facts["subject.isSanctioned"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64) | (f7 === undefined ? 0 : 128) | (f8 === undefined ? 0 : 256) | (f9 === undefined ? 0 : 512), f0, f1, f2, f3, f4, f5, f6, f7, f8, f9 };
};

// atfl.16.payment-account-class-3-limit 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 15) === 15) return ((s.f0 === "individual") && (s.f1 === "III") && ((s.f2 === "active" || s.f2 === "suspended"))) ? ((((typeof s.f3 === 'number' ? s.f3 <= 1 : meaningOf.lessThanInclusive(s.f3, 1)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === "individual" ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === "III" ? 2 : 0), (s.f2 === undefined ? 1 : (s.f2 === "active" || s.f2 === "suspended") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f3 === undefined ? 1 : (typeof s.f3 === 'number' ? s.f3 <= 1 : meaningOf.lessThanInclusive(s.f3, 1)) ? 2 : 0));
};

// atfl.16.payment-class-1-balance-limit 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 19) === 19) return ((s.f0 === "individual") && (s.f1 === "I")) ? ((((typeof s.f4 === 'number' ? s.f4 <= 1000 : meaningOf.lessThanInclusive(s.f4, 1000)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === "individual" ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === "I" ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f4 === undefined ? 1 : (typeof s.f4 === 'number' ? s.f4 <= 1000 : meaningOf.lessThanInclusive(s.f4, 1000)) ? 2 : 0));
};

// atfl.16.payment-class-1-identity-verified 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 35) === 35) return ((s.f0 === "individual") && (s.f1 === "I")) ? ((((typeof s.f5 === 'number' ? s.f5 >= 1 : meaningOf.greaterThanInclusive(s.f5, 1)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === "individual" ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === "I" ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f5 === undefined ? 1 : (typeof s.f5 === 'number' ? s.f5 >= 1 : meaningOf.greaterThanInclusive(s.f5, 1)) ? 2 : 0));
};

// atfl.16.payment-class-2-balance-limit 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 67) === 67) return ((s.f0 === "individual") && (s.f1 === "II")) ? ((((typeof s.f6 === 'number' ? s.f6 <= 100000 : meaningOf.lessThanInclusive(s.f6, 100000)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === "individual" ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === "II" ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f6 === undefined ? 1 : (typeof s.f6 === 'number' ? s.f6 <= 100000 : meaningOf.lessThanInclusive(s.f6, 100000)) ? 2 : 0));
};

// atfl.16.payment-class-2-identity-verified 2022-12-01.r1
const r4 = (s: Slots): number => {
  if ((s.k0 & 163) === 163) return ((s.f0 === "individual") && (s.f1 === "II")) ? (((s.f7 === true) || ((typeof s.f5 === 'number' ? s.f5 >= 3 : meaningOf.greaterThanInclusive(s.f5, 3)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === "individual" ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === "II" ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.max((s.f7 === undefined ? 1 : s.f7 === true ? 2 : 0), (s.f5 === undefined ? 1 : (typeof s.f5 === 'number' ? s.f5 >= 3 : meaningOf.greaterThanInclusive(s.f5, 3)) ? 2 : 0));
};

// atfl.16.payment-class-3-balance-limit 2022-12-01.r1
const r5 = (s: Slots): number => {
  if ((s.k0 & 67) === 67) return ((s.f0 === "individual") && (s.f1 === "III")) ? ((((typeof s.f6 === 'number' ? s.f6 <= 200000 : meaningOf.lessThanInclusive(s.f6, 200000)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === "individual" ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === "III" ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f6 === undefined ? 1 : (typeof s.f6 === 'number' ? s.f6 <= 200000 : meaningOf.lessThanInclusive(s.f6, 200000)) ? 2 : 0));
};

// atfl.16.payment-class-3-identity-verified 2022-12-01.r1
const r6 = (s: Slots): number => {
  if ((s.k0 & 163) === 163) return ((s.f0 === "individual") && (s.f1 === "III")) ? (((s.f7 === true) || ((typeof s.f5 === 'number' ? s.f5 >= 5 : meaningOf.greaterThanInclusive(s.f5, 5)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === "individual" ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === "III" ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.max((s.f7 === undefined ? 1 : s.f7 === true ? 2 : 0), (s.f5 === undefined ? 1 : (typeof s.f5 === 'number' ? s.f5 >= 5 : meaningOf.greaterThanInclusive(s.f5, 5)) ? 2 : 0));
};

// atfl.31.no-new-payment-account-for-sanctioned 2022-12-01.r1
const r7 = (s: Slots): number => {
  if ((s.k0 & 768) === 768) return ((s.f8 === true)) ? (((s.f9 === false)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f8 === undefined ? 1 : s.f8 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f9 === undefined ? 1 : s.f9 === false ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 1023) {
    out[at + 0] = ((s.f0 === "individual") && (s.f1 === "III") && ((s.f2 === "active" || s.f2 === "suspended"))) ? ((((typeof s.f3 === 'number' ? s.f3 <= 1 : meaningOf.lessThanInclusive(s.f3, 1)))) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === "individual") && (s.f1 === "I")) ? ((((typeof s.f5 === 'number' ? s.f5 >= 1 : meaningOf.greaterThanInclusive(s.f5, 1)))) ? 2 : 0) : 3;
    out[at + 2] = ((s.f0 === "individual") && (s.f1 === "II")) ? (((s.f7 === true) || ((typeof s.f5 === 'number' ? s.f5 >= 3 : meaningOf.greaterThanInclusive(s.f5, 3)))) ? 2 : 0) : 3;
    out[at + 3] = ((s.f0 === "individual") && (s.f1 === "III")) ? (((s.f7 === true) || ((typeof s.f5 === 'number' ? s.f5 >= 5 : meaningOf.greaterThanInclusive(s.f5, 5)))) ? 2 : 0) : 3;
    out[at + 4] = ((s.f8 === true)) ? (((s.f9 === false)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r2(s);
    out[at + 2] = r4(s);
    out[at + 3] = r6(s);
    out[at + 4] = r7(s);
  }
};

const e1_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 1023) {
    out[at + 0] = ((s.f0 === "individual") && (s.f1 === "I")) ? ((((typeof s.f4 === 'number' ? s.f4 <= 1000 : meaningOf.lessThanInclusive(s.f4, 1000)))) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === "individual") && (s.f1 === "II")) ? ((((typeof s.f6 === 'number' ? s.f6 <= 100000 : meaningOf.lessThanInclusive(s.f6, 100000)))) ? 2 : 0) : 3;
    out[at + 2] = ((s.f0 === "individual") && (s.f1 === "III")) ? ((((typeof s.f6 === 'number' ? s.f6 <= 200000 : meaningOf.lessThanInclusive(s.f6, 200000)))) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r1(s);
    out[at + 1] = r3(s);
    out[at + 2] = r5(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"customer.type","params":{}},{"fact":"account.class","params":{}},{"fact":"account.status","params":{}},{"fact":"account.rankInClass","params":{"class":"III","statuses":["active","suspended"],"limit":1}},{"fact":"balancePayments.lifetimeYuan","params":{}},{"fact":"identity.channels","params":{}},{"fact":"balancePayments.yearYuan","params":{}},{"fact":"identity.isSeenFaceToFace","params":{}},{"fact":"account.isOpened","params":{}},{"fact":"subject.isSanctioned","params":{}}],
  rules: [{"rule":"atfl.16.payment-account-class-3-limit","version":"2022-12-01.r1"}, {"rule":"atfl.16.payment-class-1-balance-limit","version":"2022-12-01.r1"}, {"rule":"atfl.16.payment-class-1-identity-verified","version":"2022-12-01.r1"}, {"rule":"atfl.16.payment-class-2-balance-limit","version":"2022-12-01.r1"}, {"rule":"atfl.16.payment-class-2-identity-verified","version":"2022-12-01.r1"}, {"rule":"atfl.16.payment-class-3-balance-limit","version":"2022-12-01.r1"}, {"rule":"atfl.16.payment-class-3-identity-verified","version":"2022-12-01.r1"}, {"rule":"atfl.31.no-new-payment-account-for-sanctioned","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "openedAt", epochs: [
      { from: "2022-12-01", rules: [0, 2, 4, 6, 7], judge: e0_0_0 },
    ] },
    { lawDate: "checkedOn", epochs: [
      { from: "2022-12-01", rules: [1, 3, 5], judge: e1_0_0 },
    ] },
  ],
} as unknown as Unit;
