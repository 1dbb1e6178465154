// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/landline.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["line.isInstalled"].of(source as never);
  const f1: FactValue = facts["identity.isVerified"].of(source as never);
  const f2: FactValue = facts["address.isSeenOnSite"].of(source as never);
  const f3: FactValue = facts["line.isOpen"].of(source as never);
  const f4: FactValue = facts["audit.monthsAgo"].of(source as never);
  const f5: FactValue = facts["audit.result"].of(source as never);
  const f6: FactValue = facts["closing.daysFromAudit"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64), f0, f1, f2, f3, f4, f5, f6 };
};

// atfl.9.landline-realname 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 3) === 3) return ((s.f0 === true)) ? (((s.f1 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
};

// atfl.13.landline-address-verified 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 5) === 5) return ((s.f0 === true)) ? (((s.f2 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0));
};

// atfl.13.landline-audited 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 24) === 24) return ((s.f3 === true)) ? ((((typeof s.f4 === 'number' ? s.f4 <= 12 : meaningOf.lessThanInclusive(s.f4, 12)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f4 === undefined ? 1 : (typeof s.f4 === 'number' ? s.f4 <= 12 : meaningOf.lessThanInclusive(s.f4, 12)) ? 2 : 0));
};

// atfl.13.landline-mismatch-closed 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 96) === 96) return ((s.f5 === "close")) ? ((((typeof s.f6 === 'number' ? s.f6 <= 3 : meaningOf.lessThanInclusive(s.f6, 3)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f5 === undefined ? 1 : s.f5 === "close" ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f6 === undefined ? 1 : (typeof s.f6 === 'number' ? s.f6 <= 3 : meaningOf.lessThanInclusive(s.f6, 3)) ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 127) {
    out[at + 0] = ((s.f0 === true)) ? (((s.f1 === true)) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === true)) ? (((s.f2 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
  }
};

const e1_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 127) {
    out[at + 0] = ((s.f3 === true)) ? ((((typeof s.f4 === 'number' ? s.f4 <= 12 : meaningOf.lessThanInclusive(s.f4, 12)))) ? 2 : 0) : 3;
    out[at + 1] = ((s.f5 === "close")) ? ((((typeof s.f6 === 'number' ? s.f6 <= 3 : meaningOf.lessThanInclusive(s.f6, 3)))) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r2(s);
    out[at + 1] = r3(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"line.isInstalled","params":{}},{"fact":"identity.isVerified","params":{}},{"fact":"address.isSeenOnSite","params":{}},{"fact":"line.isOpen","params":{}},{"fact":"audit.monthsAgo","params":{}},{"fact":"audit.result","params":{}},{"fact":"closing.daysFromAudit","params":{}}],
  rules: [{"rule":"atfl.9.landline-realname","version":"2022-12-01.r1"}, {"rule":"atfl.13.landline-address-verified","version":"2022-12-01.r1"}, {"rule":"atfl.13.landline-audited","version":"2022-12-01.r1"}, {"rule":"atfl.13.landline-mismatch-closed","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "installedAt", epochs: [
      { from: "2022-12-01", rules: [0, 1], judge: e0_0_0 },
    ] },
    { lawDate: "checkedOn", epochs: [
      { from: "2022-12-01", rules: [2, 3], judge: e1_0_0 },
    ] },
  ],
} as unknown as Unit;
