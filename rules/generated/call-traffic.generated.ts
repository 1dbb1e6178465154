// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/call-traffic.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["spoof.type"].of(source as never);
  const f1: FactValue = facts["calls.areDetected"].of(source as never);
  const f2: FactValue = facts["trace.isStarted"].of(source as never);
  const f3: FactValue = facts["trace.hoursFromDetection"].of(source as never);
  const f4: FactValue = facts["batch.isClosed"].of(source as never);
  const f5: FactValue = facts["trace.hasResult"].of(source as never);
  const f6: FactValue = facts["calls.areBlocked"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64), f0, f1, f2, f3, f4, f5, f6 };
};

// atfl.13.altered-calls-traced-in-time 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 15) === 15) return ((s.f0 === "altered") && (s.f1 === true) && (s.f2 === true)) ? ((((typeof s.f3 === 'number' ? s.f3 <= 24 : meaningOf.lessThanInclusive(s.f3, 24)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === "altered" ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0), (s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f3 === undefined ? 1 : (typeof s.f3 === 'number' ? s.f3 <= 24 : meaningOf.lessThanInclusive(s.f3, 24)) ? 2 : 0));
};

// atfl.13.altered-calls-traced 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 55) === 55) return ((s.f0 === "altered") && (s.f1 === true)) ? (((s.f2 === true) && ((s.f4 === false) || (s.f5 === true))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === "altered" ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0), Math.max((s.f4 === undefined ? 1 : s.f4 === false ? 2 : 0), (s.f5 === undefined ? 1 : s.f5 === true ? 2 : 0)));
};

// atfl.13.spoofed-calls-intercepted 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 66) === 66) return ((s.f1 === true)) ? (((s.f6 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f6 === undefined ? 1 : s.f6 === true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 127) {
    out[at + 0] = ((s.f0 === "altered") && (s.f1 === true) && (s.f2 === true)) ? ((((typeof s.f3 === 'number' ? s.f3 <= 24 : meaningOf.lessThanInclusive(s.f3, 24)))) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === "altered") && (s.f1 === true)) ? (((s.f2 === true) && ((s.f4 === false) || (s.f5 === true))) ? 2 : 0) : 3;
    out[at + 2] = ((s.f1 === true)) ? (((s.f6 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r2(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"spoof.type","params":{}},{"fact":"calls.areDetected","params":{}},{"fact":"trace.isStarted","params":{}},{"fact":"trace.hoursFromDetection","params":{}},{"fact":"batch.isClosed","params":{}},{"fact":"trace.hasResult","params":{}},{"fact":"calls.areBlocked","params":{}}],
  rules: [{"rule":"atfl.13.altered-calls-traced-in-time","version":"2022-12-01.r1"}, {"rule":"atfl.13.altered-calls-traced","version":"2022-12-01.r1"}, {"rule":"atfl.13.spoofed-calls-intercepted","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "detectedAt", epochs: [
      { from: "2022-12-01", rules: [0, 1, 2], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
