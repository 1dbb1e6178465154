import { expect, it } from 'vitest';
import { citationFaults } from '../../../rules/penalties/cited.ts';
import { aPenalty } from './a-penalty.ts';

const ruleCiting = (article: string, item: string, sector: 'telecom' | 'bank' = 'telecom') => ({
  id: 'law.9.some-duty',
  penalties: [{ sector, article, item, express: true }],
});
const told = (rule: ReturnType<typeof ruleCiting>, penalties = [aPenalty(), aPenalty({ article: '8' })]) =>
  citationFaults(rule, penalties).map(({ code, pointer, found, fix }) => [code, pointer, found, fix.en]);

it('an article, item and sector that are there are no fault', () => {
  expect(told(ruleCiting('7', '1'))).toEqual([]);
  expect(told(ruleCiting('7', '1', 'bank'), [aPenalty({ liable: ['any'] })])).toEqual([]);
});

it('what is not there is told with what is', () => {
  expect(told(ruleCiting('9', '1'))).toEqual([['UNKNOWN_ARTICLE', '/penalties/0/article', '9', 'There are: 7, 8.']]);
  expect(told(ruleCiting('7', '2'))).toEqual([['UNKNOWN_ITEM', '/penalties/0/item', '2', 'There are: 1.']]);
  expect(told(ruleCiting('7', '1', 'bank'))).toEqual([
    ['NOT_LIABLE', '/penalties/0/sector', 'bank', 'There are: telecom.'],
  ]);
});

it('another law with the same article is not meant, nor an item of another article', () => {
  const other = aPenalty({ law: 'other', article: '9' });
  const item = aPenalty({ article: '8', items: [{ item: '2', summary: { zh: '某', en: 'some' } }] });
  expect(told(ruleCiting('9', '1'), [aPenalty(), other]).map(([code]) => code)).toEqual(['UNKNOWN_ARTICLE']);
  expect(told(ruleCiting('7', '2'), [aPenalty(), item]).map(([code]) => code)).toEqual(['UNKNOWN_ITEM']);
});

it('a rule may cite the penalty article of another law by name, if there is one', () => {
  const citing = (law: string) => ({
    id: 'law.9.some-duty',
    penalties: [{ sector: 'telecom' as const, law, article: '9', item: '1', express: true }],
  });
  const penalties = [aPenalty(), aPenalty({ law: 'other', article: '9' })];
  expect(citationFaults(citing('other'), penalties)).toEqual([]);
  expect(citationFaults(citing('third'), penalties).map(({ code, pointer, fix }) => [code, pointer, fix.en])).toEqual([
    ['UNKNOWN_LAW', '/penalties/0/law', 'There are: law, other.'],
  ]);
});
