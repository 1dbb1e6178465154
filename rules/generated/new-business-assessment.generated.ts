// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/new-business-assessment.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["business.novelty"].of(source as never);
  const f1: FactValue = facts["assessment.isBeforeLaunch"].of(source as never);
  const f2: FactValue = facts["assessment.conclusion"].of(source as never);
  const f3: FactValue = facts["mitigation.isBeforeLaunch"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8), f0, f1, f2, f3 };
};

// atfl.6.changed-business-assessed 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 15) === 15) return (((s.f0 === "material-change"))) ? (((s.f1 === true) && ((s.f2 === "pass") || ((s.f2 === "pass-with-measures") && (s.f3 === true)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : (s.f0 === "material-change") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0), Math.max((s.f2 === undefined ? 1 : s.f2 === "pass" ? 2 : 0), Math.min((s.f2 === undefined ? 1 : s.f2 === "pass-with-measures" ? 2 : 0), (s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0))));
};

// atfl.6.new-business-assessed 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 15) === 15) return ((s.f0 === "new")) ? (((s.f1 === true) && ((s.f2 === "pass") || ((s.f2 === "pass-with-measures") && (s.f3 === true)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === "new" ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0), Math.max((s.f2 === undefined ? 1 : s.f2 === "pass" ? 2 : 0), Math.min((s.f2 === undefined ? 1 : s.f2 === "pass-with-measures" ? 2 : 0), (s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0))));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 15) {
    out[at + 0] = (((s.f0 === "material-change"))) ? (((s.f1 === true) && ((s.f2 === "pass") || ((s.f2 === "pass-with-measures") && (s.f3 === true)))) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === "new")) ? (((s.f1 === true) && ((s.f2 === "pass") || ((s.f2 === "pass-with-measures") && (s.f3 === true)))) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"business.novelty","params":{}},{"fact":"assessment.isBeforeLaunch","params":{}},{"fact":"assessment.conclusion","params":{}},{"fact":"mitigation.isBeforeLaunch","params":{}}],
  rules: [{"rule":"atfl.6.changed-business-assessed","version":"2022-12-01.r1"}, {"rule":"atfl.6.new-business-assessed","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "launchAt", epochs: [
      { from: "2022-12-01", rules: [0, 1], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
