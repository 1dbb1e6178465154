import type { Text } from '../../events/fault.ts';
import type { Holdings } from '../holdings.ts';
import type { Lists } from './lists.ts';

/**
 * What a fact may read: the record in normal form (personal fields replaced by tokens, or left out), the holdings of its
 * subject when the kind is counted, what authorities' lists say of the values it names, and nothing else: no clock, no
 * environment.
 */
export type FactSource<R> = {
  readonly record: R;
  /** Undefined where the subject or card is unknown, or nobody counted. */
  readonly holdings?: Holdings;
  /** Undefined where nobody looked anything up: then no list is there. */
  readonly lists?: Lists;
};

export type FactValue = string | number | boolean | null | readonly string[] | undefined;
export type FactParams = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** A typed, documented value that rules compare. `undefined` means nobody told us. */
export type Fact<R = never> = {
  readonly type: 'boolean' | 'number' | 'string' | 'list';
  readonly unit?: string;
  /** What it is, in the words used to explain a verdict: a noun phrase. */
  readonly zh: string;
  readonly en: string;
  /** For `string` and `list`: the values it can take, when they are few. */
  readonly values?: readonly string[];
  /** Named parameters it takes, with their types. */
  readonly params?: Readonly<Record<string, 'number' | 'string' | 'boolean' | 'list'>>;
  /** True when it reads holdings: its rules are judged again when another card displaces this one. */
  readonly counted?: boolean;
  readonly of: (source: FactSource<R>, params: FactParams) => FactValue;
};

/** The facts of one record kind; the keys are what rules name. */
export type Facts<R> = Readonly<Record<string, Fact<R>>>;

/** Gives a kind's facts their record type while keeping the keys. */
export const factsOf =
  <R>() =>
  <const F extends Readonly<Record<string, Fact<R>>>>(facts: F): F =>
    facts;

/** For messages only. */
export const wordsOf = (fact: Pick<Fact, 'zh' | 'en'>): Text => ({ zh: fact.zh, en: fact.en });
