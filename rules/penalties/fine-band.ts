import type { FineRange } from './item-range.ts';
import type { Fine, PersonalFine } from './penalty.ts';

/** What the officer has told of the money: in fen; 0 is a known "none", absent is not told. */
export type Amounts = { readonly gainFen?: number; readonly amountFen?: number };

/** Both ends included, in fen. `isMandatory` is absent where our source does not say. */
export type FineBand = { readonly minFen: number; readonly maxFen: number; readonly isMandatory?: boolean };

/** The fine cannot be told before this is asked of the officer. */
export type Missing = { readonly ask: 'gainFen' | 'amountFen' };

const fenPerYuan = 100;

const between = (
  { minYuan = 0, maxYuan }: { readonly minYuan?: number | undefined; readonly maxYuan: number },
  isMandatory: boolean | undefined,
): FineBand => ({
  minFen: minYuan * fenPerYuan,
  maxFen: maxYuan * fenPerYuan,
  ...(isMandatory !== undefined && { isMandatory }),
});

/** In hundredths, because 0.2 is no binary fraction: times 0.2 of a round sum would else miss a fen. */
const hundredths = (times: number): number => Math.round(times * 100);
/** A fifth of 7 fen is no whole fen: the band has the whole fen inside it. */
const timesUp = (fen: number, times: number): number => Math.ceil((fen * hundredths(times)) / 100);
const timesDown = (fen: number, times: number): number => Math.floor((fen * hundredths(times)) / 100);

/**
 * The fine an article allows in one tier. Where it is a multiple, the gain (or the amount) decides: from the threshold
 * on (included) the multiple, below it and without any gain the article's own figures.
 */
export const fineBand = (fine: Fine, amounts: Amounts): FineBand | Missing => {
  if (fine.kind === 'range') return between(fine, fine.isMandatory);
  const key = fine.of === 'gain' ? 'gainFen' : 'amountFen';
  const fen = amounts[key];
  if (fen === undefined) return { ask: key };
  if (fen < fine.fromYuan * fenPerYuan) return between(fine.below, fine.isMandatory);
  return {
    minFen: timesUp(fen, fine.minTimes),
    maxFen: timesDown(fen, fine.maxTimes),
    ...(fine.isMandatory !== undefined && { isMandatory: fine.isMandatory }),
  };
};

/** The fine as the article has it, of whatever gain: a multiple stays a multiple. */
export const fineRange = (fine: Fine): FineRange => {
  if (fine.kind === 'range') return between(fine, fine.isMandatory);
  const { of, minTimes, maxTimes, fromYuan, below, isMandatory } = fine;
  return {
    ...{ of, minTimes, maxTimes, fromFen: fromYuan * fenPerYuan, below: between(below, undefined) },
    ...(isMandatory !== undefined && { isMandatory }),
  };
};

/** The fine of a person directly in charge or otherwise directly responsible. */
export const personalBand = (fine: PersonalFine): FineBand => between(fine, fine.isMandatory);
