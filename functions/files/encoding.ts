import { isUtf8 } from 'node:buffer';
import type { Encoding } from './prepared.ts';

/** How text is written, and how many bytes of byte order mark come before it. */
export type Written = { readonly encoding: Encoding; readonly mark: number };

const marks: readonly (readonly [encoding: Encoding, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

/** Of zero bytes every second is what UTF-16 with delimiters and line ends looks like. */
const zerosAt = (bytes: Uint8Array, parity: 0 | 1): number => {
  let zeros = 0;
  for (let at = parity; at < bytes.length; at += 2) if (bytes[at] === 0) zeros += 1;
  return zeros;
};

const utf16Of = (head: Uint8Array): Encoding | undefined => {
  const sample = head.subarray(0, 4_096);
  const [even, odd] = [zerosAt(sample, 0), zerosAt(sample, 1)];
  // Text in Chinese has few, yet its commas and line ends are always on one side.
  if (even + odd < 2 || even + odd < sample.length / 100) return undefined;
  return even > 8 * odd ? 'utf-16be' : odd > 8 * even ? 'utf-16le' : undefined;
};

/** Bytes at the end that begin a character which goes on beyond them. */
export const unfinished = (bytes: Uint8Array): number => {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
};

/** How the text that begins so is probably written: by its mark, else UTF-8 where that fits, else as Chinese Excel does. */
export const encodingOf = (head: Uint8Array): Written => {
  for (const [encoding, mark] of marks) {
    if (mark.every((byte, at) => head[at] === byte)) return { encoding, mark: mark.length };
  }
  const utf16 = utf16Of(head);
  if (utf16 !== undefined) return { encoding: utf16, mark: 0 };
  const whole = head.subarray(0, head.length - unfinished(head));
  return { encoding: isUtf8(whole) || isMeantAsUtf8(whole) ? 'utf-8' : 'gb18030', mark: 0 };
};

/** Where the first bytes stand that are no UTF-8. */
export const firstWrong = (bytes: Uint8Array): number => {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    const part = bytes.subarray(0, middle);
    if (isUtf8(part.subarray(0, part.length - unfinished(part)))) good = middle;
    else bad = middle;
  }
  return good;
};

/**
 * Whether bytes that are not all UTF-8 were meant to be: a few Chinese characters before the first wrong byte are no
 * chance. Such a file is damaged; read as GB18030 it would be nonsense.
 */
export const isMeantAsUtf8 = (bytes: Uint8Array): boolean => {
  const before = bytes.subarray(0, firstWrong(bytes));
  const text = new TextDecoder().decode(before.subarray(-64 * 1024));
  return (text.match(/[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g)?.length ?? 0) >= 3;
};
