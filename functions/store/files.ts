import { gunzipSync, gzipSync } from 'node:zlib';
import type { PassingObjects } from './objects.ts';

// Every key of the uploads bucket is spelled here and nowhere else. What lies there is raw: pieces go when their
// submission is audited, all of it when it is cancelled, and the rest after a week.
//
//   link, part, has     incoming/<id>                     the file as its sender put it
//   kept pieces         work/<id>/<name>                  what was made of it on the way: written again, the same
//
// Whoever puts an object under `incoming/` starts work on it: see infra/cloud/uploads-stack.ts, infra/local/uploads.ts.

export const incoming = 'incoming/';

/** The upload that an object is the file of; undefined where it is something else. */
export const uploadOfKey = (key: string): string | undefined =>
  key.startsWith(incoming) ? key.slice(incoming.length) : undefined;

const workKey = (id: string, name: string): string => `work/${id}/${name}`;

export const filesStore = (objects: PassingObjects) => ({
  /** `sha256` in hexadecimal: the object store itself refuses other bytes. */
  link: async (
    id: string,
    { size, sha256 }: { readonly size: number; readonly sha256: string },
    seconds: number,
  ): Promise<{ readonly url: string; readonly headers: Readonly<Record<string, string>> }> => {
    const headers = {
      'content-length': String(size),
      'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64'),
    };
    return { url: await objects.link(incoming + id, headers, seconds), headers };
  },

  /** Bytes of the file as it was put; undefined while nobody has. */
  size: (id: string): Promise<number | undefined> => objects.size(incoming + id),
  part: (id: string, from: number, to: number): Promise<Buffer> => objects.get(incoming + id, { from, to }),

  keepBytes: (id: string, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> =>
    objects.put(workKey(id, name), bytes, { 'content-type': 'application/octet-stream' }, false),
  bytes: (id: string, name: string): Promise<Buffer> => objects.get(workKey(id, name)),
  keepJson: (id: string, name: string, content: unknown): Promise<void> =>
    objects.put(workKey(id, name), gzipSync(JSON.stringify(content)), { 'content-type': 'application/gzip' }, false),
  json: async <T>(id: string, name: string): Promise<T> =>
    JSON.parse(gunzipSync(await objects.get(workKey(id, name))).toString()),

  /** Removes the pieces named. */
  clearPieces: async (id: string, names: readonly string[]): Promise<void> => {
    for (const name of names) await objects.remove(workKey(id, name));
  },
  /** Removes the file and the pieces named. */
  clear: async (id: string, names: readonly string[]): Promise<void> => {
    for (const key of [incoming + id, ...names.map((name) => workKey(id, name))]) await objects.remove(key);
  },
});
