import { expect, it } from 'vitest';
import { factsOf, wordsOf } from '../../../rules/facts/fact.ts';

it('a fact is told to people by its words in both languages, and by nothing else of it', () => {
  const facts = factsOf<object>()({
    'card.rank': { type: 'number', unit: 'card', zh: '次序', en: 'rank', of: () => 1 },
  });
  expect(wordsOf(facts['card.rank'])).toEqual({ zh: '次序', en: 'rank' });
});
