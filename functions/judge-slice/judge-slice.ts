import type { AnyRecord, Contract } from '../../events/contract.ts';
import type { Fault } from '../../events/fault.ts';
import type { Judgement } from '../../events/finding.ts';
import { worstFirst } from '../../events/finding.ts';
import type { KeptRecord } from '../../events/manifest.ts';
import { outsidePeriod, type Span } from '../../events/normalise.ts';
import { briefJudge, type JudgeBy, periodLengths, type VerdictCounts } from '../../rules/engine/judge.ts';
import type { Lists } from '../../rules/facts/lists.ts';
import { tallies } from '../../rules/facts/tallies.generated.ts';
import type { Holding, Holdings } from '../../rules/holdings.ts';
import { listsFor } from '../../rules/look-up.ts';
import { added, type MonthTally, nothingTallied, shareOf, tallyOf } from '../../rules/tally.ts';
import type { RowForm } from '../files/prepared.ts';
import { eachRow, type SliceRow } from './each-row.ts';
import { hashLanes, type KeyedHash, keyedHash, keyLanes } from './keyed-hash.ts';

/** Where in a slice: both from 1. `line` counts the slice's own lines, or is the file's where its rows are numbered. */
export type SlicePlace = { readonly row: number; readonly line: number };

/** A record that is not in order, and every judgement that says so. */
export type ToldRecord = SlicePlace & { readonly recordId: string; readonly judgements: readonly Judgement[] };

/** A card or account that a record reports. */
export type HeldInSlice = SlicePlace & {
  /** This run's hash of whose it is, and behind it that of its number; valid until the next. */
  readonly hashes: Uint32Array;
  readonly openedAt: string;
  readonly record: AnyRecord;
  /** Place in `worstFirst` of the worst verdict of the rules that count nothing. */
  readonly worstUncounted: number;
};

/** Cells that say no offset, and the first of them. */
export type WithoutOffset = SlicePlace & { readonly column: string; readonly cells: number };

export type SliceFault = Fault & { readonly row: number; readonly line: number };

/** What judging a slice gives; whatever counts over slices is put together by others. */
export type SliceResult = {
  readonly rows: number;
  /** How many lines of the file it takes up. */
  readonly lines: number;
  /** Rows that cannot be judged. */
  readonly faulty: number;
  /** Records by the place in `worstFirst` of their worst verdict. */
  readonly worst: readonly number[];
  readonly counts: readonly VerdictCounts[];
  readonly told: readonly ToldRecord[];
  /** None where they were handed over one by one. */
  readonly faults: readonly SliceFault[];
  readonly faultsTotal: number;
  readonly withoutOffset: readonly WithoutOffset[];
  readonly months: readonly (readonly [month: string, tally: MonthTally])[];
  readonly keys: Uint32Array;
  /** The rows asked for, where only some were; those that say which record they are. */
  readonly seen: readonly (SlicePlace & { readonly recordId: string; readonly isFaulty: boolean })[];
  /** Only where they are kept: the records as they were judged, and as they were sent of those that violate. */
  readonly kept: readonly KeptRecord[];
  readonly raw: readonly KeptRecord[];
};

export type SliceHow = {
  readonly contract: Contract;
  readonly rows: RowForm;
  readonly span?: Span;
  readonly by?: JudgeBy;
  readonly lists?: Lists;
  /** Of the hashes by which keys and subjects are told apart in this run. */
  readonly seed: number;
  /** Replaces personal values before facts are derived; records are kept only where it is given. */
  readonly tokenise?: (record: AnyRecord) => AnyRecord;
};

/** Of one row no more faults than these are described. */
const faultsOfRow = 50;
const oneBranch = { branchId: '', region: '', sector: '' };

/** A record of no verdict at all counts as one to which no law applies. */
const notApplicable = worstFirst.length - 1;

