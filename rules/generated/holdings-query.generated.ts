// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/holdings-query.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["dispute.isRaised"].of(source as never);
  const f1: FactValue = facts["dispute.isCleared"].of(source as never);
  const f2: FactValue = facts["dispute.workingDaysToClose"].of(source as never);
  const f3: FactValue = facts["query.isReceived"].of(source as never);
  const f4: FactValue = facts["query.isAnswered"].of(source as never);
  const f5: FactValue = facts["query.hoursToAnswer"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32), f0, f1, f2, f3, f4, f5 };
};

// atfl.10.disputed-holding-cleared-in-time 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 7) === 7) return ((s.f0 === true) && (s.f1 === true)) ? ((((typeof s.f2 === 'number' ? s.f2 <= 10 : meaningOf.lessThanInclusive(s.f2, 10)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f2 === undefined ? 1 : (typeof s.f2 === 'number' ? s.f2 <= 10 : meaningOf.lessThanInclusive(s.f2, 10)) ? 2 : 0));
};

// atfl.10.disputed-holding-cleared 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 3) === 3) return ((s.f0 === true)) ? (((s.f1 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
};

// atfl.10.holdings-query-answered 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 24) === 24) return ((s.f3 === true)) ? (((s.f4 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0));
};

// atfl.10.holdings-query-in-time 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 48) === 48) return ((s.f4 === true)) ? ((((typeof s.f5 === 'number' ? s.f5 <= 72 : meaningOf.lessThanInclusive(s.f5, 72)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f5 === undefined ? 1 : (typeof s.f5 === 'number' ? s.f5 <= 72 : meaningOf.lessThanInclusive(s.f5, 72)) ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 63) {
    out[at + 0] = ((s.f0 === true) && (s.f1 === true)) ? ((((typeof s.f2 === 'number' ? s.f2 <= 10 : meaningOf.lessThanInclusive(s.f2, 10)))) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === true)) ? (((s.f1 === true)) ? 2 : 0) : 3;
    out[at + 2] = ((s.f3 === true)) ? (((s.f4 === true)) ? 2 : 0) : 3;
    out[at + 3] = ((s.f4 === true)) ? ((((typeof s.f5 === 'number' ? s.f5 <= 72 : meaningOf.lessThanInclusive(s.f5, 72)))) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r2(s);
    out[at + 3] = r3(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"dispute.isRaised","params":{}},{"fact":"dispute.isCleared","params":{}},{"fact":"dispute.workingDaysToClose","params":{}},{"fact":"query.isReceived","params":{}},{"fact":"query.isAnswered","params":{}},{"fact":"query.hoursToAnswer","params":{}}],
  rules: [{"rule":"atfl.10.disputed-holding-cleared-in-time","version":"2022-12-01.r1"}, {"rule":"atfl.10.disputed-holding-cleared","version":"2022-12-01.r1"}, {"rule":"atfl.10.holdings-query-answered","version":"2022-12-01.r1"}, {"rule":"atfl.10.holdings-query-in-time","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "receivedAt", epochs: [
      { from: "2022-12-01", rules: [0, 1, 2, 3], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
