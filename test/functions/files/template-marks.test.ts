import { expect, it } from 'vitest';
import { kinds } from '../../../events/records/kinds.generated.ts';
import type { Column } from '../../../functions/files/prepared.ts';
import { exampleId, exampleVersion, isExampleRow, isHeadingsAgain } from '../../../functions/files/template-marks.ts';
import { templateVersion } from '../../../functions/files/template-version.ts';

const contract = kinds['phone-card']!;
const columns: readonly Column[] = [
  { at: 0, heading: '备注' },
  { at: 1, heading: '记录编号', name: 'recordId' },
  { at: 2, heading: '开户时间', name: 'openedAt' },
];

it('headings given once more in the other language are no record', () => {
  expect(isHeadingsAgain(contract, columns, ['Remarks', 'Record ID *', 'Opened at *'])).toBe(true);
  expect(isHeadingsAgain(contract, columns, ['', '*Record ID', ''])).toBe(true);
  expect(isHeadingsAgain(contract, columns, ['', 'K-1', '2026-10-01 10:10'])).toBe(false);
  expect(isHeadingsAgain(contract, columns, ['', 'Opened at', 'Record ID'])).toBe(false);
  expect(isHeadingsAgain(contract, columns, ['Remarks', '', ''])).toBe(false);
  expect(isHeadingsAgain(contract, columns, [])).toBe(false);
});

it('the example row is known by its id, wherever its column stands, and names its template', () => {
  const id = exampleId(templateVersion(contract));
  expect(exampleVersion(id)).toBe(templateVersion(contract));
  expect(exampleVersion(' 示例（请删除）')).toBe('');
  expect(isExampleRow(columns, ['', id, '2026-10-01 10:10'])).toBe(true);
  expect(isExampleRow([{ at: 0, heading: '备注' }], [id])).toBe(false);
});

it('a record whose own id begins with the same word is a record', () => {
  for (const recordId of ['示例-1', '示例1', '示例商户', 'K-示例', '']) {
    expect(isExampleRow(columns, ['', recordId])).toBe(false);
  }
});
