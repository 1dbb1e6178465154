import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cellText, safeCell } from '../../../functions/files/safe-cell.ts';

/** Texts of the characters that matter, and any others. */
const texts = fc.oneof(
  fc.string({
    unit: fc.constantFrom("'", '=', '+', '-', '@', '＝', '－', '\t', '\r', '\n', ' ', '\u3000', 'a', '1', '|'),
  }),
  fc.string({ unit: 'grapheme' }),
);

it('no cell begins a formula, whatever its text', () => {
  fc.assert(fc.property(texts, (text) => !/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(safeCell(text))));
});

it('every text comes back as it was', () => {
  fc.assert(fc.property(texts, (text) => cellText(safeCell(text)) === text));
});

it('a cell that we did not write is read as it is, unless it is text by its apostrophe', () => {
  expect(['it’s', "'quoted'", "rock 'n' roll", '13800000000', ''].map(cellText)).toEqual([
    'it’s',
    "'quoted'",
    "rock 'n' roll",
    '13800000000',
    '',
  ]);
  expect(cellText("'=1+1")).toBe('=1+1');
});

it('numbers, dates and words are written as they are', () => {
  for (const text of ['5', '2026-10-01', '居民身份证', '第 3 行', '']) expect(safeCell(text)).toBe(text);
  expect(safeCell('=HYPERLINK("https://example.com")')).toBe(`'=HYPERLINK("https://example.com")`);
  expect(safeCell('-5')).toBe("'-5");
});