/** One entry among the holdings of a run over files: nobody says who reports. `place` orders what is said of one card. */
export const asHolding = (
  { card, recordId, openedAt, record }: Pick<Holding, 'card' | 'openedAt' | 'record'> & { readonly recordId: string },
  place: string,
): Holding => ({
  card,
  recordKey: recordId,
  openedAt,
  record,
  sequence: place,
  enterprise: '',
  branchId: '',
  submission: '',
});

/** Who has but one card may call it anything. */
const onlyCard = '1';

type Changing<T> = { -readonly [K in keyof T]: T[K] };

/**
 * The holdings of somebody who has no card but the record's own, valid until the next; undefined where the record does
 * not report one. Of an entry's record the counted rules read what it keeps, which the whole record says too.
 */
const onlyHeld = ({ holdings }: Contract): ((record: AnyRecord) => Holdings | undefined) => {
  if (holdings === undefined) return () => undefined;
  const { subject, card, openedAt: openedAtField } = holdings;
  const own: Changing<Holding> = asHolding({ card: onlyCard, recordId: '', openedAt: '', record: {} }, onlyCard);
  const alone: Holdings = { card: onlyCard, cards: [own] };
  return (record) => {
    const openedAt = record[openedAtField];
    const isTold =
      typeof record[subject] === 'string' && typeof record[card] === 'string' && typeof openedAt === 'string';
    if (!isTold) return undefined;
    own.openedAt = openedAt;
    own.recordKey = record.recordId;
    own.record = record;
    return alone;
  };
};

/** Hashes of whose a record's card is and of its number; valid until the next. */
const cardHasher = ({ holdings }: Contract, hash: KeyedHash): ((record: AnyRecord) => Uint32Array) => {
  const hashes = new Uint32Array(2 * hashLanes);
  return (record) => {
    hash(record[holdings!.subject] as string, hashes, 0);
    hash(record[holdings!.card] as string, hashes, hashLanes);
    return hashes;
  };
};

/** What a record is judged by: very many are, and so each is put together in one step. */
const sourceOf = (record: AnyRecord, holdings: Holdings | undefined, lists: Lists | undefined) =>
  holdings === undefined
    ? lists === undefined
      ? { record }
      : { record, lists }
    : lists === undefined
      ? { record, holdings }
      : { record, holdings, lists };

const growingKeys = (hash: KeyedHash) => {
  let keys = new Uint32Array(keyLanes * 4_096);
  let used = 0;
  return {
    add: (key: string, row: number): void => {
      if (used === keys.length) {
        const longer = new Uint32Array(keys.length * 2);
        longer.set(keys);
        keys = longer;
      }
      hash(key, keys, used);
      keys[used + hashLanes] = row;
      used += keyLanes;
    },
    all: (): Uint32Array => keys.slice(0, used),
  };
};

const outOf = <T extends { readonly column?: string; readonly pointer?: string }>(
  fault: T,
  headings: ReadonlyMap<string, string> | undefined,
): T => {
  // In a table people look for their own headings; a pointer leads into JSON alone.
  if (headings === undefined) return fault;
  const { pointer: _, ...rest } = fault;
  return (rest.column === undefined ? rest : { ...rest, column: headings.get(rest.column) ?? rest.column }) as T;
};

/**
 * With `only`, of these rows alone; faults are handed to `tell`, if given: there may be more of them than memory has.
 * `hold` hears of every card.
 */
export type SliceJudge = (
  bytes: Uint8Array,
  only?: ReadonlySet<number>,
  tell?: (fault: SliceFault) => void,
  hold?: (card: HeldInSlice) => void,
) => SliceResult;

/**
 * Judges slices of whole rows as they would be judged if each subject held no more than the row's own card: what counts
 * over rows (the same key twice, the cards of a person, a month as a whole) is worked out from what it gives. A function
 * from the bytes of a slice to its result, the same whenever it is repeated.
 */
