// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/iot-usage.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue; readonly f7: FactValue; readonly f8: FactValue; readonly f9: FactValue; readonly f10: FactValue; readonly f11: FactValue; readonly f12: FactValue; readonly f13: FactValue; readonly f14: FactValue; readonly f15: FactValue };

const p4 = {"factor":1.5};
/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["use.unboundDevices"].of(source as never);
  const f1: FactValue = facts["function.voiceIsEnabled"].of(source as never);
  const f2: FactValue = facts["use.voiceSeconds"].of(source as never);
  const f3: FactValue = facts["use.offListDestinations"].of(source as never);
  const f4: FactValue = facts["use.mbBeyondQuota"].of(source as never, p4);
  const f5: FactValue = facts["alert.isRaised"].of(source as never);
  const f6: FactValue = facts["disposal.isTaken"].of(source as never);
  const f7: FactValue = facts["disposal.hoursFromAlert"].of(source as never);
  const f8: FactValue = facts["use.isReported"].of(source as never);
  const f9: FactValue = facts["card.isBoundToDevice"].of(source as never);
  const f10: FactValue = facts["scenario.isAsContracted"].of(source as never);
  const f11: FactValue = facts["exception.isApproved"].of(source as never);
  const f12: FactValue = facts["function.smsIsEnabled"].of(source as never);
  const f13: FactValue = facts["function.smsHasWhitelist"].of(source as never);
  const f14: FactValue = facts["function.accessIsDirected"].of(source as never);
  const f15: FactValue = facts["endUser.isRegistered"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64) | (f7 === undefined ? 0 : 128) | (f8 === undefined ? 0 : 256) | (f9 === undefined ? 0 : 512) | (f10 === undefined ? 0 : 1024) | (f11 === undefined ? 0 : 2048) | (f12 === undefined ? 0 : 4096) | (f13 === undefined ? 0 : 8192) | (f14 === undefined ? 0 : 16384) | (f15 === undefined ? 0 : 32768), f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15 };
};

// atfl.12.iot-abnormal-use-disposed 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 127) === 127) return (((typeof s.f0 === 'number' ? s.f0 > 0 : meaningOf.greaterThan(s.f0, 0))) || ((s.f1 === false) && ((typeof s.f2 === 'number' ? s.f2 > 0 : meaningOf.greaterThan(s.f2, 0)))) || ((typeof s.f3 === 'number' ? s.f3 > 0 : meaningOf.greaterThan(s.f3, 0))) || ((typeof s.f4 === 'number' ? s.f4 > 0 : meaningOf.greaterThan(s.f4, 0)))) ? (((s.f5 === true) && (s.f6 === true)) ? 2 : 0) : 3;
  const scope: number = Math.max((s.f0 === undefined ? 1 : (typeof s.f0 === 'number' ? s.f0 > 0 : meaningOf.greaterThan(s.f0, 0)) ? 2 : 0), Math.min((s.f1 === undefined ? 1 : s.f1 === false ? 2 : 0), (s.f2 === undefined ? 1 : (typeof s.f2 === 'number' ? s.f2 > 0 : meaningOf.greaterThan(s.f2, 0)) ? 2 : 0)), (s.f3 === undefined ? 1 : (typeof s.f3 === 'number' ? s.f3 > 0 : meaningOf.greaterThan(s.f3, 0)) ? 2 : 0), (s.f4 === undefined ? 1 : (typeof s.f4 === 'number' ? s.f4 > 0 : meaningOf.greaterThan(s.f4, 0)) ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f5 === undefined ? 1 : s.f5 === true ? 2 : 0), (s.f6 === undefined ? 1 : s.f6 === true ? 2 : 0));
};

// atfl.12.iot-abnormal-use-in-time 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 255) === 255) return ((((typeof s.f0 === 'number' ? s.f0 > 0 : meaningOf.greaterThan(s.f0, 0))) || ((s.f1 === false) && ((typeof s.f2 === 'number' ? s.f2 > 0 : meaningOf.greaterThan(s.f2, 0)))) || ((typeof s.f3 === 'number' ? s.f3 > 0 : meaningOf.greaterThan(s.f3, 0))) || ((typeof s.f4 === 'number' ? s.f4 > 0 : meaningOf.greaterThan(s.f4, 0)))) && (s.f5 === true) && (s.f6 === true)) ? ((((typeof s.f7 === 'number' ? s.f7 <= 24 : meaningOf.lessThanInclusive(s.f7, 24)))) ? 2 : 0) : 3;
  const scope: number = Math.min(Math.max((s.f0 === undefined ? 1 : (typeof s.f0 === 'number' ? s.f0 > 0 : meaningOf.greaterThan(s.f0, 0)) ? 2 : 0), Math.min((s.f1 === undefined ? 1 : s.f1 === false ? 2 : 0), (s.f2 === undefined ? 1 : (typeof s.f2 === 'number' ? s.f2 > 0 : meaningOf.greaterThan(s.f2, 0)) ? 2 : 0)), (s.f3 === undefined ? 1 : (typeof s.f3 === 'number' ? s.f3 > 0 : meaningOf.greaterThan(s.f3, 0)) ? 2 : 0), (s.f4 === undefined ? 1 : (typeof s.f4 === 'number' ? s.f4 > 0 : meaningOf.greaterThan(s.f4, 0)) ? 2 : 0)), (s.f5 === undefined ? 1 : s.f5 === true ? 2 : 0), (s.f6 === undefined ? 1 : s.f6 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f7 === undefined ? 1 : (typeof s.f7 === 'number' ? s.f7 <= 24 : meaningOf.lessThanInclusive(s.f7, 24)) ? 2 : 0));
};

