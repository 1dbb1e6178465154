// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/tip-report.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["tip.isReceived"].of(source as never);
  const f1: FactValue = facts["informant.isSealed"].of(source as never);
  const f2: FactValue = facts["tip.workingDaysToHandling"].of(source as never);
  const f3: FactValue = facts["tip.validity"].of(source as never);
  const f4: FactValue = facts["tip.isClosed"].of(source as never);
  const f5: FactValue = facts["tip.reward"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32), f0, f1, f2, f3, f4, f5 };
};

// atfl.30.informant-sealed 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 3) === 3) return ((s.f0 === true)) ? (((s.f1 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
};

// atfl.30.tip-handled-promptly 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 5) === 5) return ((s.f0 === true)) ? ((((typeof s.f2 === 'number' ? s.f2 <= 5 : meaningOf.lessThanInclusive(s.f2, 5)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f2 === undefined ? 1 : (typeof s.f2 === 'number' ? s.f2 <= 5 : meaningOf.lessThanInclusive(s.f2, 5)) ? 2 : 0));
};

// atfl.30.tip-reward-decided 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 56) === 56) return ((s.f3 === "effective") && (s.f4 === true)) ? ((((s.f5 === "granted" || s.f5 === "refused"))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f3 === undefined ? 1 : s.f3 === "effective" ? 2 : 0), (s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f5 === undefined ? 1 : (s.f5 === "granted" || s.f5 === "refused") ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 63) {
    out[at + 0] = ((s.f0 === true)) ? (((s.f1 === true)) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === true)) ? ((((typeof s.f2 === 'number' ? s.f2 <= 5 : meaningOf.lessThanInclusive(s.f2, 5)))) ? 2 : 0) : 3;
    out[at + 2] = ((s.f3 === "effective") && (s.f4 === true)) ? ((((s.f5 === "granted" || s.f5 === "refused"))) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r2(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"tip.isReceived","params":{}},{"fact":"informant.isSealed","params":{}},{"fact":"tip.workingDaysToHandling","params":{}},{"fact":"tip.validity","params":{}},{"fact":"tip.isClosed","params":{}},{"fact":"tip.reward","params":{}}],
  rules: [{"rule":"atfl.30.informant-sealed","version":"2022-12-01.r1"}, {"rule":"atfl.30.tip-handled-promptly","version":"2022-12-01.r1"}, {"rule":"atfl.30.tip-reward-decided","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "receivedAt", epochs: [
      { from: "2022-12-01", rules: [0, 1, 2], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