export const sliceJudge = (how: SliceHow): SliceJudge => {
  const { contract, rows: form, span, by = {}, lists: said, seed, tokenise } = how;
  const { judge, takeCounts } = briefJudge(contract.kind, by);
  const hash = keyedHash(seed);
  const holdingsOf = onlyHeld(contract);
  const hashesOf = cardHasher(contract, hash);
  const listsOf = listsFor(contract.looksUp, said);
  const tally = periodLengths(contract.kind).length > 0 ? tallies[contract.kind] : undefined;
  const headings =
    form.form === 'csv'
      ? new Map(form.columns.flatMap(({ name, heading }) => (name === undefined ? [] : [[name, heading] as const])))
      : undefined;
  const readRows = eachRow(contract, form, faultsOfRow);
  const keyOf = (read: Readonly<Record<string, unknown>>): string | undefined => {
    const [first] = contract.naturalKey;
    if (contract.naturalKey.length === 1) return read[first!] as string | undefined;
    const values = contract.naturalKey.map((name) => read[name]);
    return values.includes(undefined) ? undefined : JSON.stringify(values);
  };

  return (bytes, only, tell, hold) => {
    let rows = 0;
    let faulty = 0;
    const worst = worstFirst.map(() => 0);
    const told: ToldRecord[] = [];
    const faults: SliceFault[] = [];
    let faultsTotal = 0;
    const months = new Map<string, MonthTally>();
    const keys = growingKeys(hash);
    const kept: KeptRecord[] = [];
    const raw: KeptRecord[] = [];
    const seen: SliceResult['seen'][number][] = [];

    const refuse = (wrong: readonly Fault[], place: SlicePlace): void => {
      faulty += 1;
      faultsTotal += wrong.length;
      for (const fault of wrong) {
        const placed = { ...outOf(fault, headings), ...place };
        if (tell === undefined) faults.push(placed);
        else tell(placed);
      }
    };
    const judgeRecord = (given: AnyRecord, place: SlicePlace): void => {
      const record = tokenise === undefined ? given : tokenise(given);
      const holdings = holdingsOf(record);
      const judged = judge(sourceOf(record, holdings, listsOf(record)));
      worst[Math.min(judged.worst, notApplicable)]! += 1;
      if (judged.told.length > 0) told.push({ ...place, recordId: record.recordId, judgements: judged.told });
      if (holdings && hold) {
        const { openedAt } = holdings.cards[0]!;
        const { worstUncounted } = judged;
        hold({ hashes: hashesOf(record), openedAt, record, row: place.row, line: place.line, worstUncounted });
      }
      if (tally !== undefined) {
        const share = shareOf(contract, tally, record, oneBranch);
        if (share !== undefined) {
          const { month } = share.place;
          months.set(month, added(months.get(month) ?? nothingTallied, tallyOf(share)));
        }
      }
      if (tokenise === undefined) return;
      kept.push({ row: place.row, record });
      if (judged.worst === 0) raw.push({ row: place.row, record: given });
    };
    const take = ({ row, line, record, refused }: SliceRow): void => {
      rows += 1;
      if (only !== undefined && !only.has(row)) return;
      const place = { row, line };
      const key = keyOf(record ?? refused!.read);
      if (key !== undefined) keys.add(key, row);
      const outside = span ? outsidePeriod(contract, { row, read: record ?? refused!.read }, span) : [];
      const wrong = record === undefined ? [...refused!.faults, ...outside] : outside;
      if (only !== undefined && key !== undefined) {
        const { recordId } = record ?? refused!.read;
        seen.push({ ...place, recordId: String(recordId), isFaulty: wrong.length > 0 });
      }
      if (wrong.length > 0) refuse(wrong, place);
      else judgeRecord(record!, place);
    };
    const { lines, withoutOffset } = readRows(bytes, take);
    return {
      ...{ rows, lines, faulty, worst, counts: takeCounts(), told, faults, faultsTotal },
      withoutOffset,
      ...{ months: [...months], keys: keys.all(), seen, kept, raw },
    };
  };
};
