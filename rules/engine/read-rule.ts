import type * as z from 'zod';
import { nearest } from '../../events/nearest.ts';
import type { RuleFault } from './check.ts';
import { Leaf, operators, Parameter, Rule } from './rule.ts';

type Path = readonly PropertyKey[];

const inside = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((within, step) => (within as Record<PropertyKey, unknown> | undefined)?.[step], value);

const groups = ['all', 'any', 'not'];

const isValue = (path: Path): boolean => path.at(-1) === 'value' || path.at(-2) === 'params';

/** Of a condition's four forms, the errors of the one that was meant: its group, or a comparison. */
const meantOf = (issue: z.core.$ZodIssue, json: unknown): readonly z.core.$ZodIssue[] => {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ ...issue, keys: [key], path: [...issue.path, key] }));
  }
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  if (isValue(issue.path)) {
    const more = issue.path[0] === 'parameters' ? '' : ', null or { "parameter": … }';
    return [{ ...issue, message: `Expected a number, a text, a list of texts, true, false${more}` }];
  }
  const value = inside(json, issue.path);
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const branch = issue.errors.at(groups.findIndex((name) => keys.includes(name)))!;
  return branch.flatMap((inner) => meantOf({ ...inner, path: [...issue.path, ...inner.path] }, json));
};

/** What might have been meant by a key: those of a rule, a condition or a parameter. */
const keysAt = (path: Path): readonly string[] => {
  if (path.length === 1) return Object.keys(Rule.shape);
  if (path[0] === 'appliesWhen' || path[0] === 'conditions') return [...Object.keys(Leaf.shape), ...groups];
  return path[0] === 'parameters' ? Object.keys(Parameter.shape) : [];
};

const didYouMean = (meant: string): RuleFault['fix'] => ({
  zh: `是否应为“${meant}”？`,
  en: `Did you mean “${meant}”?`,
});

const faultOf = (issue: z.core.$ZodIssue, json: unknown): RuleFault => {
  const found = inside(json, issue.path);
  const pointer = issue.path.map((step) => `/${String(step)}`).join('');
  const at = { pointer, ...(found !== undefined && { found: JSON.stringify(found).slice(0, 80) }) };
  if (issue.code === 'invalid_value' && pointer.endsWith('/operator') && found !== undefined) {
    const meant = nearest(String(found), operators);
    return {
      ...at,
      code: 'UNKNOWN_OPERATOR',
      cause: { zh: `没有运算符“${found}”。`, en: `There is no operator “${found}”.` },
      fix: meant
        ? didYouMean(meant)
        : { zh: `可用：${operators.join('、')}。`, en: `There are: ${operators.join(', ')}.` },
    };
  }
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0]!;
    const known = keysAt(issue.path);
    const meant = known.includes(key) ? undefined : nearest(key, known);
    return {
      pointer,
      found: key,
      code: 'UNKNOWN_KEY',
      cause: { zh: `此处不能有“${key}”。`, en: `“${key}” does not belong here.` },
      fix: meant ? didYouMean(meant) : { zh: '删去。', en: 'Delete it.' },
    };
  }
  if (found === undefined && issue.path[0] === 'parameters' && issue.path.at(-1) === 'fixedBy') {
    return {
      ...at,
      code: 'CONFIDENCE_MISSING',
      cause: { zh: '数值未注明由谁确定。', en: 'A figure says who fixed it: law, a ministry, or nobody but us.' },
      fix: {
        zh: `写${Parameter.shape.fixedBy.options.map((one) => `“${one}”`).join('、')}之一；前两者还须写 status。`,
        en: `Write one of ${Parameter.shape.fixedBy.options.join(', ')}; with the first two, a status too.`,
      },
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
