import type { FineBand } from './fine-band.ts';

/**
 * One act is fined once; where several articles fine it, the one with the higher fine does (行政处罚法 article 29).
 * Higher is the higher maximum, then the higher minimum; of equals the first. Undefined where none fines.
 */
export const prevailing = <B extends { readonly fine: FineBand }>(bands: readonly B[]): B | undefined =>
  bands.reduce<B | undefined>((best, band) => {
    if (best === undefined || band.fine.maxFen > best.fine.maxFen) return band;
    return band.fine.maxFen === best.fine.maxFen && band.fine.minFen > best.fine.minFen ? band : best;
  }, undefined);
