import type { AnyRecord, Contract } from '../../events/contract.ts';
import { type Manifest, sequenceOf } from '../../events/manifest.ts';
import type { Lists } from '../../rules/facts/lists.ts';
import type { Holding } from '../../rules/holdings.ts';
import { isSamePlace, type Share, shareOf, type TallyPlace } from '../../rules/tally.ts';
import type { Place, Track } from '../../rules/track.ts';
import type { Law } from './deps.ts';

/** What a submission says of one record: its content, or that it is gone. */
export type Reported = {
  readonly recordKey: string;
  readonly row?: number;
  readonly record?: AnyRecord;
  /** What the lists said of it; undefined where its kind looks nothing up. */
  readonly lists?: Lists;
};

/** A record that is there. */
export type Present = Reported & { readonly row: number; readonly record: AnyRecord };

/** A moved record is taken back from the places it left; nobody moves one more often within one outage. */
const maxLeft = 8;

/** Where the record's card stands; undefined where its kind is not counted, or subject, card or instant is unknown. */
export const placeOf = ({ holdings }: Contract, record: AnyRecord): Place | undefined => {
  if (holdings === undefined) return undefined;
  const { [holdings.subject]: subject, [holdings.card]: card, [holdings.openedAt]: openedAt } = record;
  return typeof subject === 'string' && typeof card === 'string' && typeof openedAt === 'string'
    ? { subject, card, openedAt }
    : undefined;
};

/** The entry that the record makes in its subject's holdings. */
export const holdingOf = (contract: Contract, record: AnyRecord, place: Place, by: Manifest): Holding => ({
  card: place.card,
  enterprise: by.view.enterprise,
  branchId: by.view.branchId,
  recordKey: record.recordId,
  submission: by.view.id,
  sequence: sequenceOf(by.view),
  openedAt: place.openedAt,
  record: Object.fromEntries(
    (contract.holdings?.keeps ?? []).flatMap((name) => (name in record ? [[name, record[name]]] : [])),
  ),
});

/** What takes the record's card back from a place it left. */
export const takenBack = (track: Track, place: Place): Holding => ({
  card: place.card,
  enterprise: track.enterprise,
  branchId: track.branchId,
  recordKey: track.recordKey,
  submission: track.submission,
  sequence: track.sequence,
  openedAt: place.openedAt,
  record: {},
  withdrawn: true,
});

/** The months that the record counted for before and does not any more, and that nobody has judged since. */
const monthsLeft = (known: Track | undefined, share: Share | undefined): readonly TallyPlace[] => {
  const months = [...(known?.leftMonths ?? []), ...(known?.share ? [known.share.place] : [])];
  const left = months.filter(
    (old, n) => !isSamePlace(old, share?.place) && months.findIndex((other) => isSamePlace(old, other)) === n,
  );
  return left.slice(-maxLeft);
};

const isSame = (a: Place, b: Place | undefined): boolean => a.subject === b?.subject && a.card === b.card;

/**
 * The record's track once the submission has spoken of it; undefined where a later one has spoken already. After a crash
 * it is found as this submission left it, with the places still to be taken back and the months still to be judged.
 */
export const claimed = (
  known: Track | undefined,
  { recordKey, record }: Reported,
  { contract, periods }: Pick<Law, 'contract' | 'periods'>,
  by: Manifest,
): Track | undefined => {
  const { id, enterprise, branchId, region, sector, recordKind } = by.view;
  const sequence = sequenceOf(by.view);
  if (known !== undefined && known.sequence > sequence) return undefined;
  if (known?.sequence === sequence) return known;
  const place = record && placeOf(contract, record);
  const places = [...(known?.left ?? []), ...(known?.place ? [known.place] : [])];
  const share = record && periods && shareOf(contract, periods.tally, record, by.view);
  const leftMonths = monthsLeft(known, share);
  const left = places.filter((old, n) => !isSame(old, place) && places.findIndex((other) => isSame(old, other)) === n);
  return {
    enterprise,
    recordKind,
    recordKey,
    branchId,
    region,
    sector,
    sequence,
    submission: id,
    ...(place && { place }),
    left: left.slice(-maxLeft),
    ...(share && { share }),
    ...(leftMonths.length > 0 && { leftMonths }),
    gone: record === undefined,
    rules: known?.rules ?? {},
  };
};
