// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import { meaningOf } from '../engine/operators.ts';
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/phone-card.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue; readonly f3: FactValue; readonly f4: FactValue; readonly f5: FactValue; readonly f6: FactValue; readonly f7: FactValue; readonly f8: FactValue; readonly f9: FactValue; readonly f10: FactValue; readonly f11: FactValue; readonly f12: FactValue; readonly f13: FactValue; readonly f14: FactValue; readonly f15: FactValue; readonly f16: FactValue; readonly f17: FactValue; readonly f18: FactValue; readonly f19: FactValue; readonly f20: FactValue; readonly f21: FactValue; readonly f22: FactValue };

const p5 = {"allowed":true};
const p14 = {"kinds":["mobile","data-only"],"statuses":["active","suspended"],"limit":5};
/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["card.kind"].of(source as never);
  const f1: FactValue = facts["identityMatch.isBeforeActivation"].of(source as never);
  const f2: FactValue = facts["activation.channel"].of(source as never);
  const f3: FactValue = facts["identityMatch.facePassed"].of(source as never);
  const f4: FactValue = facts["identityMatch.livenessPassed"].of(source as never);
  const f5: FactValue = facts["identityMatch.alternativeIsAccepted"].of(source as never, p5);
  const f6: FactValue = facts["registration.isBeforeActivation"].of(source as never);
  const f7: FactValue = facts["registration.nameMatchesDocument"].of(source as never);
  const f8: FactValue = facts["registration.addressIsRecorded"].of(source as never);
  const f9: FactValue = facts["registration.docCheckMethod"].of(source as never);
  const f10: FactValue = facts["registration.isByProxy"].of(source as never);
  const f11: FactValue = facts["proxy.isVerified"].of(source as never);
  const f12: FactValue = facts["subject.isIndividual"].of(source as never);
  const f13: FactValue = facts["card.status"].of(source as never);
  const f14: FactValue = facts["card.rankAmongHeld"].of(source as never, p14);
  const f15: FactValue = facts["card.isFlagged"].of(source as never);
  const f16: FactValue = facts["reverification.isReminded"].of(source as never);
  const f17: FactValue = facts["reverification.result"].of(source as never);
  const f18: FactValue = facts["reverification.hoursFromReminder"].of(source as never);
  const f19: FactValue = facts["card.isRestricted"].of(source as never);
  const f20: FactValue = facts["card.riskLevel"].of(source as never);
  const f21: FactValue = facts["card.isOpened"].of(source as never);
  const f22: FactValue = facts["subject.isSanctioned"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4) | (f3 === undefined ? 0 : 8) | (f4 === undefined ? 0 : 16) | (f5 === undefined ? 0 : 32) | (f6 === undefined ? 0 : 64) | (f7 === undefined ? 0 : 128) | (f8 === undefined ? 0 : 256) | (f9 === undefined ? 0 : 512) | (f10 === undefined ? 0 : 1024) | (f11 === undefined ? 0 : 2048) | (f12 === undefined ? 0 : 4096) | (f13 === undefined ? 0 : 8192) | (f14 === undefined ? 0 : 16384) | (f15 === undefined ? 0 : 32768) | (f16 === undefined ? 0 : 65536) | (f17 === undefined ? 0 : 131072) | (f18 === undefined ? 0 : 262144) | (f19 === undefined ? 0 : 524288) | (f20 === undefined ? 0 : 1048576) | (f21 === undefined ? 0 : 2097152) | (f22 === undefined ? 0 : 4194304), f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22 };
};

// atfl.9.onsite-identity-match 2019-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 31) === 31) return (((s.f0 === "mobile" || s.f0 === "data-only" || s.f0 === "landline"))) ? (((s.f1 === true) && ((((s.f2 === "outlet" || s.f2 === "agent-outlet")) && (s.f3 === true)) || ((s.f2 === "online") && (s.f4 === true)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : (s.f0 === "mobile" || s.f0 === "data-only" || s.f0 === "landline") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0), Math.max(Math.min((s.f2 === undefined ? 1 : (s.f2 === "outlet" || s.f2 === "agent-outlet") ? 2 : 0), (s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0)), Math.min((s.f2 === undefined ? 1 : s.f2 === "online" ? 2 : 0), (s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0))));
};

