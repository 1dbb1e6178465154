// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/app-filing.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue };

const p2 = {"from":"2023-09-01"};
const p4 = {"day":"2024-03-31"};
/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["service.isStarted"].of(source as never);
  const f1: FactValue = facts["filing.isMade"].of(source as never);
  const f2: FactValue = facts["service.isNew"].of(source as never, p2);
  const f3: FactValue = facts["filing.isBeforeService"].of(source as never);
  const f4: FactValue = facts["filing.isBy"].of(source as never, p4);
  const f5: FactValue = facts["filing.isDisplayed"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32), f0, f1, f2, f3, f4, f5 };
};

// atfl.23.app-filed-in-time 2023-09-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 15) === 15) return ((s.f0 === true) && (s.f1 === true) && (s.f2 === true)) ? (((s.f3 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0), (s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
};

// atfl.23.app-filed-in-time 2024-04-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 31) === 31) return ((s.f0 === true) && (s.f1 === true)) ? ((((s.f2 === true) && (s.f3 === true)) || ((s.f2 === false) && (s.f4 === true))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.max(Math.min((s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0), (s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0)), Math.min((s.f2 === undefined ? 1 : s.f2 === false ? 2 : 0), (s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0)));
};

// atfl.23.app-filed 2023-09-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 7) === 7) return ((s.f0 === true) && (s.f2 === true)) ? (((s.f1 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0), (s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
};

// atfl.23.app-filed 2024-04-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 3) === 3) return ((s.f0 === true)) ? (((s.f1 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
};

// atfl.23.app-filing-number-displayed 2023-09-01.r1
const r4 = (s: Slots): number => {
  if ((s.k0 & 35) === 35) return ((s.f0 === true) && (s.f1 === true)) ? (((s.f5 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f5 === undefined ? 1 : s.f5 === true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 63) {
    out[at + 0] = ((s.f0 === true) && (s.f1 === true) && (s.f2 === true)) ? (((s.f3 === true)) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === true) && (s.f2 === true)) ? (((s.f1 === true)) ? 2 : 0) : 3;
    out[at + 2] = ((s.f0 === true) && (s.f1 === true)) ? (((s.f5 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r2(s);
    out[at + 2] = r4(s);
  }
};

const e0_1_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 63) {
    out[at + 0] = ((s.f0 === true) && (s.f1 === true)) ? ((((s.f2 === true) && (s.f3 === true)) || ((s.f2 === false) && (s.f4 === true))) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === true)) ? (((s.f1 === true)) ? 2 : 0) : 3;
    out[at + 2] = ((s.f0 === true) && (s.f1 === true)) ? (((s.f5 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r1(s);
    out[at + 1] = r3(s);
    out[at + 2] = r4(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"service.isStarted","params":{}},{"fact":"filing.isMade","params":{}},{"fact":"service.isNew","params":{"from":"2023-09-01"}},{"fact":"filing.isBeforeService","params":{}},{"fact":"filing.isBy","params":{"day":"2024-03-31"}},{"fact":"filing.isDisplayed","params":{}}],
  rules: [{"rule":"atfl.23.app-filed-in-time","version":"2023-09-01.r1"}, {"rule":"atfl.23.app-filed-in-time","version":"2024-04-01.r1"}, {"rule":"atfl.23.app-filed","version":"2023-09-01.r1"}, {"rule":"atfl.23.app-filed","version":"2024-04-01.r1"}, {"rule":"atfl.23.app-filing-number-displayed","version":"2023-09-01.r1"}],
  lawDates: [
    { lawDate: "checkedOn", epochs: [
      { from: "2023-09-01", rules: [0, 2, 4], judge: e0_0_0 },
      { from: "2024-04-01", rules: [1, 3, 4], judge: e0_1_0 },
    ] },
  ],
} as unknown as Unit;
