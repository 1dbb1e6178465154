import * as z from 'zod';
import type { Text } from './fault.ts';
import type { Field, PersonalMark } from './field.ts';
import type { Why } from './identifiers/why.ts';
import { readDate, readInstant } from './instant.ts';

/** What every column says of itself. */
type Column = {
  readonly zh: string;
  readonly en: string;
  readonly synonyms?: readonly string[];
  readonly unit?: string;
};
type Personal = Column & { readonly personal?: PersonalMark };

const text = (zh: string, en: string): Text => ({ zh, en });

/** Hands our own reason through zod, so that a fault can say more than that the value is wrong. */
const refuse = (context: z.core.$RefinementCtx, why: Why): never => {
  context.addIssue({ code: 'custom', params: why, message: why.cause.en });
  return z.NEVER;
};

const field = <S extends z.ZodType>(
  type: Field['type'],
  schema: S,
  expected: Text,
  { zh, en, synonyms = [], unit, personal }: Personal,
): Field<S> => ({
  type,
  schema,
  zh,
  en,
  synonyms,
  expected,
  nullable: false,
  ...(unit !== undefined && { unit }),
  ...(personal !== undefined && { personal }),
});

/** The same column where `null` says that there is none: a known nothing, unlike leaving it out. */
export const orNone = <S extends z.ZodType>(of: Field<S>): Field<z.ZodNullable<S>> => ({
  ...of,
  schema: z.nullable(of.schema),
  nullable: true,
  expected: text(`${of.expected.zh}；确无时为 null（文件中写“无”）`, `${of.expected.en}; null where there is none`),
});

export const flag = (column: Column) =>
  field('boolean', z.boolean(), text('true 或 false（文件中写“是”或“否”）', 'true or false'), column);

export const words = (column: Personal, maxLength = 200) => ({
  ...field(
    'text',
    z.string().trim().min(1).max(maxLength),
    text(`1 至 ${maxLength} 个字符`, `1 to ${maxLength} characters`),
    column,
  ),
  quick: (value: string): string | undefined => {
    const clean = value.trim();
    return clean.length > 0 && clean.length <= maxLength ? clean : undefined;
  },
});

export const count = (column: Column) =>
  field('integer', z.int().min(0), text('不小于 0 的整数', 'a whole number, 0 or more'), column);

export const amount = (column: Column, max = Number.MAX_SAFE_INTEGER) =>
  field(
    'number',
    z.number().min(0).max(max),
    text(
      max === Number.MAX_SAFE_INTEGER ? '不小于 0 的数' : `0 至 ${max} 的数`,
      max === Number.MAX_SAFE_INTEGER ? 'a number, 0 or more' : `a number from 0 to ${max}`,
    ),
    column,
  );

export const oneOf = <const V extends Readonly<Record<string, Text>>>(values: V, column: Column) => {
  const codes = Object.keys(values) as (keyof V & string)[];
  const named = codes.map((code) => `${code}（${values[code]!.zh}）`).join('、');
  return {
    ...field(
      'enum',
      z.enum(codes as [keyof V & string, ...(keyof V & string)[]]),
      text(`其中之一：${named}`, `one of: ${codes.join(', ')}`),
      column,
    ),
    values,
  };
};

export const instant = (column: Column) =>
  field(
    'instant',
    z.string().transform((value, context): string => {
      const read = readInstant(value);
      if ('instant' in read) return read.instant;
      const fix = text('写成 2023-04-01T09:10:00+08:00 的形式。', 'Write it as 2023-04-01T09:10:00+08:00.');
      if (read.wrong === 'no-such-date') {
        return refuse(context, {
          code: 'NO_SUCH_DATE',
          cause: text('该日期或时刻不存在。', 'There is no such date or time.'),
          fix,
        });
      }
      if (read.wrong === 'no-time') {
        return refuse(context, {
          code: 'NO_TIME_OF_DAY',
          cause: text('只有日期，没有时刻。', 'It is a day without a time.'),
          fix,
        });
      }
      return refuse(context, {
        code: 'NOT_AN_INSTANT',
        cause: text('不是可识别的时刻。', 'It is no instant that can be read.'),
        fix,
      });
    }),
    text(
      '时刻，如 2023-04-01T09:10:00+08:00；不写时区时按北京时间',
      'an instant such as 2023-04-01T09:10:00+08:00; without offset it is read as China time',
    ),
    column,
  );

