// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/retention-policy.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["retention.class"].of(source as never);
  const f1: FactValue = facts["retention.months"].of(source as never);
  const f2: FactValue = facts["retention.anchor"].of(source as never);
  const f3: FactValue = facts["retention.isWhole"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8), f0, f1, f2, f3 };
};

// aml.34.customer-files-kept 2007-08-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 15) === 15) return (((s.f0 === "customer-identity" || s.f0 === "transaction"))) ? ((((typeof s.f1 === 'number' ? s.f1 >= 60 : meaningOf.greaterThanInclusive(s.f1, 60))) && (((s.f0 === "customer-identity") && (s.f2 === "relationship-end")) || ((s.f0 === "transaction") && (s.f2 === "transaction-end"))) && (s.f3 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : (s.f0 === "customer-identity" || s.f0 === "transaction") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : (typeof s.f1 === 'number' ? s.f1 >= 60 : meaningOf.greaterThanInclusive(s.f1, 60)) ? 2 : 0), Math.max(Math.min((s.f0 === undefined ? 1 : s.f0 === "customer-identity" ? 2 : 0), (s.f2 === undefined ? 1 : s.f2 === "relationship-end" ? 2 : 0)), Math.min((s.f0 === undefined ? 1 : s.f0 === "transaction" ? 2 : 0), (s.f2 === undefined ? 1 : s.f2 === "transaction-end" ? 2 : 0))), (s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
};

// aml.34.customer-files-kept 2025-01-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 15) === 15) return (((s.f0 === "customer-identity" || s.f0 === "transaction"))) ? ((((typeof s.f1 === 'number' ? s.f1 >= 120 : meaningOf.greaterThanInclusive(s.f1, 120))) && (((s.f0 === "customer-identity") && (s.f2 === "relationship-end")) || ((s.f0 === "transaction") && (s.f2 === "transaction-end"))) && (s.f3 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : (s.f0 === "customer-identity" || s.f0 === "transaction") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : (typeof s.f1 === 'number' ? s.f1 >= 120 : meaningOf.greaterThanInclusive(s.f1, 120)) ? 2 : 0), Math.max(Math.min((s.f0 === undefined ? 1 : s.f0 === "customer-identity" ? 2 : 0), (s.f2 === undefined ? 1 : s.f2 === "relationship-end" ? 2 : 0)), Math.min((s.f0 === undefined ? 1 : s.f0 === "transaction" ? 2 : 0), (s.f2 === undefined ? 1 : s.f2 === "transaction-end" ? 2 : 0))), (s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
};

// atfl.24.domain-logs-kept 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 15) === 15) return ((s.f0 === "domain-log")) ? ((((typeof s.f1 === 'number' ? s.f1 >= 6 : meaningOf.greaterThanInclusive(s.f1, 6))) && (s.f2 === "event") && (s.f3 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === "domain-log" ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : (typeof s.f1 === 'number' ? s.f1 >= 6 : meaningOf.greaterThanInclusive(s.f1, 6)) ? 2 : 0), (s.f2 === undefined ? 1 : s.f2 === "event" ? 2 : 0), (s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
};

// atfl.24.domain-logs-kept 2026-01-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 15) === 15) return ((s.f0 === "domain-log")) ? ((((typeof s.f1 === 'number' ? s.f1 >= 6 : meaningOf.greaterThanInclusive(s.f1, 6))) && (s.f2 === "event") && (s.f3 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === "domain-log" ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : (typeof s.f1 === 'number' ? s.f1 >= 6 : meaningOf.greaterThanInclusive(s.f1, 6)) ? 2 : 0), (s.f2 === undefined ? 1 : s.f2 === "event" ? 2 : 0), (s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
};

