// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/publicity-event.period.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue };

const p1 = {"floor":1};
const p2 = {"floor":1};
/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["period.isDue"].of(source as never);
  const f1: FactValue = facts["events.forElderly"].of(source as never, p1);
  const f2: FactValue = facts["events.forYoung"].of(source as never, p2);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4), f0, f1, f2 };
};

// atfl.30.publicity-for-elderly-and-young 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 7) === 7) return ((s.f0 === true)) ? ((((typeof s.f1 === 'number' ? s.f1 >= 1 : meaningOf.greaterThanInclusive(s.f1, 1))) && ((typeof s.f2 === 'number' ? s.f2 >= 1 : meaningOf.greaterThanInclusive(s.f2, 1)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : (typeof s.f1 === 'number' ? s.f1 >= 1 : meaningOf.greaterThanInclusive(s.f1, 1)) ? 2 : 0), (s.f2 === undefined ? 1 : (typeof s.f2 === 'number' ? s.f2 >= 1 : meaningOf.greaterThanInclusive(s.f2, 1)) ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 7) {
    out[at + 0] = ((s.f0 === true)) ? ((((typeof s.f1 === 'number' ? s.f1 >= 1 : meaningOf.greaterThanInclusive(s.f1, 1))) && ((typeof s.f2 === 'number' ? s.f2 >= 1 : meaningOf.greaterThanInclusive(s.f2, 1)))) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"period.isDue","params":{}},{"fact":"events.forElderly","params":{"floor":1}},{"fact":"events.forYoung","params":{"floor":1}}],
  rules: [{"rule":"atfl.30.publicity-for-elderly-and-young","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "to", epochs: [
      { from: "2022-12-01", rules: [0], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
