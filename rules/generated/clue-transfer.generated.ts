// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/clue-transfer.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["transfer.isMade"].of(source as never);
  const f1: FactValue = facts["clue.type"].of(source as never);
  const f2: FactValue = facts["transfer.target"].of(source as never);
  const f3: FactValue = facts["transfer.hasReceipt"].of(source as never);
  const f4: FactValue = facts["clue.severity"].of(source as never);
  const f5: FactValue = facts["transfer.hoursFromFinding"].of(source as never);
  const f6: FactValue = facts["clue.isFound"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64), f0, f1, f2, f3, f4, f5, f6 };
};

// atfl.26.clue-to-competent-authority 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 7) === 7) return ((s.f0 === true)) ? ((((s.f1 === "crime") && ((s.f2 === "police"))) || ((s.f1 === "account-risk") && ((s.f2 === "police" || s.f2 === "cac"))) || ((s.f1 === "phone-card-risk") && ((s.f2 === "telecom" || s.f2 === "police"))) || ((s.f1 === "content-risk") && ((s.f2 === "cac"))) || ((s.f1 === "app-risk") && ((s.f2 === "telecom" || s.f2 === "cac" || s.f2 === "police"))) || ((s.f1 === "domain-risk") && ((s.f2 === "telecom" || s.f2 === "cac"))) || ((s.f1 === "funds-risk") && ((s.f2 === "financial" || s.f2 === "police")))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.max(Math.min((s.f1 === undefined ? 1 : s.f1 === "crime" ? 2 : 0), (s.f2 === undefined ? 1 : (s.f2 === "police") ? 2 : 0)), Math.min((s.f1 === undefined ? 1 : s.f1 === "account-risk" ? 2 : 0), (s.f2 === undefined ? 1 : (s.f2 === "police" || s.f2 === "cac") ? 2 : 0)), Math.min((s.f1 === undefined ? 1 : s.f1 === "phone-card-risk" ? 2 : 0), (s.f2 === undefined ? 1 : (s.f2 === "telecom" || s.f2 === "police") ? 2 : 0)), Math.min((s.f1 === undefined ? 1 : s.f1 === "content-risk" ? 2 : 0), (s.f2 === undefined ? 1 : (s.f2 === "cac") ? 2 : 0)), Math.min((s.f1 === undefined ? 1 : s.f1 === "app-risk" ? 2 : 0), (s.f2 === undefined ? 1 : (s.f2 === "telecom" || s.f2 === "cac" || s.f2 === "police") ? 2 : 0)), Math.min((s.f1 === undefined ? 1 : s.f1 === "domain-risk" ? 2 : 0), (s.f2 === undefined ? 1 : (s.f2 === "telecom" || s.f2 === "cac") ? 2 : 0)), Math.min((s.f1 === undefined ? 1 : s.f1 === "funds-risk" ? 2 : 0), (s.f2 === undefined ? 1 : (s.f2 === "financial" || s.f2 === "police") ? 2 : 0)));
};

// atfl.26.clue-transfer-receipted 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 9) === 9) return ((s.f0 === true)) ? (((s.f3 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
};

// atfl.26.clue-transferred-in-time 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 49) === 49) return ((s.f0 === true)) ? ((((s.f4 === "high") && ((typeof s.f5 === 'number' ? s.f5 <= 2 : meaningOf.lessThanInclusive(s.f5, 2)))) || ((s.f4 === "medium") && ((typeof s.f5 === 'number' ? s.f5 <= 24 : meaningOf.lessThanInclusive(s.f5, 24)))) || ((s.f4 === "low") && ((typeof s.f5 === 'number' ? s.f5 <= 72 : meaningOf.lessThanInclusive(s.f5, 72))))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.max(Math.min((s.f4 === undefined ? 1 : s.f4 === "high" ? 2 : 0), (s.f5 === undefined ? 1 : (typeof s.f5 === 'number' ? s.f5 <= 2 : meaningOf.lessThanInclusive(s.f5, 2)) ? 2 : 0)), Math.min((s.f4 === undefined ? 1 : s.f4 === "medium" ? 2 : 0), (s.f5 === undefined ? 1 : (typeof s.f5 === 'number' ? s.f5 <= 24 : meaningOf.lessThanInclusive(s.f5, 24)) ? 2 : 0)), Math.min((s.f4 === undefined ? 1 : s.f4 === "low" ? 2 : 0), (s.f5 === undefined ? 1 : (typeof s.f5 === 'number' ? s.f5 <= 72 : meaningOf.lessThanInclusive(s.f5, 72)) ? 2 : 0)));
};

// atfl.26.clue-transferred 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 65) === 65) return ((s.f6 === true)) ? (((s.f0 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f6 === undefined ? 1 : s.f6 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 127) {
    out[at + 0] = ((s.f0 === true)) ? ((((s.f1 === "crime") && ((s.f2 === "police"))) || ((s.f1 === "account-risk") && ((s.f2 === "police" || s.f2 === "cac"))) || ((s.f1 === "phone-card-risk") && ((s.f2 === "telecom" || s.f2 === "police"))) || ((s.f1 === "content-risk") && ((s.f2 === "cac"))) || ((s.f1 === "app-risk") && ((s.f2 === "telecom" || s.f2 === "cac" || s.f2 === "police"))) || ((s.f1 === "domain-risk") && ((s.f2 === "telecom" || s.f2 === "cac"))) || ((s.f1 === "funds-risk") && ((s.f2 === "financial" || s.f2 === "police")))) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === true)) ? (((s.f3 === true)) ? 2 : 0) : 3;
    out[at + 2] = ((s.f0 === true)) ? ((((s.f4 === "high") && ((typeof s.f5 === 'number' ? s.f5 <= 2 : meaningOf.lessThanInclusive(s.f5, 2)))) || ((s.f4 === "medium") && ((typeof s.f5 === 'number' ? s.f5 <= 24 : meaningOf.lessThanInclusive(s.f5, 24)))) || ((s.f4 === "low") && ((typeof s.f5 === 'number' ? s.f5 <= 72 : meaningOf.lessThanInclusive(s.f5, 72))))) ? 2 : 0) : 3;
    out[at + 3] = ((s.f6 === true)) ? (((s.f0 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r2(s);
    out[at + 3] = r3(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"transfer.isMade","params":{}},{"fact":"clue.type","params":{}},{"fact":"transfer.target","params":{}},{"fact":"transfer.hasReceipt","params":{}},{"fact":"clue.severity","params":{}},{"fact":"transfer.hoursFromFinding","params":{}},{"fact":"clue.isFound","params":{}}],
  rules: [{"rule":"atfl.26.clue-to-competent-authority","version":"2022-12-01.r1"}, {"rule":"atfl.26.clue-transfer-receipted","version":"2022-12-01.r1"}, {"rule":"atfl.26.clue-transferred-in-time","version":"2022-12-01.r1"}, {"rule":"atfl.26.clue-transferred","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "foundAt", epochs: [
      { from: "2022-12-01", rules: [0, 1, 2, 3], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
