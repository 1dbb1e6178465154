import * as z from 'zod';
import type { Fault } from '../../events/fault.ts';
import { shown, typeOf } from '../../events/field-faults.ts';
import type { Why } from '../../events/identifiers/why.ts';
import { nearest } from '../../events/nearest.ts';
import { expectedOf } from './expected-of.ts';
import { pointerOf } from './pointer.ts';
import { schemaAt } from './schema-at.ts';

type Issue = z.core.$ZodIssue;

/** A name that the object has not, with the nearest it has. */
export const unknownField = (schema: z.ZodType, path: readonly PropertyKey[], name: string): Fault => {
  const object = schemaAt(schema, path);
  const allowed = object instanceof z.ZodObject ? Object.keys(object.shape) : [];
  const meant = nearest(name, allowed);
  const clear = shown(name);
  return {
    code: 'UNKNOWN_FIELD',
    pointer: pointerOf([...path, name]),
    found: clear,
    expected: { zh: `其中之一：${allowed.join('、')}`, en: `one of: ${allowed.join(', ')}` },
    cause: { zh: `没有名为“${clear}”的字段。`, en: `There is no field “${clear}”.` },
    fix: meant
      ? { zh: `是否应为“${meant}”？否则删去。`, en: `Did you mean “${meant}”? Delete it otherwise.` }
      : { zh: '删去该字段。', en: 'Delete the field.' },
  };
};

const sizeOf = (value: unknown): string =>
  typeof value === 'string' || Array.isArray(value) ? String(value.length) : shown(value);

/** Why the value is wrong, without how to put it right where that is to give what was expected. */
const whyOf = (issue: Issue, value: unknown): Omit<Why, 'fix'> & { readonly fix?: Why['fix'] } => {
  const { zh, en } = typeOf(value);
  if (value === null) return { code: 'NULL_NOT_ALLOWED', cause: { zh: `所填为${zh}。`, en: `It is ${en}.` } };
  switch (issue.code) {
    case 'custom':
      if (issue.params !== undefined) return issue.params as Why;
      break;
    case 'invalid_type':
      return typeof value === 'number' && issue.expected === 'int'
        ? { code: 'WRONG_TYPE', cause: { zh: '不是整数。', en: 'It is no whole number.' } }
        : { code: 'WRONG_TYPE', cause: { zh: `所填为${zh}。`, en: `It is ${en}.` } };
    case 'invalid_value': {
      const meant = nearest(String(value), issue.values.map(String));
      const cause = { zh: '不是允许的取值。', en: 'It is none of the values allowed.' };
      if (meant === undefined) return { code: 'UNKNOWN_VALUE', cause };
      return {
        code: 'UNKNOWN_VALUE',
        cause,
        fix: { zh: `是否应为“${meant}”？`, en: `Did you mean “${meant}”?` },
      };
    }
    case 'too_big':
      return {
        code: 'OUT_OF_RANGE',
        cause: { zh: `过长或过大：${sizeOf(value)}。`, en: `It is too long or too large: ${sizeOf(value)}.` },
      };
    case 'too_small':
      return {
        code: 'OUT_OF_RANGE',
        cause: { zh: `过短或过小：${sizeOf(value)}。`, en: `It is too short or too small: ${sizeOf(value)}.` },
      };
    case 'invalid_format':
      if (issue.format === 'date') {
        return {
          code: 'NO_SUCH_DATE',
          cause: { zh: '不是真实存在的日期。', en: 'It is no day that exists.' },
        };
      }
      break;
  }
  return { code: 'WRONG_FORM', cause: { zh: '写法不符合要求。', en: 'It is not written as expected.' } };
};

const missing = (path: readonly PropertyKey[]): Omit<Why, 'fix'> => ({
  code: 'MISSING_FIELD',
  cause: { zh: `缺少必填字段 ${String(path.at(-1))}。`, en: `The field ${String(path.at(-1))} is missing.` },
});

/** Short, and without what stands inside: records may be somebody's. */
const foundIn = (value: unknown, schema: z.core.$ZodType): string => {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}';
  return shown(value, { type: schema instanceof z.ZodISODate ? 'date' : 'text' });
};

/** A value that is missing or wrong, with its place in the body. */
export const wrongValue = (schema: z.ZodType, json: unknown, issue: Issue): Fault => {
  const { path } = issue;
  const value = path.reduce<unknown>((inside, step) => (inside as Record<PropertyKey, unknown>)?.[step], json);
  const at = schemaAt(schema, path)!;
  const expected = expectedOf(at);
  const { code, cause, fix } = value === undefined ? { ...missing(path), fix: undefined } : whyOf(issue, value);
  return {
    code,
    pointer: pointerOf(path),
    ...(value !== undefined && { found: foundIn(value, at) }),
    expected,
    cause,
    fix: fix ?? { zh: `填写${expected.zh}。`, en: `Give ${expected.en}.` },
  };
};