export const date = (column: Column) =>
  field(
    'date',
    z.string().transform(
      (value, context): string =>
        readDate(value) ??
        refuse(context, {
          code: 'NO_SUCH_DATE',
          cause: text('不是真实存在的日期。', 'It is no day that exists.'),
          fix: text('写成 2023-04-01 的形式。', 'Write it as 2023-04-01.'),
        }),
    ),
    text('日期，如 2023-04-01', 'a day such as 2023-04-01'),
    column,
  );

/** Blanks, hyphens and marks that nobody sees, as numbers copied from pages and messages have them. */
const between = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069-]/g;

const maxIdentifier = 64;

/** A number or code of somebody or something: without blanks, in half width and upper case, and right by its own rules. */
export const identifier = (column: Personal, expected: Text, whyWrong: (value: string) => Why | undefined) => ({
  ...field(
    'text',
    z
      .string()
      .max(maxIdentifier)
      .transform((value, context): string => {
        const clean = value.normalize('NFKC').replace(between, '').toUpperCase();
        const why = whyWrong(clean);
        return why === undefined ? clean : refuse(context, why);
      }),
    expected,
    column,
  ),
  // Most numbers come clean.
  quick: (value: string): string | undefined =>
    value.length <= maxIdentifier && /^[0-9A-Z]+$/.test(value) && whyWrong(value) === undefined ? value : undefined,
});

const maxListed = 64;

export const listOf = (
  column: Personal,
  expected: Text,
  whyWrong: (value: string) => Why | undefined = () => undefined,
) => ({
  ...field(
    'list',
    z
      .array(
        z
          .string()
          .trim()
          .min(1)
          .max(maxListed)
          .transform((value, context): string => {
            const why = whyWrong(value);
            return why === undefined ? value : refuse(context, why);
          }),
      )
      .max(1_000),
    expected,
    column,
  ),
  // Most lists are of one.
  quick: (cell: string): string[] | undefined =>
    cell.length <= maxListed && /^[0-9A-Za-z]+$/.test(cell) && whyWrong(cell) === undefined ? [cell] : undefined,
});

/** The enterprise's own number of the record, which names no person; it must not look like an identity number. */
export const recordId = {
  ...field(
    'text',
    z.string().transform((value, context): string => {
      const clean = value.trim();
      if (/^[\p{L}\p{N}._:/-]{1,128}$/u.test(clean) && !/^\d{17}[\dXx]$/.test(clean)) return clean;
      const looksPersonal = /^\d{17}[\dXx]$/.test(clean);
      return refuse(context, {
        code: looksPersonal ? 'RECORD_ID_IS_PERSONAL' : 'RECORD_ID_FORM',
        cause: looksPersonal
          ? text(
              '看起来是公民身份号码；记录编号不得含个人信息。',
              'It looks like a resident identity number; a record’s id must not be personal.',
            )
          : text(
              '只能含字母、数字和 . _ : / -，1 至 128 个字符。',
              'It has letters, digits and . _ : / - only, 1 to 128 of them.',
            ),
        fix: text('改用本企业的流水号或工单号。', 'Use a serial or order number of your own.'),
      });
    }),
    text('本企业的记录编号，不含个人信息', 'your own number of the record, nothing personal'),
    { zh: '记录编号', en: 'Record ID', synonyms: ['流水号', '业务流水号', '工单号', '记录号', 'record_id'] },
  ),
  quick: (value: string): string | undefined =>
    value.length <= 128 && /^[A-Za-z0-9._:/-]+$/.test(value) && !/^\d{17}[\dXx]$/.test(value) ? value : undefined,
};
