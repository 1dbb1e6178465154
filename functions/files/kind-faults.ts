import type { Contract } from '../../events/contract.ts';
import { nearest } from '../../events/nearest.ts';
import { headingsKnown } from './headings.ts';
import type { LineFault } from './prepared.ts';

export type Kinds = Readonly<Record<string, Contract>>;

/** The kind whose headings the rows have most of, if they have at least two. */
const likelyKind = (kinds: Kinds, rows: readonly (readonly string[])[]): Contract | undefined => {
  let best: Contract | undefined;
  let most = 1;
  for (const contract of Object.values(kinds)) {
    const known = Math.max(0, ...rows.map((cells) => headingsKnown(contract, cells)));
    if (known > most) [best, most] = [contract, known];
  }
  return best;
};

/** Nobody said which kind of records the table has; its headings may tell which one is meant. */
export const kindNotSaid = (kinds: Kinds, rows: readonly (readonly string[])[]): LineFault => {
  const likely = likelyKind(kinds, rows);
  const all = Object.keys(kinds);
  return {
    code: 'KIND_NOT_SAID',
    expected: { zh: `其中之一：${all.join('、')}`, en: `one of: ${all.join(', ')}` },
    cause: { zh: '文件没有写明记录类型。', en: 'The file does not say which kind of records it has.' },
    fix:
      likely === undefined
        ? { zh: '指定记录类型。', en: 'Say which kind it is.' }
        : {
            zh: `指定记录类型；从列名看似乎是 ${likely.kind}（${likely.title.zh}）。`,
            en: `Say which kind it is; by its headings it seems to be ${likely.kind} (${likely.title.en}).`,
          },
  };
};

export const unknownKind = (kinds: Kinds, kind: string): LineFault => {
  const all = Object.keys(kinds);
  const near = nearest(kind, all);
  return {
    code: 'UNKNOWN_KIND',
    found: kind.slice(0, 80),
    expected: { zh: `其中之一：${all.join('、')}`, en: `one of: ${all.join(', ')}` },
    cause: { zh: '文件写明的记录类型不存在。', en: 'There is no such kind as the file says.' },
    fix:
      near === undefined
        ? { zh: '改正 recordKind。', en: 'Correct recordKind.' }
        : { zh: `是否应为“${near}”？`, en: `Did you mean “${near}”?` },
  };
};

export const otherKind = (said: string, own: string): LineFault => ({
  code: 'OTHER_KIND',
  found: own,
  expected: { zh: said, en: said },
  cause: {
    zh: `文件写明的类型是 ${own}，而指定的是 ${said}。`,
    en: `The file says that its kind is ${own}, but ${said} was asked for.`,
  },
  fix: { zh: '选对文件，或改为文件的类型。', en: 'Take the right file, or ask for the kind that it has.' },
});
