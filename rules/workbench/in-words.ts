import type { Text } from '../../events/fault.ts';
import { operatorWords, valueWords } from '../engine/explain.ts';
import type { Resolved, ResolvedLeaf } from '../engine/resolve.ts';
import type { Fact } from '../facts/fact.ts';

type FactWords = (fact: string) => Pick<Fact, 'zh' | 'en'>;

/** What a comparison wants of its fact, or that it must not come out so. */
export const leafWords = ({ fact, operator, value }: ResolvedLeaf, isWanted: boolean, wordsOf: FactWords): Text => {
  const [words, figure, verb] = [wordsOf(fact), valueWords(value, value), operatorWords[operator]];
  return {
    zh: `${words.zh}${isWanted ? '' : '不应'}${verb.zh} ${figure.zh}`,
    en: `${words.en} is to ${isWanted ? '' : 'not '}${verb.en} ${figure.en}`,
  };
};

/** A condition as lines of each language, one to a comparison, indented by how deep it stands. */
export const conditionWords = (
  condition: Resolved,
  wordsOf: FactWords,
  isWanted = true,
  indent = '',
): readonly Text[] => {
  if ('not' in condition) return conditionWords(condition.not, wordsOf, !isWanted, indent);
  if (!('all' in condition || 'any' in condition)) {
    const { zh, en } = leafWords(condition, isWanted, wordsOf);
    return [{ zh: `${indent}- ${zh}`, en: `${indent}- ${en}` }];
  }
  const parts = 'all' in condition ? condition.all : condition.any;
  if (parts.length === 1) return conditionWords(parts[0]!, wordsOf, isWanted, indent);
  // Not all of them is any that is not, and the other way round.
  const isAll = 'all' in condition === isWanted;
  const head = isAll ? { zh: '同时满足：', en: 'all of:' } : { zh: '满足其一：', en: 'one of:' };
  return [
    { zh: `${indent}- ${head.zh}`, en: `${indent}- ${head.en}` },
    ...parts.flatMap((part) => conditionWords(part, wordsOf, isWanted, `${indent}  `)),
  ];
};
