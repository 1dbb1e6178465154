import { shown } from '../../events/field-faults.ts';
import { type ListName, listNames, listTitles } from '../../events/lists.ts';
import { nearest } from '../../events/nearest.ts';
import { refusal } from '../../events/problem.ts';

/** The list of that name; throws Problem NOT_FOUND naming those there are. */
export const listNamed = (name: string): ListName => {
  const list = listNames.find((one) => one === name);
  if (list !== undefined) return list;
  const meant = nearest(name, listNames);
  const all = listNames.map((one) => `${one}（${listTitles[one].zh}）`).join('、');
  throw refusal(
    'NOT_FOUND',
    { zh: '没有这个名单。', en: 'There is no such list.' },
    {
      column: 'list',
      found: shown(name),
      expected: { zh: `其中之一：${all}`, en: `one of: ${listNames.join(', ')}` },
      cause: { zh: '地址中的名单不存在。', en: 'The list in the address does not exist.' },
      fix: meant
        ? { zh: `是否应为“${meant}”？`, en: `Did you mean “${meant}”?` }
        : { zh: '改为所列名单之一。', en: 'Name one of those.' },
    },
  );
};
