import type { Text } from '../../events/fault.ts';
import type { Fact, FactValue } from '../facts/fact.ts';
import type { Constant } from './operators.ts';
import type { Operator } from './rule.ts';
import type { Weighed } from './weigh.ts';

type FactWords = (fact: string) => Pick<Fact, 'zh' | 'en'>;

const said: Readonly<Record<string, Text>> = {
  true: { zh: '是', en: 'yes' },
  false: { zh: '否', en: 'no' },
  null: { zh: '无', en: 'none' },
};

/** Hours have more digits than anybody reads; but a millisecond (3e-7 h) too late must not read as in time. */
const rounded = (value: number, beside: Constant): number => {
  const short = Number(value.toFixed(3));
  return short === beside ? Number(value.toFixed(7)) : short;
};

/** A value as people read it. `beside` is what it is compared with. */
export const valueWords = (value: FactValue | Constant, beside: Constant): Text => {
  if (Array.isArray(value)) return { zh: value.join('、') || '空', en: value.join(', ') || 'nothing' };
  const text = String(typeof value === 'number' ? rounded(value, beside) : value);
  return said[text] ?? { zh: text, en: text };
};

/** What a comparison wants of a fact. */
export const operatorWords: Readonly<Record<Operator, Text>> = {
  equal: { zh: '为', en: 'be' },
  notEqual: { zh: '不为', en: 'not be' },
  in: { zh: '属于', en: 'be one of' },
  notIn: { zh: '不属于', en: 'be none of' },
  contains: { zh: '包含', en: 'contain' },
  doesNotContain: { zh: '不包含', en: 'not contain' },
  lessThan: { zh: '小于', en: 'be less than' },
  lessThanInclusive: { zh: '不超过', en: 'be at most' },
  greaterThan: { zh: '大于', en: 'be more than' },
  greaterThanInclusive: { zh: '不小于', en: 'be at least' },
};

const joined = (parts: readonly Text[], zh: string, en: string): Text => ({
  zh: parts.map((part) => part.zh).join(zh),
  en: parts.map((part) => part.en).join(en),
});

/** What kept a condition from coming out as `wanted`. */
const reasons = (weighed: Weighed, wanted: boolean, wordsOf: FactWords): readonly Text[] => {
  if ('not' in weighed) return reasons(weighed.not, !wanted, wordsOf);
  if ('leaf' in weighed) {
    const { leaf, read } = weighed;
    const fact = wordsOf(leaf.fact);
    const [found, value] = [valueWords(read, leaf.value), valueWords(leaf.value, leaf.value)];
    const operator = operatorWords[leaf.operator];
    const [should, shall] = wanted ? ['应', 'should'] : ['不应', 'should not'];
    return [
      {
        zh: `${fact.zh}：${found.zh}，${should}${operator.zh} ${value.zh}`,
        en: `${fact.en}: ${found.en}, ${shall} ${operator.en} ${value.en}`,
      },
    ];
  }
  const parts = 'all' in weighed ? weighed.all : weighed.any;
  const against = parts.filter(({ truth }) => truth === !wanted).map((part) => reasons(part, wanted, wordsOf));
  // To hold, an `all` needs every part and an `any` only one; not to hold, the other way round.
  const needsAll = 'all' in weighed === wanted;
  if (needsAll) return against.flat();
  const either = joined(
    against.map((part) => joined(part, '，且', ' and ')),
    '；或 ',
    '; or ',
  );
  return [{ zh: `须满足其一：${either.zh}`, en: `one of these is needed: ${either.en}` }];
};

/** Why the duty is not met, in a sentence of each language. */
export const whyViolated = (duty: Weighed, wordsOf: FactWords): Text => {
  const { zh, en } = joined(reasons(duty, true, wordsOf), '；', '; ');
  return { zh: `${zh}。`, en: `${en}.` };
};

/** What nobody told us, in a sentence of each language. */
export const whyUndetermined = (missing: readonly string[], wordsOf: FactWords): Text => {
  const { zh, en } = joined(missing.map(wordsOf), '、', ', ');
  return { zh: `无法判定，缺少：${zh}。`, en: `It cannot be told; unknown: ${en}.` };
};
