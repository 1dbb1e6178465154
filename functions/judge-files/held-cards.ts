import type { AnyRecord, Contract } from '../../events/contract.ts';
import type { Holding } from '../../rules/holdings.ts';
import type { HeldInSlice } from '../judge-slice/judge-slice.ts';
import type { Room } from './scratch.ts';

// Cards on their way to being counted: entries of 32-bit numbers, since most are written, read and never looked at, for
// their holders have no other. Twelve numbers, and behind them a text.

const [subjectAt, cardAt, sliceAt, rowAt, lineAt, openedAtAt, keptAt, restAt] = [0, 3, 6, 7, 8, 9, 10, 11] as const;
const headLength = 12;
/** The lowest bits of the last number: the worst verdict of the rules that count nothing. The others: bytes of text. */
const verdictBits = 3;

/** Instead of an instant or of what is kept: the text says it, as JSON. Else the text is the record's id. */
const inText = 0xffff_ffff;

/** So many different things are kept by number; what comes later is written out. */
const mostNumbered = 4_096;

type Kept = Holding['record'];

/** The fields by which a card is counted again, but for its opening. */
const namesOf = ({ holdings, lawDates }: Contract): readonly string[] =>
  [...new Set([...holdings!.keeps, ...lawDates])].filter((name) => name !== holdings!.openedAt);

const twoDigits = (text: string, at: number): number => (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;

/** The years that 32 bits have seconds for. */
const [firstYear, lastYear] = [1970, 2105] as const;

/** Seconds from 1970 on, by China's clock, of an instant in normal form; `inText` where it is none of whole seconds. */
const secondsOf = (): ((instant: string) => number) => {
  let [known, midnight] = [-1, 0];
  return (instant) => {
    if (instant.length !== 25) return inText;
    const year = twoDigits(instant, 0) * 100 + twoDigits(instant, 2);
    if (year < firstYear || year > lastYear) return inText;
    const [month, day] = [twoDigits(instant, 5), twoDigits(instant, 8)];
    const date = (year * 100 + month) * 100 + day;
    if (date !== known) {
      midnight = Date.UTC(year, month - 1, day) / 1_000;
      known = date;
    }
    return midnight + (twoDigits(instant, 11) * 60 + twoDigits(instant, 14)) * 60 + twoDigits(instant, 17);
  };
};

const daySeconds = 86_400;
const inTwoDigits = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));

/** The instant in normal form, out of its seconds. */
const instantOf = (): ((seconds: number) => string) => {
  const days = new Map<number, string>();
  const dayOf = (day: number): string => {
    const known = days.get(day) ?? new Date(day * daySeconds * 1_000).toISOString().slice(0, 11);
    days.set(day, known);
    return known;
  };
  return (seconds) => {
    const ofDay = seconds % daySeconds;
    const [hour, minute] = [Math.floor(ofDay / 3_600), Math.floor(ofDay / 60) % 60];
    const time = `${inTwoDigits[hour]}:${inTwoDigits[minute]}:${inTwoDigits[ofDay % 60]}`;
    return `${dayOf((seconds - ofDay) / daySeconds)}${time}+08:00`;
  };
};

type Tree = Map<unknown, Tree | number>;

/** Numbers what is kept of records: most say one of few things. */
const numbering = (names: readonly string[]) => {
  const all: Kept[] = [];
  const root: Tree = new Map();
  const keptOf = (record: AnyRecord): Kept =>
    Object.fromEntries(names.flatMap((name) => (record[name] === undefined ? [] : [[name, record[name]]])));
  const numbered = (record: AnyRecord): number => {
    // What is no plain value is not found again.
    const isPlain = names.every((name) => record[name] === null || typeof record[name] !== 'object');
    if (!isPlain || all.length === mostNumbered) return inText;
    let tree = root;
    for (const name of names.slice(0, -1)) {
      const next = (tree.get(record[name]) ?? new Map()) as Tree;
      tree.set(record[name], next);
      tree = next;
    }
    tree.set(record[names.at(-1)!], all.length);
    return all.push(keptOf(record)) - 1;
  };
  return {
    all,
    keptOf,
    of: (record: AnyRecord): number => {
      let found: Tree | number | undefined = root;
      for (let n = 0; n < names.length; n += 1) {
        found = (found as Tree).get(record[names[n]!]);
        if (found === undefined) return numbered(record);
      }
      return found as number;
    },
  };
};

