import type { AnyRecord, Contract } from '../../events/contract.ts';
import type { Finding, Judgement } from '../../events/finding.ts';
import type { JournalEntry } from '../../events/journal.ts';
import type { KeptRecord, Manifest } from '../../events/manifest.ts';
import type { Enterprise, FilingDuty } from '../../events/registry.ts';
import type { RosterKey, Rosters } from '../../rules/branch-rosters.ts';
import type { Whereabouts } from '../../rules/engine/local-parameters.ts';
import type { Rule } from '../../rules/engine/rule.ts';
import type { InShadow } from '../../rules/engine/shadow.ts';
import type { Lists } from '../../rules/facts/lists.ts';
import type { PeriodRecord, TallyOf } from '../../rules/facts/period.ts';
import type { Held, HeldBy, Holdings } from '../../rules/holdings.ts';
import type { RegisteredDuty } from '../../rules/period-records.ts';
import type { MonthTally, TallyKey } from '../../rules/tally.ts';
import type { Change, Recorded, Track, TrackAt, TrackKey } from '../../rules/track.ts';
import type { ChangeCount } from '../../rules/workbench/replay.ts';
import type { ReadImports } from './read-imports.ts';

/** What a record is judged by. */
export type Source = { readonly record: AnyRecord; readonly holdings?: Holdings; readonly lists?: Lists };

/** A kind's rules, ready to judge by, with the parameters that hold where it was reported. */
export type Law = {
  readonly contract: Contract;
  readonly judge: (source: Source) => readonly Judgement[];
  /** Place in `worstFirst` of the worst verdict, without saying why; its number of places where no law applies. */
  readonly glance: (source: Source) => number;
  /** Rules that count: judged again when another card displaces this one. */
  readonly counted: ReadonlySet<string>;
  readonly ruleOf: (judgement: Pick<Judgement, 'rule' | 'version'>) => Rule;
  /** Where a release in shadow has other rules for the kind: what it would say. */
  readonly shadow?: {
    readonly release: string;
    readonly judge: (source: Source, judgements: readonly Judgement[]) => InShadow;
  };
  /** Only of kinds of which what a branch reported for a period is judged as a whole. */
  readonly periods?: PeriodLaw;
};

export type PeriodLaw = {
  readonly tally: TallyOf;
  /** The lengths of period that have rules. */
  readonly lengths: readonly FilingDuty['period'][];
  readonly judge: (per: FilingDuty['period'], record: PeriodRecord) => readonly Judgement[];
};

/** What recording a submission needs of the world. */
export type RecordDeps = {
  readonly lawOf: (kind: string, at: Whereabouts) => Law;
  readonly manifest: (id: string) => Promise<Manifest | undefined>;
  readonly manifests: (ids: readonly string[]) => Promise<readonly (Manifest | undefined)[]>;
  /** Part by part, in any order of rows, each time from the beginning: those of a file may be more than memory holds. */
  readonly records: (id: string) => AsyncIterable<readonly KeptRecord[]>;
  /** Those of a submission's records that have these keys, by key. */
  readonly recordsNamed: (id: string, keys: ReadonlySet<string>) => Promise<ReadonlyMap<string, AnyRecord>>;
  /** What the lists said of its records when it was received: they may say otherwise by now. */
  readonly lists: (manifest: Manifest) => Promise<Lists | undefined>;
  readonly tracks: (keys: readonly TrackKey[]) => Promise<readonly TrackAt[]>;
  /** Whether a record of the kind may have a track; it never says no of one that has one. */
  readonly trackedOf: (enterprise: string, kind: string) => Promise<(recordKey: string) => boolean>;
  /** Page by page. */
  readonly tracksOfBranch: (enterprise: string, branchId: string, kind: string) => AsyncIterable<readonly Track[]>;
  readonly rosters: (of: readonly RosterKey[]) => Promise<readonly Rosters[]>;
  readonly holdings: (of: readonly HeldBy[]) => Promise<readonly Held[]>;
  /** The months from one to another, both included, for which anything was ever reported. */
  readonly monthTallies: (
    of: Omit<TallyKey, 'month'>,
    from: string,
    to: string,
  ) => Promise<ReadonlyMap<string, MonthTally>>;
  readonly enterprise: (uscc: string) => Promise<Enterprise | undefined>;
  readonly filingDuties: () => Promise<readonly RegisteredDuty[]>;
  readonly imports: ReadImports;
  readonly violations: (ids: readonly string[]) => Promise<readonly (Recorded | undefined)[]>;
  /** Gives back the changes that rest on something changed meanwhile. */
  readonly apply: (changes: readonly Change[], together: boolean) => Promise<readonly Change[]>;
  /** Counts once what a release in shadow would have said of a submission's records. */
  readonly countShadow: (
    release: string,
    submission: string,
    records: number,
    rules: Readonly<Record<string, ChangeCount>>,
  ) => Promise<void>;
  /** Findings part by part, each worst first. Gives the name under which they stand, and how many there are. */
  readonly keepFindings: (
    id: string,
    parts: AsyncIterable<readonly Finding[]>,
  ) => Promise<{ readonly name: string; readonly total: number }>;
  /** False when somebody else has committed it meanwhile. */
  readonly commit: (manifest: Manifest, entry: JournalEntry) => Promise<boolean>;
  readonly settle: (ids: readonly string[], submission: string) => Promise<void>;
  readonly digest: (text: string) => string;
  readonly now: () => Date;
  /** Waits a little, more with each attempt, so that two who collide do not collide again. */
  readonly pause: (attempt: number) => Promise<void>;
};
