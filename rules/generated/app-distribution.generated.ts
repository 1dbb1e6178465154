// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/app-distribution.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue; readonly f7: FactValue; readonly f8: FactValue; readonly f9: FactValue; readonly f10: FactValue };

const p4 = {"day":"2024-03-31"};
const p5 = {"day":"2024-03-31"};
const p9 = {"required":true};
/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["app.isListed"].of(source as never);
  const f1: FactValue = facts["developer.isVerifiedBeforeListing"].of(source as never);
  const f2: FactValue = facts["review.isBeforeListing"].of(source as never);
  const f3: FactValue = facts["review.purposeMatches"].of(source as never);
  const f4: FactValue = facts["filing.isBy"].of(source as never, p4);
  const f5: FactValue = facts["delisting.isBy"].of(source as never, p5);
  const f6: FactValue = facts["filing.isMade"].of(source as never);
  const f7: FactValue = facts["filing.isBeforeListing"].of(source as never);
  const f8: FactValue = facts["review.isMade"].of(source as never);
  const f9: FactValue = facts["review.isOfThisPackage"].of(source as never, p9);
  const f10: FactValue = facts["review.coversRemoteChange"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64) | (f7 === undefined ? 0 : 128) | (f8 === undefined ? 0 : 256) | (f9 === undefined ? 0 : 512) | (f10 === undefined ? 0 : 1024), f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10 };
};

// atfl.23.app-developer-and-function-verified 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 15) === 15) return ((s.f0 === true)) ? (((s.f1 === true) && (s.f2 === true) && (s.f3 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0), (s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0), (s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
};

// atfl.23.app-listed-with-filing 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 49) === 49) return ((s.f0 === true)) ? (((s.f4 === true) || (s.f5 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.max((s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0), (s.f5 === undefined ? 1 : s.f5 === true ? 2 : 0));
};

// atfl.23.app-listed-with-filing 2023-09-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 193) === 193) return ((s.f0 === true)) ? (((s.f6 === true) && (s.f7 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f6 === undefined ? 1 : s.f6 === true ? 2 : 0), (s.f7 === undefined ? 1 : s.f7 === true ? 2 : 0));
};

// atfl.23.app-new-package-reviewed 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 1792) === 1792) return ((s.f8 === true)) ? (((s.f9 === true) && (s.f10 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f8 === undefined ? 1 : s.f8 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f9 === undefined ? 1 : s.f9 === true ? 2 : 0), (s.f10 === undefined ? 1 : s.f10 === true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 2047) {
    out[at + 0] = ((s.f0 === true)) ? (((s.f1 === true) && (s.f2 === true) && (s.f3 === true)) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === true)) ? (((s.f4 === true) || (s.f5 === true)) ? 2 : 0) : 3;
    out[at + 2] = ((s.f8 === true)) ? (((s.f9 === true) && (s.f10 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r3(s);
  }
};

const e0_1_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 2047) {
    out[at + 0] = ((s.f0 === true)) ? (((s.f1 === true) && (s.f2 === true) && (s.f3 === true)) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === true)) ? (((s.f6 === true) && (s.f7 === true)) ? 2 : 0) : 3;
    out[at + 2] = ((s.f8 === true)) ? (((s.f9 === true) && (s.f10 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r2(s);
    out[at + 2] = r3(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"app.isListed","params":{}},{"fact":"developer.isVerifiedBeforeListing","params":{}},{"fact":"review.isBeforeListing","params":{}},{"fact":"review.purposeMatches","params":{}},{"fact":"filing.isBy","params":{"day":"2024-03-31"}},{"fact":"delisting.isBy","params":{"day":"2024-03-31"}},{"fact":"filing.isMade","params":{}},{"fact":"filing.isBeforeListing","params":{}},{"fact":"review.isMade","params":{}},{"fact":"review.isOfThisPackage","params":{"required":true}},{"fact":"review.coversRemoteChange","params":{}}],
  rules: [{"rule":"atfl.23.app-developer-and-function-verified","version":"2022-12-01.r1"}, {"rule":"atfl.23.app-listed-with-filing","version":"2022-12-01.r1"}, {"rule":"atfl.23.app-listed-with-filing","version":"2023-09-01.r1"}, {"rule":"atfl.23.app-new-package-reviewed","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "listedAt", epochs: [
      { from: "2022-12-01", rules: [0, 1, 3], judge: e0_0_0 },
      { from: "2023-09-01", rules: [0, 2, 3], judge: e0_1_0 },
    ] },
  ],
} as unknown as Unit;
