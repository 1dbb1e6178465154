// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/account-status.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue; readonly f7: FactValue; readonly f8: FactValue; readonly f9: FactValue };

const p4 = {"limit":0};
const p7 = {"months":6};
const p9 = {"months":6};
/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["resumption.isMade"].of(source as never);
  const f1: FactValue = facts["resumption.isAfterIdentityCheck"].of(source as never);
  const f2: FactValue = facts["account.isClosed"].of(source as never);
  const f3: FactValue = facts["phone.isGiven"].of(source as never);
  const f4: FactValue = facts["phone.customersBefore"].of(source as never, p4);
  const f5: FactValue = facts["sharing.isExplained"].of(source as never);
  const f6: FactValue = facts["service.isSuspended"].of(source as never);
  const f7: FactValue = facts["account.isUnusedSinceOpening"].of(source as never, p7);
  const f8: FactValue = facts["suspension.isMade"].of(source as never);
  const f9: FactValue = facts["suspension.daysFromLastDay"].of(source as never, p9);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64) | (f7 === undefined ? 0 : 128) | (f8 === undefined ? 0 : 256) | (f9 === undefined ? 0 : 512), f0, f1, f2, f3, f4, f5, f6, f7, f8, f9 };
};

// atfl.18.service-resumed-after-identity-check 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 3) === 3) return ((s.f0 === true)) ? (((s.f1 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
};

// atfl.18.shared-phone-explained 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 124) === 124) return ((s.f2 === false) && (s.f3 === true)) ? (((s.f4 === 0) || (s.f5 === true) || (s.f6 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f2 === undefined ? 1 : s.f2 === false ? 2 : 0), (s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.max((s.f4 === undefined ? 1 : s.f4 === 0 ? 2 : 0), (s.f5 === undefined ? 1 : s.f5 === true ? 2 : 0), (s.f6 === undefined ? 1 : s.f6 === true ? 2 : 0));
};

// atfl.18.unused-account-suspended-in-time 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 900) === 900) return ((s.f2 === false) && (s.f7 === true) && (s.f8 === true)) ? ((((typeof s.f9 === 'number' ? s.f9 <= 1 : meaningOf.lessThanInclusive(s.f9, 1)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f2 === undefined ? 1 : s.f2 === false ? 2 : 0), (s.f7 === undefined ? 1 : s.f7 === true ? 2 : 0), (s.f8 === undefined ? 1 : s.f8 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f9 === undefined ? 1 : (typeof s.f9 === 'number' ? s.f9 <= 1 : meaningOf.lessThanInclusive(s.f9, 1)) ? 2 : 0));
};

// atfl.18.unused-account-suspended 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 388) === 388) return ((s.f2 === false) && (s.f7 === true)) ? (((s.f8 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f2 === undefined ? 1 : s.f2 === false ? 2 : 0), (s.f7 === undefined ? 1 : s.f7 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f8 === undefined ? 1 : s.f8 === true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 1023) {
    out[at + 0] = ((s.f0 === true)) ? (((s.f1 === true)) ? 2 : 0) : 3;
    out[at + 1] = ((s.f2 === false) && (s.f3 === true)) ? (((s.f4 === 0) || (s.f5 === true) || (s.f6 === true)) ? 2 : 0) : 3;
    out[at + 2] = ((s.f2 === false) && (s.f7 === true) && (s.f8 === true)) ? ((((typeof s.f9 === 'number' ? s.f9 <= 1 : meaningOf.lessThanInclusive(s.f9, 1)))) ? 2 : 0) : 3;
    out[at + 3] = ((s.f2 === false) && (s.f7 === true)) ? (((s.f8 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r2(s);
    out[at + 3] = r3(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"resumption.isMade","params":{}},{"fact":"resumption.isAfterIdentityCheck","params":{}},{"fact":"account.isClosed","params":{}},{"fact":"phone.isGiven","params":{}},{"fact":"phone.customersBefore","params":{"limit":0}},{"fact":"sharing.isExplained","params":{}},{"fact":"service.isSuspended","params":{}},{"fact":"account.isUnusedSinceOpening","params":{"months":6}},{"fact":"suspension.isMade","params":{}},{"fact":"suspension.daysFromLastDay","params":{"months":6}}],
  rules: [{"rule":"atfl.18.service-resumed-after-identity-check","version":"2022-12-01.r1"}, {"rule":"atfl.18.shared-phone-explained","version":"2022-12-01.r1"}, {"rule":"atfl.18.unused-account-suspended-in-time","version":"2022-12-01.r1"}, {"rule":"atfl.18.unused-account-suspended","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "checkedOn", epochs: [
      { from: "2022-12-01", rules: [0, 1, 2, 3], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
