// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/payment-message.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue; readonly f7: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["hops.areSeveral"].of(source as never);
  const f1: FactValue = facts["hops.areEqual"].of(source as never);
  const f2: FactValue = facts["message.isSent"].of(source as never);
  const f3: FactValue = facts["payer.isNamed"].of(source as never);
  const f4: FactValue = facts["payee.isNamed"].of(source as never);
  const f5: FactValue = facts["message.isPurchase"].of(source as never);
  const f6: FactValue = facts["merchant.isNamed"].of(source as never);
  const f7: FactValue = facts["merchant.isRegistered"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64) | (f7 === undefined ? 0 : 128), f0, f1, f2, f3, f4, f5, f6, f7 };
};

// atfl.19.payment-message-unchanged 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 3) === 3) return ((s.f0 === true)) ? (((s.f1 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
};

// atfl.19.payment-message-unchanged 2024-05-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 3) === 3) return ((s.f0 === true)) ? (((s.f1 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0));
};

// atfl.19.payment-parties-complete 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 28) === 28) return ((s.f2 === true)) ? (((s.f3 === true) && (s.f4 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0), (s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0));
};

// atfl.19.payment-parties-complete 2024-05-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 28) === 28) return ((s.f2 === true)) ? (((s.f3 === true) && (s.f4 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0), (s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0));
};

// atfl.19.purchase-names-merchant 2022-12-01.r1
const r4 = (s: Slots): number => {
  if ((s.k0 & 224) === 224) return ((s.f5 === true)) ? (((s.f6 === true) && (s.f7 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f5 === undefined ? 1 : s.f5 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f6 === undefined ? 1 : s.f6 === true ? 2 : 0), (s.f7 === undefined ? 1 : s.f7 === true ? 2 : 0));
};

// atfl.19.purchase-names-merchant 2024-05-01.r1
const r5 = (s: Slots): number => {
  if ((s.k0 & 224) === 224) return ((s.f5 === true)) ? (((s.f6 === true) && (s.f7 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f5 === undefined ? 1 : s.f5 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f6 === undefined ? 1 : s.f6 === true ? 2 : 0), (s.f7 === undefined ? 1 : s.f7 === true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 255) {
    out[at + 0] = ((s.f0 === true)) ? (((s.f1 === true)) ? 2 : 0) : 3;
    out[at + 1] = ((s.f2 === true)) ? (((s.f3 === true) && (s.f4 === true)) ? 2 : 0) : 3;
    out[at + 2] = ((s.f5 === true)) ? (((s.f6 === true) && (s.f7 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r2(s);
    out[at + 2] = r4(s);
  }
};

const e0_1_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 255) {
    out[at + 0] = ((s.f0 === true)) ? (((s.f1 === true)) ? 2 : 0) : 3;
    out[at + 1] = ((s.f2 === true)) ? (((s.f3 === true) && (s.f4 === true)) ? 2 : 0) : 3;
    out[at + 2] = ((s.f5 === true)) ? (((s.f6 === true) && (s.f7 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r1(s);
    out[at + 1] = r3(s);
    out[at + 2] = r5(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"hops.areSeveral","params":{}},{"fact":"hops.areEqual","params":{}},{"fact":"message.isSent","params":{}},{"fact":"payer.isNamed","params":{}},{"fact":"payee.isNamed","params":{}},{"fact":"message.isPurchase","params":{}},{"fact":"merchant.isNamed","params":{}},{"fact":"merchant.isRegistered","params":{}}],
  rules: [{"rule":"atfl.19.payment-message-unchanged","version":"2022-12-01.r1"}, {"rule":"atfl.19.payment-message-unchanged","version":"2024-05-01.r1"}, {"rule":"atfl.19.payment-parties-complete","version":"2022-12-01.r1"}, {"rule":"atfl.19.payment-parties-complete","version":"2024-05-01.r1"}, {"rule":"atfl.19.purchase-names-merchant","version":"2022-12-01.r1"}, {"rule":"atfl.19.purchase-names-merchant","version":"2024-05-01.r1"}],
  lawDates: [
    { lawDate: "sentAt", epochs: [
      { from: "2022-12-01", rules: [0, 2, 4], judge: e0_0_0 },
      { from: "2024-05-01", rules: [1, 3, 5], judge: e0_1_0 },
    ] },
  ],
} as unknown as Unit;
