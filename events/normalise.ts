import type { AnyRecord, Contract } from './contract.ts';
import type { Fault } from './fault.ts';
import { fieldFaults, shown } from './field-faults.ts';
import { readInstant } from './instant.ts';
import type { KeptRecord } from './manifest.ts';
import { nearest } from './nearest.ts';
import type { Mode, Period, Warning } from './submission.ts';

export type Normalised = {
  /** The records that can be judged, in normal form; `row` counts what was sent from 1. */
  readonly records: readonly KeptRecord[];
  readonly faults: readonly Fault[];
  readonly warnings: readonly Warning[];
};

/** The days a submission speaks of; without one, every day will do. */
export type Span = { readonly period: Period; readonly mode: Mode };

type Row = {
  readonly row: number;
  readonly read: Readonly<Record<string, unknown>>;
  readonly faults: readonly Fault[];
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** RFC 6901: `~` and `/` in a name are escaped. */
const token = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

const notAnObject = (value: unknown, row: number): Fault => ({
  code: 'NOT_A_RECORD',
  row,
  pointer: `/records/${row - 1}`,
  found: shown(value),
  expected: { zh: '由字段组成的对象', en: 'an object of fields' },
  cause: { zh: '该记录不是对象。', en: 'The record is no object.' },
  fix: { zh: '写成 {"recordId": "…", …} 的形式。', en: 'Write it as {"recordId": "…", …}.' },
});

const unknownField = (contract: Contract, name: string, pointer: string): Omit<Fault, 'row'> => {
  const meant = nearest(name, Object.keys(contract.fields));
  return {
    code: 'UNKNOWN_FIELD',
    column: shown(name),
    pointer: `${pointer}/${token(shown(name))}`,
    cause: {
      zh: `${contract.kind} 没有字段“${shown(name)}”。`,
      en: `${contract.kind} has no field “${shown(name)}”.`,
    },
    fix: meant
      ? { zh: `是否应为“${meant}”？否则删去。`, en: `Did you mean “${meant}”? Delete it otherwise.` }
      : { zh: '删去该字段。', en: 'Delete the field.' },
  };
};

const missingField = (contract: Contract, name: string, pointer: string): Omit<Fault, 'row'> => {
  const { zh, en, expected } = contract.fields[name]!;
  return {
    code: 'MISSING_FIELD',
    column: name,
    pointer: `${pointer}/${name}`,
    expected,
    cause: {
      zh: `每条记录都必须有“${zh}”（${name}）：没有它就无法认定记录或适用哪一天的法律。`,
      en: `Every record needs “${en}” (${name}): without it the record, or the day whose law applies, is not known.`,
    },
    fix: { zh: `补上 ${name}。`, en: `Give ${name}.` },
  };
};

/** What a fault says of its record, where the record said it. */
const named = ({ recordId }: Row['read']): { readonly recordId?: string } =>
  typeof recordId === 'string' ? { recordId } : {};

const readRow = (contract: Contract, value: unknown, row: number): Row => {
  if (!isObject(value)) return { row, read: {}, faults: [notAnObject(value, row)] };
  const pointer = `/records/${row - 1}`;
  const read: Record<string, unknown> = {};
  const faults: Omit<Fault, 'row'>[] = [];
  for (const [column, field] of Object.entries(contract.fields)) {
    if (!Object.hasOwn(value, column)) continue;
    const parsed = field.schema.safeParse(value[column]);
    if (parsed.success) read[column] = parsed.data;
    else {
      const place = { column, pointer: `${pointer}/${column}` };
      faults.push(...fieldFaults(field, value[column], parsed.error.issues, place));
    }
  }
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(contract.fields, name)) faults.push(unknownField(contract, name, pointer));
  }
  for (const name of [...contract.naturalKey, ...contract.lawDates]) {
    if (!Object.hasOwn(value, name)) faults.push(missingField(contract, name, pointer));
  }
  for (const crossed of contract.crossCheck?.(read as AnyRecord) ?? []) {
    const { column } = crossed;
    const at = column === undefined ? {} : { pointer: `${pointer}/${column}` };
    const found = column === undefined ? {} : { found: shown(value[column], contract.fields[column]) };
    faults.push({ ...at, ...found, ...crossed });
  }
  return { row, read, faults: faults.map((fault) => ({ ...fault, row, ...named(read) })) };
};

