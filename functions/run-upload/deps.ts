import type { AnyRecord, Contract } from '../../events/contract.ts';
import type { Finding } from '../../events/finding.ts';
import type { JournalEntry } from '../../events/journal.ts';
import type { ListName } from '../../events/lists.ts';
import type { Chain, Head, KeptRecord, Manifest, Reading, RecordsPart } from '../../events/manifest.ts';
import type { Mode, Period, Release } from '../../events/submission.ts';
import type { CopyName, MovingUpload, Upload } from '../../events/upload.ts';
import type { Lists } from '../../rules/facts/lists.ts';
import type { Asked } from '../../rules/look-up.ts';
import type { Prepared, RowForm, Said, Unreadable } from '../files/prepared.ts';
import type { SliceResult } from '../judge-slice/judge-slice.ts';
import type { RecordDeps } from '../record-submission/deps.ts';
import type { ProjectDeps } from '../submit-records/judge-projected.ts';

/** A file whose slices are kept where every worker finds them. */
export type CutFile = {
  readonly rows: RowForm;
  /** How the file itself is written: its copies are written the same way. */
  readonly written: Pick<Prepared, 'encoding' | 'isGzipped' | 'sheet'>;
  readonly firstLine: number;
  readonly said?: Said;
  readonly warnings: Prepared['warnings'];
  /** Of the file itself from one byte to before another, or a piece made of it. */
  readonly slices: readonly ({ readonly from: number; readonly to: number } | 'piece')[];
};

/** What judging a slice gave; its records, keys and raw values are pieces of their own. */
export type JudgedSlice = Pick<SliceResult, 'rows' | 'lines' | 'faulty' | 'faults' | 'withoutOffset' | 'worst'> & {
  /** Records of it that can be judged. */
  readonly records: number;
  /** Rows that violate by themselves, whatever lists and holdings say: their raw values are kept. */
  readonly violating: readonly number[];
};

/** A file on this machine, with what is written beside it; gone when it is discarded. */
export type Fetched = { readonly path: string; readonly work: string; readonly size: number; readonly sha256: string };

export type SliceHow = {
  readonly contract: Contract;
  readonly rows: RowForm;
  readonly span: { readonly period: Period; readonly mode: Mode };
  readonly at: { readonly region: string; readonly sector: string };
};

/** What moving an upload on takes, whatever it is that is done. */
export type MoveDeps = {
  readonly upload: (id: string) => Promise<MovingUpload | undefined>;
  /** False where it has gone on meanwhile. */
  readonly move: (from: Upload, to: Upload, movedAt: string, entry?: JournalEntry) => Promise<boolean>;
  readonly progress: (at: Upload, done: number, movedAt: string) => Promise<boolean>;
  readonly now: () => Date;
};

/** Does work, and says every while that somebody is at it: so that only what nobody works on is taken for stuck. */
export type Alive = <T>(upload: Upload, work: () => Promise<T>) => Promise<T>;

export type PrepareDeps = MoveDeps & {
  readonly kinds: Readonly<Record<string, Contract>>;
  /** Undefined where there is none; `told` hears of the bytes so far. */
  readonly fetch: (upload: Upload, told: (bytes: number) => Promise<void>) => Promise<Fetched | undefined>;
  readonly discard: (fetched: Fetched) => Promise<void>;
  readonly prepare: (fetched: Fetched, contract: Contract) => Promise<Prepared | Unreadable>;
  readonly keepPiece: (id: string, slice: number, of: Prepared['slices'][number]) => Promise<void>;
  readonly keepCut: (id: string, cut: CutFile) => Promise<void>;
};

export type JudgeDeps = Pick<MoveDeps, 'now'> & {
  readonly kinds: Readonly<Record<string, Contract>>;
  readonly cut: (id: string) => Promise<CutFile>;
  readonly sliceBytes: (id: string, slice: number, at: CutFile['slices'][number]) => Promise<Uint8Array>;
  /** Only rows of these numbers (of the slice, from 1) where they are given; `isRaw`: as they were sent. */
  readonly judge: (bytes: Uint8Array, how: SliceHow, isRaw: boolean, only?: ReadonlySet<number>) => SliceResult;
  /** All that judging a slice gives. */
  readonly keepJudged: (
    id: string,
    slice: number,
    judged: JudgedSlice,
    pieces: Pick<SliceResult, 'kept' | 'raw' | 'keys'>,
  ) => Promise<void>;
  readonly sliceJudged: (at: Upload, slice: number, rows: number, movedAt: string) => Promise<boolean>;
};

