import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Fault } from '../../events/fault.ts';
import { shown } from '../../events/field-faults.ts';
import { nearest } from '../../events/nearest.ts';
import { Problem } from '../../events/problem.ts';

const unknownName = (written: string, allowed: readonly string[]): Fault => {
  const name = shown(written);
  const meant = nearest(written, allowed);
  return {
    code: 'UNKNOWN_PARAMETER',
    column: name,
    expected: { zh: allowed.join('、') || '无参数', en: allowed.join(', ') || 'no parameter' },
    cause: { zh: `没有名为 ${name} 的查询参数。`, en: `There is no query parameter ${name} here.` },
    fix: meant
      ? { zh: `是否应为“${meant}”？否则删去该参数。`, en: `Did you mean “${meant}”? Leave it out otherwise.` }
      : { zh: '改正名称或删去该参数。', en: 'Correct the name or leave it out.' },
  };
};

const repeated = (name: string): Fault => ({
  code: 'REPEATED_PARAMETER',
  column: name,
  cause: { zh: `查询参数 ${name} 出现了两次。`, en: `The query parameter ${name} is given twice.` },
  fix: { zh: '每个参数只写一次。', en: 'Give each parameter once.' },
});

const undecodable: Fault = {
  code: 'MALFORMED_QUERY',
  cause: { zh: '查询字符串不是合法的百分号编码。', en: 'The query string is not properly percent-encoded.' },
  fix: { zh: '将 % 写作 %25，并以 UTF-8 编码。', en: 'Write a percent sign as %25 and encode as UTF-8.' },
};

const decodes = (text: string): boolean => {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
};

/** The decoded query; throws Problem INVALID_REQUEST for a name that is not allowed, is repeated or does not decode. */
export const queryOf = (
  { rawQueryString }: Pick<APIGatewayProxyEventV2, 'rawQueryString'>,
  allowed: readonly string[],
): Readonly<Record<string, string>> => {
  const pairs = [...new URLSearchParams(rawQueryString)];
  const names = pairs.map(([name]) => name);
  const faults = [
    ...(decodes(rawQueryString) ? [] : [undecodable]),
    ...[...new Set(names)].filter((name) => !allowed.includes(name)).map((name) => unknownName(name, allowed)),
    ...[...new Set(names.filter((name, at) => names.indexOf(name) !== at))].map(repeated),
  ];
  if (faults.length > 0)
    throw new Problem('INVALID_REQUEST', { zh: '查询参数有误。', en: 'The query is wrong.' }, faults);
  return Object.fromEntries(pairs);
};