const outsidePeriod = (contract: Contract, { row, read }: Row, { period, mode }: Span): Fault[] => {
  const name = contract.periodDate;
  const when = read[name];
  if (typeof when !== 'string') return [];
  const day = when.slice(0, 10);
  if (day <= period.to && (mode === 'roster' || day >= period.from)) return [];
  const { zh, en } = contract.fields[name]!;
  return [
    {
      code: 'OUTSIDE_PERIOD',
      row,
      ...named(read),
      column: name,
      pointer: `/records/${row - 1}/${name}`,
      found: when,
      expected:
        mode === 'roster'
          ? { zh: `不晚于 ${period.to}`, en: `not after ${period.to}` }
          : { zh: `${period.from} 至 ${period.to}`, en: `${period.from} to ${period.to}` },
      cause: { zh: `“${zh}”不在报送期间内。`, en: `“${en}” lies outside the period.` },
      fix: { zh: '改正日期，或在其所属期间报送。', en: 'Correct the date, or report it for the period it belongs to.' },
    },
  ];
};

/** The same key twice cannot both be true, and we do not choose: both rows are faults. */
const duplicates = (contract: Contract, rows: readonly Row[]): Fault[] => {
  const keyOf = ({ read }: Row) => JSON.stringify(contract.naturalKey.map((name) => read[name]));
  const keyed = rows.filter(({ read }) => contract.naturalKey.every((name) => read[name] !== undefined));
  return [...Map.groupBy(keyed, keyOf).values()].flatMap((same) =>
    same.length === 1
      ? []
      : same.map(({ row, read }, at): Fault => {
          const otherRow = same[at === 0 ? 1 : 0]!.row;
          const column = contract.naturalKey[0]!;
          return {
            code: 'DUPLICATE_RECORD',
            row,
            otherRow,
            recordId: String(read.recordId),
            column,
            pointer: `/records/${row - 1}/${column}`,
            found: shown(read[column]),
            cause: {
              zh: `第 ${row} 行与第 ${otherRow} 行的记录编号相同，无法认定以哪一行为准。`,
              en: `Rows ${row} and ${otherRow} have the same record id, and which one counts is not known.`,
            },
            fix: { zh: '删去其中一行，或改正编号。', en: 'Delete one of them, or correct its id.' },
          };
        }),
  );
};

/** One warning a column, not one a cell: a file written without offsets has them nowhere. */
const withoutOffset = (contract: Contract, records: readonly unknown[]): Warning[] =>
  Object.entries(contract.fields).flatMap(([column, { type, zh, en }]) => {
    if (type !== 'instant') return [];
    const rows = records.flatMap((record, at) => {
      const value = isObject(record) && Object.hasOwn(record, column) ? record[column] : undefined;
      const read = typeof value === 'string' ? readInstant(value) : undefined;
      return read !== undefined && 'instant' in read && read.assumedOffset ? [at + 1] : [];
    });
    const [first] = rows;
    if (first === undefined) return [];
    return [
      {
        code: 'NO_OFFSET',
        row: first,
        column,
        pointer: `/records/${first - 1}/${column}`,
        message: {
          zh: `“${zh}”有 ${rows.length} 处未写时区（首处在第 ${first} 行），按北京时间（+08:00）读取。`,
          en: `“${en}” has ${rows.length} without an offset (first in row ${first}), read as China time (+08:00).`,
        },
      },
    ];
  });

/**
 * Reads records, as sent, against their contract. A record with anything wrong is left out and every fault of it is
 * named by row, column, pointer, what was found (masked where personal), what was expected, cause and fix; the others
 * stand. Throws nothing.
 */
export const normalise = (contract: Contract, records: readonly unknown[], span?: Span): Normalised => {
  const rows = records.map((record, at) => readRow(contract, record, at + 1));
  const faults = [
    ...rows.flatMap((row) => row.faults),
    ...(span === undefined ? [] : rows.flatMap((row) => outsidePeriod(contract, row, span))),
    ...duplicates(contract, rows),
  ].sort((a, b) => a.row! - b.row!);
  const faulty = new Set(faults.map(({ row }) => row));
  return {
    records: rows.flatMap(({ row, read }) => (faulty.has(row) ? [] : [{ row, record: read as AnyRecord }])),
    faults,
    warnings: withoutOffset(contract, records),
  };
};
