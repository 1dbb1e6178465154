import type { Contract } from '../../events/contract.ts';
import { shown } from '../../events/field-faults.ts';
import { worstFirst } from '../../events/finding.ts';
import type { Counts } from '../../events/submission.ts';
import { compiledJudge, periodLengths, type VerdictCounts } from '../../rules/engine/judge.ts';
import { judgedPeriods, told } from '../../rules/judged.ts';
import { periodRecord, periodsAround } from '../../rules/period-records.ts';
import { added, type MonthTally, nothingTallied } from '../../rules/tally.ts';
import type { LineFault, LineWarning, Prepared } from '../files/prepared.ts';
import { readFaults } from './fault-lines.ts';
import { beforeFinding, findingJson } from './finding-json.ts';
import { type FoundLine, foundReader, isTold, type Told, toldVerdicts } from './found-lines.ts';
import { partitions } from './partitions.ts';
import { placeOf, skippedIn } from './skipped.ts';
import type { Counted, Duplicates, Judged, Rejudged, Run, Task } from './task.ts';
import { judgedBy, ruleOf } from './task-runner.ts';
import type { Threads } from './task-threads.ts';
import { tellTasks } from './tell-tasks.ts';
import { toldOnce } from './tellings.ts';
import { readTwice, type Twice } from './twice-lines.ts';

/** A file to be judged: prepared, and of which kind it is. */
export type FileJob = { readonly prepared: Prepared; readonly contract: Contract };

/** What has been done so far: rows read, and slices judged of all. */
export type Progress = { readonly rows: number; readonly slices: number; readonly of: number };

/** A finding where it stands in its file; `rest` is JSON: what is told besides, without its opening brace. */
export type FileFinding = FoundLine & { readonly verdict: Told };

export type FileJudged = {
  readonly counts: Counts;
  /** All there are, of rows. */
  readonly faultsTotal: number;
  readonly warnings: readonly LineWarning[];
  /** Of one verdict, by row, then by rule. Read from the disk as they are asked for. */
  readonly found: (verdict: Told) => Iterable<FileFinding>;
  /** Worst first. */
  readonly findings: () => Iterable<FileFinding>;
  /**
   * The same as a report in JSON lists them of `file`, a comma before each; one that has a `judgement` says no more than
   * what is not said there. The bytes of a piece are good until the next one is asked for.
   */
  readonly findingsJson: (file: string) => AsyncIterable<Uint8Array>;
  /** Faults of rows, by row. */
  readonly faults: () => Iterable<LineFault>;
};

export type FilesJudged = {
  readonly files: readonly FileJudged[];
  /** What findings name as their `judgement`, by its place in this list: JSON of what they have in common. */
  readonly judgements: () => Iterable<string>;
  /** How often each rule came to which verdict, over all files. */
  readonly counts: readonly VerdictCounts[];
};

type SliceTask = Task & { readonly do: 'judge' };

const oneBranch = { branchId: 'file', region: '', sector: '' };

const zero = (): number[] => worstFirst.map(() => 0);
const addTo = (sum: number[], more: readonly number[], sign: 1 | -1 = 1): void => {
  for (const [n, value] of more.entries()) sum[n]! += sign * value;
};

/** Counts by version, added up and taken away again. */
const versionCounts = () => {
  const all = new Map<string, VerdictCounts & { readonly counts: number[] }>();
  return {
    add: (counts: readonly VerdictCounts[], sign: 1 | -1 = 1): void => {
      for (const one of counts) {
        const name = `${one.rule}\t${one.version}`;
        const sum = all.get(name) ?? { rule: one.rule, version: one.version, counts: zero() };
        all.set(name, sum);
        addTo(sum.counts, one.counts, sign);
      }
    },
    all: (): readonly VerdictCounts[] => [...all.values()].filter(({ counts }) => counts.some((count) => count > 0)),
  };
};

/** What is known of a slice once it is judged. */
type SliceState = {
  readonly file: number;
  readonly task: SliceTask;
  judged?: Pick<Judged, 'rows' | 'lines' | 'told' | 'withoutOffset'>;
};

/** What the file itself calls a field. */
const headingOf = ({ prepared: { rows } }: FileJob, name: string): string =>
  (rows.form === 'csv' ? rows.columns.find((column) => column.name === name)?.heading : undefined) ?? name;

const duplicateFault = (job: FileJob, row: number, otherRow: number, recordId: string): LineFault => {
  const name = job.contract.naturalKey[0]!;
  return {
    code: 'DUPLICATE_RECORD',
    ...{ row, otherRow, recordId, column: headingOf(job, name) },
    ...(job.prepared.format === 'json' && { pointer: `/records/${row - 1}/${name}` }),
    found: shown(recordId, job.contract.fields[name]),
    cause: {
      zh: `第 ${row} 行与第 ${otherRow} 行的记录编号相同，无法认定以哪一行为准。`,
      en: `Rows ${row} and ${otherRow} have the same record id, and which one counts is not known.`,
    },
    fix: { zh: '删去其中一行，或改正编号。', en: 'Delete one of them, or correct its id.' },
  };
};

