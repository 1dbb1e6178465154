import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Contract } from '../events/contract.ts';
import { worstFirst } from '../events/finding.ts';
import { kinds } from '../events/records/kinds.generated.ts';
import type { Counts } from '../events/submission.ts';
import { isReadable, type Prepared, type Unreadable } from '../functions/files/prepared.ts';
import { noRecords } from '../functions/files/unreadable.ts';
import {
  type FileJob,
  type FileJudged,
  type FilesJudged,
  judgeFiles,
  type Progress,
} from '../functions/judge-files/judge-files.ts';
import { ownThread } from '../functions/judge-files/own-thread.ts';
import type { FileForm, Run } from '../functions/judge-files/task.ts';
import { ruleOf } from '../functions/judge-files/task-runner.ts';
import { type Started, workerThreads } from '../functions/judge-files/task-threads.ts';
import { catalogue } from '../rules/engine/catalogue.ts';
import type { VerdictCounts } from '../rules/engine/judge.ts';
import type { Rule } from '../rules/engine/rule.ts';
import type { Input } from './audit-inputs.ts';
import { tokenisedLists } from './audit-lists.ts';
import type { AuditReport, FileReport, Place, RuleTally } from './audit-report.ts';
import { fewBytes, threadsAtMost } from './audit-threads.ts';
import { preparedFile } from './prepare-file.ts';

/** By the law of which day instead of the records' own, by which authority's figures, and with which lists there. */
export type How = {
  readonly on?: string;
  readonly region?: string;
  readonly sector?: string;
  readonly lists?: Parameters<typeof tokenisedLists>[0];
};

const noCounts: Counts = { records: 0, faults: 0, compliant: 0, violation: 0, undetermined: 0, notApplicable: 0 };
const ever = { from: '0001-01-01', to: '9999-12-31' };

type PreparedFile = Input & { readonly read: Prepared | Unreadable };

/** What the file itself says it has comes before what the call says; undefined where neither does. */
const kindOf = ({ read, kind }: Pick<PreparedFile, 'read'> & { readonly kind?: string | undefined }) =>
  (isReadable(read) ? read.kind : undefined) ?? kind;

const jobOf = (file: PreparedFile & { readonly read: Prepared }): FileJob => ({
  prepared: file.read,
  contract: kinds[kindOf(file)!]!,
});

const formOf = ({ prepared: { rows, said }, contract: { kind } }: FileJob): FileForm => ({
  ...{ kind, rows },
  span: said === undefined ? { period: ever, mode: 'events' } : { period: said.period, mode: said.mode },
});

const sourcesOf = ({ sources }: Rule): string =>
  sources
    .map(({ instrument, article, paragraph, item }) =>
      [
        `《${instrument}》`,
        article !== undefined && `第${article}条`,
        paragraph !== undefined && `第${paragraph}款`,
        item !== undefined && `第${item}项`,
      ]
        .filter(Boolean)
        .join(''),
    )
    .join('；');

const talliesOf = (counts: readonly VerdictCounts[]): RuleTally[] => {
  const byRule = Map.groupBy(counts, ({ rule }) => rule);
  const ids = [...new Set(catalogue.rules.map(({ id }) => id))];
  return ids.flatMap((id): RuleTally[] => {
    const versions = byRule.get(id);
    if (versions === undefined) return [];
    const rule = ruleOf(versions.at(-1)!);
    const [violation, undetermined, compliant, notApplicable] = worstFirst.map((_, n) =>
      versions.reduce((sum, one) => sum + one.counts[n]!, 0),
    ) as [number, number, number, number];
    return [
      {
        rule: id,
        recordKind: rule.recordKind,
        article: rule.sources[0]!.article ?? '',
        severity: rule.severity,
        title: rule.title,
        remedy: { zh: rule.remedy.zh, en: rule.remedy.en },
        sources: sourcesOf(rule),
        ...{ violation, undetermined, compliant, notApplicable },
      },
    ];
  });
};

const sum = (all: readonly Counts[]): Counts =>
  all.reduce(
    (a, b) => ({
      records: a.records + b.records,
      faults: a.faults + b.faults,
      compliant: a.compliant + b.compliant,
      violation: a.violation + b.violation,
      undetermined: a.undetermined + b.undetermined,
      notApplicable: a.notApplicable + b.notApplicable,
    }),
    noCounts,
  );

const bytesIn = ({ slices }: Prepared): number => slices.reduce((total, { from, to }) => total + to - from, 0);

