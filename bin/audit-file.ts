import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Contract } from '../events/contract.ts';
import type { Text } from '../events/fault.ts';
import { Problem } from '../events/problem.ts';
import { type Mode, type Period, Submission } from '../events/submission.ts';
import { parse } from '../functions/edge/parse.ts';
import { CannotRun, notAmong } from './audit-arguments.ts';
import { csvRows } from './audit-csv.ts';
import { elementLines, jsonOf, type LineFault, ndjsonRows, type SourceRow } from './audit-json.ts';
import { textOf } from './audit-text.ts';

/** One file as read: its rows, and what kept others from being read. */
export type AuditFile = {
  readonly file: string;
  readonly format: 'json' | 'ndjson' | 'csv' | 'unread';
  /** Unknown where the file could not be read far enough to tell. */
  readonly contract?: Contract;
  /** A submission says for which days it speaks; files of rows alone do not. */
  readonly period?: { readonly period: Period; readonly mode: Mode };
  /** A submission says which branch it is of. */
  readonly branchId?: string;
  /** Says itself that there is nothing to judge. */
  readonly nil?: boolean;
  readonly rows: readonly SourceRow[];
  readonly faults: readonly LineFault[];
  /** Under which heading of the file a field stands, where it has headings. */
  readonly headings?: ReadonlyMap<string, string>;
};

type Kinds = Readonly<Record<string, Contract>>;

const bytesOf = (file: string): Uint8Array => {
  try {
    return readFileSync(file);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    throw new CannotRun({ zh: `读不到文件 ${file}（${why}）。`, en: `The file ${file} cannot be read (${why}).` });
  }
};

const contractOf = (kinds: Kinds, kind: string | undefined, file: string): Contract => {
  const all = Object.keys(kinds);
  if (kind === undefined) {
    throw new CannotRun({
      zh: `${file} 没有写明记录类型；请用 --kind 指定：${all.join('、')}。`,
      en: `${file} does not say its record kind; give --kind: ${all.join(', ')}.`,
    });
  }
  if (!Object.hasOwn(kinds, kind)) throw notAmong(`${file} 的 recordKind`, kind, all);
  return kinds[kind]!;
};

const isObject = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

const formatOf = (file: string, text: string): 'json' | 'ndjson' | 'csv' => {
  const extension = extname(file).toLowerCase();
  if (extension === '.json') return 'json';
  if (['.ndjson', '.jsonl'].includes(extension)) return 'ndjson';
  if (extension === '.csv' || extension === '.tsv') return 'csv';
  return /^\s*\[/.test(text) ? 'json' : /^\s*\{/.test(text) ? 'ndjson' : 'csv';
};

const asSubmission = (json: unknown): Submission | readonly LineFault[] => {
  try {
    return parse(Submission, json);
  } catch (error) {
    if (error instanceof Problem) return error.faults;
    throw error;
  }
};

const rowsOf = (records: readonly unknown[], text: string): SourceRow[] => {
  const lines = elementLines(text);
  return records.map((value, at) => ({ value, line: lines[at] ?? 1 }));
};

const jsonFile = (file: string, text: string, kind: string | undefined, kinds: Kinds): AuditFile => {
  const read = jsonOf(text);
  if ('fault' in read) {
    const several = text.split('\n').filter((line) => line.trim() !== '').length > 1;
    const first = jsonOf(text.slice(0, text.indexOf('\n') + 1));
    // An export of one record a line, under the wrong extension.
    if (several && 'json' in first && isObject(first.json)) return linesFile(file, text, kind, kinds);
    return { file, format: 'json', rows: [], faults: [read.fault] };
  }
  const { json } = read;
  const isBody = isObject(json) && ('records' in json || 'recordKind' in json);
  if (!isBody) {
    const records: readonly unknown[] = Array.isArray(json) ? json : [json];
    const rows = Array.isArray(json) ? rowsOf(records, text) : [{ value: json, line: 1 }];
    return { file, format: 'json', contract: contractOf(kinds, kind, file), rows, faults: [] };
  }
  const own = typeof json.recordKind === 'string' ? json.recordKind : undefined;
  const contract = contractOf(kinds, own ?? kind, file);
  if (kind !== undefined && kind !== contract.kind) {
    throw new CannotRun({
      zh: `${file} 写明的类型是 ${contract.kind}，而 --kind 是 ${kind}。`,
      en: `${file} says that its kind is ${contract.kind}, but --kind is ${kind}.`,
    });
  }
  const submission = asSubmission({ branchId: '', recordKind: contract.kind, ...json });
  if (!('records' in submission)) return { file, format: 'json', contract, rows: [], faults: submission };
  const { branchId, period, mode, nil = false, withdraws = [], records } = submission;
  const rows = rowsOf(records, text);
  return {
    file,
    format: 'json',
    contract,
    branchId,
    period: { period, mode },
    nil: nil || withdraws.length > 0,
    rows,
    faults: [],
  };
};

const linesFile = (file: string, text: string, kind: string | undefined, kinds: Kinds): AuditFile => ({
  file,
  format: 'ndjson',
  contract: contractOf(kinds, kind, file),
  ...ndjsonRows(text),
});

const nothing: { readonly cause: Text; readonly fix: Text } = {
  cause: { zh: '文件里没有任何记录。', en: 'The file has no records.' },
  fix: {
    zh: '确无记录时，用报送请求体写 "nil": true。',
    en: 'Where there is nothing to report, use a submission body with "nil": true.',
  },
};

/**
 * Reads one file of records: a JSON array or submission body, NDJSON, or CSV; UTF-8 only. What is wrong in the file is a
 * fault of it. Throws CannotRun where it cannot be opened or its kind is not known.
 */
export const auditFile = (file: string, kind: string | undefined, kinds: Kinds): AuditFile => {
  const { text, fault } = textOf(bytesOf(file));
  if (text === undefined) return { file, format: 'unread', rows: [], faults: [fault] };
  const format = formatOf(file, text);
  const read: AuditFile =
    format === 'csv'
      ? { file, format, contract: contractOf(kinds, kind, file), ...csvRows(contractOf(kinds, kind, file), text) }
      : format === 'json'
        ? jsonFile(file, text, kind, kinds)
        : // A single object over several lines may come without an extension.
          (text.trim().startsWith('{') && 'json' in jsonOf(text) ? jsonFile : linesFile)(file, text, kind, kinds);
  const isEmpty = read.rows.length === 0 && read.faults.length === 0 && read.nil !== true;
  return isEmpty ? { ...read, faults: [{ code: 'EMPTY_FILE', ...nothing }] } : read;
};