// atfl.9.onsite-identity-match 2022-12-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 31) === 31) return (((s.f0 === "mobile" || s.f0 === "data-only" || s.f0 === "landline"))) ? (((s.f1 === true) && ((((s.f2 === "outlet" || s.f2 === "agent-outlet")) && (s.f3 === true)) || ((s.f2 === "online") && (s.f4 === true)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : (s.f0 === "mobile" || s.f0 === "data-only" || s.f0 === "landline") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0), Math.max(Math.min((s.f2 === undefined ? 1 : (s.f2 === "outlet" || s.f2 === "agent-outlet") ? 2 : 0), (s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0)), Math.min((s.f2 === undefined ? 1 : s.f2 === "online" ? 2 : 0), (s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0))));
};

// atfl.9.onsite-identity-match 2025-06-01.r1
const r2 = (s: Slots): number => {
  if ((s.k0 & 63) === 63) return (((s.f0 === "mobile" || s.f0 === "data-only" || s.f0 === "landline"))) ? (((s.f1 === true) && ((((s.f2 === "outlet" || s.f2 === "agent-outlet")) && (s.f3 === true)) || ((s.f2 === "online") && (s.f4 === true)) || (s.f5 === true))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : (s.f0 === "mobile" || s.f0 === "data-only" || s.f0 === "landline") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : s.f1 === true ? 2 : 0), Math.max(Math.min((s.f2 === undefined ? 1 : (s.f2 === "outlet" || s.f2 === "agent-outlet") ? 2 : 0), (s.f3 === undefined ? 1 : s.f3 === true ? 2 : 0)), Math.min((s.f2 === undefined ? 1 : s.f2 === "online" ? 2 : 0), (s.f4 === undefined ? 1 : s.f4 === true ? 2 : 0)), (s.f5 === undefined ? 1 : s.f5 === true ? 2 : 0)));
};

// atfl.9.realname-registration 2022-12-01.r1
const r3 = (s: Slots): number => {
  if ((s.k0 & 4033) === 4033) return (((s.f0 === "mobile" || s.f0 === "data-only" || s.f0 === "landline"))) ? (((s.f6 === true) && (s.f7 === true) && (s.f8 === true) && ((s.f9 === "reader" || s.f9 === "network-check")) && ((s.f10 === false) || (s.f11 === true))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : (s.f0 === "mobile" || s.f0 === "data-only" || s.f0 === "landline") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f6 === undefined ? 1 : s.f6 === true ? 2 : 0), (s.f7 === undefined ? 1 : s.f7 === true ? 2 : 0), (s.f8 === undefined ? 1 : s.f8 === true ? 2 : 0), (s.f9 === undefined ? 1 : (s.f9 === "reader" || s.f9 === "network-check") ? 2 : 0), Math.max((s.f10 === undefined ? 1 : s.f10 === false ? 2 : 0), (s.f11 === undefined ? 1 : s.f11 === true ? 2 : 0)));
};

// atfl.10.card-count-limit 2022-12-01.r1
const r4 = (s: Slots): number => {
  if ((s.k0 & 28673) === 28673) return ((s.f12 === true) && ((s.f0 === "mobile" || s.f0 === "data-only")) && ((s.f13 === "active" || s.f13 === "suspended"))) ? ((((typeof s.f14 === 'number' ? s.f14 <= 5 : meaningOf.lessThanInclusive(s.f14, 5)))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f12 === undefined ? 1 : s.f12 === true ? 2 : 0), (s.f0 === undefined ? 1 : (s.f0 === "mobile" || s.f0 === "data-only") ? 2 : 0), (s.f13 === undefined ? 1 : (s.f13 === "active" || s.f13 === "suspended") ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f14 === undefined ? 1 : (typeof s.f14 === 'number' ? s.f14 <= 5 : meaningOf.lessThanInclusive(s.f14, 5)) ? 2 : 0));
};

