import type { Mode, Period } from '../../events/submission.ts';
import type { JudgeBy, VerdictCounts } from '../../rules/engine/judge.ts';
import type { Lists } from '../../rules/facts/lists.ts';
import type { MonthTally } from '../../rules/tally.ts';
import type { RowForm, Slice } from '../files/prepared.ts';
import type { WithoutOffset } from '../judge-slice/judge-slice.ts';
import type { Told } from './found-lines.ts';

/** How the rows of one file are written and what days they may speak of. */
export type FileForm = {
  readonly kind: string;
  readonly rows: RowForm;
  readonly span?: { readonly period: Period; readonly mode: Mode };
};

/** What holds for all slices of a run; plain values, since it is handed to other threads. */
export type Run = {
  readonly files: readonly FileForm[];
  readonly by: Omit<JudgeBy, 'at'> & { readonly region?: string; readonly sector?: string };
  readonly lists: Lists;
  readonly seed: number;
  /** A directory of this run's own, for what does not fit into memory. */
  readonly work: string;
};

export type Task =
  | { readonly do: 'judge'; readonly number: number; readonly file: number; readonly slice: Slice }
  /** Only these rows once more: what they added is taken away again. */
  | {
      readonly do: 'rejudge';
      readonly number: number;
      readonly file: number;
      readonly slice: Slice;
      readonly only: Uint32Array;
      /** Of each of them the row of the file that has the same key. */
      readonly others: Uint32Array;
    }
  | { readonly do: 'find-duplicates'; readonly partition: number }
  /** `skip`: the rows that count for nothing. */
  | { readonly do: 'count'; readonly kind: string; readonly partition: number; readonly skip: Float64Array }
  | TellTask
  /** More of what was to be told last. */
  | { readonly do: 'tell-on'; readonly into: Uint8Array }
  | { readonly do: 'close' };

/** What was found in some slices, as a report has it of `file`; as much as `into` has room for. */
export type TellTask = {
  readonly do: 'tell';
  readonly verdict: Told;
  /** Each with the rows and lines of its file that stand before it. */
  readonly slices: readonly { readonly slice: number; readonly rows: number; readonly lines: number }[];
  /** The rows that count for nothing. */
  readonly skip: Float64Array;
  readonly file: string;
  readonly into: Uint8Array;
};

/** A part of what is to be told: the first `used` of these bytes, which are the asker's again. */
export type Piece = { readonly bytes: Uint8Array; readonly used: number; readonly isLast: boolean };

export type Judged = {
  readonly rows: number;
  readonly lines: number;
  readonly faulty: number;
  readonly faults: number;
  /** Records of which anything was found. */
  readonly told: number;
  readonly worst: readonly number[];
  readonly counts: readonly VerdictCounts[];
  readonly withoutOffset: readonly WithoutOffset[];
  readonly months: readonly (readonly [month: string, tally: MonthTally])[];
};

/** `twice`: how many rows share their key, which says which record they are. */
export type Rejudged = Judged & { readonly twice: number };

/** Rows of the same key: four numbers each, its slice and row and the other's. */
export type Duplicates = Uint32Array;

/** How counting over all rows changes what the slices said by themselves. */
export type Counted = {
  readonly counts: readonly VerdictCounts[];
  /** Five numbers for each slice: which it is, and how many records more or fewer have which worst verdict. */
  readonly worst: Int32Array;
};
