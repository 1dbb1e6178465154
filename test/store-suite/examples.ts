import type { JournalEntry } from '../../events/journal.ts';
import type { Manifest } from '../../events/manifest.ts';
import type { OverdueFiling } from '../../events/overdue-filing.ts';
import type { SubmissionView } from '../../events/submission.ts';
import type { Subscription } from '../../events/subscription.ts';
import type { Upload } from '../../events/upload.ts';
import type { Violation } from '../../events/violation.ts';
import type { Holding } from '../../rules/holdings.ts';
import type { Track } from '../../rules/track.ts';

// What the stores keep, each with one thing to vary. Every id is the caller's: what two tests write never meets.

export const instant = (second: number): string => new Date(Date.UTC(2026, 2, 1, 0, 0, second)).toISOString();

const place = { branchId: 'hk-1', region: '4601', sector: 'telecom', recordKind: 'phone-card' } as const;
const uscc = '91460000MA5T00001X';

export const anEntry = (stream: string, over: Partial<JournalEntry> = {}): JournalEntry => ({
  id: 'submission.audited',
  stream,
  type: 'submission.audited',
  at: instant(0),
  detail: { submission: stream },
  ...over,
});

export const aManifest = (id: string, over: Partial<SubmissionView> = {}): Manifest => ({
  view: {
    id,
    status: 'recording',
    enterprise: uscc,
    ...place,
    period: { from: '2026-02-01', to: '2026-02-28' },
    mode: 'events',
    nil: false,
    receivedAt: instant(0),
    release: { name: 'test', digest: 'd' },
    counts: { records: 1, faults: 0, compliant: 1, violation: 0, undetermined: 0, notApplicable: 0 },
    ...over,
  },
  digest: `digest of ${id}`,
  countingGroup: 'g',
  withdraws: [],
  findingsTotal: 0,
  beyondHoldings: [],
});

export const anUpload = (id: string, over: Partial<Upload> = {}): Upload => ({
  id,
  state: 'waiting',
  run: 0,
  name: 'cards.csv',
  size: 1_000,
  sha256: 'a'.repeat(64),
  chain: {
    enterprise: uscc,
    ...{ branchId: place.branchId, recordKind: place.recordKind, mode: 'events' },
    period: { from: '2026-02-01', to: '2026-02-28' },
  },
  ...{ region: place.region, sector: place.sector, countingGroup: 'g' },
  createdAt: instant(0),
  linkUntil: instant(3_600),
  ...{ resumedByItself: false, faults: [], faultsTotal: 0, warnings: [] },
  ...over,
});

export const aViolation = (id: string, over: Partial<Violation> = {}): Violation => ({
  id,
  rule: 'atfl.10.card-count-limit',
  version: '2022-12-01.r1',
  article: '10',
  severity: 'major',
  review: 'open',
  remedy: 'outstanding',
  enterprise: uscc,
  ...place,
  recordId: `r-${id}`,
  lawDate: '2026-02-03',
  submission: 's',
  firstSeenAt: instant(0),
  lastSeenAt: instant(0),
  occurrence: 1,
  ...over,
});

export const aHolding = (card: string, over: Partial<Holding> = {}): Holding => ({
  card,
  enterprise: uscc,
  branchId: place.branchId,
  recordKey: `r-${card}`,
  submission: 's',
  sequence: `${instant(0)}#s`,
  openedAt: '2026-02-03T09:00:00+08:00',
  record: { cardKind: 'mobile' },
  ...over,
});

export const aTrack = (recordKey: string, over: Partial<Track> = {}): Track => ({
  enterprise: uscc,
  ...place,
  recordKey,
  sequence: `${instant(0)}#s`,
  submission: 's',
  left: [],
  gone: false,
  rules: {},
  ...over,
});

export const aSubscription = (authority: string, id: string): Subscription => ({
  id,
  authority,
  url: 'https://authority.example/hook',
  createdAt: instant(0),
  status: 'active',
  position: 1,
  failures: 0,
});

export const anOverdueFiling = (id: string, over: Partial<OverdueFiling> = {}): OverdueFiling => ({
  id,
  duty: 'monthly-cards',
  enterprise: uscc,
  ...place,
  period: { from: '2026-02-01', to: '2026-02-28' },
  dueOn: '2026-03-10',
  foundAt: instant(0),
  ...over,
});