type State = ReturnType<typeof stateOf>;

/** What is added up over the slices of each file. */
const stateOf = (jobs: readonly FileJob[]) => {
  const slices: SliceState[] = [];
  for (const [file, { prepared }] of jobs.entries()) {
    for (const slice of prepared.slices) {
      slices.push({ file, task: { do: 'judge', number: slices.length, file, slice } });
    }
  }
  return {
    slices,
    counts: versionCounts(),
    worst: jobs.map(zero),
    rows: jobs.map(() => 0),
    faulty: jobs.map(() => 0),
    faults: jobs.map(() => 0),
    months: jobs.map(() => new Map<string, MonthTally>()),
  };
};

const add = (state: State, file: number, judged: Judged, sign: 1 | -1): void => {
  state.counts.add(judged.counts, sign);
  addTo(state.worst[file]!, judged.worst, sign);
  for (const [month, tally] of judged.months) {
    const months = state.months[file]!;
    const all = added(months.get(month) ?? nothingTallied, tally, sign);
    // Of a month whose every record was taken away again, nothing was said.
    if (all.records === 0) months.delete(month);
    else months.set(month, all);
  }
};

/** Rows and lines of each file that stand before each slice. */
const placesIn = ({ slices }: State, jobs: readonly FileJob[]) => {
  const before: { readonly rows: number; readonly lines: number }[] = [];
  for (const [n, { file }] of slices.entries()) {
    const last = n > 0 && slices[n - 1]!.file === file ? slices[n - 1]!.judged! : undefined;
    before.push(
      last === undefined
        ? { rows: 0, lines: jobs[file]!.prepared.firstLine - 1 }
        : { rows: before[n - 1]!.rows + last.rows, lines: before[n - 1]!.lines + last.lines },
    );
  }
  return {
    rowIn: (slice: number, row: number): number => before[slice]!.rows + row,
    lineIn: (slice: number, line: number): number =>
      jobs[slices[slice]!.file]!.prepared.rows.numbered ? line : before[slice]!.lines + line,
  };
};

type Places = ReturnType<typeof placesIn>;

/** Every slice by itself. */
const judgeSlices = async (state: State, threads: Threads, tell: (progress: Progress) => void): Promise<void> => {
  const { slices } = state;
  const tasks = slices.map(({ task }) => task);
  let [done, rows] = [0, 0];
  await threads.each(tasks, ({ number, file }, judged: Judged) => {
    // There are very many slices: what is added up goes with its message.
    const { told, lines, withoutOffset } = judged;
    slices[number]!.judged = { rows: judged.rows, lines, told, withoutOffset };
    add(state, file, judged, 1);
    state.rows[file]! += judged.rows;
    state.faulty[file]! += judged.faulty;
    state.faults[file]! += judged.faults;
    done += 1;
    rows += judged.rows;
    tell({ rows, slices: done, of: slices.length });
  });
  await threads.settle();
};

/** Rows of one slice and, of each, the row of the file that has its key too. */
const growingRows = () => {
  let [rows, others, used] = [new Uint32Array(16), new Uint32Array(16), 0];
  const longer = (numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
    const more = new Uint32Array(numbers.length * 2);
    more.set(numbers);
    return more;
  };
  return {
    add: (row: number, other: number): void => {
      if (used === rows.length) [rows, others] = [longer(rows), longer(others)];
      rows[used] = row;
      others[used] = other;
      used += 1;
    },
    all: () => ({ only: rows.slice(0, used), others: others.slice(0, used) }),
  };
};

/**
 * The same key twice in a file: both rows are faults, and what they had added is taken away again. Gives these rows, as
 * those that count for nothing.
 */
