import type { Contract } from '../../events/contract.ts';
import { type Judgement, worstFirst } from '../../events/finding.ts';
import { briefJudge, countedRules, type JudgeBy } from '../../rules/engine/judge.ts';
import { type Holding, heldAfter } from '../../rules/holdings.ts';
import { asHolding } from '../judge-slice/judge-slice.ts';
import { hashLanes } from '../judge-slice/keyed-hash.ts';
import { isTold, type Told } from './found-lines.ts';
import { cardOf, entriesIn, type HeldCard, heldReader, rowOf, sliceOf, subjectOf } from './held-cards.ts';
import type { Rooms } from './scratch.ts';
import { isSkipped } from './skipped.ts';
import type { Counted } from './task.ts';

/** Entries of one writer, and what it keeps by number. */
export type HeldEntries = { readonly numbers: Uint32Array; readonly kept: readonly Holding['record'][] };

/** A finding that counting adds or takes away. */
export type Correction = {
  readonly held: HeldCard;
  readonly verdict: Told;
  readonly judgement: Judgement;
  readonly isGone: boolean;
};

/** Numbers as texts that stand in the same order. */
const placeTexts: string[] = [];
const placeText = (place: number): string => (placeTexts[place] ??= String(place).padStart(9, '0'));

type Entry = { readonly of: HeldEntries; readonly at: number };

const isSame = (a: Entry, b: Entry, lanes: (at: number) => number): boolean => {
  const [one, other] = [lanes(a.at), lanes(b.at)];
  for (let lane = 0; lane < hashLanes; lane += 1) {
    if (a.of.numbers[one + lane] !== b.of.numbers[other + lane]) return false;
  }
  return true;
};

/** Entries by whose they are, each in order of row; nobody is alone in them. */
function* sharedBy(all: readonly HeldEntries[], skip: Float64Array, room: Rooms): Iterable<readonly Entry[]> {
  const places = all.map(({ numbers }, writer) => entriesIn(numbers, room(`places of ${writer}`)));
  const count = places.reduce((sum, { length }) => sum + length, 0);
  let size = 16;
  while (size < count * 2) size *= 2;
  // Entries count from 1; 0 is none. Those of one subject hang together behind its first.
  const first = room('first')(size).fill(0);
  const next = room('next')(count + 1).fill(0);
  const ofWriter = (n: number): Entry => {
    let [left, writer] = [n - 1, 0];
    for (; left >= places[writer]!.length; writer += 1) left -= places[writer]!.length;
    return { of: all[writer]!, at: places[writer]![left]! };
  };
  const several: number[] = [];
  let n = 0;
  for (const [writer, of] of all.entries()) {
    const { numbers } = of;
    for (const at of places[writer]!) {
      n += 1;
      if (skip.length > 0 && isSkipped(skip, numbers[sliceOf(at)]!, numbers[rowOf(at)]!)) continue;
      const subject = subjectOf(at);
      let place = (numbers[subject + 1]! ^ numbers[subject + 2]!) & (size - 1);
      for (; first[place] !== 0; place = (place + 1) & (size - 1)) {
        if (isSame(ofWriter(first[place]!), { of, at }, subjectOf)) break;
      }
      const known = first[place]!;
      if (known === 0) first[place] = n;
      else {
        if (next[known] === 0) several.push(known);
        next[n] = next[known]!;
        next[known] = n;
      }
    }
  }
  const inOrder = ({ of: { numbers: a }, at }: Entry, { of: { numbers: b }, at: to }: Entry): number =>
    a[sliceOf(at)]! - b[sliceOf(to)]! || a[rowOf(at)]! - b[rowOf(to)]!;
  for (const head of several) {
    const entries: Entry[] = [];
    for (let one = head; one !== 0; one = next[one]!) entries.push(ofWriter(one));
    yield entries.sort(inOrder);
  }
}

/**
 * Each card's name, by the place of its first among these: of cards opened at the same moment the one that stands first
 * comes first, in every run.
 */
const namesOf = (entries: readonly Entry[]): readonly string[] => {
  if (entries.length < 16) {
    return entries.map((entry) => placeText(entries.findIndex((other) => isSame(entry, other, cardOf))));
  }
  const named = new Map<string, string>();
  return entries.map(({ of: { numbers }, at }, n) => {
    const card = numbers.subarray(cardOf(at), cardOf(at) + hashLanes).join();
    const name = named.get(card) ?? placeText(n);
    named.set(card, name);
    return name;
  });
};

/**
 * Judges the cards of those who hold several by the rules that count, partition by partition, and says how that differs
 * from each card by itself. `all` has the entries of one partition: all cards of everybody in it; `skip` the rows that
 * count for nothing.
 */
export const heldCounter = (contract: Contract, by: JudgeBy, room: Rooms) => {
  const { kind } = contract;
  const counting = new Set(countedRules(kind));
  const [alone, together] = [briefJudge(kind, by, counting), briefJudge(kind, by, counting)];
  const read = heldReader(contract);

  return (
    all: readonly HeldEntries[],
    skip: Float64Array,
  ): Counted & { readonly corrections: readonly Correction[] } => {
    const worst = new Map<number, number[]>();
    const corrections: Correction[] = [];

    /** The worst verdict of one card among those; what is told of it is corrected in the slice it stands in. */
    const judged = (
      { judge }: typeof alone,
      held: HeldCard,
      card: string,
      cards: readonly Holding[],
      isGone: boolean,
    ): number => {
      const { worst: ofCounting, told } = judge({ record: held.record, holdings: { card, cards } });
      for (const judgement of told) {
        const { verdict } = judgement;
        if (isTold(verdict)) corrections.push({ held, verdict, judgement, isGone });
      }
      return Math.min(held.worstUncounted, worstFirst.length - 1, ofCounting);
    };

    for (const entries of sharedBy(all, skip, room)) {
      const names = namesOf(entries);
      const held = entries.map(({ of: { numbers, kept }, at }) => read(numbers, at, kept));
      const holdings = held.map((one, n) => asHolding({ ...one, card: names[n]! }, placeText(n)));
      const cards = heldAfter([], holdings);
      for (const [n, one] of held.entries()) {
        const was = judged(alone, one, names[n]!, [holdings[n]!], true);
        const is = judged(together, one, names[n]!, cards, false);
        if (was === is) continue;
        const ofSlice = worst.get(one.slice) ?? worstFirst.map(() => 0);
        worst.set(one.slice, ofSlice);
        ofSlice[was]! -= 1;
        ofSlice[is]! += 1;
      }
    }
    const less = alone.takeCounts().map(({ counts, ...of }) => ({ ...of, counts: counts.map((count) => -count) }));
    return {
      counts: [...less, ...together.takeCounts()],
      worst: Int32Array.from([...worst].flatMap(([slice, records]) => [slice, ...records])),
      corrections,
    };
  };
};