// csl.21.network-logs-kept 2017-06-01.r1
const r4 = (s: Slots): number => {
  if ((s.k0 & 15) === 15) return ((s.f0 === "network-log")) ? ((((typeof s.f1 === 'number' ? s.f1 >= 6 : meaningOf.greaterThanInclusive(s.f1, 6))) && (s.f2 === "event") && (s.f3 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === "network-log" ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : (typeof s.f1 === 'number' ? s.f1 >= 6 : meaningOf.greaterThanInclusive(s.f1, 6)) ? 2 : 0), (s.f2 === undefined ? 1 : s.f2 === "event" ? 2 : 0), (s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
};

// csl.21.network-logs-kept 2026-01-01.r1
const r5 = (s: Slots): number => {
  if ((s.k0 & 15) === 15) return ((s.f0 === "network-log")) ? ((((typeof s.f1 === 'number' ? s.f1 >= 6 : meaningOf.greaterThanInclusive(s.f1, 6))) && (s.f2 === "event") && (s.f3 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === "network-log" ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : (typeof s.f1 === 'number' ? s.f1 >= 6 : meaningOf.greaterThanInclusive(s.f1, 6)) ? 2 : 0), (s.f2 === undefined ? 1 : s.f2 === "event" ? 2 : 0), (s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
};

// pipl.56.handling-records-kept 2021-11-01.r1
const r6 = (s: Slots): number => {
  if ((s.k0 & 15) === 15) return ((s.f0 === "pi-handling")) ? ((((typeof s.f1 === 'number' ? s.f1 >= 36 : meaningOf.greaterThanInclusive(s.f1, 36))) && (s.f2 === "event") && (s.f3 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === "pi-handling" ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : (typeof s.f1 === 'number' ? s.f1 >= 36 : meaningOf.greaterThanInclusive(s.f1, 36)) ? 2 : 0), (s.f2 === undefined ? 1 : s.f2 === "event" ? 2 : 0), (s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
};

// rnr.retention-clause.phone-files-kept 2013-09-01.r1
const r7 = (s: Slots): number => {
  if ((s.k0 & 15) === 15) return ((s.f0 === "phone-realname")) ? ((((typeof s.f1 === 'number' ? s.f1 >= 24 : meaningOf.greaterThanInclusive(s.f1, 24))) && (s.f2 === "service-end") && (s.f3 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === "phone-realname" ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : (typeof s.f1 === 'number' ? s.f1 >= 24 : meaningOf.greaterThanInclusive(s.f1, 24)) ? 2 : 0), (s.f2 === undefined ? 1 : s.f2 === "service-end" ? 2 : 0), (s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 15) {
    out[at + 0] = (((s.f0 === "customer-identity" || s.f0 === "transaction"))) ? ((((typeof s.f1 === 'number' ? s.f1 >= 60 : meaningOf.greaterThanInclusive(s.f1, 60))) && (((s.f0 === "customer-identity") && (s.f2 === "relationship-end")) || ((s.f0 === "transaction") && (s.f2 === "transaction-end"))) && (s.f3 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
  }
};

const e0_1_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 15) {
    out[at + 0] = (((s.f0 === "customer-identity" || s.f0 === "transaction"))) ? ((((typeof s.f1 === 'number' ? s.f1 >= 60 : meaningOf.greaterThanInclusive(s.f1, 60))) && (((s.f0 === "customer-identity") && (s.f2 === "relationship-end")) || ((s.f0 === "transaction") && (s.f2 === "transaction-end"))) && (s.f3 === true)) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === "phone-realname")) ? ((((typeof s.f1 === 'number' ? s.f1 >= 24 : meaningOf.greaterThanInclusive(s.f1, 24))) && (s.f2 === "service-end") && (s.f3 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r7(s);
  }
};

const e0_2_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 15) {
    out[at + 0] = (((s.f0 === "customer-identity" || s.f0 === "transaction"))) ? ((((typeof s.f1 === 'number' ? s.f1 >= 60 : meaningOf.greaterThanInclusive(s.f1, 60))) && (((s.f0 === "customer-identity") && (s.f2 === "relationship-end")) || ((s.f0 === "transaction") && (s.f2 === "transaction-end"))) && (s.f3 === true)) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === "network-log")) ? ((((typeof s.f1 === 'number' ? s.f1 >= 6 : meaningOf.greaterThanInclusive(s.f1, 6))) && (s.f2 === "event") && (s.f3 === true)) ? 2 : 0) : 3;
    out[at + 2] = ((s.f0 === "phone-realname")) ? ((((typeof s.f1 === 'number' ? s.f1 >= 24 : meaningOf.greaterThanInclusive(s.f1, 24))) && (s.f2 === "service-end") && (s.f3 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r4(s);
    out[at + 2] = r7(s);
  }
};

const e0_3_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 15) {
    out[at + 0] = (((s.f0 === "customer-identity" || s.f0 === "transaction"))) ? ((((typeof s.f1 === 'number' ? s.f1 >= 60 : meaningOf.greaterThanInclusive(s.f1, 60))) && (((s.f0 === "customer-identity") && (s.f2 === "relationship-end")) || ((s.f0 === "transaction") && (s.f2 === "transaction-end"))) && (s.f3 === true)) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === "network-log")) ? ((((typeof s.f1 === 'number' ? s.f1 >= 6 : meaningOf.greaterThanInclusive(s.f1, 6))) && (s.f2 === "event") && (s.f3 === true)) ? 2 : 0) : 3;
    out[at + 2] = ((s.f0 === "pi-handling")) ? ((((typeof s.f1 === 'number' ? s.f1 >= 36 : meaningOf.greaterThanInclusive(s.f1, 36))) && (s.f2 === "event") && (s.f3 === true)) ? 2 : 0) : 3;
    out[at + 3] = ((s.f0 === "phone-realname")) ? ((((typeof s.f1 === 'number' ? s.f1 >= 24 : meaningOf.greaterThanInclusive(s.f1, 24))) && (s.f2 === "service-end") && (s.f3 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r4(s);
    out[at + 2] = r6(s);
    out[at + 3] = r7(s);
  }
};

const e0_4_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 15) {
    out[at + 0] = (((s.f0 === "customer-identity" || s.f0 === "transaction"))) ? ((((typeof s.f1 === 'number' ? s.f1 >= 60 : meaningOf.greaterThanInclusive(s.f1, 60))) && (((s.f0 === "customer-identity") && (s.f2 === "relationship-end")) || ((s.f0 === "transaction") && (s.f2 === "transaction-end"))) && (s.f3 === true)) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === "domain-log")) ? ((((typeof s.f1 === 'number' ? s.f1 >= 6 : meaningOf.greaterThanInclusive(s.f1, 6))) && (s.f2 === "event") && (s.f3 === true)) ? 2 : 0) : 3;
    out[at + 2] = ((s.f0 === "network-log")) ? ((((typeof s.f1 === 'number' ? s.f1 >= 6 : meaningOf.greaterThanInclusive(s.f1, 6))) && (s.f2 === "event") && (s.f3 === true)) ? 2 : 0) : 3;
    out[at + 3] = ((s.f0 === "pi-handling")) ? ((((typeof s.f1 === 'number' ? s.f1 >= 36 : meaningOf.greaterThanInclusive(s.f1, 36))) && (s.f2 === "event") && (s.f3 === true)) ? 2 : 0) : 3;
    out[at + 4] = ((s.f0 === "phone-realname")) ? ((((typeof s.f1 === 'number' ? s.f1 >= 24 : meaningOf.greaterThanInclusive(s.f1, 24))) && (s.f2 === "service-end") && (s.f3 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
    out[at + 1] = r2(s);
    out[at + 2] = r4(s);
    out[at + 3] = r6(s);
    out[at + 4] = r7(s);
  }
};

const e0_5_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 15) {
    out[at + 0] = (((s.f0 === "customer-identity" || s.f0 === "transaction"))) ? ((((typeof s.f1 === 'number' ? s.f1 >= 120 : meaningOf.greaterThanInclusive(s.f1, 120))) && (((s.f0 === "customer-identity") && (s.f2 === "relationship-end")) || ((s.f0 === "transaction") && (s.f2 === "transaction-end"))) && (s.f3 === true)) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === "domain-log")) ? ((((typeof s.f1 === 'number' ? s.f1 >= 6 : meaningOf.greaterThanInclusive(s.f1, 6))) && (s.f2 === "event") && (s.f3 === true)) ? 2 : 0) : 3;
    out[at + 2] = ((s.f0 === "network-log")) ? ((((typeof s.f1 === 'number' ? s.f1 >= 6 : meaningOf.greaterThanInclusive(s.f1, 6))) && (s.f2 === "event") && (s.f3 === true)) ? 2 : 0) : 3;
    out[at + 3] = ((s.f0 === "pi-handling")) ? ((((typeof s.f1 === 'number' ? s.f1 >= 36 : meaningOf.greaterThanInclusive(s.f1, 36))) && (s.f2 === "event") && (s.f3 === true)) ? 2 : 0) : 3;
    out[at + 4] = ((s.f0 === "phone-realname")) ? ((((typeof s.f1 === 'number' ? s.f1 >= 24 : meaningOf.greaterThanInclusive(s.f1, 24))) && (s.f2 === "service-end") && (s.f3 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r1(s);
    out[at + 1] = r2(s);
    out[at + 2] = r4(s);
    out[at + 3] = r6(s);
    out[at + 4] = r7(s);
  }
};

const e0_6_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 15) {
    out[at + 0] = (((s.f0 === "customer-identity" || s.f0 === "transaction"))) ? ((((typeof s.f1 === 'number' ? s.f1 >= 120 : meaningOf.greaterThanInclusive(s.f1, 120))) && (((s.f0 === "customer-identity") && (s.f2 === "relationship-end")) || ((s.f0 === "transaction") && (s.f2 === "transaction-end"))) && (s.f3 === true)) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === "domain-log")) ? ((((typeof s.f1 === 'number' ? s.f1 >= 6 : meaningOf.greaterThanInclusive(s.f1, 6))) && (s.f2 === "event") && (s.f3 === true)) ? 2 : 0) : 3;
    out[at + 2] = ((s.f0 === "network-log")) ? ((((typeof s.f1 === 'number' ? s.f1 >= 6 : meaningOf.greaterThanInclusive(s.f1, 6))) && (s.f2 === "event") && (s.f3 === true)) ? 2 : 0) : 3;
    out[at + 3] = ((s.f0 === "pi-handling")) ? ((((typeof s.f1 === 'number' ? s.f1 >= 36 : meaningOf.greaterThanInclusive(s.f1, 36))) && (s.f2 === "event") && (s.f3 === true)) ? 2 : 0) : 3;
    out[at + 4] = ((s.f0 === "phone-realname")) ? ((((typeof s.f1 === 'number' ? s.f1 >= 24 : meaningOf.greaterThanInclusive(s.f1, 24))) && (s.f2 === "service-end") && (s.f3 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r1(s);
    out[at + 1] = r3(s);
    out[at + 2] = r5(s);
    out[at + 3] = r6(s);
    out[at + 4] = r7(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"retention.class","params":{}},{"fact":"retention.months","params":{}},{"fact":"retention.anchor","params":{}},{"fact":"retention.isWhole","params":{}}],
  rules: [{"rule":"aml.34.customer-files-kept","version":"2007-08-01.r1"}, {"rule":"aml.34.customer-files-kept","version":"2025-01-01.r1"}, {"rule":"atfl.24.domain-logs-kept","version":"2022-12-01.r1"}, {"rule":"atfl.24.domain-logs-kept","version":"2026-01-01.r1"}, {"rule":"csl.21.network-logs-kept","version":"2017-06-01.r1"}, {"rule":"csl.21.network-logs-kept","version":"2026-01-01.r1"}, {"rule":"pipl.56.handling-records-kept","version":"2021-11-01.r1"}, {"rule":"rnr.retention-clause.phone-files-kept","version":"2013-09-01.r1"}],
  lawDates: [
    { lawDate: "attestedOn", epochs: [
      { from: "2007-08-01", rules: [0], judge: e0_0_0 },
      { from: "2013-09-01", rules: [0, 7], judge: e0_1_0 },
      { from: "2017-06-01", rules: [0, 4, 7], judge: e0_2_0 },
      { from: "2021-11-01", rules: [0, 4, 6, 7], judge: e0_3_0 },
      { from: "2022-12-01", rules: [0, 2, 4, 6, 7], judge: e0_4_0 },
      { from: "2025-01-01", rules: [1, 2, 4, 6, 7], judge: e0_5_0 },
      { from: "2026-01-01", rules: [1, 3, 5, 6, 7], judge: e0_6_0 },
    ] },
  ],
} as unknown as Unit;
