// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/training.ts';

type Slots = { readonly k0: number; readonly f0: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["newStaff.isTrainedFirst"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1), f0 };
};

// atfl.30.new-staff-trained-first 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 1) === 1) return ((s.f0 !== null)) ? (((s.f0 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 !== null ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 1) {
    out[at + 0] = ((s.f0 !== null)) ? (((s.f0 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"newStaff.isTrainedFirst","params":{}}],
  rules: [{"rule":"atfl.30.new-staff-trained-first","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "trainedOn", epochs: [
      { from: "2022-12-01", rules: [0], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
