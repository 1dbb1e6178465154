// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/agent-agreement.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue; readonly f7: FactValue; readonly f8: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["agent.isEngaged"].of(source as never);
  const f1: FactValue = facts["agent.subDelegates"].of(source as never);
  const f2: FactValue = facts["agreement.isOnFile"].of(source as never);
  const f3: FactValue = facts["agreement.statesRegistrationDuty"].of(source as never);
  const f4: FactValue = facts["agreement.statesBreachHandling"].of(source as never);
  const f5: FactValue = facts["agent.hasBreaches"].of(source as never);
  const f6: FactValue = facts["breach.isAnswered"].of(source as never);
  const f7: FactValue = facts["inspection.monthsAgo"].of(source as never);
  const f8: FactValue = facts["agent.isBlacklisted"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64) | (f7 === undefined ? 0 : 128) | (f8 === undefined ? 0 : 256), f0, f1, f2, f3, f4, f5, f6, f7, f8 };
};

// atfl.9.agency-not-sub-delegated 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 3) === 3) return ((s.f0 === true)) ? (((s.f1 === false)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === false ? 2 : 0));
};

// atfl.9.agent-agreement 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 29) === 29) return ((s.f0 === true)) ? (((s.f2 === true) && (s.f3 === true) && (s.f4 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0), (s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0), (s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0));
};

// atfl.9.agent-breach-answered 2022-12-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 97) === 97) return ((s.f5 === true)) ? (((s.f6 === true) || (s.f0 === false)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f5 === undefined ? 1 : s.f5 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.max((s.f6 === undefined ? 1 : s.f6 === true ? 2 : 0), (s.f0 === undefined ? 1 : s.f0 === false ? 2 : 0));
};

// atfl.9.agent-inspected 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 129) === 129) return ((s.f0 === true)) ? ((((typeof s.f7 === 'number' ? s.f7 <= 6 : meaningOf.lessThanInclusive(s.f7, 6)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f7 === undefined ? 1 : (typeof s.f7 === 'number' ? s.f7 <= 6 : meaningOf.lessThanInclusive(s.f7, 6)) ? 2 : 0));
};

// atfl.9.blacklisted-agent-ended 2022-12-01.r1
const r4 = (s: Slots): number => {
  if ((s.k0 & 257) === 257) return ((s.f8 === true)) ? (((s.f0 === false)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f8 === undefined ? 1 : s.f8 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f0 === undefined ? 1 : s.f0 === false ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 511) {
    out[at + 0] = ((s.f0 === true)) ? (((s.f1 === false)) ? 2 : 0) : 3;
    out[at + 1] = ((s.f0 === true)) ? (((s.f2 === true) && (s.f3 === true) && (s.f4 === true)) ? 2 : 0) : 3;
    out[at + 2] = ((s.f5 === true)) ? (((s.f6 === true) || (s.f0 === false)) ? 2 : 0) : 3;
    out[at + 3] = ((s.f0 === true)) ? ((((typeof s.f7 === 'number' ? s.f7 <= 6 : meaningOf.lessThanInclusive(s.f7, 6)))) ? 2 : 0) : 3;
    out[at + 4] = ((s.f8 === true)) ? (((s.f0 === false)) ? 2 : 0) : 3;
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
  slots: [{"fact":"agent.isEngaged","params":{}},{"fact":"agent.subDelegates","params":{}},{"fact":"agreement.isOnFile","params":{}},{"fact":"agreement.statesRegistrationDuty","params":{}},{"fact":"agreement.statesBreachHandling","params":{}},{"fact":"agent.hasBreaches","params":{}},{"fact":"breach.isAnswered","params":{}},{"fact":"inspection.monthsAgo","params":{}},{"fact":"agent.isBlacklisted","params":{}}],
  rules: [{"rule":"atfl.9.agency-not-sub-delegated","version":"2022-12-01.r1"}, {"rule":"atfl.9.agent-agreement","version":"2022-12-01.r1"}, {"rule":"atfl.9.agent-breach-answered","version":"2022-12-01.r1"}, {"rule":"atfl.9.agent-inspected","version":"2022-12-01.r1"}, {"rule":"atfl.9.blacklisted-agent-ended","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "checkedOn", epochs: [
      { from: "2022-12-01", rules: [0, 1, 2, 3, 4], judge: e0_0_0 },
    ] },
  ],
} as unknown as Unit;
