import { gzipSync } from 'node:zlib';
import type { Answer } from './endpoint.ts';

/** Well below the 6 MB that a function's answer may come to, escaped as it is into one more JSON string. */
const plainBytes = 3_000_000;

/** A document of any size: compressed where it would not fit otherwise. */
export const largeJson = (body: unknown): Answer => {
  const text = JSON.stringify(body);
  const headers = { 'content-type': 'application/json' };
  if (Buffer.byteLength(text) <= plainBytes) return { status: 200, headers, body: text };
  return { status: 200, headers: { ...headers, 'content-encoding': 'gzip' }, body: gzipSync(text) };
};
