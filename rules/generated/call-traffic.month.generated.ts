// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/call-traffic.period.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["period.isDue"].of(source as never);
  const f1: FactValue = facts["calls.areDetected"].of(source as never);
  const f2: FactValue = facts["detection.isDaily"].of(source as never);
  const f3: FactValue = facts["calls.blockedShare"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8), f0, f1, f2, f3 };
};

// atfl.13.call-monitoring-shown-daily 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 7) === 7) return ((s.f0 === true) && (s.f1 === false)) ? (((s.f2 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === false ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0));
};

// atfl.13.spoofed-calls-blocked-share 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 10) === 10) return ((s.f1 === true)) ? ((((typeof s.f3 === 'number' ? s.f3 >= 0.95 : meaningOf.greaterThanInclusive(s.f3, 0.95)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f3 === undefined ? 1 : (typeof s.f3 === 'number' ? s.f3 >= 0.95 : meaningOf.greaterThanInclusive(s.f3, 0.95)) ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 15) {
    out[at + 0] = ((s.f0 === true) && (s.f1 === false)) ? (((s.f2 === true)) ? 2 : 0) : 3;
    out[at + 1] = ((s.f1 === true)) ? ((((typeof s.f3 === 'number' ? s.f3 >= 0.95 : meaningOf.greaterThanInclusive(s.f3, 0.95)))) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"period.isDue","params":{}},{"fact":"calls.areDetected","params":{}},{"fact":"detection.isDaily","params":{}},{"fact":"calls.blockedShare","params":{}}],
  rules: [{"rule":"atfl.13.call-monitoring-shown-daily","version":"2022-12-01.r1"}, {"rule":"atfl.13.spoofed-calls-blocked-share","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "to", epochs: [
      { from: "2022-12-01", rules: [0, 1], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
