import { listOf } from './fields.ts';
import type { Why } from './identifiers/why.ts';

/** A column whose cells list codes, each one of those known (with what it means in Chinese); an empty list is "none". */
export const listOfCodes = (
  known: Readonly<Record<string, string>>,
  column: { readonly zh: string; readonly en: string; readonly synonyms?: readonly string[] },
) =>
  listOf(
    column,
    {
      zh: `代码的列表：${Object.entries(known)
        .map(([code, zh]) => `${code}（${zh}）`)
        .join('、')}；没有时为空列表`,
      en: `a list of codes: ${Object.keys(known).join(', ')}; empty where there is none`,
    },
    (value): Why | undefined =>
      Object.hasOwn(known, value)
        ? undefined
        : {
            code: 'UNKNOWN_CODE',
            cause: { zh: '不是所列代码之一。', en: 'It is none of the codes.' },
            fix: { zh: '按所列代码填写。', en: 'Use one of the codes.' },
          },
  );