/** Lines on the disk of whoever works, in so many parts. */
export type Spill = {
  readonly add: (part: number, line: string) => void;
  /** In the order in which they were added. */
  readonly lines: (part: number) => Iterable<string>;
  readonly discard: () => void;
};

/** Reads what judging slices gave. Rows are those of the slice, from 1. */
export type JudgedPieces = {
  readonly judged: (id: string, slice: number) => Promise<JudgedSlice>;
  readonly sliceKeys: (id: string, slice: number) => Promise<Uint32Array>;
  readonly sliceRecords: (id: string, slice: number) => Promise<readonly KeptRecord[]>;
};

export type CountDeps = MoveDeps &
  ProjectDeps &
  JudgedPieces &
  Pick<JudgeDeps, 'kinds' | 'cut' | 'sliceBytes' | 'judge'> & {
    readonly lawOf: RecordDeps['lawOf'];
    readonly release: Release;
    /** Only of a slice in which something violates by itself. */
    readonly sliceRaw: (id: string, slice: number) => Promise<readonly KeptRecord[]>;
    readonly lookUp: (asked: Asked) => Promise<Lists>;
    /** Changes whenever what one of the lists says does. */
    readonly listVersions: (lists: readonly ListName[]) => Promise<string>;
    readonly keepLists: (id: string, said: Lists) => Promise<string>;
    readonly spill: (parts: number) => Spill;
    /** A part of a file's records, which counts its rows from 1, or those of a slice as one; gives its name. */
    readonly keepPart: (id: string, records: readonly KeptRecord[]) => Promise<string>;
    readonly keepSliceAsPart: (id: string, slice: number) => Promise<string>;
    /** Says in which parts the records stand, and how many rows before each. */
    readonly keepParts: (id: string, parts: readonly RecordsPart[], reading: Reading) => Promise<void>;
    readonly keepReading: (id: string, reading: Reading) => Promise<void>;
    readonly sealPart: (id: string, part: number, records: readonly KeptRecord[]) => Promise<void>;
    readonly head: (chain: Chain) => Promise<Head>;
    readonly manifest: (id: string) => Promise<Manifest | undefined>;
    /** False when the chain, or the upload, has moved on meanwhile. */
    readonly begin: (
      manifest: Manifest,
      head: Head,
      entry: JournalEntry,
      from: Upload,
      to: Upload,
      movedAt: string,
    ) => Promise<boolean>;
    readonly wait: (ms: number) => Promise<void>;
  };

export type RecordUploadDeps = MoveDeps & {
  /**
   * Records it as any submission; `told` hears of how many rows, about, the changes are written. `settle` may be left out.
   */
  readonly recordFile: (
    upload: Upload,
    told: (rows: number) => Promise<void>,
  ) => Promise<{ readonly manifest: Manifest; readonly settle: () => Promise<void> }>;
  /** Removes the file and what was made of it on the way. */
  readonly clearFile: (upload: Upload) => Promise<void>;
};

export type CopyDeps = MoveDeps &
  Pick<PrepareDeps, 'fetch' | 'discard'> &
  Pick<JudgeDeps, 'kinds' | 'cut' | 'sliceBytes'> &
  JudgedPieces &
  Pick<RecordUploadDeps, 'clearFile'> & {
    /** On which line of the file where its rows are numbered, else of the slice, each row of a slice stands. */
    readonly linesIn: (
      bytes: Uint8Array,
      how: Pick<SliceHow, 'contract' | 'rows'>,
      take: (row: number, line: number) => void,
    ) => void;
    /** What is kept of a submission and not in order, worst first, then by row; nothing of one that was refused. */
    readonly findings: (id: string) => AsyncIterable<readonly Finding[]>;
    /** Keeps them on the disk, to be read from the first on as often as they are asked for. */
    readonly keptFaults: <F>(work: string, faults: AsyncIterable<F>) => Promise<() => Iterable<F>>;
    readonly keepCopy: (id: string, copy: CopyName, path: string, type: string) => Promise<number>;
    /** Days for which copies are there. */
    readonly copyDays: number;
  };

export type Tokenise = (contract: Contract, record: AnyRecord) => AnyRecord;
