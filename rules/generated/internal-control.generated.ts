// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/internal-control.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["control.isAttested"].of(source as never);
  const f1: FactValue = facts["control.isAdopted"].of(source as never);
  const f2: FactValue = facts["control.hasResponsiblePost"].of(source as never);
  const f3: FactValue = facts["control.coversBranch"].of(source as never);
  const f4: FactValue = facts["control.monthsSinceReview"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16), f0, f1, f2, f3, f4 };
};

// atfl.6.internal-control-established 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 15) === 15) return ((s.f0 === true)) ? (((s.f1 === true) && (s.f2 === true) && (s.f3 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0), (s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0), (s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
};

// atfl.6.internal-control-reviewed 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 18) === 18) return ((s.f1 === true)) ? ((((typeof s.f4 === 'number' ? s.f4 <= 12 : meaningOf.lessThanInclusive(s.f4, 12)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f4 === undefined ? 1 : (typeof s.f4 === 'number' ? s.f4 <= 12 : meaningOf.lessThanInclusive(s.f4, 12)) ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 31) {
    out[at + 0] = ((s.f0 === true)) ? (((s.f1 === true) && (s.f2 === true) && (s.f3 === true)) ? 2 : 0) : 3;
    out[at + 1] = ((s.f1 === true)) ? ((((typeof s.f4 === 'number' ? s.f4 <= 12 : meaningOf.lessThanInclusive(s.f4, 12)))) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"control.isAttested","params":{}},{"fact":"control.isAdopted","params":{}},{"fact":"control.hasResponsiblePost","params":{}},{"fact":"control.coversBranch","params":{}},{"fact":"control.monthsSinceReview","params":{}}],
  rules: [{"rule":"atfl.6.internal-control-established","version":"2022-12-01.r1"}, {"rule":"atfl.6.internal-control-reviewed","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "attestedOn", epochs: [
      { from: "2022-12-01", rules: [0, 1], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
