import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { Contract } from '../../events/contract.ts';
import type { Field } from '../../events/field.ts';
import { kinds } from '../../events/records/kinds.generated.ts';

const samples = fileURLToPath(new URL('../../events/samples/', import.meta.url));

/** Every record of the kind among the samples, clean and faulty ones. */
export const sampleRecords = (kind: string): readonly Readonly<Record<string, unknown>>[] =>
  readdirSync(samples)
    .filter((name) => name === `${kind}.clean.json` || name === `${kind}.faulty.json`)
    .flatMap((name) => JSON.parse(readFileSync(samples + name, 'utf8')).records);

/** A field of a kind, and what samples have in it. */
export type Seen = { readonly kind: string; readonly name: string; readonly field: Field; readonly values: unknown[] };

export const seenFields: readonly Seen[] = Object.values(kinds as Readonly<Record<string, Contract>>).flatMap(
  ({ kind, fields }) => {
    const records = sampleRecords(kind);
    return Object.entries(fields).map(([name, field]) => ({
      ...{ kind, name, field },
      values: records.map((record) => record[name]).filter((value) => value !== undefined),
    }));
  },
);

/** A value as somebody types it into a cell. */
export const cellOf = (value: unknown): string => {
  if (value === null) return '无';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return Array.isArray(value) ? value.join('；') || '无' : String(value);
};

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0));
const blank = fc.constantFrom(
  ' ',
  '  ',
  '   ',
  '\t',
  '　',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '\u202d',
  '　　　　　　　　',
  ' '.repeat(9),
);
const common = [
  '无',
  'null',
  'NONE',
  'Ｎｏｎｅ',
  '是',
  '否',
  '√',
  'TRUE',
  '0',
  '1',
  '-1',
  '1,234',
  '1.5',
  '１２',
  '***',
  '；',
  'a;b',
];
const days = ['2023-04-01', '2023/4/1', '2023-02-29', '2024-02-29', '0000-01-01', '9999-12-31', '２０２３-04-01'];
const times = [
  '',
  ' 09:10',
  ' 09:10:11',
  'T09:10:11',
  'T09:10:11+08:00',
  'T24:00:00+08:00',
  'T09:60:00',
  'T09:10:11Z',
  ' 09:10:11.5',
  'T23:59:59-14:00',
  ' 9:10:11+08:00',
  't09:10:11+08:00',
];
const instant = fc.tuple(fc.constantFrom(...days), fc.constantFrom(...times)).map((parts) => parts.join(''));

/** Texts as they stand in cells of the field: right ones, nearly right ones, and any at all. */
export const anyCell = ({ field, values }: Seen): fc.Arbitrary<string> => {
  const words = Object.entries(field.values ?? {}).flatMap(([code, { zh, en }]) => [code, zh, en]);
  const known = [...new Set([...values.map(cellOf), ...words])].filter((text) => text !== '');
  const start = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...(known.length === 0 ? common : known)) },
    { weight: 2, arbitrary: fc.constantFrom(...common) },
    { weight: field.type === 'instant' || field.type === 'date' ? 6 : 1, arbitrary: instant },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...[63, 64, 65, 127, 128, 129, 200, 201, 2_001].map((n) => 'A'.repeat(n))),
    },
  );
  const slip: fc.Arbitrary<(text: string) => string> = fc.oneof(
    blank.map((mark) => (text: string) => mark + text),
    blank.map((mark) => (text: string) => text + mark),
    fc.tuple(blank, fc.nat(20)).map(
      ([mark, at]) =>
        (text: string) =>
          text.slice(0, at) + mark + text.slice(at),
    ),
    fc.nat(30).map((at) => (text: string) => text.slice(0, at) + text.slice(at + 1)),
    fc.tuple(fc.nat(30), fc.constantFrom(...'0X9-：；,"\\ё号')).map(
      ([at, mark]) =>
        (text: string) =>
          text.slice(0, at) + mark + text.slice(at + 1),
    ),
    fc.constantFrom(
      wide,
      (text) => text.toLowerCase(),
      (text) => text.toUpperCase(),
      (text) => `${text}；${text}`,
      (text) => `${text}\n`,
      (text) => `'=${text}`,
      (text) => `'${text}`,
      (text) => `'-${text}`,
    ),
  );
  return fc
    .tuple(start, fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(slip, { maxLength: 3 })))
    .map(([text, slips]) => slips.reduce((now, change) => change(now), text));
};
