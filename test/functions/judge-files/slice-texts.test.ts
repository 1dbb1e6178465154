import { mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { sliceTextReader, sliceTextWriter } from '../../../functions/judge-files/slice-texts.ts';

const directory = mkdtempSync(join(tmpdir(), 'slice-texts-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

let files = 0;
const written = (texts: Readonly<Record<number, string>>): string => {
  files += 1;
  const path = join(directory, String(files));
  const { add, close } = sliceTextWriter(path);
  for (const [slice, text] of Object.entries(texts).reverse()) add(Number(slice), text);
  close();
  return path;
};

it('gives each slice its own text, whoever wrote it, and none where there is none', () => {
  const texts = fc.dictionary(fc.nat(40).map(String), fc.string({ unit: 'grapheme', maxLength: 30 }));
  fc.assert(
    fc.property(texts, texts, (evens, odds) => {
      const [own, others] = [evens, odds].map((all, rest) =>
        Object.fromEntries(Object.entries(all).map(([slice, text]) => [Number(slice) * 2 + rest, text])),
      );
      const read = sliceTextReader([written(own!), written(others!), join(directory, 'nobody')]);
      for (let slice = 0; slice < 82; slice += 1) expect(read(slice)).toBe(own![slice] ?? others![slice] ?? '');
    }),
    { numRuns: 40 },
  );
});

it('makes no file where nothing is said', () => {
  const before = readdirSync(directory).length;
  written({ 3: '' });
  expect(readdirSync(directory)).toHaveLength(before);
});

it('fails where its file was cut', () => {
  const path = written({ 3: 'something' });
  truncateSync(path, 4);
  expect(() => sliceTextReader([path])(3)).toThrow('shorter');
});
