import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { AnyRecord } from '../../events/contract.ts';
import type { Finding } from '../../events/finding.ts';
import type { KeptRecord, Manifest, Reading, RecordsPart } from '../../events/manifest.ts';
import type { Lists } from '../../rules/facts/lists.ts';
import type { Imported } from '../../rules/listed.ts';
import { inOneOrder } from './findings-order.ts';
import { keyPlaces } from './key-places.ts';
import type { Objects } from './objects.ts';

// Every key of the records bucket is spelled here and nowhere else.
//
//   records     submissions/<id>/records.json.gz           all normalised, tokenised records: written once; of a file
//               submissions/<id>/records-<digest>.json.gz  in which of these parts they stand
//   reading     submissions/<id>/reading.json.gz           faults and warnings of reading: written once
//   lists       submissions/<id>/lists-<digest>.json.gz    what authorities' lists said of its records: written once
//   imported    imports/<id>/entries.json.gz               what a list's import says, by token: written once
//   findings    submissions/<id>/findings-<digest>-<nnnn>.json.gz   a thousand each, worst first: written once
//
// The lists may say otherwise when a submission is sent again after a crash: the manifest names what it was judged by.
// Two may record a submission at once and find different things, as the holdings stand for each: what each found has a
// name of its own, and the manifest that is committed names the one that counts.

export const findingsPerObject = 1_000;

/** Of so many files it is remembered in which part a record stands. */
const mostPlaces = 2;

/** Of a file. */
type InParts = { readonly parts: readonly RecordsPart[] };

const nth = (n: number): string => String(n).padStart(4, '0');

