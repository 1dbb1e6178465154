import { type Judgement, worstFirst } from '../../events/finding.ts';
import { briefJudge, countedRules, type JudgeBy } from '../../rules/engine/judge.ts';
import { type Holding, heldAfter } from '../../rules/holdings.ts';
import { asHolding, type HeldInSlice } from '../judge-slice/judge-slice.ts';
import { isTold, type Told } from './found-lines.ts';
import type { Counted, Skipped } from './task.ts';

/** A card as read back from the disk. */
export type HeldLine = HeldInSlice & { readonly slice: number };

export const heldLineOf = (slice: number, held: HeldInSlice): string => {
  const { subject, card, row, line, recordId, openedAt, worstUncounted, record } = held;
  return `${subject}\t${card}\t${slice}\t${row}\t${line}\t${worstUncounted}\t${recordId}\t${openedAt}\t${JSON.stringify(record)}\n`;
};

const heldIn = (line: string): HeldLine => {
  const [subject, card, slice, row, at, worstUncounted, recordId, openedAt, record] = line.split('\t') as string[];
  return {
    subject: subject!,
    card: card!,
    slice: Number(slice),
    row: Number(row),
    line: Number(at),
    worstUncounted: Number(worstUncounted),
    recordId: recordId!,
    openedAt: openedAt!,
    record: JSON.parse(record!) as HeldLine['record'],
  };
};

/** A finding that counting adds or takes away. */
export type Correction = {
  readonly held: HeldLine;
  readonly verdict: Told;
  readonly judgement: Judgement;
  readonly isGone: boolean;
};

/**
 * The cards in order of their rows, each number by the place of its first: of cards opened at the same moment the one
 * that stands first comes first, in every run.
 */
const inOrderOfRows = (held: readonly HeldLine[]): readonly HeldLine[] => {
  const ordered = held.toSorted((a, b) => a.slice - b.slice || a.row - b.row);
  const placeOf = new Map<string, string>();
  return ordered.map((one) => {
    const place = placeOf.get(one.card) ?? String(placeOf.size).padStart(9, '0');
    placeOf.set(one.card, place);
    return { ...one, card: place };
  });
};

/** Lines of several cards, by whose they are; nobody is alone in them. */
const sharedBy = (text: string): readonly (readonly string[])[] => {
  const first = new Map<string, string | string[]>();
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const line = text.slice(from, end);
    const subject = line.slice(0, line.indexOf('\t'));
    const known = first.get(subject);
    if (known === undefined) first.set(subject, line);
    else if (typeof known === 'string') first.set(subject, [known, line]);
    else known.push(line);
    from = end + 1;
  }
  return [...first.values()].filter((lines) => typeof lines !== 'string');
};

/**
 * Judges the cards of those who hold several among these by the rules that count, and says how that differs from each
 * card by itself. `text` has the lines of one partition: all cards of everybody in it.
 */
export const countHeld = (
  kind: string,
  by: JudgeBy,
  text: string,
  skip: Skipped,
): Counted & { readonly corrections: readonly Correction[] } => {
  const counting = new Set(countedRules(kind));
  const [alone, together] = [briefJudge(kind, by, counting), briefJudge(kind, by, counting)];
  const worst = new Map<number, number[]>();
  const corrections: Correction[] = [];

  /** The worst verdict of one card among those; what is told of it is corrected in the slice it stands in. */
  const judged = ({ judge }: typeof alone, held: HeldLine, cards: readonly Holding[], isGone: boolean): number => {
    const record = { ...held.record, recordId: held.recordId };
    const { worst: ofCounting, told } = judge({ record, holdings: { card: held.card, cards } });
    for (const judgement of told) {
      const { verdict } = judgement;
      if (isTold(verdict)) corrections.push({ held, verdict, judgement, isGone });
    }
    return Math.min(held.worstUncounted, worstFirst.length - 1, ofCounting);
  };

  for (const lines of sharedBy(text)) {
    const counts = lines.map(heldIn).filter(({ slice, row }) => skip.get(slice)?.has(row) !== true);
    const all = inOrderOfRows(counts);
    const holdings = all.map((held) => asHolding(held, held.slice * 0x1_0000_0000 + held.row));
    const cards = heldAfter([], holdings);
    for (const [n, held] of all.entries()) {
      const was = judged(alone, held, [holdings[n]!], true);
      const is = judged(together, held, cards, false);
      if (was === is) continue;
      const ofSlice = worst.get(held.slice) ?? worstFirst.map(() => 0);
      worst.set(held.slice, ofSlice);
      ofSlice[was]! -= 1;
      ofSlice[is]! += 1;
    }
  }
  const less = alone.takeCounts().map(({ counts, ...of }) => ({ ...of, counts: counts.map((count) => -count) }));
  return { counts: [...less, ...together.takeCounts()], worst: [...worst], corrections };
};
