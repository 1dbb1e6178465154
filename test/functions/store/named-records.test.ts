import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { KeptRecord } from '../../../events/manifest.ts';
import type { Objects } from '../../../functions/store/objects.ts';
import { recordsStore } from '../../../functions/store/records.ts';
import { textHash } from '../../../functions/store/text-hash.ts';

const reading = { faults: [], faultsTotal: 0, warnings: [] };

const inMemory = () => {
  const kept = new Map<string, Buffer>();
  const asked: string[] = [];
  const objects: Objects = {
    put: async (key, body) => void kept.set(key, Buffer.from(body)),
    get: async (key) => {
      asked.push(key);
      const found = kept.get(key);
      if (found === undefined) throw new Error(`nothing at ${key}`);
      return found;
    },
  };
  return { objects, asked, kept };
};

/** A file kept in parts, of records that have these keys. */
const keptFile = async (store: ReturnType<typeof recordsStore>, id: string, parts: readonly (readonly string[])[]) => {
  const named: { name: string; before: number }[] = [];
  for (const keys of parts) {
    const records = keys.map((recordId, n): KeptRecord => ({ row: n + 1, record: { recordId, part: named.length } }));
    named.push({ name: await store.keepPart(id, records), before: 0 });
  }
  await store.keepParts(id, named, reading);
  return named.map(({ name }) => `submissions/${id}/records-${name}.json.gz`);
};

// Two words that have one hash, and others.
const aKey = fc.constantFrom('costarring', 'liquid', ...Array.from({ length: 20 }, (_, n) => `A-${n}`));

it('records are found by their keys in whichever part they stand, also where two keys have one hash', async () => {
  expect(textHash('costarring')).toBe(textHash('liquid'));
  const file = fc.uniqueArray(fc.tuple(aKey, fc.nat({ max: 4 })), { selector: ([key]) => key });
  await fc.assert(
    fc.asyncProperty(file, fc.array(fc.uniqueArray(aKey), { maxLength: 4 }), async (placed, asked) => {
      const store = recordsStore(inMemory().objects);
      const inPart = (part: number) => placed.flatMap(([key, own]) => (own === part ? [key] : []));
      await keptFile(store, 'f', [0, 1, 2, 3, 4].map(inPart));
      for (const keys of asked) {
        const found = await store.named('f', new Set(keys));
        const there = keys.filter((key) => placed.some(([own]) => own === key));
        expect([...found.keys()].sort()).toEqual(there.sort());
        for (const [key, record] of found) expect(record.recordId).toBe(key);
      }
    }),
    { numRuns: 100 },
  );
});

it('who asks again and again for a few of a file reads it once, and then only the parts that have them', async () => {
  const { objects, asked } = inMemory();
  const store = recordsStore(objects);
  const parts = await keptFile(store, 'f', [['a', 'b'], ['c'], ['d', 'e'], ['g']]);
  const read = async (...keys: string[]) => {
    asked.length = 0;
    await store.named('f', new Set(keys));
    return asked.filter((key) => parts.includes(key)).map((key) => parts.indexOf(key));
  };
  expect(await read('d')).toEqual([0, 1, 2, 3, 2]);
  expect(await read('c', 'e')).toEqual([1, 2]);
  expect(await read('none')).toEqual([]);
});

it('a file that could not be read is read anew', async () => {
  const { objects, kept } = inMemory();
  const store = recordsStore(objects);
  const [, second] = await keptFile(store, 'f', [['a'], ['b']]);
  const lost = kept.get(second!)!;
  kept.delete(second!);
  await expect(store.named('f', new Set(['a']))).rejects.toThrow('nothing at');
  kept.set(second!, lost);
  expect([...(await store.named('f', new Set(['a']))).keys()]).toEqual(['a']);
});
