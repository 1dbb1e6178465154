import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Finding } from '../../events/finding.ts';
import type { KeptRecord, Manifest, Reading } from '../../events/manifest.ts';
import type { Lists } from '../../rules/facts/lists.ts';
import type { Imported } from '../../rules/listed.ts';
import type { Objects } from './objects.ts';

// Every key of the records bucket is spelled here and nowhere else.
//
//   records     submissions/<id>/records.json.gz           all normalised, tokenised records: written once; of a file
//               submissions/<id>/records-<nnnn>.json.gz    how many of these there are, some thousand records each
//   reading     submissions/<id>/reading.json.gz           faults and warnings of reading: written once
//   lists       submissions/<id>/lists-<digest>.json.gz    what authorities' lists said of its records: written once
//   imported    imports/<id>/entries.json.gz               what a list's import says, by token: written once
//   findings    submissions/<id>/findings-<digest>-<nnnn>.json.gz   a thousand each, worst first: written once
//
// The lists may say otherwise when a submission is sent again after a crash: the manifest names what it was judged by.
// Two may record a submission at once and find different things, as the holdings stand for each: what each found has a
// name of its own, and the manifest that is committed names the one that counts.

export const findingsPerObject = 1_000;
export const recordsPerObject = 5_000;

const nth = (n: number): string => String(n).padStart(4, '0');

export const recordsStore = (objects: Objects) => {
  // No content-encoding: whoever fetches would be given it unpacked. Keys that are written once are digests of what they
  // hold: what stands there already is the same.
  const put = (key: string, content: unknown, once: boolean): Promise<void> =>
    objects.put(key, gzipSync(JSON.stringify(content)), { 'content-type': 'application/gzip' }, once);
  const get = async <T>(key: string): Promise<T> => JSON.parse(gunzipSync(await objects.get(key)).toString());

  const nameOf = (content: unknown): string =>
    createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32);

  // One text of a file's findings would be longer than a string may be.
  const nameOfAll = (findings: readonly unknown[]): string => {
    const hash = createHash('sha256');
    for (const one of findings) hash.update(`${JSON.stringify(one)}\n`);
    return hash.digest('hex').slice(0, 32);
  };

  return {
    keep: async (id: string, records: readonly KeptRecord[], reading: Reading): Promise<void> => {
      await Promise.all([
        put(`submissions/${id}/records.json.gz`, records, true),
        put(`submissions/${id}/reading.json.gz`, reading, true),
      ]);
    },
    /** The same of a file, whose records come in chunks; each stands before the one that says how many there are. */
    keepInChunks: async (id: string, records: readonly KeptRecord[], reading: Reading): Promise<void> => {
      const chunks = Math.ceil(records.length / recordsPerObject);
      for (let n = 0; n < chunks; n += 1) {
        const chunk = records.slice(n * recordsPerObject, (n + 1) * recordsPerObject);
        await put(`submissions/${id}/records-${nth(n)}.json.gz`, chunk, true);
      }
      await put(`submissions/${id}/reading.json.gz`, reading, true);
      await put(`submissions/${id}/records.json.gz`, { chunks }, true);
    },
    /** Only the reading: of a file of which nothing can be judged. */
    keepReading: (id: string, reading: Reading): Promise<void> =>
      put(`submissions/${id}/reading.json.gz`, reading, true),
    records: async (id: string): Promise<readonly KeptRecord[]> => {
      const kept = await get<readonly KeptRecord[] | { readonly chunks: number }>(`submissions/${id}/records.json.gz`);
      if (!('chunks' in kept)) return kept;
      const records: KeptRecord[] = [];
      for (let n = 0; n < kept.chunks; n += 1) {
        for (const one of await get<readonly KeptRecord[]>(`submissions/${id}/records-${nth(n)}.json.gz`))
          records.push(one);
      }
      return records;
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

    /** Gives the name under which these findings stand. */
    keepFindings: async (id: string, findings: readonly Finding[]): Promise<string> => {
      const name = nameOfAll(findings);
      for (let n = 0; n * findingsPerObject < findings.length || n === 0; n += 1) {
        const chunk = findings.slice(n * findingsPerObject, (n + 1) * findingsPerObject);
        await put(`submissions/${id}/findings-${name}-${nth(n)}.json.gz`, chunk, true);
      }
      return name;
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