const isAscii = (text: string): boolean => {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
};

type Text = { readonly recordId: string; readonly openedAt: string; readonly kept: Kept };

/** Writes the cards of a kind; `add` takes an entry by the first number of its subject. What is kept by number, `kept` lists. */
export const heldWriter = (contract: Contract, add: (entry: Uint32Array, length: number) => void) => {
  const numbers = numbering(namesOf(contract));
  const seconds = secondsOf();
  let entry = new Uint32Array(headLength + 64);
  let bytes = new Uint8Array(entry.buffer, headLength * 4);
  const roomFor = (size: number): void => {
    if (size <= bytes.length) return;
    entry = new Uint32Array(headLength + Math.ceil(size / 4));
    bytes = new Uint8Array(entry.buffer, headLength * 4);
  };
  return {
    kept: numbers.all as readonly Kept[],
    hold: (slice: number, { hashes, openedAt, record, row, line, worstUncounted }: HeldInSlice): void => {
      const { recordId } = record;
      const opened = seconds(openedAt);
      const kept = opened === inText || !isAscii(recordId) ? inText : numbers.of(record);
      let size = recordId.length;
      if (kept === inText) {
        const text = Buffer.from(JSON.stringify({ recordId, openedAt, kept: numbers.keptOf(record) } satisfies Text));
        size = text.length;
        roomFor(size);
        bytes.set(text);
      } else {
        roomFor(size);
        for (let at = 0; at < size; at += 1) bytes[at] = recordId.charCodeAt(at);
      }
      for (let lane = 0; lane < hashes.length; lane += 1) entry[subjectAt + lane] = hashes[lane]!;
      entry[sliceAt] = slice;
      entry[rowAt] = row;
      entry[lineAt] = line;
      entry[openedAtAt] = opened;
      entry[keptAt] = kept;
      entry[restAt] = (size << verdictBits) | worstUncounted;
      add(entry, headLength + Math.ceil(size / 4));
    },
  };
};

/** A card as it was written. */
export type HeldCard = {
  readonly slice: number;
  readonly row: number;
  readonly line: number;
  readonly worstUncounted: number;
  readonly recordId: string;
  readonly openedAt: string;
  /** What is kept of it, and its id. */
  readonly record: AnyRecord;
};

/** Where the entries of some numbers begin. */
export const entriesIn = (numbers: Uint32Array, room: Room): Uint32Array => {
  const places = room(Math.ceil(numbers.length / headLength));
  let count = 0;
  for (let at = 0; at < numbers.length; count += 1) {
    places[count] = at;
    at += headLength + Math.ceil((numbers[at + restAt]! >>> verdictBits) / 4);
  }
  return places.subarray(0, count);
};

/** The first of the three numbers that say whose the card of an entry is. */
export const subjectOf = (at: number): number => at + subjectAt;
/** And which card. */
export const cardOf = (at: number): number => at + cardAt;
export const sliceOf = (at: number): number => at + sliceAt;
export const rowOf = (at: number): number => at + rowAt;

/** Reads entries of a kind; `kept` is the list of the writer who wrote them. */
export const heldReader = ({ holdings }: Contract) => {
  const instant = instantOf();
  const { openedAt: openedAtField } = holdings!;
  return (numbers: Uint32Array, at: number, kept: readonly Kept[]): HeldCard => {
    const rest = numbers[at + restAt]!;
    const bytes = Buffer.from(numbers.buffer, numbers.byteOffset + (at + headLength) * 4, rest >>> verdictBits);
    const number = numbers[at + keptAt]!;
    const isInText = number === inText;
    const text = isInText ? (JSON.parse(bytes.toString()) as Text) : undefined;
    const recordId = text?.recordId ?? bytes.toString('latin1');
    const openedAt = text?.openedAt ?? instant(numbers[at + openedAtAt]!);
    return {
      slice: numbers[at + sliceAt]!,
      row: numbers[at + rowAt]!,
      line: numbers[at + lineAt]!,
      worstUncounted: rest & ((1 << verdictBits) - 1),
      recordId,
      openedAt,
      record: { ...(text?.kept ?? kept[number]!), [openedAtField]: openedAt, recordId },
    };
  };
};
