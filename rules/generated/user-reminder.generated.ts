// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/user-reminder.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue };

const p5 = {"required":true};
/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["event.type"].of(source as never);
  const f1: FactValue = facts["reminder.isShown"].of(source as never);
  const f2: FactValue = facts["reminder.isBeforeCompletion"].of(source as never);
  const f3: FactValue = facts["product.type"].of(source as never);
  const f4: FactValue = facts["warning.isShown"].of(source as never);
  const f5: FactValue = facts["warning.isAcknowledged"].of(source as never, p5);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32), f0, f1, f2, f3, f4, f5 };
};

// atfl.30.business-reminder 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 7) === 7) return (((s.f0 === "card-opening" || s.f0 === "account-opening" || s.f0 === "transfer" || s.f0 === "app-register"))) ? (((s.f1 === true) && (s.f2 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : (s.f0 === "card-opening" || s.f0 === "account-opening" || s.f0 === "transfer" || s.f0 === "app-register") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0), (s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0));
};

// atfl.30.two-card-warning-acknowledged 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 57) === 57) return (((s.f3 === "phone-card" || s.f3 === "iot-card" || s.f3 === "landline" || s.f3 === "sms-port" || s.f3 === "line" || s.f3 === "bank-account" || s.f3 === "payment-account" || s.f3 === "internet-account")) && (!(s.f0 === "transfer" || s.f0 === "domain-register")) && (s.f4 === true)) ? (((s.f5 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f3 === undefined ? 1 : (s.f3 === "phone-card" || s.f3 === "iot-card" || s.f3 === "landline" || s.f3 === "sms-port" || s.f3 === "line" || s.f3 === "bank-account" || s.f3 === "payment-account" || s.f3 === "internet-account") ? 2 : 0), (s.f0 === undefined ? 1 : !(s.f0 === "transfer" || s.f0 === "domain-register") ? 2 : 0), (s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f5 === undefined ? 1 : s.f5 === true ? 2 : 0));
};

// atfl.30.two-card-warning 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 25) === 25) return (((s.f3 === "phone-card" || s.f3 === "iot-card" || s.f3 === "landline" || s.f3 === "sms-port" || s.f3 === "line" || s.f3 === "bank-account" || s.f3 === "payment-account" || s.f3 === "internet-account")) && (!(s.f0 === "transfer" || s.f0 === "domain-register"))) ? (((s.f4 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f3 === undefined ? 1 : (s.f3 === "phone-card" || s.f3 === "iot-card" || s.f3 === "landline" || s.f3 === "sms-port" || s.f3 === "line" || s.f3 === "bank-account" || s.f3 === "payment-account" || s.f3 === "internet-account") ? 2 : 0), (s.f0 === undefined ? 1 : !(s.f0 === "transfer" || s.f0 === "domain-register") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 63) {
    out[at + 0] = (((s.f0 === "card-opening" || s.f0 === "account-opening" || s.f0 === "transfer" || s.f0 === "app-register"))) ? (((s.f1 === true) && (s.f2 === true)) ? 2 : 0) : 3;
    out[at + 1] = (((s.f3 === "phone-card" || s.f3 === "iot-card" || s.f3 === "landline" || s.f3 === "sms-port" || s.f3 === "line" || s.f3 === "bank-account" || s.f3 === "payment-account" || s.f3 === "internet-account")) && (!(s.f0 === "transfer" || s.f0 === "domain-register")) && (s.f4 === true)) ? (((s.f5 === true)) ? 2 : 0) : 3;
    out[at + 2] = (((s.f3 === "phone-card" || s.f3 === "iot-card" || s.f3 === "landline" || s.f3 === "sms-port" || s.f3 === "line" || s.f3 === "bank-account" || s.f3 === "payment-account" || s.f3 === "internet-account")) && (!(s.f0 === "transfer" || s.f0 === "domain-register"))) ? (((s.f4 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r2(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"event.type","params":{}},{"fact":"reminder.isShown","params":{}},{"fact":"reminder.isBeforeCompletion","params":{}},{"fact":"product.type","params":{}},{"fact":"warning.isShown","params":{}},{"fact":"warning.isAcknowledged","params":{"required":true}}],
  rules: [{"rule":"atfl.30.business-reminder","version":"2022-12-01.r1"}, {"rule":"atfl.30.two-card-warning-acknowledged","version":"2022-12-01.r1"}, {"rule":"atfl.30.two-card-warning","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "eventCompletedAt", epochs: [
      { from: "2022-12-01", rules: [0, 1, 2], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