export const recordsStore = (objects: Objects) => {
  // No content-encoding: whoever fetches would be given it unpacked. Keys that are written once are digests of what they
  // hold: what stands there already is the same.
  const put = (key: string, content: unknown, once: boolean): Promise<void> =>
    objects.put(key, gzipSync(JSON.stringify(content)), { 'content-type': 'application/gzip' }, once);
  const get = async <T>(key: string): Promise<T> => JSON.parse(gunzipSync(await objects.get(key)).toString());

  const nameOf = (content: unknown): string =>
    createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32);

  const partKey = (id: string, name: string): string => `submissions/${id}/records-${name}.json.gz`;
  const keepPacked = async (id: string, packed: Buffer<ArrayBuffer>): Promise<string> => {
    const name = createHash('sha256').update(packed).digest('hex').slice(0, 32);
    await objects.put(partKey(id, name), packed, { 'content-type': 'application/gzip' }, true);
    return name;
  };

  /** The next part is fetched while one is worked on. */
  async function* partsOf(id: string, { parts }: InParts): AsyncGenerator<readonly KeptRecord[]> {
    const fetched = ({ name }: RecordsPart) =>
      objects.get(partKey(id, name)).then(
        (bytes) => ({ bytes }),
        (error: unknown) => ({ error }),
      );
    let next = parts[0] && fetched(parts[0]);
    for (const [n, { before }] of parts.entries()) {
      const part = await next!;
      if ('error' in part) throw part.error;
      const following = parts[n + 1];
      next = following && fetched(following);
      const records: readonly KeptRecord[] = JSON.parse(gunzipSync(part.bytes).toString());
      yield before === 0 ? records : records.map(({ row, record }) => ({ row: before + row, record }));
    }
  }

  const readPlaces = async (id: string, parts: InParts) => {
    async function* keys() {
      for await (const part of partsOf(id, parts)) yield part.map(({ record }) => record.recordId);
    }
    return keyPlaces(keys());
  };
  const known = new Map<string, ReturnType<typeof readPlaces>>();
  /** Of the file asked for last, and of the one before: where a roster is recorded it is asked part after part. */
  const placesIn = (id: string, parts: InParts): ReturnType<typeof readPlaces> => {
    const places = known.get(id) ?? readPlaces(id, parts);
    known.delete(id);
    known.set(id, places);
    places.catch(() => known.delete(id));
    const [oldest] = known.keys();
    if (known.size > mostPlaces) known.delete(oldest!);
    return places;
  };

  return {
    keep: async (id: string, records: readonly KeptRecord[], reading: Reading): Promise<void> => {
      await Promise.all([
        put(`submissions/${id}/records.json.gz`, records, true),
        put(`submissions/${id}/reading.json.gz`, reading, true),
      ]);
    },
    /** A part of a file's records, and the same packed elsewhere; both give its name. */
    keepPart: (id: string, records: readonly KeptRecord[]): Promise<string> =>
      keepPacked(id, gzipSync(JSON.stringify(records), { level: 1 })),
    keepPacked,
    /** Says in which parts a file's records stand, once all of them do. */
    keepParts: async (id: string, parts: readonly RecordsPart[], reading: Reading): Promise<void> => {
      await put(`submissions/${id}/reading.json.gz`, reading, false);
      await put(`submissions/${id}/records.json.gz`, { parts } satisfies InParts, false);
    },
    /** Only the reading: of a file of which nothing can be judged. */
    keepReading: (id: string, reading: Reading): Promise<void> =>
      put(`submissions/${id}/reading.json.gz`, reading, true),
    /** All records, part by part: those of a file may be more than memory holds. */
    records: async function* (id: string): AsyncGenerator<readonly KeptRecord[]> {
      const kept = await get<readonly KeptRecord[] | InParts>(`submissions/${id}/records.json.gz`);
      if (!('parts' in kept)) yield kept;
      else yield* partsOf(id, kept);
    },
    /** Those that have these keys, by key; of a file only the parts are read that have them, once it is known which. */
    named: async (id: string, keys: ReadonlySet<string>): Promise<ReadonlyMap<string, AnyRecord>> => {
      const named = new Map<string, AnyRecord>();
      if (keys.size === 0) return named;
      const take = (records: readonly KeptRecord[]): void => {
        for (const { record } of records) if (keys.has(record.recordId)) named.set(record.recordId, record);
      };
      const kept = await get<readonly KeptRecord[] | InParts>(`submissions/${id}/records.json.gz`);
      if (!('parts' in kept)) take(kept);
      else {
        const wanted = (await placesIn(id, kept))(keys);
        for await (const part of partsOf(id, { parts: kept.parts.filter((_, n) => wanted.has(n)) })) take(part);
      }
      return named;
    },
    reading: (id: string) => get<Reading>(`submissions/${id}/reading.json.gz`),

    /** Gives the name under which it stands. */
    keepLists: async (id: string, said: Lists): Promise<string> => {
      const name = nameOf(said);
      await put(`submissions/${id}/lists-${name}.json.gz`, said, true);
      return name;
    },
    /** Undefined where the submission's kind looked nothing up. */
    lists: async ({ view: { id }, lists: name }: Manifest): Promise<Lists | undefined> =>
      name === undefined ? undefined : get<Lists>(`submissions/${id}/lists-${name}.json.gz`),

    keepImported: (id: string, entries: readonly Imported[]): Promise<void> =>
      put(`imports/${id}/entries.json.gz`, entries, true),
    imported: (id: string) => get<readonly Imported[]>(`imports/${id}/entries.json.gz`),

    /**
     * Findings that come part by part, each worst first, in one order. Gives the name under which they stand, and how many
     * there are.
     */
    keepFindings: async (
      id: string,
      parts: AsyncIterable<readonly Finding[]>,
    ): Promise<{ readonly name: string; readonly total: number }> => {
      const ordered = await inOneOrder(parts);
      try {
        const { name, total } = ordered;
        let chunk: string[] = [];
        let written = 0;
        const write = async (): Promise<void> => {
          const key = `submissions/${id}/findings-${name}-${nth(written)}.json.gz`;
          await objects.put(key, gzipSync(`[${chunk.join(',')}]`), { 'content-type': 'application/gzip' }, true);
          written += 1;
          chunk = [];
        };
        for (const finding of ordered.texts()) if (chunk.push(finding) === findingsPerObject) await write();
        if (chunk.length > 0 || written === 0) await write();
        return { name, total };
      } finally {
        ordered.discard();
      }
    },

    /** Findings from the `from`-th (counted from 0) on, at most `limit`. */
    findings: async (
      { view: { id }, findings: name, findingsTotal }: Manifest,
      from: number,
      limit: number,
    ): Promise<readonly Finding[]> => {
      const found: Finding[] = [];
      const end = Math.min(from + limit, findingsTotal);
      for (let n = Math.floor(from / findingsPerObject); n * findingsPerObject < end; n += 1) {
        const chunk = await get<readonly Finding[]>(`submissions/${id}/findings-${name}-${nth(n)}.json.gz`);
        const start = n * findingsPerObject;
        found.push(...chunk.slice(Math.max(0, from - start), end - start));
      }
      return found;
    },
  };
};
