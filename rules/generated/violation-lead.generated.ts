// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/violation-lead.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue; readonly f7: FactValue; readonly f8: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["conduct.type"].of(source as never);
  const f1: FactValue = facts["object.type"].of(source as never);
  const f2: FactValue = facts["party.type"].of(source as never);
  const f3: FactValue = facts["transfer.isMade"].of(source as never);
  const f4: FactValue = facts["transfer.hoursFromConfirmation"].of(source as never);
  const f5: FactValue = facts["conduct.isConfirmed"].of(source as never);
  const f6: FactValue = facts["object.count"].of(source as never);
  const f7: FactValue = facts["conduct.times"].of(source as never);
  const f8: FactValue = facts["recipient.count"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64) | (f7 === undefined ? 0 : 128) | (f8 === undefined ? 0 : 256), f0, f1, f2, f3, f4, f5, f6, f7, f8 };
};

// atfl.14.insiders-use-no-illegal-equipment 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 7) === 7) return (((s.f0 === "device-or-software") || (((s.f0 === "buy-sell" || s.f0 === "rent" || s.f0 === "lend")) && (s.f1 === "device")))) ? (((!(s.f2 === "staff" || s.f2 === "agent"))) ? 2 : 0) : 3;
  const scope: number = Math.min(Math.max((s.f0 === undefined ? 1 : s.f0 === "device-or-software" ? 2 : 0), Math.min((s.f0 === undefined ? 1 : (s.f0 === "buy-sell" || s.f0 === "rent" || s.f0 === "lend") ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === "device" ? 2 : 0))));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f2 === undefined ? 1 : !(s.f2 === "staff" || s.f2 === "agent") ? 2 : 0));
};

// atfl.25.insiders-give-no-help-to-fraud 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 5) === 5) return (((s.f0 === "sell-personal-info" || s.f0 === "laundering" || s.f0 === "other-aid"))) ? (((!(s.f2 === "staff" || s.f2 === "agent"))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : (s.f0 === "sell-personal-info" || s.f0 === "laundering" || s.f0 === "other-aid") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f2 === undefined ? 1 : !(s.f2 === "staff" || s.f2 === "agent") ? 2 : 0));
};

// atfl.31.confirmed-conduct-transferred-in-time 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 24) === 24) return ((s.f3 === true)) ? ((((typeof s.f4 === 'number' ? s.f4 <= 24 : meaningOf.lessThanInclusive(s.f4, 24)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f4 === undefined ? 1 : (typeof s.f4 === 'number' ? s.f4 <= 24 : meaningOf.lessThanInclusive(s.f4, 24)) ? 2 : 0));
};

// atfl.31.confirmed-conduct-transferred 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 40) === 40) return ((s.f5 === true)) ? (((s.f3 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f5 === undefined ? 1 : s.f5 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
};

// atfl.31.insiders-trade-no-cards 2022-12-01.r1
const r4 = (s: Slots): number => {
  if ((s.k0 & 7) === 7) return (((s.f0 === "buy-sell" || s.f0 === "rent" || s.f0 === "lend" || s.f0 === "identity-check-aid" || s.f0 === "impersonated-opening" || s.f0 === "fictitious-agency")) && (s.f1 !== "device")) ? (((!(s.f2 === "staff" || s.f2 === "agent"))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : (s.f0 === "buy-sell" || s.f0 === "rent" || s.f0 === "lend" || s.f0 === "identity-check-aid" || s.f0 === "impersonated-opening" || s.f0 === "fictitious-agency") ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 !== "device" ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f2 === undefined ? 1 : !(s.f2 === "staff" || s.f2 === "agent") ? 2 : 0));
};

