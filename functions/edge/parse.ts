import type * as z from 'zod';
import { type Fault, maxAnswered } from '../../events/fault.ts';
import { Problem } from '../../events/problem.ts';
import { unknownField, wrongValue } from './issue-fault.ts';

type Issue = z.core.$ZodIssue;

const countOf = (issue: Issue): number => (issue.code === 'unrecognized_keys' ? issue.keys.length : 1);

const faultsOf = (schema: z.ZodType, json: unknown, issues: readonly Issue[]): Fault[] => {
  const faults: Fault[] = [];
  for (const issue of issues) {
    const room = maxAnswered - faults.length;
    if (room === 0) break;
    if (issue.code !== 'unrecognized_keys') faults.push(wrongValue(schema, json, issue));
    else faults.push(...issue.keys.slice(0, room).map((name) => unknownField(schema, issue.path, name)));
  }
  return faults;
};

/**
 * The value in the schema's shape; throws Problem INVALID_BODY naming the places that are not: what was found there,
 * masked, what was expected, and the fix.
 */
export const parse = <S extends z.ZodType>(schema: S, json: unknown): z.output<S> => {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const { issues } = result.error;
  const total = issues.reduce((sum, issue) => sum + countOf(issue), 0);
  throw new Problem(
    'INVALID_BODY',
    { zh: '请求体有误。', en: 'The body is wrong.' },
    faultsOf(schema, json, issues),
    total,
  );
};
