// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/iot-sale.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue; readonly f7: FactValue; readonly f8: FactValue; readonly f9: FactValue; readonly f10: FactValue; readonly f11: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["sale.isFirstBatch"].of(source as never);
  const f1: FactValue = facts["assessment.isBeforeContract"].of(source as never);
  const f2: FactValue = facts["contract.isBeforeSale"].of(source as never);
  const f3: FactValue = facts["assessment.isMade"].of(source as never);
  const f4: FactValue = facts["sale.isWithinValidity"].of(source as never);
  const f5: FactValue = facts["validity.isStated"].of(source as never);
  const f6: FactValue = facts["assessment.monthsBeforeSale"].of(source as never);
  const f7: FactValue = facts["sale.isMade"].of(source as never);
  const f8: FactValue = facts["assessment.isOnFile"].of(source as never);
  const f9: FactValue = facts["assessment.result"].of(source as never);
  const f10: FactValue = facts["assessment.isBeforeSale"].of(source as never);
  const f11: FactValue = facts["sale.isOnline"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64) | (f7 === undefined ? 0 : 128) | (f8 === undefined ? 0 : 256) | (f9 === undefined ? 0 : 512) | (f10 === undefined ? 0 : 1024) | (f11 === undefined ? 0 : 2048), f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11 };
};

// atfl.12.iot-assessment-before-contract 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 7) === 7) return ((s.f0 === true)) ? (((s.f1 === true) && (s.f2 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0), (s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0));
};

// atfl.12.iot-assessment-current 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 120) === 120) return ((s.f3 === true)) ? (((s.f4 === true) || ((s.f5 === false) && ((typeof s.f6 === 'number' ? s.f6 <= 12 : meaningOf.lessThanInclusive(s.f6, 12))))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.max((s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0), Math.min((s.f5 === undefined ? 1 : s.f5 === false ? 2 : 0), (s.f6 === undefined ? 1 : (typeof s.f6 === 'number' ? s.f6 <= 12 : meaningOf.lessThanInclusive(s.f6, 12)) ? 2 : 0)));
};

// atfl.12.iot-customer-assessed 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 1920) === 1920) return ((s.f7 === true)) ? (((s.f8 === true) && (s.f9 === "pass") && (s.f10 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f7 === undefined ? 1 : s.f7 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f8 === undefined ? 1 : s.f8 === true ? 2 : 0), (s.f9 === undefined ? 1 : s.f9 === "pass" ? 2 : 0), (s.f10 === undefined ? 1 : s.f10 === true ? 2 : 0));
};

// atfl.12.iot-not-sold-online 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 2176) === 2176) return ((s.f7 === true)) ? (((s.f11 !== true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f7 === undefined ? 1 : s.f7 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f11 === undefined ? 1 : s.f11 !== true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 4095) {
    out[at + 0] = ((s.f0 === true)) ? (((s.f1 === true) && (s.f2 === true)) ? 2 : 0) : 3;
    out[at + 1] = ((s.f3 === true)) ? (((s.f4 === true) || ((s.f5 === false) && ((typeof s.f6 === 'number' ? s.f6 <= 12 : meaningOf.lessThanInclusive(s.f6, 12))))) ? 2 : 0) : 3;
    out[at + 2] = ((s.f7 === true)) ? (((s.f8 === true) && (s.f9 === "pass") && (s.f10 === true)) ? 2 : 0) : 3;
    out[at + 3] = ((s.f7 === true)) ? (((s.f11 !== true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r1(s);
    out[at + 2] = r2(s);
    out[at + 3] = r3(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"sale.isFirstBatch","params":{}},{"fact":"assessment.isBeforeContract","params":{}},{"fact":"contract.isBeforeSale","params":{}},{"fact":"assessment.isMade","params":{}},{"fact":"sale.isWithinValidity","params":{}},{"fact":"validity.isStated","params":{}},{"fact":"assessment.monthsBeforeSale","params":{}},{"fact":"sale.isMade","params":{}},{"fact":"assessment.isOnFile","params":{}},{"fact":"assessment.result","params":{}},{"fact":"assessment.isBeforeSale","params":{}},{"fact":"sale.isOnline","params":{}}],
  rules: [{"rule":"atfl.12.iot-assessment-before-contract","version":"2022-12-01.r1"}, {"rule":"atfl.12.iot-assessment-current","version":"2022-12-01.r1"}, {"rule":"atfl.12.iot-customer-assessed","version":"2022-12-01.r1"}, {"rule":"atfl.12.iot-not-sold-online","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "soldAt", epochs: [
      { from: "2022-12-01", rules: [0, 1, 2, 3], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
