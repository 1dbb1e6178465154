// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/line-lease.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue; readonly f7: FactValue; readonly f8: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["line.isLeased"].of(source as never);
  const f1: FactValue = facts["line.type"].of(source as never);
  const f2: FactValue = facts["caller.isAuthenticated"].of(source as never);
  const f3: FactValue = facts["application.channel"].of(source as never);
  const f4: FactValue = facts["audit.monthsAgo"].of(source as never);
  const f5: FactValue = facts["lessee.type"].of(source as never);
  const f6: FactValue = facts["line.isSubLet"].of(source as never);
  const f7: FactValue = facts["use.isObserved"].of(source as never);
  const f8: FactValue = facts["use.isAsDeclared"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64) | (f7 === undefined ? 0 : 128) | (f8 === undefined ? 0 : 256), f0, f1, f2, f3, f4, f5, f6, f7, f8 };
};

// atfl.13.caller-number-authenticated 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 7) === 7) return ((s.f0 === true) && ((s.f1 === "voice-trunk" || s.f1 === "400" || s.f1 === "one-number" || s.f1 === "switchboard"))) ? (((s.f2 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0), (s.f1 === undefined ? 1 : (s.f1 === "voice-trunk" || s.f1 === "400" || s.f1 === "one-number" || s.f1 === "switchboard") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0));
};

// atfl.13.line-applied-in-own-outlet 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 11) === 11) return ((s.f0 === true) && ((s.f1 === "voice-trunk" || s.f1 === "400" || s.f1 === "one-number" || s.f1 === "switchboard"))) ? (((s.f3 === "own-outlet")) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0), (s.f1 === undefined ? 1 : (s.f1 === "voice-trunk" || s.f1 === "400" || s.f1 === "one-number" || s.f1 === "switchboard") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f3 === undefined ? 1 : s.f3 === "own-outlet" ? 2 : 0));
};

// atfl.13.line-audited 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 17) === 17) return ((s.f0 === true)) ? ((((typeof s.f4 === 'number' ? s.f4 <= 6 : meaningOf.lessThanInclusive(s.f4, 6)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f4 === undefined ? 1 : (typeof s.f4 === 'number' ? s.f4 <= 6 : meaningOf.lessThanInclusive(s.f4, 6)) ? 2 : 0));
};

// atfl.13.line-lessee-is-unit 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 35) === 35) return ((s.f0 === true) && ((s.f1 === "voice-trunk" || s.f1 === "400" || s.f1 === "one-number" || s.f1 === "switchboard" || s.f1 === "sms-port"))) ? (((s.f5 === "unit")) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0), (s.f1 === undefined ? 1 : (s.f1 === "voice-trunk" || s.f1 === "400" || s.f1 === "one-number" || s.f1 === "switchboard" || s.f1 === "sms-port") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f5 === undefined ? 1 : s.f5 === "unit" ? 2 : 0));
};

// atfl.13.line-not-sub-let 2022-12-01.r1
const r4 = (s: Slots): number => {
  if ((s.k0 & 65) === 65) return ((s.f0 === true)) ? (((s.f6 === false)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f6 === undefined ? 1 : s.f6 === false ? 2 : 0));
};

// atfl.13.line-used-as-declared 2022-12-01.r1
const r5 = (s: Slots): number => {
  if ((s.k0 & 385) === 385) return ((s.f0 === true) && (s.f7 === true)) ? (((s.f8 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0), (s.f7 === undefined ? 1 : s.f7 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f8 === undefined ? 1 : s.f8 === true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 511) {
    out[at + 0] = ((s.f0 === true) && ((s.f1 === "voice-trunk" || s.f1 === "400" || s.f1 === "one-number" || s.f1 === "switchboard"))) ? (((s.f2 === true)) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === true) && ((s.f1 === "voice-trunk" || s.f1 === "400" || s.f1 === "one-number" || s.f1 === "switchboard"))) ? (((s.f3 === "own-outlet")) ? 2 : 0) : 3;
    out[at + 2] = ((s.f0 === true)) ? ((((typeof s.f4 === 'number' ? s.f4 <= 6 : meaningOf.lessThanInclusive(s.f4, 6)))) ? 2 : 0) : 3;
    out[at + 3] = ((s.f0 === true) && ((s.f1 === "voice-trunk" || s.f1 === "400" || s.f1 === "one-number" || s.f1 === "switchboard" || s.f1 === "sms-port"))) ? (((s.f5 === "unit")) ? 2 : 0) : 3;
    out[at + 4] = ((s.f0 === true)) ? (((s.f6 === false)) ? 2 : 0) : 3;
    out[at + 5] = ((s.f0 === true) && (s.f7 === true)) ? (((s.f8 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r2(s);
    out[at + 3] = r3(s);
    out[at + 4] = r4(s);
    out[at + 5] = r5(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"line.isLeased","params":{}},{"fact":"line.type","params":{}},{"fact":"caller.isAuthenticated","params":{}},{"fact":"application.channel","params":{}},{"fact":"audit.monthsAgo","params":{}},{"fact":"lessee.type","params":{}},{"fact":"line.isSubLet","params":{}},{"fact":"use.isObserved","params":{}},{"fact":"use.isAsDeclared","params":{}}],
  rules: [{"rule":"atfl.13.caller-number-authenticated","version":"2022-12-01.r1"}, {"rule":"atfl.13.line-applied-in-own-outlet","version":"2022-12-01.r1"}, {"rule":"atfl.13.line-audited","version":"2022-12-01.r1"}, {"rule":"atfl.13.line-lessee-is-unit","version":"2022-12-01.r1"}, {"rule":"atfl.13.line-not-sub-let","version":"2022-12-01.r1"}, {"rule":"atfl.13.line-used-as-declared","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "checkedOn", epochs: [
      { from: "2022-12-01", rules: [0, 1, 2, 3, 4, 5], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
