// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/card-application.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue };

const p0 = {"indicators":["batch-same-day","accompanied-group","remote-resident","recent-multi-operator","on-risk-list"]};
/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["application.isAbnormal"].of(source as never, p0);
  const f1: FactValue = facts["application.isCheckedFurther"].of(source as never);
  const f2: FactValue = facts["application.decision"].of(source as never);
  const f3: FactValue = facts["refusal.isReasoned"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8), f0, f1, f2, f3 };
};

// atfl.10.abnormal-application-checked 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 7) === 7) return ((s.f0 === true)) ? (((s.f1 === true) || (s.f2 === "refuse")) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.max((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0), (s.f2 === undefined ? 1 : s.f2 === "refuse" ? 2 : 0));
};

// atfl.10.refusal-reasoned 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 12) === 12) return ((s.f2 === "refuse")) ? (((s.f3 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f2 === undefined ? 1 : s.f2 === "refuse" ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 15) {
    out[at + 0] = ((s.f0 === true)) ? (((s.f1 === true) || (s.f2 === "refuse")) ? 2 : 0) : 3;
    out[at + 1] = ((s.f2 === "refuse")) ? (((s.f3 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"application.isAbnormal","params":{"indicators":["batch-same-day","accompanied-group","remote-resident","recent-multi-operator","on-risk-list"]}},{"fact":"application.isCheckedFurther","params":{}},{"fact":"application.decision","params":{}},{"fact":"refusal.isReasoned","params":{}}],
  rules: [{"rule":"atfl.10.abnormal-application-checked","version":"2022-12-01.r1"}, {"rule":"atfl.10.refusal-reasoned","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "decidedAt", epochs: [
      { from: "2022-12-01", rules: [0, 1], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
