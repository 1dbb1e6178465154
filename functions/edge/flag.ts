import { shown } from '../../events/field-faults.ts';
import { Problem } from '../../events/problem.ts';

/** A query flag: `true` or `false`, false where left out; throws Problem INVALID_REQUEST for anything else. */
export const flagOf = (query: Readonly<Record<string, string>>, name: string): boolean => {
  const value = query[name] ?? 'false';
  if (value === 'true' || value === 'false') return value === 'true';
  throw new Problem('INVALID_REQUEST', { zh: '查询参数有误。', en: 'The query is wrong.' }, [
    {
      code: 'NOT_A_FLAG',
      column: name,
      found: shown(value),
      expected: { zh: 'true 或 false', en: 'true or false' },
      cause: { zh: `${name} 只能是 true 或 false。`, en: `${name} is either true or false.` },
      fix: { zh: '改为 true 或 false，或不写。', en: 'Say true or false, or leave it out.' },
    },
  ]);
};