const refuseDuplicates = async (state: State, threads: Threads, { rowIn }: Places): Promise<Float64Array> => {
  const twiceIn = new Map<number, ReturnType<typeof growingRows>>();
  const looks = Array.from({ length: partitions }, (_, partition) => ({ do: 'find-duplicates', partition }) as const);
  await threads.each(looks, (_, found: Duplicates) => {
    for (let at = 0; at < found.length; at += 4) {
      const slice = found[at]!;
      const rows = twiceIn.get(slice) ?? growingRows();
      twiceIn.set(slice, rows);
      rows.add(found[at + 1]!, rowIn(found[at + 2]!, found[at + 3]!));
    }
  });
  const again = [...twiceIn].map(([number, rows]) => {
    const { file, task } = state.slices[number]!;
    return { do: 'rejudge', number, file, slice: task.slice, ...rows.all() } as const;
  });
  await threads.each(again, ({ file }, rejudged: Rejudged) => {
    add(state, file, rejudged, -1);
    state.faulty[file]! += rejudged.faulty;
    state.faults[file]! += rejudged.twice;
  });
  const count = again.reduce((sum, { only }) => sum + only.length, 0);
  // Shared, since every thread asks it and none changes it.
  const skipped = new Float64Array(new SharedArrayBuffer(count * Float64Array.BYTES_PER_ELEMENT));
  let used = 0;
  for (const { number, only } of again) {
    for (const row of only) {
      skipped[used] = placeOf(number, row);
      used += 1;
    }
  }
  return skipped.sort();
};

/** Who holds how many, over all files of a kind. */
const countCards = async (
  state: State,
  kinds: readonly Contract[],
  threads: Threads,
  skip: Float64Array,
): Promise<void> => {
  const tasks = kinds
    .filter(({ holdings }) => holdings !== undefined)
    .flatMap(({ kind }) =>
      Array.from({ length: partitions }, (_, partition) => ({ do: 'count', kind, partition, skip }) as const),
    );
  await threads.each(tasks, (_, counted: Counted) => {
    state.counts.add(counted.counts);
    const { worst } = counted;
    for (let at = 0; at < worst.length; at += 1 + worstFirst.length) {
      const ofFile = state.worst[state.slices[worst[at]!]!.file]!;
      for (let verdict = 0; verdict < worstFirst.length; verdict += 1) ofFile[verdict]! += worst[at + 1 + verdict]!;
    }
  });
};

/** What the files hold of a kind for each month, quarter and year; each told in the first file that has a record of it. */
const judgePeriods = (state: State, jobs: readonly FileJob[], contract: Contract, run: Run): FileFinding[][] => {
  const own = jobs.map((job) => job.contract === contract);
  const lengths = periodLengths(contract.kind);
  const found = jobs.map((): FileFinding[] => []);
  if (lengths.length === 0) return found;
  const by = judgedBy(run, contract);
  const judges = new Map(lengths.map((per) => [per, compiledJudge(contract.kind, { ...by, per })]));
  const months = new Map<string, MonthTally>();
  const first = new Map<string, number>();
  const placesOf = (all: Iterable<string>) => [...all].toSorted().map((month) => ({ ...oneBranch, month }));
  for (const [file, ofFile] of state.months.entries()) {
    if (!own[file]) continue;
    for (const [month, tally] of ofFile) months.set(month, added(months.get(month) ?? nothingTallied, tally));
    for (const { recordId } of periodsAround(placesOf(ofFile.keys()), lengths)) {
      if (!first.has(recordId)) first.set(recordId, file);
    }
  }
  const judged = judgedPeriods(periodsAround(placesOf(months.keys()), lengths), oneBranch.branchId, (one) =>
    judges.get(one.per)!({ record: periodRecord(one, months, false) }),
  );
  for (const { recordId, judgements } of judged) {
    const tally = judgements.map(({ rule, version, verdict }): VerdictCounts => {
      const counts = zero();
      counts[worstFirst.indexOf(verdict)] = 1;
      return { rule, version, counts };
    });
    state.counts.add(tally);
    for (const judgement of judgements) {
      if (!isTold(judgement.verdict)) continue;
      const rest = JSON.stringify(told(judgement, ruleOf(judgement))).slice(1);
      found[first.get(recordId)!]!.push({ row: 0, rule: judgement.rule, recordId, rest, verdict: judgement.verdict });
    }
  }
  const byRule = (a: FileFinding, b: FileFinding) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
  return found.map((ofFile) => ofFile.sort(byRule));
};

/** One warning a column, not one a cell: a file written without offsets has them nowhere. */
const offsetWarnings = (state: State, file: number, job: FileJob, { rowIn, lineIn }: Places): LineWarning[] => {
  const found = new Map<string, { readonly row: number; readonly line: number; cells: number }>();
  for (const [n, slice] of state.slices.entries()) {
    if (slice.file !== file) continue;
    for (const { column, cells, row, line } of slice.judged!.withoutOffset) {
      const known = found.get(column);
      if (known === undefined) found.set(column, { row: rowIn(n, row), line: lineIn(n, line), cells });
      else known.cells += cells;
    }
  }
  return [...found].map(([column, { row, line, cells }]) => {
    const { zh, en } = job.contract.fields[column]!;
    return {
      code: 'NO_OFFSET',
      ...{ row, line, column: headingOf(job, column) },
      message: {
        zh: `“${zh}”有 ${cells} 处未写时区（首处在第 ${row} 行），按北京时间（+08:00）读取。`,
        en: `“${en}” has ${cells} without an offset (first in row ${row}), read as China time (+08:00).`,
      },
    };
  });
};

