// Written by `npm run rules -- build`. Not to be edited.
import type { ReleaseOnFile } from '../engine/release.ts';
import type { Rule } from '../engine/rule.ts';

/** Every release there is, the first first. */
export const releases: readonly ReleaseOnFile[] = [
  {"name":"2026.11","digest":"a171e521aaaf4c45b34f571f5e3c6d417c7f3b9b53863ecab2318baf885e5036","states":[{"state":"published","on":"2026-11-24"}],"rules":[{"id":"atfl.9.onsite-identity-match","version":"2019-12-01.r1"},{"id":"atfl.9.onsite-identity-match","version":"2022-12-01.r1"},{"id":"atfl.9.onsite-identity-match","version":"2025-06-01.r1"},{"id":"atfl.9.realname-registration","version":"2022-12-01.r1"},{"id":"atfl.10.card-count-limit","version":"2022-12-01.r1"},{"id":"atfl.11.flagged-card-reverification","version":"2022-12-01.r1"},{"id":"atfl.12.iot-abnormal-use-disposed","version":"2022-12-01.r1"},{"id":"atfl.12.iot-abnormal-use-in-time","version":"2022-12-01.r1"},{"id":"atfl.12.iot-function-scenario-device-limit","version":"2022-12-01.r1"},{"id":"atfl.15.customer-identified","version":"2022-12-01.r1"},{"id":"atfl.16.account-class-1-limit","version":"2022-12-01.r1"},{"id":"atfl.16.account-class-2-limit","version":"2022-12-01.r1"},{"id":"atfl.16.account-class-3-limit","version":"2022-12-01.r1"},{"id":"atfl.21.service-realname","version":"2022-12-01.r1"},{"id":"atfl.30.business-reminder","version":"2022-12-01.r1"},{"id":"atfl.30.two-card-warning-acknowledged","version":"2022-12-01.r1"},{"id":"atfl.30.two-card-warning","version":"2022-12-01.r1"}],"parameters":[],"notes":[]},
];

/** Released rule versions that do not judge now. */
export const idleRules: readonly Rule[] = [
];
