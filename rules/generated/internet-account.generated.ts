// Written by `npm run rules -- build` from rules/sets. Not to be edited.
import type { Unit } from '../engine/unit.ts';
import type { FactValue } from '../facts/fact.ts';
import { facts } from '../facts/internet-account.ts';

type Slots = { readonly k0: number; readonly f0: FactValue; readonly f1: FactValue; readonly f2: FactValue };

/** The facts that these rules compare, each read once. */
export const read: Unit["read"] = (source) => {
  const f0: FactValue = facts["service.isActivated"].of(source as never);
  const f1: FactValue = facts["identity.method"].of(source as never);
  const f2: FactValue = facts["identity.isVerifiedBeforeActivation"].of(source as never);
  return { k0: (f0 === undefined ? 0 : 1) | (f1 === undefined ? 0 : 2) | (f2 === undefined ? 0 : 4), f0, f1, f2 };
};

// atfl.21.service-realname 2022-12-01.r1
const r0 = (s: Slots): number => {
  if ((s.k0 & 7) === 7) return ((s.f0 === true)) ? ((((s.f1 === "id-document" || s.f1 === "verified-phone" || s.f1 === "unit-licence" || s.f1 === "network-id")) && (s.f2 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : (s.f1 === "id-document" || s.f1 === "verified-phone" || s.f1 === "unit-licence" || s.f1 === "network-id") ? 2 : 0), (s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0));
};

// atfl.21.service-realname 2026-01-01.r1
const r1 = (s: Slots): number => {
  if ((s.k0 & 7) === 7) return ((s.f0 === true)) ? ((((s.f1 === "id-document" || s.f1 === "verified-phone" || s.f1 === "unit-licence" || s.f1 === "network-id")) && (s.f2 === true)) ? 2 : 0) : 3;
  const scope: number = Math.min((s.f0 === undefined ? 1 : s.f0 === true ? 2 : 0));
  return scope === 0 ? 3 : scope === 1 ? 1 : Math.min((s.f1 === undefined ? 1 : (s.f1 === "id-document" || s.f1 === "verified-phone" || s.f1 === "unit-licence" || s.f1 === "network-id") ? 2 : 0), (s.f2 === undefined ? 1 : s.f2 === true ? 2 : 0));
};

const e0_0_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 7) {
    out[at + 0] = ((s.f0 === true)) ? ((((s.f1 === "id-document" || s.f1 === "verified-phone" || s.f1 === "unit-licence" || s.f1 === "network-id")) && (s.f2 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r0(s);
  }
};

const e0_1_0 = (s: Slots, out: Uint8Array, at: number): void => {
  if (s.k0 === 7) {
    out[at + 0] = ((s.f0 === true)) ? ((((s.f1 === "id-document" || s.f1 === "verified-phone" || s.f1 === "unit-licence" || s.f1 === "network-id")) && (s.f2 === true)) ? 2 : 0) : 3;
  } else {
    out[at + 0] = r1(s);
  }
};

export const unit = {
  read,
  slots: [{"fact":"service.isActivated","params":{}},{"fact":"identity.method","params":{}},{"fact":"identity.isVerifiedBeforeActivation","params":{}}],
  rules: [{"rule":"atfl.21.service-realname","version":"2022-12-01.r1"}, {"rule":"atfl.21.service-realname","version":"2026-01-01.r1"}],
  lawDates: [
    { lawDate: "activatedAt", epochs: [
      { from: "2022-12-01", rules: [0], judge: e0_0_0 },
      { from: "2026-01-01", rules: [1], judge: e0_1_0 },
    ] },
  ],
} as unknown as Unit;
