import type * as z from 'zod';
import type { Fault, Text } from './fault.ts';
import type { Field } from './field.ts';
import type { Why } from './identifiers/why.ts';
import { mask, maskNumbers } from './mask.ts';
import { nearest } from './nearest.ts';

const shownLength = 80;
/** Long enough that no number cut here reaches into what is shown. */
const readLength = 1_000;

/** A day or time as people write it: long numbers are masked, but whoever mistyped a date must see which. */
const dateLike =
  /^\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:[T ]\d{1,2}(?::\d{1,2}){1,2}(?:\.\d{1,9})?(?:Z|[+-]\d{1,2}:?\d{2})?)?$/i;

/** What was found, short, and masked where it is or may be somebody's. */
export const shown = (value: unknown, field?: Pick<Field, 'personal' | 'type'>): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  if (value === null) return text;
  if (field?.personal !== undefined) return mask(text.slice(0, shownLength));
  if ((field?.type === 'instant' || field?.type === 'date') && dateLike.test(text)) return text;
  const clear = maskNumbers(text.slice(0, readLength));
  return clear.length > shownLength ? `${clear.slice(0, shownLength)}…` : clear;
};

const typeNames: Readonly<Record<string, Text>> = {
  string: { zh: '文本', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  boolean: { zh: '是否值', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '对象', en: 'an object' },
  null: { zh: '空值 null', en: 'null' },
};

/** What a JSON value is, in words. */
export const typeOf = (value: unknown): Text =>
  typeNames[value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value]!;

const wrongType = (field: Field, value: unknown): Why => {
  const { zh, en } = typeOf(value);
  const cause = { zh: `所填为${zh}。`, en: `It is ${en}.` };
  if (value === null) {
    return {
      code: 'NULL_NOT_ALLOWED',
      cause,
      fix: {
        zh: '确不知道时不填该字段；否则填实际值。',
        en: 'Leave it out where it is unknown; give the value otherwise.',
      },
    };
  }
  return { code: 'WRONG_TYPE', cause, fix: { zh: `改为${field.expected.zh}。`, en: `Give ${field.expected.en}.` } };
};

const unknownValue = (field: Field, value: unknown): Why => {
  const meant = typeof value === 'string' ? nearest(value, Object.keys(field.values ?? {})) : undefined;
  return {
    code: 'UNKNOWN_VALUE',
    cause: { zh: '不是允许的取值。', en: 'It is none of the values allowed.' },
    fix: meant
      ? { zh: `是否应为“${meant}”？`, en: `Did you mean “${meant}”?` }
      : { zh: '改为允许的取值之一。', en: 'Give one of the values allowed.' },
  };
};

const whyOf = (issue: z.core.$ZodIssue, field: Field, value: unknown): Why => {
  if (issue.code === 'custom' && issue.params !== undefined) return issue.params as Why;
  if (issue.code === 'invalid_value' && value !== null) return unknownValue(field, value);
  if (value === null || issue.code === 'invalid_type') return wrongType(field, value);
  return {
    code: 'OUT_OF_RANGE',
    cause: { zh: '过长、过短，或超出范围。', en: 'It is too long, too short, or out of range.' },
    fix: { zh: `改为${field.expected.zh}。`, en: `Give ${field.expected.en}.` },
  };
};

const inside = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((within, step) => (within as Record<PropertyKey, unknown>)[step], value);

/** One fault for each thing that zod found wrong with a value; `pointer` is where the value itself stands. */
export const fieldFaults = (
  field: Field,
  value: unknown,
  issues: readonly z.core.$ZodIssue[],
  place: { readonly column: string; readonly pointer: string },
): Omit<Fault, 'row'>[] =>
  issues.map((issue) => {
    const found = inside(value, issue.path);
    const { code, cause, fix } = whyOf(issue, field, found);
    return {
      code,
      column: place.column,
      pointer: [place.pointer, ...issue.path.map(String)].join('/'),
      found: shown(found, field),
      expected: field.expected,
      cause,
      fix,
    };
  });
