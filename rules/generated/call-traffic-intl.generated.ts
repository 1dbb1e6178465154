// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/call-traffic-intl.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["samples.areDrawn"].of(source as never);
  const f1: FactValue = facts["origin.accuracy"].of(source as never);
  const f2: FactValue = facts["origin.isShown"].of(source as never);
  const f3: FactValue = facts["domesticNumber.isSeen"].of(source as never);
  const f4: FactValue = facts["domesticNumber.passed"].of(source as never);
  const f5: FactValue = facts["gateway.isLookedAt"].of(source as never);
  const f6: FactValue = facts["overseasReminder.isOn"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64), f0, f1, f2, f3, f4, f5, f6 };
};

// atfl.13.call-origin-accurate 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 3) === 3) return ((s.f0 === true)) ? ((((typeof s.f1 === 'number' ? s.f1 >= 0.99 : meaningOf.greaterThanInclusive(s.f1, 0.99)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : (typeof s.f1 === 'number' ? s.f1 >= 0.99 : meaningOf.greaterThanInclusive(s.f1, 0.99)) ? 2 : 0));
};

// atfl.13.call-origin-shown 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 5) === 5) return ((s.f0 === true)) ? (((s.f2 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0));
};

// atfl.13.domestic-number-from-abroad-intercepted 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 24) === 24) return ((s.f3 === true)) ? (((s.f4 === 0)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f4 === undefined ? 1 : s.f4 === 0 ? 2 : 0));
};

// atfl.13.overseas-call-reminder 2025-03-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 96) === 96) return ((s.f5 === true)) ? (((s.f6 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f5 === undefined ? 1 : s.f5 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f6 === undefined ? 1 : s.f6 === true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 127) {
    out[at + 0] = ((s.f0 === true)) ? ((((typeof s.f1 === 'number' ? s.f1 >= 0.99 : meaningOf.greaterThanInclusive(s.f1, 0.99)))) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === true)) ? (((s.f2 === true)) ? 2 : 0) : 3;
    out[at + 2] = ((s.f3 === true)) ? (((s.f4 === 0)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r2(s);
  }
};

const e0_1_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 127) {
    out[at + 0] = ((s.f0 === true)) ? ((((typeof s.f1 === 'number' ? s.f1 >= 0.99 : meaningOf.greaterThanInclusive(s.f1, 0.99)))) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === true)) ? (((s.f2 === true)) ? 2 : 0) : 3;
    out[at + 2] = ((s.f3 === true)) ? (((s.f4 === 0)) ? 2 : 0) : 3;
    out[at + 3] = ((s.f5 === true)) ? (((s.f6 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r2(s);
    out[at + 3] = r3(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"samples.areDrawn","params":{}},{"fact":"origin.accuracy","params":{}},{"fact":"origin.isShown","params":{}},{"fact":"domesticNumber.isSeen","params":{}},{"fact":"domesticNumber.passed","params":{}},{"fact":"gateway.isLookedAt","params":{}},{"fact":"overseasReminder.isOn","params":{}}],
  rules: [{"rule":"atfl.13.call-origin-accurate","version":"2022-12-01.r1"}, {"rule":"atfl.13.call-origin-shown","version":"2022-12-01.r1"}, {"rule":"atfl.13.domestic-number-from-abroad-intercepted","version":"2022-12-01.r1"}, {"rule":"atfl.13.overseas-call-reminder","version":"2025-03-01.r1"}],
  lawDates: [
    { lawDate: "testedOn", epochs: [
      { from: "2022-12-01", rules: [0, 1, 2], judge: e0_0_0 },
      { from: "2025-03-01", rules: [0, 1, 2, 3], judge: e0_1_0 },
    ] },
  ],
} as unknown as Unit;
