import { gunzipSync, gzipSync } from 'node:zlib';
import { CopyName } from '../../events/upload.ts';
import type { PassingObjects } from './objects.ts';

// Every key of the uploads bucket is spelled here and nowhere else. What lies there is raw: the file and its
// pieces go when what comes back is made, all of it when it is cancelled, and the rest after some days.
//
//   link, part, has     incoming/<id>                     the file as its sender put it
//   kept pieces         work/<id>/<name>                  what was made of it on the way: written again, the same
//   keepCopy, linkCopy  copies/<id>/<copy>                what comes back of it: gone after some days
//
// Whoever puts an object under `incoming/` starts work on it: see infra/cloud/uploads-stack.ts, infra/local/uploads.ts.

export const incoming = 'incoming/';

/** The upload that an object is the file of; undefined where it is something else. */
export const uploadOfKey = (key: string): string | undefined =>
  key.startsWith(incoming) ? key.slice(incoming.length) : undefined;

const copyKey = (id: string, copy: CopyName): string => `copies/${id}/${copy}`;
const workKey = (id: string, name: string): string => `work/${id}/${name}`;

/** So many pieces are removed side by side. */
const lanes = 8;

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
    objects.put(
      workKey(id, name),
      gzipSync(JSON.stringify(content), { level: 1 }),
      { 'content-type': 'application/gzip' },
      false,
    ),
  json: async <T>(id: string, name: string): Promise<T> =>
    JSON.parse(gunzipSync(await objects.get(workKey(id, name))).toString()),

  /** A copy from this machine's disk. */
  keepCopy: (id: string, copy: CopyName, path: string, type: string): Promise<void> =>
    objects.putFile(copyKey(id, copy), path, { 'content-type': type }),
  /** A link by which anybody may fetch the copy for so many seconds. `disposition` says under which name it is saved. */
  linkCopy: (id: string, copy: CopyName, disposition: string, seconds: number): Promise<string> =>
    objects.linkToGet(
      copyKey(id, copy),
      { 'response-content-disposition': disposition, 'response-cache-control': 'no-store' },
      seconds,
    ),
  clearCopies: async (id: string): Promise<void> => {
    for (const copy of CopyName.options) await objects.remove(copyKey(id, copy));
  },

  /** Removes the file and the pieces named. */
  clear: async (id: string, names: readonly string[]): Promise<void> => {
    await objects.remove(incoming + id);
    const rest = names.map((name) => workKey(id, name)).values();
    const lane = async (): Promise<void> => {
      for (const key of rest) await objects.remove(key);
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  },
});
