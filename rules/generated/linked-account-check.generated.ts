// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/linked-account-check.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue; readonly f7: FactValue; readonly f8: FactValue; readonly f9: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["list.isNamed"].of(source as never);
  const f1: FactValue = facts["number.isListed"].of(source as never);
  const f2: FactValue = facts["check.isMade"].of(source as never);
  const f3: FactValue = facts["account.exists"].of(source as never);
  const f4: FactValue = facts["outcome.type"].of(source as never);
  const f5: FactValue = facts["check.hoursFromList"].of(source as never);
  const f6: FactValue = facts["feedback.hoursFromList"].of(source as never);
  const f7: FactValue = facts["outcome.isAfterCheck"].of(source as never);
  const f8: FactValue = facts["outcome.hasReason"].of(source as never);
  const f9: FactValue = facts["outcome.hasNotice"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64) | (f7 === undefined ? 0 : 128) | (f8 === undefined ? 0 : 256) | (f9 === undefined ? 0 : 512), f0, f1, f2, f3, f4, f5, f6, f7, f8, f9 };
};

// atfl.22.flagged-phone-accounts-checked 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 31) === 31) return ((s.f0 === true) || (s.f1 === true)) ? (((s.f2 === true) && ((s.f3 === false) || ((s.f4 === "correct-in-time" || s.f4 === "limit" || s.f4 === "suspend" || s.f4 === "close" || s.f4 === "bar-reregistration" || s.f4 === "cleared")))) ? 2 : 0) : 3;
  const scope: number = Math.max((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0), Math.max((s.f3 === undefined ? 1 : s.f3 === false ? 2 : 0), (s.f4 === undefined ? 1 : (s.f4 === "correct-in-time" || s.f4 === "limit" || s.f4 === "suspend" || s.f4 === "close" || s.f4 === "bar-reregistration" || s.f4 === "cleared") ? 2 : 0)));
};

// atfl.22.flagged-phone-answered-in-time 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 99) === 99) return ((s.f0 === true) || (s.f1 === true)) ? ((((typeof s.f5 === 'number' ? s.f5 <= 24 : meaningOf.lessThanInclusive(s.f5, 24))) && ((typeof s.f6 === 'number' ? s.f6 <= 24 : meaningOf.lessThanInclusive(s.f6, 24)))) ? 2 : 0) : 3;
  const scope: number = Math.max((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f5 === undefined ? 1 : (typeof s.f5 === 'number' ? s.f5 <= 24 : meaningOf.lessThanInclusive(s.f5, 24)) ? 2 : 0), (s.f6 === undefined ? 1 : (typeof s.f6 === 'number' ? s.f6 <= 24 : meaningOf.lessThanInclusive(s.f6, 24)) ? 2 : 0));
};

// atfl.22.linked-account-checked-before-measure 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 144) === 144) return (((s.f4 === "limit" || s.f4 === "suspend" || s.f4 === "close" || s.f4 === "bar-reregistration"))) ? (((s.f7 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f4 === undefined ? 1 : (s.f4 === "limit" || s.f4 === "suspend" || s.f4 === "close" || s.f4 === "bar-reregistration") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f7 === undefined ? 1 : s.f7 === true ? 2 : 0));
};

// atfl.22.linked-account-outcome-documented 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 784) === 784) return (((s.f4 === "limit" || s.f4 === "suspend" || s.f4 === "close" || s.f4 === "bar-reregistration" || s.f4 === "cleared"))) ? ((((s.f4 === "cleared") && (s.f8 === true)) || ((s.f4 !== "cleared") && (s.f9 === true))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f4 === undefined ? 1 : (s.f4 === "limit" || s.f4 === "suspend" || s.f4 === "close" || s.f4 === "bar-reregistration" || s.f4 === "cleared") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.max(Math.min((s.f4 === undefined ? 1 : s.f4 === "cleared" ? 2 : 0), (s.f8 === undefined ? 1 : s.f8 === true ? 2 : 0)), Math.min((s.f4 === undefined ? 1 : s.f4 !== "cleared" ? 2 : 0), (s.f9 === undefined ? 1 : s.f9 === true ? 2 : 0)));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 1023) {
    out[at + 0] = ((s.f0 === true) || (s.f1 === true)) ? (((s.f2 === true) && ((s.f3 === false) || ((s.f4 === "correct-in-time" || s.f4 === "limit" || s.f4 === "suspend" || s.f4 === "close" || s.f4 === "bar-reregistration" || s.f4 === "cleared")))) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === true) || (s.f1 === true)) ? ((((typeof s.f5 === 'number' ? s.f5 <= 24 : meaningOf.lessThanInclusive(s.f5, 24))) && ((typeof s.f6 === 'number' ? s.f6 <= 24 : meaningOf.lessThanInclusive(s.f6, 24)))) ? 2 : 0) : 3;
    out[at + 2] = (((s.f4 === "limit" || s.f4 === "suspend" || s.f4 === "close" || s.f4 === "bar-reregistration"))) ? (((s.f7 === true)) ? 2 : 0) : 3;
    out[at + 3] = (((s.f4 === "limit" || s.f4 === "suspend" || s.f4 === "close" || s.f4 === "bar-reregistration" || s.f4 === "cleared"))) ? ((((s.f4 === "cleared") && (s.f8 === true)) || ((s.f4 !== "cleared") && (s.f9 === true))) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r2(s);
    out[at + 3] = r3(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"list.isNamed","params":{}},{"fact":"number.isListed","params":{}},{"fact":"check.isMade","params":{}},{"fact":"account.exists","params":{}},{"fact":"outcome.type","params":{}},{"fact":"check.hoursFromList","params":{}},{"fact":"feedback.hoursFromList","params":{}},{"fact":"outcome.isAfterCheck","params":{}},{"fact":"outcome.hasReason","params":{}},{"fact":"outcome.hasNotice","params":{}}],
  rules: [{"rule":"atfl.22.flagged-phone-accounts-checked","version":"2022-12-01.r1"}, {"rule":"atfl.22.flagged-phone-answered-in-time","version":"2022-12-01.r1"}, {"rule":"atfl.22.linked-account-checked-before-measure","version":"2022-12-01.r1"}, {"rule":"atfl.22.linked-account-outcome-documented","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "listReceivedAt", epochs: [
      { from: "2022-12-01", rules: [0, 1, 2, 3], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
