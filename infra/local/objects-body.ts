import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { refuse } from './objects-refusals.ts';

const STREAMED = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER';
const HEX_SHA256 = /^[0-9a-f]{64}$/;

type Sum = { readonly update: (piece: Buffer) => void; readonly base64: () => string };
const hashSum = (algorithm: string) => (): Sum => {
  const hash = createHash(algorithm);
  return { update: (piece) => hash.update(piece), base64: () => hash.digest('base64') };
};
const crc32Sum = (): Sum => {
  let sum = 0;
  return {
    update: (piece) => {
      sum = crc32(piece, sum);
    },
    base64: () => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(sum >>> 0);
      return bytes.toString('base64');
    },
  };
};
const SUMS: Readonly<Record<string, () => Sum>> = {
  'content-md5': hashSum('md5'),
  'x-amz-checksum-crc32': crc32Sum,
  'x-amz-checksum-sha1': hashSum('sha1'),
  'x-amz-checksum-sha256': hashSum('sha256'),
};
const isSum = (name: string) =>
  name === 'content-md5' || (name.startsWith('x-amz-checksum-') && !/-(mode|type|algorithm)$/.test(name));

const incomplete = (said: string) => refuse('IncompleteBody', `the body is not as long as the request said: ${said}`);

/** Reads lines and counted bytes from pieces of any size. */
const reader = (source: AsyncIterable<Buffer>) => {
  const pieces = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  const more = async () => {
    const { value, done } = await pieces.next();
    if (done) throw incomplete('a chunk is cut off');
    return value;
  };
  return {
    line: async (): Promise<string> => {
      let end = held.indexOf('\r\n');
      while (end < 0) {
        if (held.length > 4096) throw refuse('InvalidRequest', 'a chunk has no length');
        held = Buffer.concat([held, await more()]);
        end = held.indexOf('\r\n');
      }
      const line = held.toString('latin1', 0, end);
      held = held.subarray(end + 2);
      return line;
    },
    bytes: async function* (count: number): AsyncGenerator<Buffer> {
      let left = count;
      while (left > 0) {
        if (held.length === 0) held = await more();
        const piece = held.subarray(0, left);
        held = held.subarray(piece.length);
        left -= piece.length;
        yield piece;
      }
    },
  };
};

/** The body inside `aws-chunked`; its trailers are added to `headers` when it ends. */
const unchunked = async function* (
  source: AsyncIterable<Buffer>,
  headers: Map<string, string>,
): AsyncGenerator<Buffer> {
  const input = reader(source);
  while (true) {
    const size = Number.parseInt((await input.line()).split(';')[0] ?? '', 16);
    if (!Number.isSafeInteger(size) || size < 0) throw refuse('InvalidRequest', 'a chunk has no length');
    if (size === 0) break;
    yield* input.bytes(size);
    if ((await input.line()) !== '') throw incomplete('a chunk is longer than it says');
  }
  for (let line = await input.line(); line !== ''; line = await input.line()) {
    const colon = line.indexOf(':');
    headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
};

/**
 * The object in a request's body, piece by piece; after the last piece every length and sum that was promised has been
 * checked, and a mismatch thrown. `checksums` are the `x-amz-checksum-` values that held, once it has ended.
 */
export const objectBody = (
  source: AsyncIterable<Buffer>,
  given: Readonly<Record<string, string>>,
  payloadHash: string,
) => {
  const headers = new Map(Object.entries(given));
  const isStreamed = payloadHash === STREAMED;
  if (!isStreamed && payloadHash !== 'UNSIGNED-PAYLOAD' && !HEX_SHA256.test(payloadHash))
    throw refuse('NotImplemented', `bodies signed as ${payloadHash} are not read here`);
  const trailers = (given['x-amz-trailer'] ?? '').split(',').map((name) => name.trim().toLowerCase());
  const names = [...headers.keys(), ...trailers].filter(isSum);
  const unknown = names.find((name) => !SUMS[name]);
  if (unknown) throw refuse('NotImplemented', `${unknown} is not checked here`);
  const sums = new Map(names.map((name) => [name, SUMS[name]!()]));
  const length = given[isStreamed ? 'x-amz-decoded-content-length' : 'content-length'];
  if (length === undefined || !/^\d+$/.test(length))
    throw refuse('MissingContentLength', 'the length of the object is not said');
  const checksums: Record<string, string> = {};

  const pieces = async function* (): AsyncGenerator<Buffer> {
    const hash = HEX_SHA256.test(payloadHash) ? createHash('sha256') : undefined;
    let bytes = 0;
    for await (const piece of isStreamed ? unchunked(source, headers) : source) {
      bytes += piece.length;
      hash?.update(piece);
      for (const sum of sums.values()) sum.update(piece);
      yield piece;
    }
    if (bytes !== Number(length)) throw incomplete(`${length} bytes, not ${bytes}`);
    if (hash && hash.digest('hex') !== payloadHash)
      throw refuse('XAmzContentSHA256Mismatch', 'the body is not the one that was signed');
    for (const [name, sum] of sums) {
      const value = sum.base64();
      if (headers.get(name) !== value) throw refuse('BadDigest', `the body does not have the ${name} it came with`);
      if (name !== 'content-md5') checksums[name] = value;
    }
  };
  return { pieces: pieces(), checksums };
};
