import type { ResolvedLeaf } from '../engine/resolve.ts';
import type { Fact, FactValue } from '../facts/fact.ts';

/** What the figures of a unit can be: whole or any, and the least and the most there is. */
type Scale = { readonly isWhole?: true; readonly least?: number; readonly most?: number };

/** A unit not named here has no least or greatest figure, and any between two. */
const scales: Readonly<Record<string, Scale>> = {
  place: { isWhole: true, least: 1 },
  card: { isWhole: true, least: 0 },
  account: { isWhole: true, least: 0 },
  device: { isWhole: true, least: 0 },
  destination: { isWhole: true, least: 0 },
  person: { isWhole: true, least: 0 },
  second: { least: 0 },
  MB: { least: 0 },
  ratio: { least: 0, most: 1 },
};

const scaleOf = ({ unit }: Pick<Fact, 'unit'>): Scale => scales[unit ?? ''] ?? {};

/** Whether a fact of this unit can be this number. */
export const isPossible = (fact: Pick<Fact, 'unit'>, figure: number): boolean => {
  const { isWhole, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = scaleOf(fact);
  return figure >= least && figure <= most && (!isWhole || Number.isInteger(figure));
};

/** By how much a figure of this unit is moved to try whether anything notices. */
export const stepOf = (unit: string): number => (unit === 'ratio' ? 0.01 : 1);

/** One number for every stretch that the comparisons tell apart; any, where they only ask whether there is one. */
const numbers = (fact: Fact, compared: readonly number[]): readonly number[] => {
  const at = [...new Set(compared.length > 0 ? compared : [scaleOf(fact).least ?? 0])].sort((a, b) => a - b);
  const between = at.flatMap((low, n) => (n + 1 < at.length ? [(low + at[n + 1]!) / 2] : []));
  const beside = at.flatMap((one) => [Math.ceil(one) - 1, Math.floor(one) + 1]);
  return [...new Set([...at, ...between, ...beside])].filter((one) => isPossible(fact, one));
};

const strings = (fact: Fact, compared: readonly string[]): readonly string[] => {
  const other = `${compared.join()} or another`;
  return fact.values ?? [...new Set(compared), other];
};

/** Every set of the elements asked for; too many to list beyond six. */
const lists = (compared: readonly string[]): readonly (readonly string[])[] | undefined => {
  const elements = [...new Set(compared)];
  if (elements.length > 6) return undefined;
  return Array.from({ length: 2 ** elements.length }, (_, set) => elements.filter((_, n) => set & (1 << n)));
};

/**
 * Values of a fact that stand for all it can take, as far as these comparisons tell them apart; undefined where they
 * are too many. `null` ("none") is always among them, as no fact says that it is never none; without `isNoneCounted`
 * a number is one, so that `seconds > -1` is seen to hold of every figure there is.
 */
export const domainOf = (
  fact: Fact,
  leaves: readonly ResolvedLeaf[],
  isNoneCounted: boolean,
): readonly FactValue[] | undefined => {
  const compared = leaves.flatMap(({ value }) => value);
  if (fact.type === 'boolean') return [true, false, null];
  if (fact.type === 'string') {
    return [
      ...strings(
        fact,
        compared.filter((one) => typeof one === 'string'),
      ),
      null,
    ];
  }
  if (fact.type === 'list') return lists(compared.map(String));
  const figures = numbers(
    fact,
    compared.filter((one) => typeof one === 'number'),
  );
  return isNoneCounted || compared.includes(null) ? [...figures, null] : figures;
};
