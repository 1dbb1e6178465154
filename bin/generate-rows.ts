import type { Part } from './generate-parts.ts';
import type { Sample } from './generate-samples.ts';
import { anyOf, type Make, makeOf, nthOf, type Random, randomFrom, writeDigits } from './generate-values.ts';

/** What one record is made of, beside its sample. */
type Draw = {
  readonly random: Random;
  readonly seed: number;
  /** From 0. */
  row: number;
  /** Which of the people of the subject's make holds it. */
  person: number;
  /** All instants of a record are as much later, and so stay as far apart. */
  secondsLater: number;
};

type Slot = (bytes: Uint8Array, at: number, draw: Draw) => void;

/** A sample as bytes that are copied, and what is then written over them. */
type Pattern = {
  readonly bytes: Uint8Array;
  readonly slots: readonly Slot[];
  readonly subject: Make | undefined;
  /** So many seconds later, and no instant of it stands in another hour. */
  readonly room: number;
};

const secondsIn = (instant: string): number => Number(instant.slice(14, 16)) * 60 + Number(instant.slice(17, 19));

/** So many digits has the number of a record. */
const idDigits = 9;
export const mostRows = 10 ** idDigits - 1;

const patternOf = (parts: readonly Part[], sheetRowDigits: number): Pattern => {
  const texts: string[] = [];
  const slots: Slot[] = [];
  const firstAt = new Map<string, number>();
  let [at, room] = [0, 3_599];
  let subject: Make | undefined;
  const add = (text: string): void => {
    texts.push(text);
    at += Buffer.byteLength(text);
  };
  /** One person stays one within the record: what was written once is copied. */
  const replace = (value: string, write: (make: Make) => Slot): void => {
    const make = makeOf(value);
    if (make === undefined) return;
    const [place, first, length] = [at, firstAt.get(value), value.length];
    firstAt.set(value, first ?? place);
    if (first === undefined) slots.push(write(make));
    else slots.push((bytes, from) => bytes.copyWithin(from + place, from + first, from + first + length));
  };
  for (const part of parts) {
    const place = at;
    if (typeof part === 'string') {
      add(part);
    } else if (part.is === 'record-id') {
      slots.push((bytes, from, { row }) => writeDigits(bytes, from + place + 2, idDigits, row + 1));
      add(`G-${'0'.repeat(idDigits)}`);
    } else if (part.is === 'sheet-row') {
      slots.push((bytes, from, { row }) => writeDigits(bytes, from + place, sheetRowDigits, row + 2));
      add('0'.repeat(sheetRowDigits));
    } else if (part.is === 'instant') {
      const seconds = secondsIn(part.value);
      room = Math.min(room, 3_599 - seconds);
      slots.push((bytes, from, { secondsLater }) => {
        const second = (seconds + secondsLater) % 60;
        writeDigits(bytes, from + place + 14, 2, (seconds + secondsLater - second) / 60);
        writeDigits(bytes, from + place + 17, 2, second);
      });
      add(part.value);
    } else if (part.is === 'subject') {
      replace(part.value, (make) => {
        subject = make;
        return (bytes, from, { person, seed }) => make.write(bytes, from + place, nthOf(make, person, seed));
      });
      add(part.value);
    } else {
      replace(
        part.value,
        (make) =>
          (bytes, from, { random }) =>
            make.write(bytes, from + place, anyOf(make, random)),
      );
      add(part.value);
    }
  }
  return { bytes: Buffer.from(texts.join('')), slots, subject, room };
};

/**
 * Who holds the next record, where `people` hold `rows`: somebody new, or one of those there are already, each as likely.
 * Most hold one then, few several and hardly anybody many. People of different makes are different people.
 */
const holders = (rows: number, people: number, random: Random) => {
  const known = new Map<string, number>();
  let all = 0;
  return (make: Make, row: number): number => {
    const own = known.get(make.name) ?? 0;
    const isNew = own === 0 || all < Math.ceil(((row + 1) * people) / rows);
    if (!isNew) return Math.floor(random() * own);
    known.set(make.name, own + 1);
    all += 1;
    return own;
  };
};

export type Asked = {
  readonly rows: number;
  /** Share of records made after samples that break rules. */
  readonly wrong: number;
  readonly people: number;
  readonly seed: number;
};

/**
 * Writes records one after the other: each after one of the samples, of somebody else, with another id and, where all its
 * instants stay within their hour, a little later. `write` gives where the next one begins. The same seed gives the same.
 */
export const rowWriter = (
  samples: Readonly<Record<'clean' | 'violating', readonly Sample[]>>,
  partsOf: (sample: Sample) => readonly Part[],
  { rows, wrong, people, seed }: Asked,
): { readonly mostBytes: number; readonly write: (bytes: Uint8Array, at: number) => number } => {
  const random = randomFrom(seed);
  const holderOf = holders(rows, people, random);
  const draw: Draw = { random, seed, row: -1, person: 0, secondsLater: 0 };
  const parts = { clean: samples.clean.map(partsOf), violating: samples.violating.map(partsOf) };
  const patternsOf = (digits: number) => ({
    clean: parts.clean.map((one) => patternOf(one, digits)),
    violating: parts.violating.map((one) => patternOf(one, digits)),
  });
  let digits = 1;
  let patterns = patternsOf(digits);
  const longest = patternsOf(idDigits);
  const mostBytes = Math.max(...[...longest.clean, ...longest.violating].map(({ bytes }) => bytes.length));
  return {
    mostBytes,
    write: (bytes, at) => {
      draw.row += 1;
      if (draw.row + 2 >= 10 ** digits) {
        digits += 1;
        patterns = patternsOf(digits);
      }
      const from = random() < wrong ? patterns.violating : patterns.clean;
      const { bytes: pattern, slots, subject, room } = from[Math.floor(random() * from.length)]!;
      draw.secondsLater = room === 0 ? 0 : Math.floor(random() * (room + 1));
      if (subject !== undefined) draw.person = holderOf(subject, draw.row);
      bytes.set(pattern, at);
      for (let n = 0; n < slots.length; n += 1) slots[n]!(bytes, at, draw);
      return at + pattern.length;
    },
  };
};
