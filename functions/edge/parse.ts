import type * as z from 'zod';
import type { Fault } from '../../events/fault.ts';
import { Problem } from '../../events/problem.ts';

const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const unknownField = (path: readonly PropertyKey[], name: string): Fault => ({
  code: 'UNKNOWN_FIELD',
  pointer: pointerOf([...path, name]),
  cause: { zh: `没有名为 ${name} 的字段。`, en: `There is no field ${name}.` },
  fix: { zh: '改正字段名或删去该字段。', en: 'Correct the name or leave it out.' },
});

const wrongValue = ({ code, path, message }: z.core.$ZodIssue): Fault => {
  const isMissing = /received undefined/.test(message);
  return {
    code: isMissing ? 'MISSING_FIELD' : code.toUpperCase(),
    pointer: pointerOf(path),
    cause: { zh: isMissing ? '缺少必填字段。' : `取值不符合要求：${message}`, en: message },
    fix: { zh: '按接口文档填写该字段。', en: 'Give the field as the API document says.' },
  };
};

/** zod's issues as faults, each with its place; the value sent is not repeated, as it may be personal. */
export const faultsOf = (error: z.ZodError): readonly Fault[] =>
  error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((name) => unknownField(issue.path, name)) : [wrongValue(issue)],
  );

/** The value in the schema's shape; throws Problem INVALID_BODY naming every place that is not. */
export const parse = <S extends z.ZodType>(schema: S, json: unknown): z.output<S> => {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  throw new Problem('INVALID_BODY', { zh: '请求体有误。', en: 'The body is wrong.' }, faultsOf(result.error));
};
