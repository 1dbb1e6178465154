import type * as z from 'zod';
import { nearest } from '../../events/nearest.ts';
import type { RuleFault } from './check.ts';
import { operators, Rule } from './rule.ts';

const inside = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((within, step) => (within as Record<PropertyKey, unknown> | undefined)?.[step], value);

const groups = ['all', 'any', 'not'];

/** Of a condition's four forms, the errors of the one that was meant: its group, or a comparison. */
const meantOf = (issue: z.core.$ZodIssue, json: unknown): readonly z.core.$ZodIssue[] => {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const value = inside(json, issue.path);
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const group = groups.findIndex((name) => keys.includes(name));
  const branch = issue.errors.length === 4 ? issue.errors.at(group)! : issue.errors[0]!;
  return branch.flatMap((inner) => meantOf({ ...inner, path: [...issue.path, ...inner.path] }, json));
};

const faultOf = (issue: z.core.$ZodIssue, json: unknown): RuleFault => {
  const found = inside(json, issue.path);
  const pointer = issue.path.map((step) => `/${String(step)}`).join('');
  const at = { pointer, ...(found !== undefined && { found: JSON.stringify(found).slice(0, 80) }) };
  if (issue.code === 'invalid_value' && pointer.endsWith('/operator')) {
    const meant = nearest(String(found), operators);
    return {
      ...at,
      code: 'UNKNOWN_OPERATOR',
      cause: { zh: `没有运算符“${found}”。`, en: `There is no operator “${found}”.` },
      fix: meant
        ? { zh: `是否应为“${meant}”？`, en: `Did you mean “${meant}”?` }
        : { zh: `可用：${operators.join('、')}。`, en: `There are: ${operators.join(', ')}.` },
    };
  }
  return {
    ...at,
    code: 'RULE_SHAPE',
    cause: { zh: `不合规则文件的格式：${issue.message}`, en: issue.message },
    fix: { zh: '参照 rules/README.md 改正。', en: 'Correct it after rules/README.md.' },
  };
};

/** A rule file's JSON as a rule, or everything that its shape has wrong, by place. */
export const readRule = (json: unknown): { readonly rule: Rule } | { readonly faults: readonly RuleFault[] } => {
  const read = Rule.safeParse(json);
  if (read.success) return { rule: read.data };
  return { faults: read.error.issues.flatMap((issue) => meantOf(issue, json)).map((issue) => faultOf(issue, json)) };
};
