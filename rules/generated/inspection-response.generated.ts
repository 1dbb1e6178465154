// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/inspection-response.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["inspection.isRefused"].of(source as never);
  const f1: FactValue = facts["response.isGiven"].of(source as never);
  const f2: FactValue = facts["inspection.hasDeadline"].of(source as never);
  const f3: FactValue = facts["response.isByDeadline"].of(source as never);
  const f4: FactValue = facts["response.workingDays"].of(source as never);
  const f5: FactValue = facts["inspection.refusalReason"].of(source as never);
  const f6: FactValue = facts["response.isComplete"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64), f0, f1, f2, f3, f4, f5, f6 };
};

// atfl.28.inspection-answered-in-time 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 31) === 31) return ((s.f0 === false) && (s.f1 === true)) ? ((((s.f2 === true) && (s.f3 === true)) || ((s.f2 === false) && ((typeof s.f4 === 'number' ? s.f4 <= 5 : meaningOf.lessThanInclusive(s.f4, 5))))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === false ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.max(Math.min((s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0), (s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0)), Math.min((s.f2 === undefined ? 1 : s.f2 === false ? 2 : 0), (s.f4 === undefined ? 1 : (typeof s.f4 === 'number' ? s.f4 <= 5 : meaningOf.lessThanInclusive(s.f4, 5)) ? 2 : 0)));
};

// atfl.28.inspection-answered 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 99) === 99) return (((s.f0 === false) || (!(s.f5 === "fewer-than-two-officers" || s.f5 === "no-credentials")))) ? (((s.f0 === false) && (s.f1 === true) && (s.f6 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min(Math.max((s.f0 === undefined ? 1 : s.f0 === false ? 2 : 0), (s.f5 === undefined ? 1 : !(s.f5 === "fewer-than-two-officers" || s.f5 === "no-credentials") ? 2 : 0)));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f0 === undefined ? 1 : s.f0 === false ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0), (s.f6 === undefined ? 1 : s.f6 === true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 127) {
    out[at + 0] = ((s.f0 === false) && (s.f1 === true)) ? ((((s.f2 === true) && (s.f3 === true)) || ((s.f2 === false) && ((typeof s.f4 === 'number' ? s.f4 <= 5 : meaningOf.lessThanInclusive(s.f4, 5))))) ? 2 : 0) : 3;
    out[at + 1] = (((s.f0 === false) || (!(s.f5 === "fewer-than-two-officers" || s.f5 === "no-credentials")))) ? (((s.f0 === false) && (s.f1 === true) && (s.f6 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"inspection.isRefused","params":{}},{"fact":"response.isGiven","params":{}},{"fact":"inspection.hasDeadline","params":{}},{"fact":"response.isByDeadline","params":{}},{"fact":"response.workingDays","params":{}},{"fact":"inspection.refusalReason","params":{}},{"fact":"response.isComplete","params":{}}],
  rules: [{"rule":"atfl.28.inspection-answered-in-time","version":"2022-12-01.r1"}, {"rule":"atfl.28.inspection-answered","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "receivedAt", epochs: [
      { from: "2022-12-01", rules: [0, 1], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