// atfl.11.flagged-card-reverification 2022-12-01.r1
const r5 = (s: Slots): number => {
  if ((s.k0 & 2064384) === 2064384) return ((s.f15 === true)) ? (((s.f16 === true) && (((s.f17 === "pass") && ((typeof s.f18 === 'number' ? s.f18 <= 24 : meaningOf.lessThanInclusive(s.f18, 24)))) || (s.f19 === true) || (!(s.f20 === "high")))) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f15 === undefined ? 1 : s.f15 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f16 === undefined ? 1 : s.f16 === true ? 2 : 0), Math.max(Math.min((s.f17 === undefined ? 1 : s.f17 === "pass" ? 2 : 0), (s.f18 === undefined ? 1 : (typeof s.f18 === 'number' ? s.f18 <= 24 : meaningOf.lessThanInclusive(s.f18, 24)) ? 2 : 0)), (s.f19 === undefined ? 1 : s.f19 === true ? 2 : 0), (s.f20 === undefined ? 1 : !(s.f20 === "high") ? 2 : 0)));
};

// atfl.31.no-new-card-for-sanctioned 2022-12-01.r1
const r6 = (s: Slots): number => {
  if ((s.k0 & 6291456) === 6291456) return ((s.f21 === true)) ? (((s.f22 === false)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f21 === undefined ? 1 : s.f21 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f22 === undefined ? 1 : s.f22 === false ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 8388607) {
    out[at + 0] = (((s.f0 === "mobile" || s.f0 === "data-only" || s.f0 === "landline"))) ? (((s.f1 === true) && ((((s.f2 === "outlet" || s.f2 === "agent-outlet")) && (s.f3 === true)) || ((s.f2 === "online") && (s.f4 === true)))) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
  }
};

const e0_1_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 8388607) {
    out[at + 0] = (((s.f0 === "mobile" || s.f0 === "data-only" || s.f0 === "landline"))) ? (((s.f1 === true) && ((((s.f2 === "outlet" || s.f2 === "agent-outlet")) && (s.f3 === true)) || ((s.f2 === "online") && (s.f4 === true)))) ? 2 : 0) : 3;
    out[at + 1] = (((s.f0 === "mobile" || s.f0 === "data-only" || s.f0 === "landline"))) ? (((s.f6 === true) && (s.f7 === true) && (s.f8 === true) && ((s.f9 === "reader" || s.f9 === "network-check")) && ((s.f10 === false) || (s.f11 === true))) ? 2 : 0) : 3;
    out[at + 2] = ((s.f12 === true) && ((s.f0 === "mobile" || s.f0 === "data-only")) && ((s.f13 === "active" || s.f13 === "suspended"))) ? ((((typeof s.f14 === 'number' ? s.f14 <= 5 : meaningOf.lessThanInclusive(s.f14, 5)))) ? 2 : 0) : 3;
    out[at + 3] = ((s.f15 === true)) ? (((s.f16 === true) && (((s.f17 === "pass") && ((typeof s.f18 === 'number' ? s.f18 <= 24 : meaningOf.lessThanInclusive(s.f18, 24)))) || (s.f19 === true) || (!(s.f20 === "high")))) ? 2 : 0) : 3;
    out[at + 4] = ((s.f21 === true)) ? (((s.f22 === false)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r1(s);
    out[at + 1] = r3(s);
    out[at + 2] = r4(s);
    out[at + 3] = r5(s);
    out[at + 4] = r6(s);
  }
};

const e0_2_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 8388607) {
    out[at + 0] = (((s.f0 === "mobile" || s.f0 === "data-only" || s.f0 === "landline"))) ? (((s.f1 === true) && ((((s.f2 === "outlet" || s.f2 === "agent-outlet")) && (s.f3 === true)) || ((s.f2 === "online") && (s.f4 === true)) || (s.f5 === true))) ? 2 : 0) : 3;
    out[at + 1] = (((s.f0 === "mobile" || s.f0 === "data-only" || s.f0 === "landline"))) ? (((s.f6 === true) && (s.f7 === true) && (s.f8 === true) && ((s.f9 === "reader" || s.f9 === "network-check")) && ((s.f10 === false) || (s.f11 === true))) ? 2 : 0) : 3;
    out[at + 2] = ((s.f12 === true) && ((s.f0 === "mobile" || s.f0 === "data-only")) && ((s.f13 === "active" || s.f13 === "suspended"))) ? ((((typeof s.f14 === 'number' ? s.f14 <= 5 : meaningOf.lessThanInclusive(s.f14, 5)))) ? 2 : 0) : 3;
    out[at + 3] = ((s.f15 === true)) ? (((s.f16 === true) && (((s.f17 === "pass") && ((typeof s.f18 === 'number' ? s.f18 <= 24 : meaningOf.lessThanInclusive(s.f18, 24)))) || (s.f19 === true) || (!(s.f20 === "high")))) ? 2 : 0) : 3;
    out[at + 4] = ((s.f21 === true)) ? (((s.f22 === false)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r2(s);
    out[at + 1] = r3(s);
    out[at + 2] = r4(s);
    out[at + 3] = r5(s);
    out[at + 4] = r6(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"card.kind","params":{}},{"fact":"identityMatch.isBeforeActivation","params":{}},{"fact":"activation.channel","params":{}},{"fact":"identityMatch.facePassed","params":{}},{"fact":"identityMatch.livenessPassed","params":{}},{"fact":"identityMatch.alternativeIsAccepted","params":{"allowed":true}},{"fact":"registration.isBeforeActivation","params":{}},{"fact":"registration.nameMatchesDocument","params":{}},{"fact":"registration.addressIsRecorded","params":{}},{"fact":"registration.docCheckMethod","params":{}},{"fact":"registration.isByProxy","params":{}},{"fact":"proxy.isVerified","params":{}},{"fact":"subject.isIndividual","params":{}},{"fact":"card.status","params":{}},{"fact":"card.rankAmongHeld","params":{"kinds":["mobile","data-only"],"statuses":["active","suspended"],"limit":5}},{"fact":"card.isFlagged","params":{}},{"fact":"reverification.isReminded","params":{}},{"fact":"reverification.result","params":{}},{"fact":"reverification.hoursFromReminder","params":{}},{"fact":"card.isRestricted","params":{}},{"fact":"card.riskLevel","params":{}},{"fact":"card.isOpened","params":{}},{"fact":"subject.isSanctioned","params":{}}],
  rules: [{"rule":"atfl.9.onsite-identity-match","version":"2019-12-01.r1"}, {"rule":"atfl.9.onsite-identity-match","version":"2022-12-01.r1"}, {"rule":"atfl.9.onsite-identity-match","version":"2025-06-01.r1"}, {"rule":"atfl.9.realname-registration","version":"2022-12-01.r1"}, {"rule":"atfl.10.card-count-limit","version":"2022-12-01.r1"}, {"rule":"atfl.11.flagged-card-reverification","version":"2022-12-01.r1"}, {"rule":"atfl.31.no-new-card-for-sanctioned","version":"2022-12-01.r1"}],
  lawDates: [
    { lawDate: "openedAt", epochs: [
      { from: "2019-12-01", rules: [0], judge: e0_0_0 },
      { from: "2022-12-01", rules: [1, 3, 4, 5, 6], judge: e0_1_0 },
      { from: "2025-06-01", rules: [2, 3, 4, 5, 6], judge: e0_2_0 },
    ] },
  ],
} as unknown as Unit;
