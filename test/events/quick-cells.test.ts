import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readCell } from '../../events/cells.ts';
import type { Field } from '../../events/field.ts';
import { amount, count, date, flag, identifier, instant, listOf, oneOf, orNone, words } from '../../events/fields.ts';
import { quickCell, quickValue, slow } from '../../events/quick-reader.ts';

const column = { zh: '列', en: 'Column' };
const level = oneOf({ high: { zh: '高', en: 'high risk' }, low: { zh: '低', en: 'low risk' } }, column);
const number = identifier(column, column, (value) =>
  value.includes('X') ? { code: 'WRONG', cause: column, fix: column } : undefined,
);
const fields: readonly Field[] = [flag, count, amount, date, instant, words]
  .map((of) => of(column) as Field)
  .concat([level, number, listOf(column, column)])
  .concat([words(column), listOf(column, column)].map(({ quick: _, ...field }) => field as Field));

/** What the schema makes of a value, or that it refuses it. */
const exactly = ({ schema }: Field, value: unknown): unknown => {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : slow;
};

const instantCells = [
  ...['2023-04-01T09:10:59+08:00', '2023-04-01 23:59:00', '2023-04-01T09:10:00', '2023-04-01T00:00:00+08:00'],
  ...[
    '2023-04-01T09:10:00Z',
    '2023-04-01T09:10:00-05:00',
    '2023/04/01 09:10:00',
    '2023-04/01 09:10:00',
    '2023/04-01 09:10:00',
    '2023-4-1 9:10',
  ],
  ...['2023-04-01 24:00:00', '2023-04-01T23:60:00+08:00', '2023-04-01T23:59:60+08:00', '2023-02-30 09:10:00'],
  ...[
    '2023-04-01 0a:10:00',
    '2023-04-01 09:1a:00',
    '2023-04-01 09:10:a0',
    '2023-04-01 09-10:00',
    '2023-04-01 09:10-00',
  ],
  ...[
    '2023-04-01 /9:10:00',
    '2023-04-01 09:10:0:',
    '2023-04-01 ::10:00',
    '2023-04-01x09:10:00',
    '2023-04-01x09:10:00+08:00',
  ],
  ...[
    '2023-04-01 09:10:00+08:00',
    '2023-04-01T09:10:00+09:00',
    '2023-04-01T09:10:00.5+08:00',
    '2023-04-01T09:10:0+08:00',
  ],
  ...['2023-04-01 3/:10:00', '2023-04-01 09:/9:00', '2023-04-01 09:10:/9', '2023-04-01T0:10:000+08:00'],
];
const cells = [
  ...[
    '是',
    '否',
    'true',
    '1',
    '0',
    '12',
    '1,234',
    '-3',
    '1.5',
    '无',
    'null',
    'none',
    ' 无 ',
    '高',
    'high',
    'HIGH RISK',
  ],
  ...[
    'a',
    'a;b',
    ' a ',
    'A1',
    'A1-2',
    'AX',
    'ABCDEFGH',
    'ABCDEFGHX',
    'abcdefgh',
    'abcdefg;',
    'abcdefgh;i',
    'x'.repeat(201),
  ],
  ...[
    '2023-04-01',
    '2023/4/1',
    '2023-02-30',
    ' ABCDEFGH ',
    '\u200babcdefgh\u200b',
    '\u200b',
    '\ufeffabcdefgh\ufeff',
    'NONE****',
    'ｎｏｎｅ',
    '***无****',
    '_n_o_n_e_',
    '无无无无无无无无',
    '无'.padStart(12),
    '无*******',
    'n_o_n_e___',
    'n o n e   *',
    '2023-04-01 无无无',
    ...instantCells,
  ],
];

describe.each([...fields, ...fields.map(orNone)])('a column of type $type', (field) => {
  it('says of each cell what the slow way says, the first time and the second', () => {
    const read = quickCell(field);
    const told = cells.map((cell) => [cell, exactly(field, readCell(field, cell))]);
    expect(cells.map((cell) => [cell, read(cell)])).toEqual(told);
    expect(cells.map((cell) => [cell, read(cell)])).toEqual(told);
  });

  it('says of each value of JSON what the schema says, the first time and the second', () => {
    const values = [...cells, null, true, false, 0, 1, -1, 1.5, [], ['a'], ['a', 5], {}, undefined];
    const read = quickValue(field);
    const told = values.map((value) => [value, exactly(field, value)]);
    expect(values.map((value) => [value, read(value)])).toEqual(told);
    expect(values.map((value) => [value, read(value)])).toEqual(told);
  });
});

describe('what was met before is not asked again', () => {
  /** The field, and of how many texts its schema was asked. */
  const watched = (field: Field) => {
    const asked: unknown[] = [];
    const schema = z.unknown().transform((value, context) => {
      asked.push(value);
      const parsed = field.schema.safeParse(value);
      if (parsed.success) return parsed.data;
      context.addIssue('refused');
      return z.NEVER;
    });
    return { field: { ...field, schema } as Field, asked };
  };
  const askedFor = (of: Field, texts: readonly unknown[], by: typeof quickCell | typeof quickValue) => {
    const { field, asked } = watched(of);
    const read = by(field) as (text: unknown) => unknown;
    for (const text of texts) read(text);
    return asked.length;
  };
  const twice = (...texts: readonly string[]) => [...texts, ...texts];

  it.each([quickCell, quickValue])('of columns with few different texts (%o)', (by) => {
    expect(askedFor(level, twice('high', 'low'), by)).toBe(2);
    expect(askedFor(date(column), twice('2023-04-01', 'x'), by)).toBe(2);
  });

  it('of figures and flags in cells', () => {
    expect(askedFor(flag(column), twice('是', '否'), quickCell)).toBe(2);
    expect(askedFor(count(column), twice('1', '2'), quickCell)).toBe(2);
    expect(askedFor(amount(column), twice('1.5', '2'), quickCell)).toBe(2);
  });

  it.each([quickCell, quickValue])('of instants their days are asked once (%o)', (by) => {
    const times = ['00:00:00', '09:10:00', '23:59:59'];
    const all = times.flatMap((time) => [`2023-04-01T${time}+08:00`, `2023-04-01 ${time}`, `2023-04-01T${time}`]);
    expect(askedFor(instant(column), all, by)).toBe(1);
  });

  it('words, numbers and codes that come clean are asked of nobody, nor are flags and none in JSON', () => {
    expect(askedFor(words(column), ['a', 'long enough', '一二三一', '\u9fff'], quickCell)).toBe(0);
    expect(askedFor(number, ['A1', 'ABCDEFGHI'], quickCell)).toBe(0);
    expect(askedFor(orNone(words(column)), ['abcdefgh', 'longenough'], quickCell)).toBe(0);
    expect(askedFor(listOf(column, column), ['abcdefgh', 'abcdefghi'], quickCell)).toBe(0);
    expect(askedFor(words(column), ['a', null, true], quickValue)).toBe(0);
    expect(askedFor(orNone(flag(column)), [true, false, null], quickValue)).toBe(0);
  });

  it('where a column has more different texts than are worth it, none is remembered', () => {
    const many = Array.from({ length: 4_097 }, (_, n) => `x${n}`);
    expect(askedFor(date(column), [...many.slice(1), ...twice('x1', 'x2')], quickCell)).toBe(4_096);
    expect(askedFor(date(column), [...many, ...twice('x1', 'x2')], quickCell)).toBe(4_101);
  });
});
