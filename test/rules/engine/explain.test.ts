import { describe, expect, it } from 'vitest';
import { whyUndetermined, whyViolated } from '../../../rules/engine/explain.ts';
import type { Resolved, ResolvedLeaf } from '../../../rules/engine/resolve.ts';
import { weigh } from '../../../rules/engine/weigh.ts';
import type { FactValue } from '../../../rules/facts/fact.ts';

const wordsOf = (fact: string) => ({ zh: `事实${fact}`, en: `fact ${fact}` });

const leaf = (fact: string, operator: ResolvedLeaf['operator'] = 'equal', value: ResolvedLeaf['value'] = true) => ({
  fact,
  operator,
  value,
});

const why = (duty: Resolved, values: Readonly<Record<string, FactValue>>) =>
  whyViolated(
    weigh(duty, ({ fact }) => values[fact]),
    wordsOf,
  );

const ab: readonly Resolved[] = [leaf('a'), leaf('b')];
const no = { a: false, b: false };

describe('why a duty is not met is said as its conditions stand:', () => {
  it.each<[string, Resolved, Readonly<Record<string, FactValue>>, string, string]>([
    ['one condition', leaf('a'), no, '事实a：否，应为 是。', 'fact a: no, should be yes.'],
    [
      'of all, each that failed',
      { all: [...ab, leaf('c')] },
      { ...no, c: true },
      '事实a：否，应为 是；事实b：否，应为 是。',
      'fact a: no, should be yes; fact b: no, should be yes.',
    ],
    [
      'of all, nothing of what nobody told',
      { all: ab },
      { b: false },
      '事实b：否，应为 是。',
      'fact b: no, should be yes.',
    ],
    [
      'of any, that one of them is needed',
      { any: ab },
      no,
      '须满足其一：事实a：否，应为 是；或 事实b：否，应为 是。',
      'one of these is needed: fact a: no, should be yes; or fact b: no, should be yes.',
    ],
    [
      'of any of several together, which go together',
      { any: [{ all: ab }, leaf('c')] },
      { ...no, c: false },
      '须满足其一：事实a：否，应为 是，且事实b：否，应为 是；或 事实c：否，应为 是。',
      'one of these is needed: fact a: no, should be yes and fact b: no, should be yes; or fact c: no, should be yes.',
    ],
    ['not one', { not: leaf('a') }, { a: true }, '事实a：是，不应为 是。', 'fact a: yes, should not be yes.'],
    [
      'not any of them: each that held',
      { not: { any: [...ab, leaf('c')] } },
      { a: true, b: true, c: false },
      '事实a：是，不应为 是；事实b：是，不应为 是。',
      'fact a: yes, should not be yes; fact b: yes, should not be yes.',
    ],
    [
      'not all of them: one must give way',
      { not: { all: ab } },
      { a: true, b: true },
      '须满足其一：事实a：是，不应为 是；或 事实b：是，不应为 是。',
      'one of these is needed: fact a: yes, should not be yes; or fact b: yes, should not be yes.',
    ],
    ['not not', { not: { not: leaf('a') } }, no, '事实a：否，应为 是。', 'fact a: no, should be yes.'],
  ])('%s', (_, duty, values, zh, en) => {
    expect(why(duty, values)).toEqual({ zh, en });
  });
});

describe('every comparison has its words:', () => {
  it.each<[ResolvedLeaf['operator'], ResolvedLeaf['value'], FactValue, string, string]>([
    ['equal', 'reader', 'manual-only', 'manual-only，应为 reader', 'manual-only, should be reader'],
    ['equal', null, 'none', 'none，应为 无', 'none, should be none'],
    ['notEqual', 'none', 'none', 'none，应不为 none', 'none, should not be none'],
    ['in', ['I', 'II'], null, '无，应属于 I、II', 'none, should be one of I, II'],
    ['notIn', ['I', 'II'], 'I', 'I，应不属于 I、II', 'I, should be none of I, II'],
    ['contains', 'x', [], '空，应包含 x', 'nothing, should contain x'],
    ['doesNotContain', 'x', ['w', 'x'], 'w、x，应不包含 x', 'w, x, should not contain x'],
    ['lessThan', 24, 24, '24，应小于 24', '24, should be less than 24'],
    ['lessThanInclusive', 24, 24 + 1 / 3600, '24.0002778，应不超过 24', '24.0002778, should be at most 24'],
    ['lessThanInclusive', 24, 24.5 + 1 / 3, '24.833，应不超过 24', '24.833, should be at most 24'],
    ['greaterThan', 0, 0, '0，应大于 0', '0, should be more than 0'],
    ['greaterThanInclusive', 1, 0.12345, '0.123，应不小于 1', '0.123, should be at least 1'],
  ])('%s %j, found %j', (operator, value, found, zh, en) => {
    expect(why(leaf('a', operator, value), { a: found })).toEqual({ zh: `事实a：${zh}。`, en: `fact a: ${en}.` });
  });
});

it('what cannot be told names each fact that nobody told', () => {
  expect(whyUndetermined(['a', 'b'], wordsOf)).toEqual({
    zh: '无法判定，缺少：事实a、事实b。',
    en: 'It cannot be told; unknown: fact a, fact b.',
  });
});
