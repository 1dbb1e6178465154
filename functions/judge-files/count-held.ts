import { type Judgement, worstFirst } from '../../events/finding.ts';
import { compiledJudge, countedRules, type JudgeBy, type VerdictCounts } from '../../rules/engine/judge.ts';
import { heldAfter } from '../../rules/holdings.ts';
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

const rankOf = (verdict: Judgement['verdict']): number => worstFirst.indexOf(verdict);

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
  const judge = compiledJudge(kind, by);
  const counted = new Set(countedRules(kind));
  const changes = new Map<string, number[]>();
  const worst = new Map<number, number[]>();
  const corrections: Correction[] = [];

  const verdictsOf = (held: HeldLine, cards: Parameters<typeof judge>[0]['holdings']): readonly Judgement[] =>
    judge({ record: { ...held.record, recordId: held.recordId }, holdings: cards! }).filter(({ rule }) =>
      counted.has(rule),
    );
  const count = ({ rule, version, verdict }: Judgement, n: 1 | -1): void => {
    const name = `${rule}\t${version}`;
    const of = changes.get(name) ?? worstFirst.map(() => 0);
    changes.set(name, of);
    of[rankOf(verdict)]! += n;
  };
  const worstOf = (held: HeldLine, judgements: readonly Judgement[]): number =>
    Math.min(held.worstUncounted, worstFirst.length - 1, ...judgements.map(({ verdict }) => rankOf(verdict)));

  for (const lines of sharedBy(text)) {
    const all = lines.map(heldIn).filter(({ slice, row }) => skip.get(slice)?.has(row) !== true);
    const holdings = all.map((held) => asHolding(held, held.slice * 0x1_0000_0000 + held.row));
    const cards = heldAfter([], holdings);
    for (const [n, held] of all.entries()) {
      const alone = verdictsOf(held, { card: held.card, cards: [holdings[n]!] });
      const together = verdictsOf(held, { card: held.card, cards });
      const before = new Map(alone.map((judgement) => [judgement.rule, judgement]));
      for (const now of together) {
        const was = before.get(now.rule)!;
        if (was.verdict === now.verdict && now.verdict !== 'violation' && now.verdict !== 'undetermined') continue;
        count(was, -1);
        count(now, 1);
        if (isTold(was.verdict)) corrections.push({ held, verdict: was.verdict, judgement: was, isGone: true });
        if (isTold(now.verdict)) corrections.push({ held, verdict: now.verdict, judgement: now, isGone: false });
      }
      const [was, is] = [worstOf(held, alone), worstOf(held, together)];
      if (was === is) continue;
      const ofSlice = worst.get(held.slice) ?? worstFirst.map(() => 0);
      worst.set(held.slice, ofSlice);
      ofSlice[was]! -= 1;
      ofSlice[is]! += 1;
    }
  }
  const counts = [...changes].map(([name, n]): VerdictCounts => {
    const [rule, version] = name.split('\t') as [string, string];
    return { rule, version, counts: n };
  });
  return { counts, worst: [...worst], corrections };
};
