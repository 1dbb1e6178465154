// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/iot-resale.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue; readonly f7: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["resale.hasSales"].of(source as never);
  const f1: FactValue = facts["buyers.unmatched"].of(source as never);
  const f2: FactValue = facts["data.isReturned"].of(source as never);
  const f3: FactValue = facts["data.isInAgreedTime"].of(source as never);
  const f4: FactValue = facts["dueDate.isAgreed"].of(source as never);
  const f5: FactValue = facts["data.daysAfterPeriod"].of(source as never);
  const f6: FactValue = facts["resale.isReported"].of(source as never);
  const f7: FactValue = facts["cards.unaccounted"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64) | (f7 === undefined ? 0 : 128), f0, f1, f2, f3, f4, f5, f6, f7 };
};

// atfl.12.resale-buyers-registered 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 3) === 3) return ((s.f0 === true)) ? (((s.f1 === 0)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === 0 ? 2 : 0));
};

// atfl.12.resale-data-in-time 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 60) === 60) return ((s.f2 === true)) ? (((s.f3 === true) || ((s.f4 === false) && ((typeof s.f5 === 'number' ? s.f5 <= 30 : meaningOf.lessThanInclusive(s.f5, 30))))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.max((s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0), Math.min((s.f4 === undefined ? 1 : s.f4 === false ? 2 : 0), (s.f5 === undefined ? 1 : (typeof s.f5 === 'number' ? s.f5 <= 30 : meaningOf.lessThanInclusive(s.f5, 30)) ? 2 : 0)));
};

// atfl.12.resale-data-returned 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 68) === 68) return ((s.f6 === true)) ? (((s.f2 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f6 === undefined ? 1 : s.f6 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0));
};

// atfl.12.resale-figures-reconcile 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 132) === 132) return ((s.f2 === true)) ? (((s.f7 === 0)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f7 === undefined ? 1 : s.f7 === 0 ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 255) {
    out[at + 0] = ((s.f0 === true)) ? (((s.f1 === 0)) ? 2 : 0) : 3;
    out[at + 1] = ((s.f2 === true)) ? (((s.f3 === true) || ((s.f4 === false) && ((typeof s.f5 === 'number' ? s.f5 <= 30 : meaningOf.lessThanInclusive(s.f5, 30))))) ? 2 : 0) : 3;
    out[at + 2] = ((s.f6 === true)) ? (((s.f2 === true)) ? 2 : 0) : 3;
    out[at + 3] = ((s.f2 === true)) ? (((s.f7 === 0)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r2(s);
    out[at + 3] = r3(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"resale.hasSales","params":{}},{"fact":"buyers.unmatched","params":{}},{"fact":"data.isReturned","params":{}},{"fact":"data.isInAgreedTime","params":{}},{"fact":"dueDate.isAgreed","params":{}},{"fact":"data.daysAfterPeriod","params":{}},{"fact":"resale.isReported","params":{}},{"fact":"cards.unaccounted","params":{}}],
  rules: [{"rule":"atfl.12.resale-buyers-registered","version":"2022-12-01.r1"}, {"rule":"atfl.12.resale-data-in-time","version":"2022-12-01.r1"}, {"rule":"atfl.12.resale-data-returned","version":"2022-12-01.r1"}, {"rule":"atfl.12.resale-figures-reconcile","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "periodEnd", epochs: [
      { from: "2022-12-01", rules: [0, 1, 2, 3], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
