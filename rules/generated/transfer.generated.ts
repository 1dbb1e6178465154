// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/transfer.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue; readonly f7: FactValue; readonly f8: FactValue; readonly f9: FactValue; readonly f10: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["transfer.channel"].of(source as never);
  const f1: FactValue = facts["transfer.isToOwnAccount"].of(source as never);
  const f2: FactValue = facts["transfer.realTimeIsConfirmed"].of(source as never);
  const f3: FactValue = facts["transfer.hoursToExecution"].of(source as never);
  const f4: FactValue = facts["cancellation.hoursFromRequest"].of(source as never);
  const f5: FactValue = facts["transfer.isExecuted"].of(source as never);
  const f6: FactValue = facts["dayTotal.yuan"].of(source as never);
  const f7: FactValue = facts["transfer.authentication"].of(source as never);
  const f8: FactValue = facts["dayTotal.transfers"].of(source as never);
  const f9: FactValue = facts["dailyLimit.isAgreed"].of(source as never);
  const f10: FactValue = facts["dailyLimit.isKept"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64) | (f7 === undefined ? 0 : 128) | (f8 === undefined ? 0 : 256) | (f9 === undefined ? 0 : 512) | (f10 === undefined ? 0 : 1024), f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10 };
};

// atfl.18.atm-transfer-delayed 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 15) === 15) return ((s.f0 === "atm") && (s.f1 === false) && (s.f2 === false)) ? (((s.f3 === null) || ((typeof s.f3 === 'number' ? s.f3 >= 24 : meaningOf.greaterThanInclusive(s.f3, 24)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === "atm" ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === false ? 2 : 0), (s.f2 === undefined ? 1 : s.f2 === false ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.max((s.f3 === undefined ? 1 : s.f3 === null ? 2 : 0), (s.f3 === undefined ? 1 : (typeof s.f3 === 'number' ? s.f3 >= 24 : meaningOf.greaterThanInclusive(s.f3, 24)) ? 2 : 0));
};

// atfl.18.cancelled-transfer-not-executed 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 49) === 49) return ((s.f0 === "atm") && ((typeof s.f4 === 'number' ? s.f4 <= 24 : meaningOf.lessThanInclusive(s.f4, 24)))) ? (((s.f5 === false)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === "atm" ? 2 : 0), (s.f4 === undefined ? 1 : (typeof s.f4 === 'number' ? s.f4 <= 24 : meaningOf.lessThanInclusive(s.f4, 24)) ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f5 === undefined ? 1 : s.f5 === false ? 2 : 0));
};

// atfl.18.large-transfer-strong-authentication 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 195) === 195) return ((s.f0 !== "counter") && (s.f1 === false) && ((typeof s.f6 === 'number' ? s.f6 > 50000 : meaningOf.greaterThan(s.f6, 50000)))) ? ((((s.f7 === "certificate" || s.f7 === "e-signature"))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 !== "counter" ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === false ? 2 : 0), (s.f6 === undefined ? 1 : (typeof s.f6 === 'number' ? s.f6 > 50000 : meaningOf.greaterThan(s.f6, 50000)) ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f7 === undefined ? 1 : (s.f7 === "certificate" || s.f7 === "e-signature") ? 2 : 0));
};

// atfl.18.payment-transfer-count 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 257) === 257) return ((s.f0 === "payment-app")) ? ((((typeof s.f8 === 'number' ? s.f8 <= 100 : meaningOf.lessThanInclusive(s.f8, 100)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === "payment-app" ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f8 === undefined ? 1 : (typeof s.f8 === 'number' ? s.f8 <= 100 : meaningOf.lessThanInclusive(s.f8, 100)) ? 2 : 0));
};

// atfl.18.transfer-limit-agreed 2022-12-01.r1
const r4 = (s: Slots): number => {
  if ((s.k0 & 515) === 515) return ((s.f0 !== "counter") && (s.f1 === false)) ? (((s.f9 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 !== "counter" ? 2 : 0), (s.f1 === undefined ? 1 : s.f1 === false ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f9 === undefined ? 1 : s.f9 === true ? 2 : 0));
};

// atfl.18.transfer-within-agreed-limit 2022-12-01.r1
const r5 = (s: Slots): number => {
  if ((s.k0 & 1537) === 1537) return ((s.f0 !== "counter") && (s.f9 === true)) ? (((s.f10 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 !== "counter" ? 2 : 0), (s.f9 === undefined ? 1 : s.f9 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f10 === undefined ? 1 : s.f10 === true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 2047) {
    out[at + 0] = ((s.f0 === "atm") && (s.f1 === false) && (s.f2 === false)) ? (((s.f3 === null) || ((typeof s.f3 === 'number' ? s.f3 >= 24 : meaningOf.greaterThanInclusive(s.f3, 24)))) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === "atm") && ((typeof s.f4 === 'number' ? s.f4 <= 24 : meaningOf.lessThanInclusive(s.f4, 24)))) ? (((s.f5 === false)) ? 2 : 0) : 3;
    out[at + 2] = ((s.f0 !== "counter") && (s.f1 === false) && ((typeof s.f6 === 'number' ? s.f6 > 50000 : meaningOf.greaterThan(s.f6, 50000)))) ? ((((s.f7 === "certificate" || s.f7 === "e-signature"))) ? 2 : 0) : 3;
    out[at + 3] = ((s.f0 === "payment-app")) ? ((((typeof s.f8 === 'number' ? s.f8 <= 100 : meaningOf.lessThanInclusive(s.f8, 100)))) ? 2 : 0) : 3;
    out[at + 4] = ((s.f0 !== "counter") && (s.f1 === false)) ? (((s.f9 === true)) ? 2 : 0) : 3;
    out[at + 5] = ((s.f0 !== "counter") && (s.f9 === true)) ? (((s.f10 === true)) ? 2 : 0) : 3;
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
  slots: [{"fact":"transfer.channel","params":{}},{"fact":"transfer.isToOwnAccount","params":{}},{"fact":"transfer.realTimeIsConfirmed","params":{}},{"fact":"transfer.hoursToExecution","params":{}},{"fact":"cancellation.hoursFromRequest","params":{}},{"fact":"transfer.isExecuted","params":{}},{"fact":"dayTotal.yuan","params":{}},{"fact":"transfer.authentication","params":{}},{"fact":"dayTotal.transfers","params":{}},{"fact":"dailyLimit.isAgreed","params":{}},{"fact":"dailyLimit.isKept","params":{}}],
  rules: [{"rule":"atfl.18.atm-transfer-delayed","version":"2022-12-01.r1"}, {"rule":"atfl.18.cancelled-transfer-not-executed","version":"2022-12-01.r1"}, {"rule":"atfl.18.large-transfer-strong-authentication","version":"2022-12-01.r1"}, {"rule":"atfl.18.payment-transfer-count","version":"2022-12-01.r1"}, {"rule":"atfl.18.transfer-limit-agreed","version":"2022-12-01.r1"}, {"rule":"atfl.18.transfer-within-agreed-limit","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "requestedAt", epochs: [
      { from: "2022-12-01", rules: [0, 1, 2, 3, 4, 5], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
