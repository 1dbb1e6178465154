// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/iot-card.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue; readonly f7: FactValue; readonly f8: FactValue; readonly f9: FactValue; readonly f10: FactValue; readonly f11: FactValue; readonly f12: FactValue };

const p4 = {"statuses":["active","suspended"],"limit":10};
const p5 = {"quota":100};
/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["card.hasActualUser"].of(source as never);
  const f1: FactValue = facts["card.status"].of(source as never);
  const f2: FactValue = facts["customer.type"].of(source as never);
  const f3: FactValue = facts["traffic.type"].of(source as never);
  const f4: FactValue = facts["card.rankAmongHeld"].of(source as never, p4);
  const f5: FactValue = facts["traffic.exceedsQuota"].of(source as never, p5);
  const f6: FactValue = facts["endUser.isRegistered"].of(source as never);
  const f7: FactValue = facts["card.isOpened"].of(source as never);
  const f8: FactValue = facts["number.digits"].of(source as never);
  const f9: FactValue = facts["registration.isBeforeActivation"].of(source as never);
  const f10: FactValue = facts["unit.isIdentified"].of(source as never);
  const f11: FactValue = facts["responsiblePerson.isIdentified"].of(source as never);
  const f12: FactValue = facts["exception.isApproved"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64) | (f7 === undefined ? 0 : 128) | (f8 === undefined ? 0 : 256) | (f9 === undefined ? 0 : 512) | (f10 === undefined ? 0 : 1024) | (f11 === undefined ? 0 : 2048) | (f12 === undefined ? 0 : 4096), f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12 };
};

// atfl.12.iot-cards-per-person 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 31) === 31) return ((s.f0 === true) && ((s.f1 === "active" || s.f1 === "suspended")) && ((s.f2 !== "unit") || (s.f3 !== "directed"))) ? ((((typeof s.f4 === 'number' ? s.f4 <= 10 : meaningOf.lessThanInclusive(s.f4, 10)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0), (s.f1 === undefined ? 1 : (s.f1 === "active" || s.f1 === "suspended") ? 2 : 0), Math.max((s.f2 === undefined ? 1 : s.f2 !== "unit" ? 2 : 0), (s.f3 === undefined ? 1 : s.f3 !== "directed" ? 2 : 0)));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f4 === undefined ? 1 : (typeof s.f4 === 'number' ? s.f4 <= 10 : meaningOf.lessThanInclusive(s.f4, 10)) ? 2 : 0));
};

// atfl.12.iot-high-volume-actual-user 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 104) === 104) return ((s.f3 === "general") && (s.f5 === true)) ? (((s.f6 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f3 === undefined ? 1 : s.f3 === "general" ? 2 : 0), (s.f5 === undefined ? 1 : s.f5 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f6 === undefined ? 1 : s.f6 === true ? 2 : 0));
};

// atfl.12.iot-number-format 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 384) === 384) return ((s.f7 === true)) ? (((s.f8 === 13)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f7 === undefined ? 1 : s.f7 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f8 === undefined ? 1 : s.f8 === 13 ? 2 : 0));
};

// atfl.12.iot-realname-registration 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 3716) === 3716) return ((s.f7 === true)) ? (((s.f9 === true) && ((s.f2 !== "unit") || ((s.f10 === true) && (s.f11 === true)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f7 === undefined ? 1 : s.f7 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f9 === undefined ? 1 : s.f9 === true ? 2 : 0), Math.max((s.f2 === undefined ? 1 : s.f2 !== "unit" ? 2 : 0), Math.min((s.f10 === undefined ? 1 : s.f10 === true ? 2 : 0), (s.f11 === undefined ? 1 : s.f11 === true ? 2 : 0))));
};

// atfl.12.iot-small-traffic 2022-12-01.r1
const r4 = (s: Slots): number => {
  if ((s.k0 & 4192) === 4192) return ((s.f6 === false)) ? (((s.f5 === false) || (s.f12 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f6 === undefined ? 1 : s.f6 === false ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.max((s.f5 === undefined ? 1 : s.f5 === false ? 2 : 0), (s.f12 === undefined ? 1 : s.f12 === true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 8191) {
    out[at + 0] = ((s.f0 === true) && ((s.f1 === "active" || s.f1 === "suspended")) && ((s.f2 !== "unit") || (s.f3 !== "directed"))) ? ((((typeof s.f4 === 'number' ? s.f4 <= 10 : meaningOf.lessThanInclusive(s.f4, 10)))) ? 2 : 0) : 3;
    out[at + 1] = ((s.f3 === "general") && (s.f5 === true)) ? (((s.f6 === true)) ? 2 : 0) : 3;
    out[at + 2] = ((s.f7 === true)) ? (((s.f8 === 13)) ? 2 : 0) : 3;
    out[at + 3] = ((s.f7 === true)) ? (((s.f9 === true) && ((s.f2 !== "unit") || ((s.f10 === true) && (s.f11 === true)))) ? 2 : 0) : 3;
    out[at + 4] = ((s.f6 === false)) ? (((s.f5 === false) || (s.f12 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r2(s);
    out[at + 3] = r3(s);
    out[at + 4] = r4(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"card.hasActualUser","params":{}},{"fact":"card.status","params":{}},{"fact":"customer.type","params":{}},{"fact":"traffic.type","params":{}},{"fact":"card.rankAmongHeld","params":{"statuses":["active","suspended"],"limit":10}},{"fact":"traffic.exceedsQuota","params":{"quota":100}},{"fact":"endUser.isRegistered","params":{}},{"fact":"card.isOpened","params":{}},{"fact":"number.digits","params":{}},{"fact":"registration.isBeforeActivation","params":{}},{"fact":"unit.isIdentified","params":{}},{"fact":"responsiblePerson.isIdentified","params":{}},{"fact":"exception.isApproved","params":{}}],
  rules: [{"rule":"atfl.12.iot-cards-per-person","version":"2022-12-01.r1"}, {"rule":"atfl.12.iot-high-volume-actual-user","version":"2022-12-01.r1"}, {"rule":"atfl.12.iot-number-format","version":"2022-12-01.r1"}, {"rule":"atfl.12.iot-realname-registration","version":"2022-12-01.r1"}, {"rule":"atfl.12.iot-small-traffic","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "openedAt", epochs: [
      { from: "2022-12-01", rules: [0, 1, 2, 3, 4], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
