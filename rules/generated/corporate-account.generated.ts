// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/corporate-account.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["application.isAbnormal"].of(source as never);
  const f1: FactValue = facts["application.decision"].of(source as never);
  const f2: FactValue = facts["siteVisit.isMade"].of(source as never);
  const f3: FactValue = facts["registry.result"].of(source as never);
  const f4: FactValue = facts["registry.isDown"].of(source as never);
  const f5: FactValue = facts["legalRepresentative.isConfirmed"].of(source as never);
  const f6: FactValue = facts["limit.isSet"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64), f0, f1, f2, f3, f4, f5, f6 };
};

// atfl.17.abnormal-firm-limited-or-refused 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 7) === 7) return ((s.f0 === true)) ? (((s.f1 === "refuse") || ((s.f1 === "open-limited") && (s.f2 === true))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.max((s.f1 === undefined ? 1 : s.f1 === "refuse" ? 2 : 0), Math.min((s.f1 === undefined ? 1 : s.f1 === "open-limited" ? 2 : 0), (s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0)));
};

// atfl.17.firm-checked-with-registry 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 26) === 26) return (((s.f1 === "open" || s.f1 === "open-limited"))) ? (((s.f3 === "match") || ((s.f3 === "not-done") && (s.f4 === true))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f1 === undefined ? 1 : (s.f1 === "open" || s.f1 === "open-limited") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.max((s.f3 === undefined ? 1 : s.f3 === "match" ? 2 : 0), Math.min((s.f3 === undefined ? 1 : s.f3 === "not-done" ? 2 : 0), (s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0)));
};

// atfl.17.legal-representative-confirmed 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 34) === 34) return (((s.f1 === "open" || s.f1 === "open-limited"))) ? (((s.f5 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f1 === undefined ? 1 : (s.f1 === "open" || s.f1 === "open-limited") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f5 === undefined ? 1 : s.f5 === true ? 2 : 0));
};

// atfl.17.limited-firm-account-has-limit 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 66) === 66) return ((s.f1 === "open-limited")) ? (((s.f6 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f1 === undefined ? 1 : s.f1 === "open-limited" ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f6 === undefined ? 1 : s.f6 === true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 127) {
    out[at + 0] = ((s.f0 === true)) ? (((s.f1 === "refuse") || ((s.f1 === "open-limited") && (s.f2 === true))) ? 2 : 0) : 3;
    out[at + 1] = (((s.f1 === "open" || s.f1 === "open-limited"))) ? (((s.f3 === "match") || ((s.f3 === "not-done") && (s.f4 === true))) ? 2 : 0) : 3;
    out[at + 2] = (((s.f1 === "open" || s.f1 === "open-limited"))) ? (((s.f5 === true)) ? 2 : 0) : 3;
    out[at + 3] = ((s.f1 === "open-limited")) ? (((s.f6 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r2(s);
    out[at + 3] = r3(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"application.isAbnormal","params":{}},{"fact":"application.decision","params":{}},{"fact":"siteVisit.isMade","params":{}},{"fact":"registry.result","params":{}},{"fact":"registry.isDown","params":{}},{"fact":"legalRepresentative.isConfirmed","params":{}},{"fact":"limit.isSet","params":{}}],
  rules: [{"rule":"atfl.17.abnormal-firm-limited-or-refused","version":"2022-12-01.r1"}, {"rule":"atfl.17.firm-checked-with-registry","version":"2022-12-01.r1"}, {"rule":"atfl.17.legal-representative-confirmed","version":"2022-12-01.r1"}, {"rule":"atfl.17.limited-firm-account-has-limit","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "decidedAt", epochs: [
      { from: "2022-12-01", rules: [0, 1, 2, 3], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
