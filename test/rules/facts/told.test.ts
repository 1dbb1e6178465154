import { expect, it } from 'vitest';
import { both, either, isGiven, not } from '../../../rules/facts/told.ts';

it('takes silence for silence, and null, an empty text or an empty list for none', () => {
  expect(isGiven(undefined)).toBeUndefined();
  expect([isGiven(null), isGiven(''), isGiven([])]).toEqual([false, false, false]);
  expect([isGiven('x'), isGiven(['x'])]).toEqual([true, true]);
});

it('lets one no decide about both, and one yes about either', () => {
  expect([
    both(false, undefined),
    both(undefined, false),
    both(true, undefined),
    both(undefined, true),
    both(true, true),
  ]).toEqual([false, false, undefined, undefined, true]);
  expect([
    either(true, undefined),
    either(undefined, true),
    either(false, undefined),
    either(undefined, false),
    either(false, false),
  ]).toEqual([true, true, undefined, undefined, false]);
});

it('turns an answer around and leaves silence as it is', () => {
  expect([not(true), not(false), not(undefined)]).toEqual([false, true, undefined]);
});
