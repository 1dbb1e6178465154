import { randomFrom } from '../bin/generate-values.ts';
import { type Resolved, resolve, slotOf } from '../rules/engine/resolve.ts';
import type { Rule } from '../rules/engine/rule.ts';
import type { Slots, Unit } from '../rules/engine/unit.ts';
import type { FactValue } from '../rules/facts/fact.ts';

/** A unit of generated code and the rules that it judges by on the bench's day, in its own order. */
export type Judged = { readonly key: string; readonly unit: Unit; readonly rules: readonly Rule[] };

/**
 * The facts of one record of every unit, derived beforehand, for each contender in the form it reads fastest: slots for
 * generated code, one flat object for json-rules-engine, an object a unit for what is written by hand.
 */
export type Case = {
  readonly slots: readonly Slots[];
  readonly flat: Readonly<Record<string, FactValue>>;
  readonly named: Readonly<Record<string, Readonly<Record<string, FactValue>>>>;
};

/** The same object laid out as a literal would be, with its values inside it: how every contender gets it in earnest. */
const inPlace = <T extends object>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const comparisons = (tree: Resolved): readonly (readonly [slot: string, value: unknown])[] => {
  if ('all' in tree) return tree.all.flatMap(comparisons);
  if ('any' in tree) return tree.any.flatMap(comparisons);
  if ('not' in tree) return comparisons(tree.not);
  return (Array.isArray(tree.value) ? tree.value : [tree.value]).map((value) => [slotOf(tree), value] as const);
};

/** What a fact is compared with, and something beside it. */
const besides = (value: unknown): readonly FactValue[] => {
  if (typeof value === 'boolean') return [value, !value];
  if (typeof value === 'number') return [value, value, value, value + 1];
  return value === null ? [null, 1] : ([value, value, 'other'] as FactValue[]);
};

const candidatesOf = ({ rules }: Judged): ReadonlyMap<string, readonly FactValue[]> => {
  const compared = rules.flatMap(({ appliesWhen, conditions, parameters }) =>
    [appliesWhen, conditions].flatMap((tree) => comparisons(resolve(tree, parameters))),
  );
  return new Map(
    [...Map.groupBy(compared, ([slot]) => slot)].map(([slot, all]) => [
      slot,
      [...new Set(all.flatMap(([, value]) => besides(value)))],
    ]),
  );
};

const slotsOf = (unit: Unit, values: readonly FactValue[]): Slots => {
  // The shape that generated code reads: known bits, then facts, every key present; absent ones are written after.
  const words = Array.from({ length: Math.ceil(values.length / 31) }, (_, word) => [
    `k${word}`,
    values
      .slice(word * 31, (word + 1) * 31)
      .reduce<number>((bits, value, at) => (value === undefined ? bits : bits | (1 << at)), 0),
  ]);
  const facts = unit.slots.map((_, at) => [`f${at}`, values[at] ?? null]);
  const laidOut = inPlace(Object.fromEntries([...words, ...facts])) as Record<string, FactValue>;
  for (const [at, value] of values.entries()) if (value === undefined) laidOut[`f${at}`] = undefined;
  return laidOut as Slots;
};

/** Facts that are asked in several ways carry the way in their name. */
const plainName = ({ fact, params }: Unit['slots'][number]): string =>
  params.class === undefined ? fact : `${fact} ${params.class}`;

/** Under which name json-rules-engine finds a fact of a unit. */
export const nameIn = (key: string, slot: string): string => `${key} ${slot}`;

/** Random cases, the same in every run; of each, `absent` says which share of the facts nobody told. */
export const casesOf = (units: readonly Judged[], count: number, absent: number): readonly Case[] => {
  const next = randomFrom(20_261_101);
  const choices = units.map((one) => {
    const candidates = candidatesOf(one);
    return one.unit.slots.map((slot) => candidates.get(slotOf(slot)) ?? [true, false]);
  });
  return Array.from({ length: count }, () => {
    const values = choices.map((slots) =>
      slots.map((among) => (next() < absent ? undefined : among[Math.floor(next() * among.length)]!)),
    );
    return {
      slots: units.map(({ unit }, at) => slotsOf(unit, values[at]!)),
      flat: Object.fromEntries(
        units.flatMap(({ key, unit }, at) =>
          unit.slots.map((slot, n) => [nameIn(key, slotOf(slot)), values[at]![n]] as const),
        ),
      ),
      named: Object.fromEntries(
        units.map(({ key, unit }, at) => [
          key,
          inPlace(Object.fromEntries(unit.slots.map((slot, n) => [plainName(slot), values[at]![n]]))),
        ]),
      ),
    };
  });
};
