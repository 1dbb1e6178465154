// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/training.period.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue };

const p1 = {"atLeast":1};
const p2 = {"atLeast":2};
/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["period.isDue"].of(source as never);
  const f1: FactValue = facts["trainings.count"].of(source as never, p1);
  const f2: FactValue = facts["trainings.count"].of(source as never, p2);
  const f3: FactValue = facts["trainings.coverage"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8), f0, f1, f2, f3 };
};

// atfl.8.staff-educated 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 3) === 3) return ((s.f0 === true)) ? ((((typeof s.f1 === 'number' ? s.f1 >= 1 : meaningOf.greaterThanInclusive(s.f1, 1)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : (typeof s.f1 === 'number' ? s.f1 >= 1 : meaningOf.greaterThanInclusive(s.f1, 1)) ? 2 : 0));
};

// atfl.8.staff-trained-regularly 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 5) === 5) return ((s.f0 === true)) ? ((((typeof s.f2 === 'number' ? s.f2 >= 2 : meaningOf.greaterThanInclusive(s.f2, 2)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f2 === undefined ? 1 : (typeof s.f2 === 'number' ? s.f2 >= 2 : meaningOf.greaterThanInclusive(s.f2, 2)) ? 2 : 0));
};

// atfl.8.staff-training-coverage 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 9) === 9) return ((s.f0 === true) && (s.f3 !== null)) ? ((((typeof s.f3 === 'number' ? s.f3 >= 0.95 : meaningOf.greaterThanInclusive(s.f3, 0.95)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0), (s.f3 === undefined ? 1 : s.f3 !== null ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f3 === undefined ? 1 : (typeof s.f3 === 'number' ? s.f3 >= 0.95 : meaningOf.greaterThanInclusive(s.f3, 0.95)) ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 15) {
    out[at + 0] = ((s.f0 === true)) ? ((((typeof s.f1 === 'number' ? s.f1 >= 1 : meaningOf.greaterThanInclusive(s.f1, 1)))) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === true)) ? ((((typeof s.f2 === 'number' ? s.f2 >= 2 : meaningOf.greaterThanInclusive(s.f2, 2)))) ? 2 : 0) : 3;
    out[at + 2] = ((s.f0 === true) && (s.f3 !== null)) ? ((((typeof s.f3 === 'number' ? s.f3 >= 0.95 : meaningOf.greaterThanInclusive(s.f3, 0.95)))) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r2(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"period.isDue","params":{}},{"fact":"trainings.count","params":{"atLeast":1}},{"fact":"trainings.count","params":{"atLeast":2}},{"fact":"trainings.coverage","params":{}}],
  rules: [{"rule":"atfl.8.staff-educated","version":"2022-12-01.r1"}, {"rule":"atfl.8.staff-trained-regularly","version":"2022-12-01.r1"}, {"rule":"atfl.8.staff-training-coverage","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "to", epochs: [
      { from: "2022-12-01", rules: [0, 1, 2], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
