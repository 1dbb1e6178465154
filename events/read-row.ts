import type { AnyRecord, Contract } from './contract.ts';
import type { Fault } from './fault.ts';
import { fieldFaults, shown } from './field-faults.ts';
import { nearest } from './nearest.ts';

/** A record with more names than this is some other file: one fault says so, not one for each name. */
export const maxNames = 1_000;

/** A row as far as it could be read; `faults` are the first of them, `faultsTotal` counts them all. */
export type Row = {
  readonly row: number;
  readonly read: Readonly<Record<string, unknown>>;
  readonly faults: readonly Fault[];
  readonly faultsTotal: number;
};

type RowFault = Omit<Fault, 'row'>;

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
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

const tooManyNames = ({ kind, fields }: Contract, names: number, unknown: number, pointer: string): RowFault => ({
  code: 'TOO_MANY_FIELDS',
  pointer,
  found: String(names),
  expected: { zh: `不超过 ${maxNames} 个字段`, en: `at most ${maxNames} fields` },
  cause: {
    zh: `其中 ${unknown} 个不是 ${kind} 的字段；${kind} 共有 ${Object.keys(fields).length} 个字段。`,
    en: `${unknown} of them are no fields of ${kind}, which has ${Object.keys(fields).length}.`,
  },
  fix: {
    zh: '核对是否取错了文件或类型；只保留该类型的字段，见 /v1/record-kinds。',
    en: 'See whether it is the right file and kind; keep the fields of the kind only, see /v1/record-kinds.',
  },
});

const unknownField = (contract: Contract, name: string, pointer: string): RowFault => {
  const meant = nearest(name, Object.keys(contract.fields));
  const clear = shown(name);
  return {
    code: 'UNKNOWN_FIELD',
    column: clear,
    pointer: `${pointer}/${token(clear)}`,
    cause: { zh: `${contract.kind} 没有字段“${clear}”。`, en: `${contract.kind} has no field “${clear}”.` },
    fix: meant
      ? { zh: `是否应为“${meant}”？否则删去。`, en: `Did you mean “${meant}”? Delete it otherwise.` }
      : { zh: '删去该字段。', en: 'Delete the field.' },
  };
};

const missingField = (contract: Contract, name: string, pointer: string): RowFault => {
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
export const named = ({ recordId }: Row['read']): { readonly recordId?: string } =>
  typeof recordId === 'string' ? { recordId } : {};

/** Reads one row against its contract; describes its first `most` faults and counts the rest. Throws nothing. */
export const readRow = (contract: Contract, value: unknown, row: number, most: number): Row => {
  if (!isObject(value)) return { row, read: {}, faults: [notAnObject(value, row)].slice(0, most), faultsTotal: 1 };
  const pointer = `/records/${row - 1}`;
  const read: Record<string, unknown> = {};
  const faults: RowFault[] = [];
  let faultsTotal = 0;
  const tell = <T>(all: readonly T[], described: (few: readonly T[]) => readonly RowFault[]): void => {
    faultsTotal += all.length;
    const room = most - faults.length;
    if (room > 0) faults.push(...described(all.slice(0, room)));
  };

  for (const [column, field] of Object.entries(contract.fields)) {
    if (!Object.hasOwn(value, column)) continue;
    const given = value[column];
    const parsed = field.schema.safeParse(given);
    if (parsed.success) read[column] = parsed.data;
    else
      tell(parsed.error.issues, (few) => fieldFaults(field, given, few, { column, pointer: `${pointer}/${column}` }));
  }
  const names = Object.keys(value);
  const unknown = names.filter((name) => !Object.hasOwn(contract.fields, name));
  if (names.length > maxNames) tell([names.length], ([all]) => [tooManyNames(contract, all!, unknown.length, pointer)]);
  else tell(unknown, (few) => few.map((name) => unknownField(contract, name, pointer)));
  const missing = [...contract.naturalKey, ...contract.lawDates].filter((name) => !Object.hasOwn(value, name));
  tell(missing, (few) => few.map((name) => missingField(contract, name, pointer)));
  tell(contract.crossCheck?.(read as AnyRecord) ?? [], (few) =>
    few.map((crossed) => {
      const { column } = crossed;
      if (column === undefined) return crossed;
      return { pointer: `${pointer}/${column}`, found: shown(value[column], contract.fields[column]), ...crossed };
    }),
  );
  return { row, read, faults: faults.map((fault) => ({ ...fault, row, ...named(read) })), faultsTotal };
};