// atfl.31.joint-punishment-candidate-transferred 2024-12-01.r1
const r5 = (s: Slots): number => {
  if ((s.k0 & 459) === 459) return ((s.f1 !== "device") && (((s.f0 === "impersonated-opening" || s.f0 === "fictitious-agency")) || (((s.f0 === "buy-sell" || s.f0 === "rent" || s.f0 === "lend" || s.f0 === "identity-check-aid")) && (((typeof s.f6 === 'number' ? s.f6 >= 3 : meaningOf.greaterThanInclusive(s.f6, 3))) || ((typeof s.f7 === 'number' ? s.f7 >= 3 : meaningOf.greaterThanInclusive(s.f7, 3))) || ((typeof s.f8 === 'number' ? s.f8 >= 3 : meaningOf.greaterThanInclusive(s.f8, 3))))))) ? (((s.f3 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f1 === undefined ? 1 : s.f1 !== "device" ? 2 : 0), Math.max((s.f0 === undefined ? 1 : (s.f0 === "impersonated-opening" || s.f0 === "fictitious-agency") ? 2 : 0), Math.min((s.f0 === undefined ? 1 : (s.f0 === "buy-sell" || s.f0 === "rent" || s.f0 === "lend" || s.f0 === "identity-check-aid") ? 2 : 0), Math.max((s.f6 === undefined ? 1 : (typeof s.f6 === 'number' ? s.f6 >= 3 : meaningOf.greaterThanInclusive(s.f6, 3)) ? 2 : 0), (s.f7 === undefined ? 1 : (typeof s.f7 === 'number' ? s.f7 >= 3 : meaningOf.greaterThanInclusive(s.f7, 3)) ? 2 : 0), (s.f8 === undefined ? 1 : (typeof s.f8 === 'number' ? s.f8 >= 3 : meaningOf.greaterThanInclusive(s.f8, 3)) ? 2 : 0)))));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 511) {
    out[at + 0] = (((s.f0 === "device-or-software") || (((s.f0 === "buy-sell" || s.f0 === "rent" || s.f0 === "lend")) && (s.f1 === "device")))) ? (((!(s.f2 === "staff" || s.f2 === "agent"))) ? 2 : 0) : 3;
    out[at + 1] = (((s.f0 === "sell-personal-info" || s.f0 === "laundering" || s.f0 === "other-aid"))) ? (((!(s.f2 === "staff" || s.f2 === "agent"))) ? 2 : 0) : 3;
    out[at + 2] = ((s.f3 === true)) ? ((((typeof s.f4 === 'number' ? s.f4 <= 24 : meaningOf.lessThanInclusive(s.f4, 24)))) ? 2 : 0) : 3;
    out[at + 3] = ((s.f5 === true)) ? (((s.f3 === true)) ? 2 : 0) : 3;
    out[at + 4] = (((s.f0 === "buy-sell" || s.f0 === "rent" || s.f0 === "lend" || s.f0 === "identity-check-aid" || s.f0 === "impersonated-opening" || s.f0 === "fictitious-agency")) && (s.f1 !== "device")) ? (((!(s.f2 === "staff" || s.f2 === "agent"))) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r2(s);
    out[at + 3] = r3(s);
    out[at + 4] = r4(s);
  }
};

const e0_1_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 511) {
    out[at + 0] = (((s.f0 === "device-or-software") || (((s.f0 === "buy-sell" || s.f0 === "rent" || s.f0 === "lend")) && (s.f1 === "device")))) ? (((!(s.f2 === "staff" || s.f2 === "agent"))) ? 2 : 0) : 3;
    out[at + 1] = (((s.f0 === "sell-personal-info" || s.f0 === "laundering" || s.f0 === "other-aid"))) ? (((!(s.f2 === "staff" || s.f2 === "agent"))) ? 2 : 0) : 3;
    out[at + 2] = ((s.f3 === true)) ? ((((typeof s.f4 === 'number' ? s.f4 <= 24 : meaningOf.lessThanInclusive(s.f4, 24)))) ? 2 : 0) : 3;
    out[at + 3] = ((s.f5 === true)) ? (((s.f3 === true)) ? 2 : 0) : 3;
    out[at + 4] = (((s.f0 === "buy-sell" || s.f0 === "rent" || s.f0 === "lend" || s.f0 === "identity-check-aid" || s.f0 === "impersonated-opening" || s.f0 === "fictitious-agency")) && (s.f1 !== "device")) ? (((!(s.f2 === "staff" || s.f2 === "agent"))) ? 2 : 0) : 3;
    out[at + 5] = ((s.f1 !== "device") && (((s.f0 === "impersonated-opening" || s.f0 === "fictitious-agency")) || (((s.f0 === "buy-sell" || s.f0 === "rent" || s.f0 === "lend" || s.f0 === "identity-check-aid")) && (((typeof s.f6 === 'number' ? s.f6 >= 3 : meaningOf.greaterThanInclusive(s.f6, 3))) || ((typeof s.f7 === 'number' ? s.f7 >= 3 : meaningOf.greaterThanInclusive(s.f7, 3))) || ((typeof s.f8 === 'number' ? s.f8 >= 3 : meaningOf.greaterThanInclusive(s.f8, 3))))))) ? (((s.f3 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r2(s);
    out[at + 3] = r3(s);
    out[at + 4] = r4(s);
    out[at + 5] = r5(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"conduct.type","params":{}},{"fact":"object.type","params":{}},{"fact":"party.type","params":{}},{"fact":"transfer.isMade","params":{}},{"fact":"transfer.hoursFromConfirmation","params":{}},{"fact":"conduct.isConfirmed","params":{}},{"fact":"object.count","params":{}},{"fact":"conduct.times","params":{}},{"fact":"recipient.count","params":{}}],
  rules: [{"rule":"atfl.14.insiders-use-no-illegal-equipment","version":"2022-12-01.r1"}, {"rule":"atfl.25.insiders-give-no-help-to-fraud","version":"2022-12-01.r1"}, {"rule":"atfl.31.confirmed-conduct-transferred-in-time","version":"2022-12-01.r1"}, {"rule":"atfl.31.confirmed-conduct-transferred","version":"2022-12-01.r1"}, {"rule":"atfl.31.insiders-trade-no-cards","version":"2022-12-01.r1"}, {"rule":"atfl.31.joint-punishment-candidate-transferred","version":"2024-12-01.r1"}],
  lawDates: [
    { lawDate: "confirmedAt", epochs: [
      { from: "2022-12-01", rules: [0, 1, 2, 3, 4], judge: e0_0_0 },
      { from: "2024-12-01", rules: [0, 1, 2, 3, 4, 5], judge: e0_1_0 },
    ] },
  ],
} as unknown as Unit;