/**
 * Judges files together, slice by slice: cards of a person and periods are counted over all files of a kind, and the same
 * key twice in one file is a fault of both rows. Memory does not grow with the files: what it finds stays in the run's
 * directory, from which the result reads.
 */
export const judgeFiles = async (
  jobs: readonly FileJob[],
  run: Run,
  threads: Threads,
  tell: (progress: Progress) => void = () => {},
): Promise<FilesJudged> => {
  const state = stateOf(jobs);
  const kinds = [...new Set(jobs.map(({ contract }) => contract))];
  await judgeSlices(state, threads, tell);
  const places = placesIn(state, jobs);
  const skipped = await refuseDuplicates(state, threads, places);
  await countCards(state, kinds, threads, skipped);
  const ofPeriods = kinds.map((contract) => judgePeriods(state, jobs, contract, run));

  const { rowIn, lineIn } = places;
  let reader: ReturnType<typeof foundReader> | undefined;
  // Whoever wants no more than the report in JSON reads nothing here.
  const read: ReturnType<typeof foundReader> = (...of) => {
    reader ??= foundReader(run.work, threads.writers);
    return reader(...of);
  };
  const slicesOf = (file: number) => state.slices.flatMap((slice, n) => (slice.file === file ? [n] : []));
  const faultOf = (file: number, slice: number, { row, line, otherRow, recordId }: Twice): LineFault => ({
    ...duplicateFault(jobs[file]!, rowIn(slice, row), otherRow, recordId),
    line: lineIn(slice, line),
  });
  const periodsIn = (file: number, verdict: Told): readonly FileFinding[] =>
    ofPeriods.flatMap((periods) => periods[file]!.filter((one) => one.verdict === verdict));
  function* foundIn(file: number, verdict: Told): Iterable<FileFinding> {
    yield* periodsIn(file, verdict);
    for (const slice of slicesOf(file)) {
      for (const one of read(slice, verdict, skippedIn(skipped, slice))) {
        yield { ...one, row: rowIn(slice, one.row), line: lineIn(slice, one.line!), verdict };
      }
    }
  }
  function* findingsOf(file: number): Iterable<FileFinding> {
    for (const verdict of toldVerdicts) yield* foundIn(file, verdict);
  }
  async function* findingsJsonOf(file: number, name: string): AsyncIterable<Uint8Array> {
    const slices = slicesOf(file).map((slice) => {
      const { told } = state.slices[slice]!.judged!;
      return { slice, told, rows: rowIn(slice, 0), lines: lineIn(slice, 0) };
    });
    for (const verdict of toldVerdicts) {
      for (const one of periodsIn(file, verdict)) yield Buffer.from(`${beforeFinding}${findingJson(one, name)}`);
      yield* threads.told([...tellTasks(verdict, name, slices, skipped)]);
    }
  }
  function* faultsOf(file: number): Iterable<LineFault> {
    for (const slice of slicesOf(file)) {
      const twice = readTwice(run.work, slice);
      let next = twice.next();
      for (const { pointer, ...fault } of readFaults(run.work, slice)) {
        const row = rowIn(slice, fault.row);
        for (; next.done !== true && next.value.row < fault.row; next = twice.next()) {
          yield faultOf(file, slice, next.value);
        }
        // A pointer leads into a JSON body; in other files the row and column say where.
        const leads = pointer !== undefined && jobs[file]!.prepared.format === 'json';
        yield {
          ...fault,
          ...(leads && { pointer: pointer.replace(/^\/records\/\d+/, `/records/${row - 1}`) }),
          ...{ row, line: lineIn(slice, fault.line) },
        };
      }
      for (; next.done !== true; next = twice.next()) yield faultOf(file, slice, next.value);
    }
  }
  const files = jobs.map((job, file): FileJudged => {
    const [violation, undetermined, compliant, notApplicable] = state.worst[file]! as [number, number, number, number];
    const records = state.rows[file]!;
    return {
      counts: { records, faults: state.faulty[file]!, compliant, violation, undetermined, notApplicable },
      faultsTotal: state.faults[file]!,
      warnings: offsetWarnings(state, file, job, places),
      found: (verdict) => foundIn(file, verdict),
      findings: () => findingsOf(file),
      findingsJson: (name) => findingsJsonOf(file, name),
      faults: () => faultsOf(file),
    };
  });
  const judgements = () => toldOnce(run.work, threads.writers).map((bytes) => `{${bytes.toString()}`);
  return { files, judgements, counts: state.counts.all() };
};
