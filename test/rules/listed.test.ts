import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  afterImport,
  type ImportMode,
  isThere,
  type Listed,
  type ListPart,
  noPart,
  settled,
  standing,
  type Told,
} from '../../rules/listed.ts';

const told = (from: string, over: Partial<Told> = {}): Told => ({ from, masked: '1***', ...over });
const by = (sequence: number, authority = 'a') => ({
  authority,
  sequence,
  receivedAt: `2026-03-${String(sequence).padStart(2, '0')}T08:00:00+08:00`,
});
const counting = (sequence: number, since = 0): ListPart => ({ ...noPart, sequence, since });

it('a list is there once an import of anybody counts', () => {
  expect(isThere({})).toBe(false);
  expect(isThere({ a: { ...noPart, recording: 'i' } })).toBe(false);
  expect(isThere({ a: noPart, b: counting(1) })).toBe(true);
});

it('what an import writes stands once it counts; until then what it changes stands as it was', () => {
  const first = afterImport([], [told('2025-01-01', { until: '2025-12-31' })], 'add', by(1), noPart).listed;
  expect(standing(first, { a: noPart })).toEqual([]);
  const second = afterImport(first, [told('2025-01-01', { until: '2026-12-31' })], 'add', by(2), counting(1)).listed;
  expect(standing(second, { a: counting(1) }).map(({ until }) => until)).toEqual(['2025-12-31']);
  expect(standing(second, { a: counting(2) }).map(({ until }) => until)).toEqual(['2026-12-31']);
});

const authorities = ['a', 'b'] as const;
const days = ['2025-01-01', '2025-02-01', '2025-03-01'] as const;
const someTold = fc.uniqueArray(
  fc.record({
    from: fc.constantFrom(...days),
    category: fc.option(fc.constantFrom('high', 'low'), { nil: undefined }),
  }),
  { selector: ({ from }) => from, maxLength: 3 },
);
const anImport = fc.record({
  authority: fc.constantFrom(...authorities),
  mode: fc.constantFrom<ImportMode[]>('add', 'replace', 'remove'),
  told: someTold,
  /** Whether it was told again after a crash, and whether what it took away was cleared before the next. */
  isRepeated: fc.boolean(),
  isCleared: fc.boolean(),
});

it('whatever is imported by whom, repeated or cleared late, what stands is what was put there and not taken away', () => {
  fc.assert(
    fc.property(fc.array(anImport, { maxLength: 12 }), (imports) => {
      const model: Record<string, Map<string, string | undefined>> = { a: new Map(), b: new Map() };
      const parts: Record<string, ListPart> = { a: noPart, b: noPart };
      let listed: readonly Listed[] = [];
      for (const { authority, mode, told: entries, isRepeated, isCleared } of imports) {
        const own = model[authority]!;
        const part = parts[authority]!;
        const sequence = part.sequence + 1;
        const says = entries.map(({ from, category }) => told(from, category === undefined ? {} : { category }));
        const before = standing(listed, parts);
        const once = afterImport(listed, says, mode, by(sequence, authority), part);
        const again = isRepeated ? afterImport(once.listed, says, mode, by(sequence, authority), part) : once;
        expect(again.effect).toEqual(once.effect);
        expect(again.listed).toEqual(once.listed);
        listed = again.listed;
        expect(new Set(standing(listed, parts))).toEqual(new Set(before));

        const stood = entries.filter(({ from }) => own.has(from)).length;
        const { added, changed, removed, unchanged } = once.effect;
        expect(added + changed + removed + unchanged).toBe(entries.length);
        expect(mode === 'remove' ? removed : changed + unchanged).toBe(stood);
        if (mode === 'replace') own.clear();
        for (const { from, category } of entries) {
          if (mode === 'remove') own.delete(from);
          else own.set(from, category);
        }
        parts[authority] = { ...part, sequence, since: mode === 'replace' ? sequence : part.since };
        if (isCleared) listed = settled(listed, authority, parts[authority]);

        const now = standing(listed, parts).map(
          ({ authority, from, category }) => [authority, from, category] as const,
        );
        const expected = authorities.flatMap((one) => [...model[one]!].map(([from, of]) => [one, from, of] as const));
        expect(now.map(String).sort()).toEqual(expected.map(String).sort());
      }
      const cleared = authorities.reduce<readonly Listed[]>((all, one) => settled(all, one, parts[one]!), listed);
      expect(cleared).toHaveLength(model.a!.size + model.b!.size);
    }),
    { numRuns: 300 },
  );
});
