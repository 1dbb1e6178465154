import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AnyRecord, Contract } from '../../../events/contract.ts';
import { kinds } from '../../../events/records/kinds.generated.ts';
import { cardOf, entriesIn, heldReader, heldWriter, subjectOf } from '../../../functions/judge-files/held-cards.ts';
import { scratch } from '../../../functions/judge-files/scratch.ts';

const contracts = ['bank-account', 'account-status'].map((kind) => kinds[kind]! as Contract);
const words = fc.uint32Array({ minLength: 6, maxLength: 6 });
const instant = fc.oneof(
  fc
    .date({ min: new Date('1969-01-01'), max: new Date('2107-01-01'), noInvalidDate: true })
    .map((date) => `${date.toISOString().slice(0, 19)}+08:00`),
  fc.constantFrom('2026-10-08T10:10:00.123+08:00', '1900-01-01T00:00:00+08:00', '9999-12-31T23:59:59+08:00'),
);
const value = fc.oneof(
  fc.constantFrom('I', 'II', 'active', null, undefined, true, 3, ['a', 'b']),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);
const id = fc.oneof(fc.stringMatching(/^[\w.-]{1,128}$/), fc.constantFrom('编号-1', 'é'));

const card = ({ fields, holdings, lawDates }: Contract) =>
  fc.record({
    slice: fc.nat(0xffff_ffff),
    held: fc.record({
      ...{ hashes: words, row: fc.nat(0xffff_ffff), line: fc.nat(0xffff_ffff), worstUncounted: fc.nat(4) },
      record: fc.record(
        Object.fromEntries(
          Object.keys(fields).map((name) => [
            name,
            name === 'recordId'
              ? id
              : name === holdings!.openedAt || (lawDates as readonly string[]).includes(name)
                ? instant
                : value,
          ]),
        ),
      ) as fc.Arbitrary<unknown> as fc.Arbitrary<AnyRecord>,
    }),
  });

const told = (record: object) => JSON.parse(JSON.stringify(record));

it('reads cards as they were written: whose, which, where, and all by which they are counted', () => {
  for (const contract of contracts) {
    const { openedAt, keeps } = contract.holdings!;
    const names = new Set([...keeps, ...contract.lawDates, openedAt]);
    fc.assert(
      fc.property(fc.array(card(contract), { minLength: 1, maxLength: 20 }), (cards) => {
        const numbers: number[] = [];
        const { hold, kept } = heldWriter(contract, (entry, length) => numbers.push(...entry.subarray(0, length)));
        for (const { slice, held } of cards) hold(slice, { ...held, openedAt: held.record[openedAt] as string });
        const all = Uint32Array.from(numbers);
        const read = heldReader(contract);
        const places = [...entriesIn(all, scratch())];
        expect(places).toHaveLength(cards.length);
        for (const [n, { slice, held }] of cards.entries()) {
          const { hashes, record, ...place } = held;
          const at = places[n]!;
          expect([...all.subarray(subjectOf(at), subjectOf(at) + 3)]).toEqual([...hashes.subarray(0, 3)]);
          expect([...all.subarray(cardOf(at), cardOf(at) + 3)]).toEqual([...hashes.subarray(3)]);
          const keptOf = Object.fromEntries(Object.entries(record).filter(([name]) => names.has(name)));
          expect(told(read(all, at, kept))).toEqual(
            told({
              ...{ slice, ...place, recordId: record.recordId, openedAt: record[openedAt] },
              record: { ...keptOf, recordId: record.recordId },
            }),
          );
        }
      }),
    );
  }
});

it('writes a card of few words in few numbers, however many there are', () => {
  const contract = contracts[0]!;
  const lengths: number[] = [];
  const { hold, kept } = heldWriter(contract, (_, length) => lengths.push(length));
  const openedAt = '2026-10-08T10:10:00+08:00';
  for (let n = 0; n < 5_000; n += 1) {
    const record = {
      recordId: `G-${n % 10}`,
      openedAt,
      customerType: 'individual',
      status: n % 2 ? 'active' : 'closed',
    };
    hold(0, { hashes: new Uint32Array(6), openedAt, record, row: n, line: n, worstUncounted: 2 });
  }
  expect(new Set(lengths)).toEqual(new Set([13]));
  expect(kept).toHaveLength(2);
});

it('numbers no more than so many different things, and writes the others out', () => {
  const contract = contracts[0]!;
  const entries: Uint32Array[] = [];
  const { hold, kept } = heldWriter(contract, (entry, length) => entries.push(entry.slice(0, length)));
  const openedAt = '2026-10-08T10:10:00+08:00';
  for (let n = 0; n < 4_200; n += 1) {
    const record = { recordId: `G-${n}`, openedAt, status: `status ${n}` };
    hold(0, { hashes: new Uint32Array(6), openedAt, record, row: n, line: n, worstUncounted: 2 });
  }
  expect(kept).toHaveLength(4_096);
  const read = heldReader(contract);
  for (const n of [0, 4_095, 4_096, 4_199]) expect(read(entries[n]!, 0, kept).record.status).toBe(`status ${n}`);
});
