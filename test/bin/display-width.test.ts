import { describe, expect, it } from 'vitest';
import { aligned, displayWidth, printable } from '../../bin/display-width.ts';

describe('columns on a terminal', () => {
  it('counts a Chinese character and a full-width sign as two columns, a combining mark as none', () => {
    expect(['电话卡', 'ＡＢ', 'abc', 'é', '（）', '𠮷', '–'].map(displayWidth)).toEqual([6, 4, 3, 1, 4, 2, 1]);
  });

  it('aligns cells by the columns they take, not by their characters', () => {
    const lines = aligned([
      ['网点', 'count'],
      ['a', '1'],
    ]);
    expect(lines).toEqual(['网点  count', 'a     1']);
  });

  it('cuts what is too wide without cutting a character in half', () => {
    expect(aligned([['名下电话卡排位', 'x']], 6)).toEqual(['名下…  x']);
  });

  it('lets no cell move the cursor or turn the reading direction', () => {
    expect(printable('a\u001b[2Jb\nc\u202ed')).toBe('a [2Jb c d');
  });
});
