import { join } from 'node:path';
import { Problem } from '../../events/problem.ts';
import { Submission } from '../../events/submission.ts';
import { jsonDressAt } from '../edge/json-dress.ts';
import { jsonMistake } from '../edge/json-mistake.ts';
import { parse } from '../edge/parse.ts';
import { headOf } from './chunks.ts';
import { lineOfError } from './json-line.ts';
import { type JsonRest, jsonScan, type Wrong } from './json-scan.ts';
import { kindNotSaid, otherKind, unknownKind } from './kind-faults.ts';
import { numberedLines } from './numbered-lines.ts';
import type { PrepareOptions } from './prepare-options.ts';
import type { LineFault, Prepared, Said, Slice, Unreadable } from './prepared.ts';
import type { Source } from './row-slices.ts';
import { dressedJson, malformedJson, recordTooLong } from './text-faults.ts';
import { noRecords, tooLarge } from './unreadable.ts';
import { utf8Chunks } from './utf8-chunks.ts';

/** What a body says besides its records; and JSON so small is read once more to say where it breaks. */
const bodyBytes = 4 * 1024 * 1024;

type Body = Readonly<Record<string, unknown>>;

const prepared = (slices: readonly Slice[], more: Partial<Prepared> = {}): Prepared => ({
  format: 'json',
  encoding: 'utf-8',
  isGzipped: false,
  rows: { form: 'ndjson', numbered: true },
  slices,
  firstLine: 1,
  faults: [],
  warnings: [],
  ...more,
});

const refused = (...faults: readonly LineFault[]): Unreadable => ({ format: 'json', faults });

const faultOf = async ({ path, from }: Source, { why, line }: Wrong, recordBytes: number): Promise<LineFault> => {
  if (why === 'record-too-long') return recordTooLong(line, recordBytes);
  if (why === 'body-too-long') return tooLarge(bodyBytes + 1, bodyBytes);
  const head = await headOf(path, from, bodyBytes);
  const text = head.toString();
  const slip = jsonMistake(text)?.at ?? text.length;
  const dress = jsonDressAt(text, slip);
  if (dress !== undefined) return dressedJson(text.slice(0, slip).split('\n').length, dress);
  // Brackets may balance by chance far below the slip.
  return malformedJson(head.length < bodyBytes ? Math.min(line, lineOfError(text)) : line);
};

const parsed = ({ text, left }: JsonRest): { readonly json: unknown } | { readonly fault: LineFault } => {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    const line = lineOfError(text);
    return { fault: malformedJson(line > left.after ? line + left.lines : line) };
  }
};

const saidIn = (body: Body, recordKind: string): Said | readonly LineFault[] => {
  try {
    const {
      branchId,
      period,
      mode,
      nil = false,
      withdraws = [],
    } = parse(Submission, {
      branchId: '',
      recordKind,
      ...body,
    });
    return { branchId, period, mode, nil, withdraws };
  } catch (error) {
    if (error instanceof Problem) return error.faults;
    throw error;
  }
};

const ofBody = (body: Body, slices: readonly Slice[], { contract, kinds }: PrepareOptions): Prepared | Unreadable => {
  const own = typeof body.recordKind === 'string' ? body.recordKind : undefined;
  if (own !== undefined && !Object.hasOwn(kinds, own)) return refused(unknownKind(kinds, own));
  if (own !== undefined && contract !== undefined && own !== contract.kind)
    return refused(otherKind(contract.kind, own));
  const kind = own ?? contract?.kind;
  if (kind === undefined) return refused(kindNotSaid(kinds, []));
  const said = saidIn(body, kind);
  if (!('branchId' in said)) return refused(...said);
  if (slices.length === 0 && !said.nil && said.withdraws.length === 0) return refused(noRecords);
  return prepared(slices, { kind, said });
};

/**
 * A JSON array, submission body or single record of any size, written as numbered lines, one record each. Only their
 * brackets are read here: a record that is malformed within itself is a fault of its row. Throws NotUtf8 and HasZeros.
 */
export const prepareJson = async (source: Source, options: PrepareOptions): Promise<Prepared | Unreadable> => {
  const { limits, work, sliceBytes } = options;
  const lines = await numberedLines(join(work, 'records.ndjson'), sliceBytes);
  const scan = jsonScan(lines.add, { recordBytes: limits.lineBytes, restBytes: bodyBytes });
  let slices: readonly Slice[] = [];
  let wrong: Wrong | undefined;
  let isSingle = false;
  let rest: JsonRest | undefined;
  try {
    for await (const { bytes } of utf8Chunks(source.path, source.from)) {
      wrong = scan.take(bytes);
      if (wrong !== undefined) break;
      await lines.flush();
    }
    const end = scan.finish();
    if ('why' in end) wrong ??= end;
    else rest = end;
    if (rest?.shape === 'object') {
      const { json } = { json: undefined, ...parsed(rest) };
      isSingle = json !== undefined && !('records' in (json as Body)) && !('recordKind' in (json as Body));
      if (isSingle)
        lines.add(rest.text.slice(0, rest.text.indexOf('{')).split('\n').length, [Buffer.from(rest.text.trim())]);
      await lines.flush();
    }
  } finally {
    slices = await lines.close();
  }
  if (wrong !== undefined || rest === undefined) return refused(await faultOf(source, wrong!, limits.lineBytes));
  if (rest.shape === 'array' || isSingle) return slices.length === 0 ? refused(noRecords) : prepared(slices);
  const body = parsed(rest);
  return 'fault' in body ? refused(body.fault) : ofBody(body.json as Body, slices, options);
};
