import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readCell } from '../../../events/cells.ts';
import type { Contract } from '../../../events/contract.ts';
import { kinds } from '../../../events/records/kinds.generated.ts';
import type { Prepared, RowForm, Said, Slice } from '../../../functions/files/prepared.ts';
import { cellOf, sampleRecords, seenFields } from '../../events/any-cell.ts';

export type Value = Readonly<Record<string, unknown>>;

/** A row as it is written, and what it says; nothing where it is no record at all. */
export type SomeRow = { readonly value?: Value; readonly blankBefore: boolean; readonly cutBefore: boolean };

export type SomeFile = {
  readonly kind: 'phone-card' | 'account-status' | 'bank-account' | 'user-reminder' | 'app-filing';
  readonly form: 'csv' | 'ndjson' | 'json';
  readonly isNumbered: boolean;
  readonly period?: { readonly from: string; readonly to: string };
  readonly mode: 'events' | 'roster';
  readonly rows: readonly SomeRow[];
};

/** What makes rows of a kind collide with one another: few ids, few people, few cards, few instants. */
/** Of what is counted, anything that a sample of the kind has there, or nothing. */
const countedChange = (kind: string): fc.Arbitrary<Value> => {
  const { subject, card, openedAt, keeps } = (kinds[kind]! as Contract).holdings!;
  const fields = seenFields.filter(
    ({ kind: of, name }) =>
      of === kind && [subject, card, openedAt, ...keeps].includes(name) && !kinds[kind]!.lawDates.includes(name),
  );
  const some = fields.map(({ name, values }) => [
    name,
    fc.constantFrom(...values.slice(0, 6), ...values.slice(-2), undefined),
  ]);
  return fc.record(Object.fromEntries(some), { requiredKeys: [] });
};

const changes: Readonly<Record<string, fc.Arbitrary<Value>>> = {
  'phone-card': fc.record(
    {
      openedAt: fc.constantFrom(
        ...['2026-10-08T10:10:00+08:00', '2026-10-08 10:10:00', '2026/10/8 10:10', '2026-10-08T02:10:00Z'],
        ...['2026-09-30T23:59:59+08:00', '2019-05-01T09:00:00+08:00', '2026-11-01T00:00:00+08:00', 'yesterday'],
      ),
      subjectId: fc.constantFrom(
        '460105198805060270',
        '460105198805070276',
        '460105198805080271',
        '46010519880507027X',
      ),
      msisdn: fc.integer({ min: 1_001, max: 1_012 }).map((n) => `1390876${n}`),
      cardKind: fc.constantFrom('mobile', 'mobile', 'mobile', 'data-only', undefined),
      cardStatus: fc.constantFrom('active', 'active', 'cancelled', undefined),
      alternativeMethod: fc.constantFrom('身份\n认证', 'a "quoted", one', null),
    },
    { requiredKeys: ['openedAt', 'subjectId', 'msisdn'] },
  ),
  'user-reminder': fc.record(
    {
      eventCompletedAt: fc.constantFrom(
        ...['2026-09-02T14:30:00+08:00', '2026-09-02 14:30', '2026-07-31T23:59:59+08:00', '2026-10-01T00:00:00+08:00'],
        ...['2025-12-31T23:59:59+08:00', '2026-02-30T00:00:00+08:00'],
      ),
      reminderShown: fc.constantFrom(true, false, 'perhaps'),
    },
    { requiredKeys: ['eventCompletedAt'] },
  ),
  'account-status': countedChange('account-status'),
  'bank-account': countedChange('bank-account'),
  'app-filing': fc.record({}),
};

const some = { true: fc.nat(5).map((n) => n === 0), often: fc.nat(2).map((n) => n === 0) };

/** What is `undefined` is not told. */
const told = (value: Value): Value => Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));

const rowOf = (kind: string): fc.Arbitrary<SomeRow> => {
  const records = sampleRecords(kind);
  const value = fc
    .tuple(
      fc.constantFrom(...records),
      changes[kind]!,
      fc.nat({ max: 25 }),
      fc.constantFrom(...Array(9).fill({}), { remark: 'x' }, { recordId: '' }),
    )
    .map(([record, changed, id, slip]): Value => told({ ...record, ...changed, recordId: `A-${id}`, ...slip }));
  return fc.record({
    value: fc.oneof({ weight: 20, arbitrary: value as fc.Arbitrary<Value | undefined> }, fc.constant(undefined)),
    blankBefore: some.true,
    cutBefore: some.often,
  }) as fc.Arbitrary<SomeRow>;
};

