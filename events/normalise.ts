import type { AnyRecord, Contract } from './contract.ts';
import type { Fault } from './fault.ts';
import { shown } from './field-faults.ts';
import { readInstant } from './instant.ts';
import type { KeptRecord } from './manifest.ts';
import { isObject, named, type Row, readRow } from './read-row.ts';
import type { Mode, Period, Warning } from './submission.ts';

export type Normalised = {
  /** The records that can be judged, in normal form; `row` counts what was sent from 1. */
  readonly records: readonly KeptRecord[];
  /** The first faults, by row. */
  readonly faults: readonly Fault[];
  /** All there are. */
  readonly faultsTotal: number;
  readonly warnings: readonly Warning[];
};

/** The days a submission speaks of; without one, every day will do. */
export type Span = { readonly period: Period; readonly mode: Mode };

/** A fault where the record is of no day that the submission speaks of. */
export const outsidePeriod = (
  contract: Contract,
  { row, read }: Pick<Row, 'row' | 'read'>,
  { period, mode }: Span,
): Fault[] => {
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
 * stand. Only the first `most` faults are described, the others counted. Throws nothing.
 */
export const normalise = (
  contract: Contract,
  records: readonly unknown[],
  span?: Span,
  most = Number.POSITIVE_INFINITY,
): Normalised => {
  const rows: Row[] = [];
  let described = 0;
  for (const [at, record] of records.entries()) {
    const row = readRow(contract, record, at + 1, most - described);
    described += row.faults.length;
    rows.push(row);
  }
  const between = [
    ...(span === undefined ? [] : rows.flatMap((row) => outsidePeriod(contract, row, span))),
    ...duplicates(contract, rows),
  ];
  const faulty = new Set(between.map(({ row }) => row!));
  for (const { row, faultsTotal } of rows) if (faultsTotal > 0) faulty.add(row);
  return {
    records: rows.flatMap(({ row, read }) => (faulty.has(row) ? [] : [{ row, record: read as AnyRecord }])),
    faults: [...rows.flatMap(({ faults }) => faults), ...between].sort((a, b) => a.row! - b.row!).slice(0, most),
    faultsTotal: rows.reduce((sum, { faultsTotal }) => sum + faultsTotal, between.length),
    warnings: withoutOffset(contract, records),
  };
};