// atfl.12.iot-function-scenario-device-limit 2022-12-01.r2
const r3 = (s: Slots): number => {
  if ((s.k0 & 65282) === 65282) return ((s.f8 === true)) ? (((s.f9 === true) && (s.f10 === true) && ((s.f1 === false) || (s.f11 === true)) && ((s.f12 === false) || (s.f13 === true)) && ((s.f14 === true) || (s.f15 === true))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f8 === undefined ? 1 : s.f8 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f9 === undefined ? 1 : s.f9 === true ? 2 : 0), (s.f10 === undefined ? 1 : s.f10 === true ? 2 : 0), Math.max((s.f1 === undefined ? 1 : s.f1 === false ? 2 : 0), (s.f11 === undefined ? 1 : s.f11 === true ? 2 : 0)), Math.max((s.f12 === undefined ? 1 : s.f12 === false ? 2 : 0), (s.f13 === undefined ? 1 : s.f13 === true ? 2 : 0)), Math.max((s.f14 === undefined ? 1 : s.f14 === true ? 2 : 0), (s.f15 === undefined ? 1 : s.f15 === true ? 2 : 0)));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 65535) {
    out[at + 0] = (((typeof s.f0 === 'number' ? s.f0 > 0 : meaningOf.greaterThan(s.f0, 0))) || ((s.f1 === false) && ((typeof s.f2 === 'number' ? s.f2 > 0 : meaningOf.greaterThan(s.f2, 0)))) || ((typeof s.f3 === 'number' ? s.f3 > 0 : meaningOf.greaterThan(s.f3, 0))) || ((typeof s.f4 === 'number' ? s.f4 > 0 : meaningOf.greaterThan(s.f4, 0)))) ? (((s.f5 === true) && (s.f6 === true)) ? 2 : 0) : 3;
    out[at + 1] = ((((typeof s.f0 === 'number' ? s.f0 > 0 : meaningOf.greaterThan(s.f0, 0))) || ((s.f1 === false) && ((typeof s.f2 === 'number' ? s.f2 > 0 : meaningOf.greaterThan(s.f2, 0)))) || ((typeof s.f3 === 'number' ? s.f3 > 0 : meaningOf.greaterThan(s.f3, 0))) || ((typeof s.f4 === 'number' ? s.f4 > 0 : meaningOf.greaterThan(s.f4, 0)))) && (s.f5 === true) && (s.f6 === true)) ? ((((typeof s.f7 === 'number' ? s.f7 <= 24 : meaningOf.lessThanInclusive(s.f7, 24)))) ? 2 : 0) : 3;
    out[at + 2] = ((s.f8 === true)) ? (((s.f9 === true) && (s.f10 === true) && ((s.f1 === false) || (s.f11 === true)) && ((s.f12 === false) || (s.f13 === true)) && ((s.f14 === true) || (s.f15 === true))) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r3(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"use.unboundDevices","params":{}},{"fact":"function.voiceIsEnabled","params":{}},{"fact":"use.voiceSeconds","params":{}},{"fact":"use.offListDestinations","params":{}},{"fact":"use.mbBeyondQuota","params":{"factor":1.5}},{"fact":"alert.isRaised","params":{}},{"fact":"disposal.isTaken","params":{}},{"fact":"disposal.hoursFromAlert","params":{}},{"fact":"use.isReported","params":{}},{"fact":"card.isBoundToDevice","params":{}},{"fact":"scenario.isAsContracted","params":{}},{"fact":"exception.isApproved","params":{}},{"fact":"function.smsIsEnabled","params":{}},{"fact":"function.smsHasWhitelist","params":{}},{"fact":"function.accessIsDirected","params":{}},{"fact":"endUser.isRegistered","params":{}}],
  rules: [{"rule":"atfl.12.iot-abnormal-use-disposed","version":"2022-12-01.r1"}, {"rule":"atfl.12.iot-abnormal-use-in-time","version":"2022-12-01.r1"}, {"rule":"atfl.12.iot-function-scenario-device-limit","version":"2022-12-01.r1"}, {"rule":"atfl.12.iot-function-scenario-device-limit","version":"2022-12-01.r2"}],
  lawDates: [
    { lawDate: "windowEnd", epochs: [
      { from: "2022-12-01", rules: [0, 1, 3], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
