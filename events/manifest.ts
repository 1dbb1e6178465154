import type { AnyRecord } from './contract.ts';
import type { Fault } from './fault.ts';
import type { Mode, Period, SubmissionView, Warning } from './submission.ts';

/** The chain that a submission belongs to. */
export type Chain = {
  readonly enterprise: string;
  readonly branchId: string;
  readonly recordKind: string;
  readonly period: Period;
  readonly mode: Mode;
};

/** Where a chain stands: its last audited submission, and the one being recorded. */
export type Head = { readonly current?: string; readonly currentDigest?: string; readonly recording?: string };

/** What is kept of a submission in the table; its records, findings and faults are objects. */
export type Manifest = {
  readonly view: SubmissionView;
  /** SHA-256 of the body, or of the file, as sent. */
  readonly digest: string;
  readonly countingGroup: string;
  readonly withdraws: readonly string[];
  /** It was a file, recorded by whoever works on uploads: a request does not wait for it. */
  readonly isFile?: true;
  readonly findingsTotal: number;
  /** Under which name its findings are kept; none before it is audited. */
  readonly findings?: string;
  /** Under which name it is kept what authorities' lists said of its records; none where its kind looks nothing up. */
  readonly lists?: string;
  /**
   * Only of a roster: records whose rows could not be read, which are therefore not gone; `all` where not even whose
   * rows they were could be read.
   */
  readonly unread?: readonly string[] | 'all';
  /** The first rows whose subject holds more than the holdings keep: each a finding of its own. */
  readonly beyondHoldings: readonly number[];
  /** How many such rows there are, where they are more. */
  readonly beyondTotal?: number;
};

/** A record as kept, and its row in what was sent. */
export type KeptRecord = { readonly row: number; readonly record: AnyRecord };

/** A part of a file's records, by the digest of its bytes; it counts its rows from 1, after so many of the file's. */
export type RecordsPart = { readonly name: string; readonly before: number };

/** What reading a submission found wrong, or read in a way its sender should know of. */
export type Reading = {
  /** The first of them, by row. */
  readonly faults: readonly Fault[];
  /** All there were. */
  readonly faultsTotal: number;
  readonly warnings: readonly Warning[];
};

/** Place in time of a submission: a later one overwrites what an earlier one said. */
export const sequenceOf = ({ receivedAt, id }: Pick<SubmissionView, 'receivedAt' | 'id'>): string =>
  `${receivedAt}#${id}`;
