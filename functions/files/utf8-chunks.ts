import { isUtf8 } from 'node:buffer';
import { type Chunk, chunksOf } from './chunks.ts';
import { firstWrong, isMeantAsUtf8, unfinished } from './encoding.ts';

/** The file is not the UTF-8 that its beginning promised, at or just before `at`. */
export class NotUtf8 extends Error {
  readonly at: number;
  /** Other bytes of it are, beyond chance: it is damaged rather than written otherwise. */
  readonly isDamaged: boolean;
  constructor(at: number, isDamaged: boolean) {
    super('the text is not UTF-8');
    this.at = at;
    this.isDamaged = isDamaged;
  }
}

/** Text has no zero bytes: what has them is no text, or was cut off and filled up. */
export class HasZeros extends Error {
  readonly at: number;
  constructor(at: number) {
    super('the text has zero bytes');
    this.at = at;
  }
}

const lengthOf = (lead: number): number => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2);

/**
 * The bytes of a file from `from` on, checked to be UTF-8 while they are read, so that a file of gigabytes is read once.
 * Throws NotUtf8, or HasZeros, before it yields what is wrong.
 */
export const utf8Chunks = async function* (path: string, from: number): AsyncGenerator<Chunk> {
  let carried: Buffer = Buffer.alloc(0);
  let isChinese = false;
  let end = from;
  for await (const chunk of chunksOf(path, from)) {
    const { bytes, at } = chunk;
    const owed = carried.length === 0 ? 0 : Math.min(lengthOf(carried[0]!) - carried.length, bytes.length);
    const refuse = (): never => {
      throw new NotUtf8(at + firstWrong(bytes.subarray(owed)), isChinese || isMeantAsUtf8(bytes.subarray(owed)));
    };
    const joined = Buffer.concat([carried, bytes.subarray(0, owed)]);
    const isWhole = joined.length === 0 || joined.length === lengthOf(joined[0]!);
    if (isWhole && !isUtf8(joined)) refuse();
    const rest = bytes.subarray(owed);
    const left = unfinished(rest);
    const whole = rest.subarray(0, rest.length - left);
    if (!isUtf8(whole)) refuse();
    const zero = bytes.indexOf(0);
    if (zero !== -1) throw new HasZeros(at + zero);
    carried = isWhole ? Buffer.from(rest.subarray(rest.length - left)) : joined;
    isChinese ||= isMeantAsUtf8(whole.subarray(0, 64 * 1024));
    end = at + bytes.length;
    yield chunk;
  }
  if (carried.length > 0) throw new NotUtf8(Math.max(from, end - carried.length), isChinese);
};
