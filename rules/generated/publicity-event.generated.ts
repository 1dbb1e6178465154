// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/publicity-event.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["event.isHeld"].of(source as never);
  const f1: FactValue = facts["event.hasMaterial"].of(source as never);
  const f2: FactValue = facts["event.participants"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4), f0, f1, f2 };
};

// atfl.30.publicity-recorded 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 7) === 7) return ((s.f0 === true)) ? (((s.f1 === true) && ((typeof s.f2 === 'number' ? s.f2 >= 1 : meaningOf.greaterThanInclusive(s.f2, 1)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0), (s.f2 === undefined ? 1 : (typeof s.f2 === 'number' ? s.f2 >= 1 : meaningOf.greaterThanInclusive(s.f2, 1)) ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 7) {
    out[at + 0] = ((s.f0 === true)) ? (((s.f1 === true) && ((typeof s.f2 === 'number' ? s.f2 >= 1 : meaningOf.greaterThanInclusive(s.f2, 1)))) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"event.isHeld","params":{}},{"fact":"event.hasMaterial","params":{}},{"fact":"event.participants","params":{}}],
  rules: [{"rule":"atfl.30.publicity-recorded","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "heldOn", epochs: [
      { from: "2022-12-01", rules: [0], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
