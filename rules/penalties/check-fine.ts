import type { FineBand } from './fine-band.ts';
import type { ClaimedGround, Grounds } from './ground.ts';
import { articleKey } from './penalty.ts';
import { versionOn } from './version.ts';

/** How a proposed fine stands to its band; `ask` where our source does not say whether a fine must be given. */
export type FineChecked =
  | { readonly outcome: 'within' | 'above-maximum' | 'fine-not-mandatory' | 'not-whole-fen' | 'ask-if-mandatory' }
  | { readonly outcome: 'below-with-ground' | 'none-with-ground'; readonly ground: string; readonly article: string }
  | { readonly outcome: 'ground-required'; readonly missing: 'ground' | 'evidence' };

const inForce = (versions: readonly Grounds[], effect: Grounds['effect'], on: string): readonly Grounds[] =>
  [...Map.groupBy(versions, articleKey).values()]
    .flatMap((own) => versionOn(own, on) ?? [])
    .filter((one) => one.effect === effect && one.status === 'verified');

const byGround = (
  laws: readonly Grounds[],
  claims: readonly ClaimedGround[],
  outcome: 'below-with-ground' | 'none-with-ground',
): FineChecked => {
  const known = claims.flatMap((claim) => {
    const law = laws.find(({ grounds }) => grounds.some(({ ground }) => ground === claim.ground));
    return law ? [{ claim, law }] : [];
  });
  const proven = known.find(({ claim }) => claim.evidence.some((one) => one.trim() !== ''));
  if (proven) return { outcome, ground: proven.claim.ground, article: articleKey(proven.law) };
  return { outcome: 'ground-required', missing: known.length === 0 ? 'ground' : 'evidence' };
};

/**
 * Checks a proposed fine (`undefined`: none) against the band, in a decision of `on` (civil day). Above the maximum
 * nothing helps. Below the minimum a ground of 行政处罚法 article 32 must be named, with evidence; no fine where the
 * article requires one takes a ground of article 33.
 */
export const checkFine = (
  band: FineBand,
  fineFen: number | undefined,
  claims: readonly ClaimedGround[],
  grounds: readonly Grounds[],
  on: string,
): FineChecked => {
  if (fineFen === undefined || fineFen === 0) {
    if (band.isMandatory === false) return { outcome: 'fine-not-mandatory' };
    const excused = byGround(inForce(grounds, 'none', on), claims, 'none-with-ground');
    // A ground settles it whether or not the fine is mandatory; only without one must we ask.
    if (excused.outcome === 'ground-required' && band.isMandatory === undefined) return { outcome: 'ask-if-mandatory' };
    return excused;
  }
  if (!Number.isSafeInteger(fineFen) || fineFen < 0) return { outcome: 'not-whole-fen' };
  if (fineFen > band.maxFen) return { outcome: 'above-maximum' };
  if (fineFen >= band.minFen) return { outcome: 'within' };
  return byGround(inForce(grounds, 'below', on), claims, 'below-with-ground');
};