export const someFile: fc.Arbitrary<SomeFile> = fc
  .constantFrom(
    ...(['phone-card', 'phone-card', 'account-status', 'bank-account', 'user-reminder', 'app-filing'] as const),
  )
  .chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      form: fc.constantFrom('csv', 'ndjson', 'json'),
      isNumbered: fc.boolean(),
      period: fc.option(
        fc.constantFrom({ from: '2026-09-01', to: '2026-10-31' }, { from: '2026-10-01', to: '2026-12-31' }),
        { nil: undefined },
      ),
      mode: fc.constantFrom('events', 'events', 'roster'),
      rows: fc.array(rowOf(kind), { maxLength: 40 }),
    }),
  ) as fc.Arbitrary<SomeFile>;

export const contractOf = ({ kind }: Pick<SomeFile, 'kind'>): Contract => kinds[kind]!;

type OneColumn = { readonly at: number; readonly heading: string; readonly name?: string };
const columnsOf = ({ fields }: Contract): readonly OneColumn[] => [
  ...Object.entries(fields).map(([name, { zh }], at) => ({ at, heading: zh, name })),
  { at: Object.keys(fields).length, heading: '备注' },
];

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A row that is no record: its cells are too many, or it is no JSON. */
const unread = { csv: (contract: Contract) => columnsOf(contract).map(() => ''), json: '{"recordId": "A-1",' };

const cellsOf = (file: SomeFile, { value }: SomeRow): readonly string[] =>
  value === undefined
    ? [...unread.csv(contractOf(file)), 'a cell too many']
    : columnsOf(contractOf(file)).map(({ name }) =>
        name === undefined ? 'x' : value[name] === undefined ? '' : cellOf(value[name]),
      );

/** The record that a row says, as it comes to be read. */
export const recordIn = (file: SomeFile, row: SomeRow): unknown => {
  if (row.value === undefined || file.form !== 'csv') return row.value;
  const cells = cellsOf(file, row);
  const { fields } = contractOf(file);
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field], at) =>
      cells[at]!.trim() === '' ? [] : [[name, readCell(field, cells[at]!)]],
    ),
  );
};

export type WrittenFile = {
  readonly prepared: Prepared;
  /** The line of each row. */
  readonly lines: readonly number[];
};

/** A file of rows cut into slices where its rows say, as readers of files leave it. */
export const writtenFile = (work: string, file: SomeFile): WrittenFile => {
  const isNumbered = file.form === 'json' || file.isNumbered;
  const firstLine = file.form === 'csv' ? 3 : 1;
  const path = join(mkdtempSync(join(work, 'file-')), 'rows');
  const lines: number[] = [];
  const slices: Slice[] = [];
  let text = '';
  let line = firstLine;
  let [from, to] = [0, 0];
  const add = (more: string): void => {
    text += more;
    to += Buffer.byteLength(more);
  };
  for (const [n, row] of file.rows.entries()) {
    if (row.cutBefore && to > from) {
      slices.push({ path, from, to });
      from = to;
    }
    if (row.blankBefore && !isNumbered) {
      add('\n');
      line += 1;
    }
    // Numbers skip what the file had between its records.
    const at = isNumbered ? n * 2 + 5 : line;
    lines.push(at);
    const written =
      file.form === 'csv'
        ? [...(isNumbered ? [String(at)] : []), ...cellsOf(file, row)].map(quoted).join(',')
        : (isNumbered ? `${at}\t` : '') + (row.value === undefined ? unread.json : JSON.stringify(row.value));
    const isLast = n === file.rows.length - 1;
    add(isLast && row.blankBefore ? written : `${written}\n`);
    line += written.split('\n').length;
  }
  if (to > from) slices.push({ path, from, to });
  writeFileSync(path, text);
  const rows: RowForm =
    file.form === 'csv'
      ? { form: 'csv', delimiter: ',', columns: columnsOf(contractOf(file)), numbered: isNumbered }
      : { form: 'ndjson', numbered: isNumbered };
  const said: Said | undefined =
    file.form === 'json' && file.period !== undefined
      ? { branchId: 'b-1', period: file.period, mode: file.mode, nil: false, withdraws: [] }
      : undefined;
  return {
    lines,
    prepared: {
      ...{ format: file.form, encoding: 'utf-8', isGzipped: false, kind: file.kind, rows, slices, firstLine },
      ...(said !== undefined && { said }),
      ...{ faults: [], warnings: [] },
    },
  };
};
