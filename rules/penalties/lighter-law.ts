import type { Amounts } from './fine-band.ts';
import { articleKey, type Penalty, type TierName, tierNames } from './penalty.ts';
import { type TierBand, tierBands } from './tier-band.ts';
import { versionOn } from './version.ts';

/**
 * Which text punishes (行政处罚法 article 37): that of the day of the act, or that of the day of the decision where it
 * is lighter. `law-of-the-act` says why the newer one did not take its place.
 */
export type Chosen =
  | { readonly chosen: 'no-law-on-the-day' }
  | { readonly chosen: 'same-law'; readonly penalty: Penalty }
  | { readonly chosen: 'lighter-new-law'; readonly penalty: Penalty; readonly other: Penalty }
  | {
      readonly chosen: 'law-of-the-act';
      readonly penalty: Penalty;
      readonly because: 'new-law-not-lighter' | 'new-law-not-seen' | 'new-law-disputed' | 'ask-which-is-lighter';
      readonly other?: Penalty;
    };

const fineOf = (band: TierBand): readonly number[] | undefined =>
  band.fine === undefined ? [0, 0] : 'ask' in band.fine ? undefined : [band.fine.maxFen, band.fine.minFen];

/** Every weight of a tier that can be compared as a number: a smaller one is lighter. */
const weightsOf = (band: TierBand): readonly number[] | undefined => {
  const fine = fineOf(band);
  if (fine === undefined) return undefined;
  const { personalFine: person, detentionDays: days, suspensionMonths: months } = band;
  return [...fine, person?.maxFen ?? 0, person?.minFen ?? 0, days?.max ?? 0, days?.min ?? 0, months?.max ?? 0];
};

const mandatory = ({ fine }: TierBand): boolean | undefined =>
  fine && 'isMandatory' in fine ? fine.isMandatory : undefined;

const compareTier = (newer: TierBand | undefined, older: TierBand | undefined): readonly number[] | undefined => {
  if (newer === undefined || older === undefined) return newer === older ? [] : undefined;
  if (newer.measures.length > 0 && newer.measuresAre !== older.measuresAre) return undefined;
  if (mandatory(newer) !== mandatory(older)) return undefined;
  const [now, then] = [weightsOf(newer), weightsOf(older)];
  if (now === undefined || then === undefined) return undefined;
  const added = newer.measures.some((measure) => !older.measures.includes(measure));
  const dropped = older.measures.some((measure) => !newer.measures.includes(measure));
  return [...now.map((weight, n) => Math.sign(weight - then[n]!)), added ? 1 : 0, dropped ? -1 : 0];
};

/**
 * `lighter` where nothing in any tier is heavier and something is lighter; `not-lighter` the other way round or where
 * both are the same; `mixed` where each is lighter in something, or where money not told or tiers that differ forbid to
 * compare: then a person decides.
 */
export const compareLaws = (newer: Penalty, older: Penalty, amounts: Amounts): 'lighter' | 'not-lighter' | 'mixed' => {
  const tierOf = (penalty: Penalty, name: TierName) => tierBands(penalty, amounts).find(({ tier }) => tier === name);
  const signs = tierNames.map((name) => compareTier(tierOf(newer, name), tierOf(older, name)));
  if (signs.includes(undefined)) return 'mixed';
  const all = signs.flatMap((sign) => sign ?? []);
  const [heavier, lighter] = [all.includes(1), all.includes(-1)];
  if (heavier && lighter) return 'mixed';
  return lighter ? 'lighter' : 'not-lighter';
};

/** What continues an article on a later day, under its old number or a new one. */
const successorOn = (all: readonly Penalty[], older: Penalty, day: string): Penalty | undefined => {
  const inForce = [...Map.groupBy(all, articleKey).values()].flatMap((versions) => versionOn(versions, day) ?? []);
  const ofLaw = inForce.filter(({ law }) => law === older.law);
  return (
    ofLaw.find((one) => one.article === older.article && one.formerArticle === older.formerArticle) ??
    ofLaw.find((one) => one.formerArticle === older.article)
  );
};

/** The version of `law.article` that punishes an act of `actedOn` in a decision of `decidedOn` (civil days). */
export const lawFor = (
  all: readonly Penalty[],
  cited: Pick<Penalty, 'law' | 'article'>,
  days: { readonly actedOn: string; readonly decidedOn: string },
  amounts: Amounts,
): Chosen => {
  const versions = all.filter((one) => articleKey(one) === articleKey(cited));
  const penalty = versionOn(versions, days.actedOn);
  if (penalty === undefined) return { chosen: 'no-law-on-the-day' };
  const other = successorOn(all, penalty, days.decidedOn);
  if (other === undefined) return { chosen: 'law-of-the-act', penalty, because: 'new-law-not-seen' };
  const isSame = articleKey(other) === articleKey(penalty) && other.effective.from === penalty.effective.from;
  // A later revision of the same date is our own correction: it is the law of both days.
  if (isSame) return { chosen: 'same-law', penalty: other };
  if (other.status === 'disputed') return { chosen: 'law-of-the-act', penalty, because: 'new-law-disputed', other };
  const compared = compareLaws(other, penalty, amounts);
  if (compared === 'lighter') return { chosen: 'lighter-new-law', penalty: other, other: penalty };
  const because = compared === 'mixed' ? 'ask-which-is-lighter' : 'new-law-not-lighter';
  return { chosen: 'law-of-the-act', penalty, because, other };
};