/** A file of the run with what was found of it; nothing where no row of it could be judged. */
export type AuditedFile = PreparedFile & { readonly judged?: FileJudged; readonly contract?: Contract };

/** What a run came to; the report may be read until it is ended. */
export type Audited = {
  readonly report: AuditReport;
  readonly files: readonly AuditedFile[];
  readonly end: () => Promise<void>;
};

/**
 * Judges files with no service: the same reading, the same rules, counted over these files alone. `work` is a directory
 * of this run's own; the report reads from it. Throws CannotRun where a file cannot be opened or does not say its kind.
 */
export const auditFiles = async (
  inputs: readonly Input[],
  how: How,
  work: string,
  tell?: (progress: Progress) => void,
  ahead?: Started,
): Promise<Audited> => {
  const { on, region, sector, lists = new Map() } = how;
  const read: PreparedFile[] = [];
  for (const [n, input] of inputs.entries()) {
    read.push({ ...input, read: await preparedFile(input.path, input.kind, kinds, join(work, `file-${n}`)) });
  }

  const readable = read.filter((file): file is PreparedFile & { readonly read: Prepared } => isReadable(file.read));
  const jobs = readable.map(jobOf);
  const run: Run = {
    files: jobs.map(formOf),
    by: { ...(on !== undefined && { on }), ...(region !== undefined && { region }), ...(sector && { sector }) },
    // Nothing is tokenised in a run over files alone: what lists say is compared with what the files say.
    lists: tokenisedLists(lists, (value) => value),
    // Of hashes that mean nothing after this run.
    seed: randomBytes(4).readInt32LE(),
    work,
  };
  const isShort = jobs.reduce((total, job) => total + bytesIn(job.prepared), 0) <= fewBytes;
  const threads = ahead?.forRun(run) ?? (isShort ? ownThread(run, kinds) : workerThreads(run, threadsAtMost()));
  try {
    const { files: judged, judgements, counts } = await judgeFiles(jobs, run, threads, tell);
    const judgedOf = new Map(readable.map((file, n) => [file as PreparedFile, judged[n]!]));
    const files = read.map((file): AuditedFile => {
      const found = judgedOf.get(file);
      if (found === undefined || !isReadable(file.read)) return file;
      const { said } = file.read;
      const isEmpty = found.counts.records === 0 && said?.nil !== true && (said?.withdraws ?? []).length === 0;
      const own = isEmpty ? { ...file.read, faults: [...file.read.faults, noRecords] } : file.read;
      return { ...file, read: own, judged: found, contract: kinds[kindOf(file)!]! };
    });
    return { report: reportOf(files, { counts, judgements }, on), files, end: threads.end };
  } catch (error) {
    await threads.end();
    throw error;
  }
};

const reportOf = (
  files: readonly AuditedFile[],
  { counts, judgements }: Pick<FilesJudged, 'counts' | 'judgements'>,
  on: string | undefined,
): AuditReport => {
  const reports = files.map(({ path: file, read, kind, judged }): FileReport => {
    const recordKind = kindOf({ read, kind }) ?? null;
    // Nothing in a file is a table without rows: it was read.
    const isEmpty = read.faults.some(({ code }) => code === 'EMPTY_FILE');
    const format = isEmpty && read.format === 'unread' ? 'csv' : read.format;
    return { file, format, recordKind, counts: judged?.counts ?? noCounts };
  });
  const placed = <T>(file: string, all: Iterable<T>) =>
    Iterator.from(all).map((one) => ({ ...one, file }) as T & Place);
  return {
    release: catalogue.release,
    ...(on !== undefined && { on }),
    files: reports,
    counts: sum(reports.map((report) => report.counts)),
    rules: talliesOf(counts),
    *findings() {
      for (const { path: file, judged } of files) {
        for (const one of judged?.findings() ?? []) yield { ...one, file };
      }
    },
    judgements,
    async *findingsJson() {
      for (const { path: file, judged } of files) yield* judged?.findingsJson(file) ?? [];
    },
    *faults() {
      for (const { path, read, judged } of files) {
        yield* placed(path, read.faults);
        yield* placed(path, judged?.faults() ?? []);
      }
    },
    faultsTotal: files.reduce((total, { read, judged }) => total + read.faults.length + (judged?.faultsTotal ?? 0), 0),
    warnings: files.flatMap(({ path, read, judged }) => [
      ...placed(path, [...(isReadable(read) ? read.warnings : []), ...(judged?.warnings ?? [])]),
    ]),
  };
};
