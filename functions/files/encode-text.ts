import type { Encoding } from './prepared.ts';

const supplementary = 189_000;

/** The four bytes of GB18030 that count up from 81 30 81 30. */
const fourBytes = (linear: number): Buffer =>
  Buffer.from([
    0x81 + Math.floor(linear / 12_600),
    0x30 + (Math.floor(linear / 1_260) % 10),
    0x81 + (Math.floor(linear / 10) % 126),
    0x30 + (linear % 10),
  ]);

let codes: ReadonlyMap<string, Buffer> | undefined;

/** Every character of two bytes, and those of four below U+10000, as the decoder of the platform reads them. */
const gb18030Codes = (): ReadonlyMap<string, Buffer> => {
  if (codes) return codes;
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, Buffer>();
  const add = (bytes: Buffer) => {
    const text = decoder.decode(bytes);
    if ([...text].length === 1 && text !== '\uFFFD' && !found.has(text)) found.set(text, bytes);
  };
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) add(Buffer.from([lead, trail]));
  }
  for (let linear = 0; linear < 39_420; linear += 1) add(fourBytes(linear));
  codes = found;
  return found;
};

const gb18030 = (text: string): Buffer =>
  Buffer.concat(
    [...text].map((one) => {
      const code = one.codePointAt(0)!;
      if (code < 0x80) return Buffer.from([code]);
      if (code >= 0x10000) return fourBytes(supplementary + code - 0x10000);
      return gb18030Codes().get(one) ?? Buffer.from('?');
    }),
  );

/** A text in the encoding of a file, without a byte order mark: Node reads GB18030 and does not write it. */
export const encodeText = (text: string, encoding: Encoding): Buffer => {
  if (encoding === 'gb18030') return gb18030(text);
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  return Buffer.from(text);
};
