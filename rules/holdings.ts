/** A record by its enterprise and natural key. */
export type RecordRef = { readonly enterprise: string; readonly recordKey: string };

/** One card or account that a subject holds, as kept per counting group, kind and subject. Nothing personal but tokens. */
export type Holding = {
  /** Token of the card or account number. */
  readonly card: string;
  readonly enterprise: string;
  readonly branchId: string;
  /** Natural key of the record that says so. */
  readonly recordKey: string;
  readonly submission: string;
  /** Place of that submission in time: `<receivedAt>#<submission id>`; a later one overwrites, an earlier one does not. */
  readonly sequence: string;
  /** Instant in normal form (+08:00). */
  readonly openedAt: string;
  /**
   * What other records say of this card, newest first, those taken back among them. Nothing is held against them; should
   * this one be taken back, the newest that is left holds the card.
   */
  readonly others?: readonly Holding[];
  /** The contract's `holdings.keeps` fields, so that counted rules can be judged again without the record. */
  readonly record: Readonly<Record<string, unknown>>;
  /** True once withdrawn: it stays, so that a late repeat does not bring it back, and counts for nothing. */
  readonly withdrawn?: boolean;
};

/** What one subject holds, and which of the cards the record under judgement is. */
export type Holdings = {
  readonly card: string;
  readonly cards: readonly Holding[];
};

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** `YYYY-MM-DDTHH:mm:ss+08:00`: such instants are in the order of their texts. */
const isOfSeconds = (instant: string): boolean => instant.length === 25 && instant.endsWith('+08:00');

/** Order of counting: by opening instant, then by token, never by arrival. */
export const before = (a: Holding, b: Holding): number =>
  (isOfSeconds(a.openedAt) && isOfSeconds(b.openedAt)
    ? inOrder(a.openedAt, b.openedAt)
    : Date.parse(a.openedAt) - Date.parse(b.openedAt)) || inOrder(a.card, b.card);

const none: readonly Holding[] = [];

/** The subject's cards that come before the record's own. Undefined when that one is not among the holdings. */
export const heldBefore = ({ card, cards }: Holdings): readonly Holding[] | undefined => {
  const own = cards.find((held) => held.card === card);
  if (own === undefined) return undefined;
  // Most hold one.
  if (cards.length === 1) return none;
  return cards.filter((held) => held.withdrawn !== true && before(held, own) < 0);
};

/**
 * Place of the record's card among the subject's cards that `counts` admits, from 1. The card itself is always counted.
 * Undefined when the card is not among the holdings. Saturates at 1,000, as the holdings do.
 */
export const rankAmong = (holdings: Holdings, counts: (held: Holding) => boolean): number | undefined => {
  const earlier = heldBefore(holdings);
  return earlier && earlier.filter(counts).length + 1;
};

/** Nobody reports one card under more ids than this within the time that anybody asks. */
const maxOthers = 8;

/** An item of the table holds no more entries; a subject beyond it is a finding of its own. */
export const maxHeld = 1_000;

export const isRecord = (a: RecordRef, b: RecordRef): boolean =>
  a.enterprise === b.enterprise && a.recordKey === b.recordKey;

const byName = (a: RecordRef, b: RecordRef): number =>
  a.enterprise === b.enterprise ? (a.recordKey < b.recordKey ? -1 : 1) : a.enterprise < b.enterprise ? -1 : 1;

/** When a claim was last made: its own sequence, or that of a roster since that lists its record as it was. */
type SaidLast = (claim: Holding) => string;
const bySelf: SaidLast = ({ sequence }) => sequence;

/** Who holds the card comes first: of those not taken back, the newest; of one submission's, the last by name. */
const byClaim =
  (saidLast: SaidLast) =>
  (a: Holding, b: Holding): number => {
    const [last, other] = [saidLast(a), saidLast(b)];
    return (
      Number(a.withdrawn === true) - Number(b.withdrawn === true) ||
      (last === other ? byName(b, a) : last < other ? 1 : -1)
    );
  };

const alone = ({ others: _, ...holding }: Holding): Holding => holding;

/** Of one record the newest word counts; where it takes back what it said, that. */
const isNewer = (own: Holding, reported: Holding): boolean =>
  own.sequence === reported.sequence ? own.withdrawn === true : own.sequence > reported.sequence;

/** What all records say of one card after one more has spoken. */
const withClaim = (known: Holding, reported: Holding, saidLast: SaidLast): Holding => {
  const claims = [alone(known), ...(known.others ?? [])];
  const own = claims.find((claim) => isRecord(claim, reported));
  const spoken = own !== undefined && isNewer(own, reported) ? own : alone(reported);
  const [first, ...others] = [...claims.filter((claim) => claim !== own), spoken].sort(byClaim(saidLast));
  return others.length === 0 ? first! : { ...first!, others: others.slice(0, maxOthers) };
};

/**
 * The holdings after what was reported of them, in order of counting: the same in every order of arrival and after every
 * repetition. Beyond `maxHeld` the earliest opened stay.
 */
export const heldAfter = (
  cards: readonly Holding[],
  reported: readonly Holding[],
  saidLast: SaidLast = bySelf,
): readonly Holding[] => {
  const held = new Map(cards.map((holding) => [holding.card, holding]));
  for (const report of reported) {
    const known = held.get(report.card);
    held.set(report.card, known === undefined ? report : withClaim(known, report, saidLast));
  }
  const ordered = [...held.values()].sort(before);
  return ordered.length <= maxHeld ? ordered : ordered.filter(({ withdrawn }) => withdrawn !== true).slice(0, maxHeld);
};

/** Whose cards are counted together: the counting group, the record kind, the subject's token. */
export type HeldBy = { readonly group: string; readonly kind: string; readonly subject: string };

/** What a subject holds; `version` counts the changes, 0 before the first. */
export type Held = { readonly version: number; readonly cards: readonly Holding[] };

export const nothingHeld: Held = { version: 0, cards: [] };
