import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explained } from '../../../events/cell-damage.ts';
import { readCell } from '../../../events/cells.ts';
import type { Contract } from '../../../events/contract.ts';
import { readRow } from '../../../events/read-row.ts';
import { kinds } from '../../../events/records/kinds.generated.ts';
import type { Column } from '../../../functions/files/prepared.ts';
import { cellText } from '../../../functions/files/safe-cell.ts';
import { cellRowReader, type ReadRow, valueRowReader } from '../../../functions/judge-slice/row-reader.ts';
import { anyCell, cellOf, sampleRecords, seenFields } from '../../events/any-cell.ts';

const contracts = Object.values(kinds as Readonly<Record<string, Contract>>);
const most = 50;

/** What is known of a record; what nobody said has no place in it. */
const known = (read: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
const told = ({ record, refused }: ReadRow) => (record === undefined ? { refused } : { record: known(record) });

const slowly = (contract: Contract, value: unknown, row: number) => {
  const read = readRow(contract, value, row, most);
  return read.faultsTotal === 0 ? { record: known(read.read) } : { refused: read };
};

const slowlyOfCells = (contract: Contract, columns: readonly Column[], cells: readonly string[], row: number) => {
  const said = columns.flatMap(({ at, name }) => {
    const cell = cells[at] ?? '';
    return cell.trim() === '' ? [] : [[name!, readCell(contract.fields[name!]!, cellText(cell))] as const];
  });
  const { record, refused } = slowly(contract, Object.fromEntries(said), row);
  if (refused === undefined) return { record };
  const faults = refused.faults.map((fault) => {
    const column = columns.find(({ name }) => name === fault.column);
    return column === undefined ? fault : explained(fault, contract.fields[column.name!]!, cells[column.at] ?? '');
  });
  return { refused: { ...refused, faults } };
};

/** Rows of a kind’s samples, with a few cells of theirs written otherwise. */
const rows = fc.constantFrom(...contracts).chain((contract) => {
  const fields = seenFields.filter(({ kind }) => kind === contract.kind);
  const columns = fields.map(({ name, field }, at): Column => ({ at: at + 1, heading: field.zh, name }));
  const whole = sampleRecords(contract.kind).map((record) => [
    'not a column of the kind',
    ...fields.map(({ name }) => (record[name] === undefined ? '' : cellOf(record[name]))),
  ]);
  const blank = fc.constantFrom('', ' ', '    ', '　　　　', '\u00a0\u00a0\u00a0', ' '.repeat(20));
  const change = fc
    .nat(fields.length - 1)
    .chain((at) => fc.tuple(fc.constant(at + 1), fc.oneof(anyCell(fields[at]!), blank)));
  const row = fc
    .tuple(fc.constantFrom(...whole), fc.array(change, { maxLength: 3 }), fc.nat(40))
    .map(([cells, changes, end]) => {
      const changed = [...cells];
      for (const [at, cell] of changes) changed[at] = cell;
      // Some rows end early.
      return end < 2 ? changed.slice(0, fields.length - end) : changed;
    });
  return fc.tuple(fc.constant(contract), fc.constant(columns), fc.array(row, { minLength: 1, maxLength: 6 }));
});

describe('reading rows', () => {
  it('gives of every row of cells what the slow way gives, its faults among it', () => {
    let sound = 0;
    fc.assert(
      fc.property(rows, ([contract, columns, all]) => {
        const read = cellRowReader(contract, columns);
        for (const [at, cells] of all.entries()) {
          const found = read(cells, at + 1, most);
          if (found.record !== undefined) sound += 1;
          expect(told(found)).toEqual(slowlyOfCells(contract, columns, cells, at + 1));
        }
      }),
      { numRuns: 400 },
    );
    expect(sound).toBeGreaterThan(100);
  });

  it('gives of every record of JSON what the slow way gives, its faults among it', () => {
    const values = fc.constantFrom(...contracts).chain((contract) => {
      const fields = seenFields.filter(({ kind }) => kind === contract.kind);
      const change = fc
        .constantFrom(...fields)
        .chain((seen) =>
          fc.tuple(
            fc.constant(seen.name),
            fc.oneof(anyCell(seen), fc.constantFrom<unknown>(...seen.values, null), fc.jsonValue()),
          ),
        );
      const odd = fc.constantFrom<readonly [string, unknown]>(['another', 1], ['constructor', null], ['toString', 'x']);
      const changed = fc
        .tuple(
          fc.constantFrom(...sampleRecords(contract.kind)),
          fc.array(fc.oneof({ weight: 6, arbitrary: change }, odd), { maxLength: 3 }),
        )
        .map(([record, changes]): unknown => ({ ...record, ...Object.fromEntries(changes) }));
      const value = fc.oneof(
        { weight: 12, arbitrary: changed },
        fc.constant<unknown>(JSON.parse('{"__proto__":{"recordId":"A"}}')),
        fc.jsonValue(),
      );
      return fc.tuple(fc.constant(contract), fc.array(value, { minLength: 1, maxLength: 6 }));
    });
    fc.assert(
      fc.property(values, ([contract, all]) => {
        const read = valueRowReader(contract);
        for (const [at, value] of all.entries()) {
          expect(told(read(value, at + 1, most))).toEqual(slowly(contract, value, at + 1));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('gives every record of a kind the same names in the same order, whatever was told', () => {
    const contract: Contract = kinds['phone-card']!;
    const read = valueRowReader(contract);
    const least = { openedAt: '2023-04-01T09:10:00+08:00', recordId: 'A-1' };
    const slow = { cardKind: 'mobile', openedAt: '2023/4/1 9:10', recordId: ' A-2 ' };
    for (const value of [least, slow]) {
      expect(Object.keys(read(value, 1, most).record!)).toEqual(Object.keys(contract.fields));
    }
  });
});
