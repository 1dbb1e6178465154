// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/account-application.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["application.signs"].of(source as never);
  const f1: FactValue = facts["proof.isGiven"].of(source as never);
  const f2: FactValue = facts["application.isCheckedFurther"].of(source as never);
  const f3: FactValue = facts["application.decision"].of(source as never);
  const f4: FactValue = facts["refusal.isReasoned"].of(source as never);
  const f5: FactValue = facts["applicants.together"].of(source as never);
  const f6: FactValue = facts["payroll.isAgreed"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64), f0, f1, f2, f3, f4, f5, f6 };
};

// atfl.16.abnormal-opening-checked 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 15) === 15) return ((Array.isArray(s.f0) && s.f0.indexOf("on-risk-list") > -1) || (Array.isArray(s.f0) && s.f0.indexOf("other") > -1) || ((Array.isArray(s.f0) && s.f0.indexOf("identity-doubt") > -1) && (s.f1 === true))) ? (((s.f2 === true) || (s.f3 === "refuse")) ? 2 : 0) : 3;
  const scope: number = Math.max((s.f0 === undefined ? 1 : Array.isArray(s.f0) && s.f0.indexOf("on-risk-list") > -1 ? 2 : 0), (s.f0 === undefined ? 1 : Array.isArray(s.f0) && s.f0.indexOf("other") > -1 ? 2 : 0), Math.min((s.f0 === undefined ? 1 : Array.isArray(s.f0) && s.f0.indexOf("identity-doubt") > -1 ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0)));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.max((s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0), (s.f3 === undefined ? 1 : s.f3 === "refuse" ? 2 : 0));
};

// atfl.16.account-refusal-reasoned 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 24) === 24) return ((s.f3 === "refuse")) ? (((s.f4 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f3 === undefined ? 1 : s.f3 === "refuse" ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0));
};

// atfl.16.doubtful-identity-refused 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 11) === 11) return ((Array.isArray(s.f0) && s.f0.indexOf("identity-doubt") > -1) && (s.f1 === false)) ? (((s.f3 === "refuse")) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : Array.isArray(s.f0) && s.f0.indexOf("identity-doubt") > -1 ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === false ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f3 === undefined ? 1 : s.f3 === "refuse" ? 2 : 0));
};

// atfl.16.organised-batch-recognised 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 97) === 97) return (((typeof s.f5 === 'number' ? s.f5 > 3 : meaningOf.greaterThan(s.f5, 3))) && (s.f6 === false)) ? (((Array.isArray(s.f0) && s.f0.indexOf("organised-batch") > -1)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f5 === undefined ? 1 : (typeof s.f5 === 'number' ? s.f5 > 3 : meaningOf.greaterThan(s.f5, 3)) ? 2 : 0), (s.f6 === undefined ? 1 : s.f6 === false ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f0 === undefined ? 1 : Array.isArray(s.f0) && s.f0.indexOf("organised-batch") > -1 ? 2 : 0));
};

// atfl.16.organised-or-unlawful-opening-restricted 2022-12-01.r1
const r4 = (s: Slots): number => {
  if ((s.k0 & 73) === 73) return ((Array.isArray(s.f0) && s.f0.indexOf("illegal-purpose") > -1) || ((Array.isArray(s.f0) && s.f0.indexOf("organised-batch") > -1) && (s.f6 === false))) ? ((((s.f3 === "open-limited" || s.f3 === "refuse"))) ? 2 : 0) : 3;
  const scope: number = Math.max((s.f0 === undefined ? 1 : Array.isArray(s.f0) && s.f0.indexOf("illegal-purpose") > -1 ? 2 : 0), Math.min((s.f0 === undefined ? 1 : Array.isArray(s.f0) && s.f0.indexOf("organised-batch") > -1 ? 2 : 0), (s.f6 === undefined ? 1 : s.f6 === false ? 2 : 0)));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f3 === undefined ? 1 : (s.f3 === "open-limited" || s.f3 === "refuse") ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 127) {
    out[at + 0] = ((Array.isArray(s.f0) && s.f0.indexOf("on-risk-list") > -1) || (Array.isArray(s.f0) && s.f0.indexOf("other") > -1) || ((Array.isArray(s.f0) && s.f0.indexOf("identity-doubt") > -1) && (s.f1 === true))) ? (((s.f2 === true) || (s.f3 === "refuse")) ? 2 : 0) : 3;
    out[at + 1] = ((s.f3 === "refuse")) ? (((s.f4 === true)) ? 2 : 0) : 3;
    out[at + 2] = ((Array.isArray(s.f0) && s.f0.indexOf("identity-doubt") > -1) && (s.f1 === false)) ? (((s.f3 === "refuse")) ? 2 : 0) : 3;
    out[at + 3] = (((typeof s.f5 === 'number' ? s.f5 > 3 : meaningOf.greaterThan(s.f5, 3))) && (s.f6 === false)) ? (((Array.isArray(s.f0) && s.f0.indexOf("organised-batch") > -1)) ? 2 : 0) : 3;
    out[at + 4] = ((Array.isArray(s.f0) && s.f0.indexOf("illegal-purpose") > -1) || ((Array.isArray(s.f0) && s.f0.indexOf("organised-batch") > -1) && (s.f6 === false))) ? ((((s.f3 === "open-limited" || s.f3 === "refuse"))) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r2(s);
    out[at + 3] = r3(s);
    out[at + 4] = r4(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"application.signs","params":{}},{"fact":"proof.isGiven","params":{}},{"fact":"application.isCheckedFurther","params":{}},{"fact":"application.decision","params":{}},{"fact":"refusal.isReasoned","params":{}},{"fact":"applicants.together","params":{}},{"fact":"payroll.isAgreed","params":{}}],
  rules: [{"rule":"atfl.16.abnormal-opening-checked","version":"2022-12-01.r1"}, {"rule":"atfl.16.account-refusal-reasoned","version":"2022-12-01.r1"}, {"rule":"atfl.16.doubtful-identity-refused","version":"2022-12-01.r1"}, {"rule":"atfl.16.organised-batch-recognised","version":"2022-12-01.r1"}, {"rule":"atfl.16.organised-or-unlawful-opening-restricted","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "decidedAt", epochs: [
      { from: "2022-12-01", rules: [0, 1, 2, 3, 4], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
