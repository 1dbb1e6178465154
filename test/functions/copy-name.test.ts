import { expect, it } from 'vitest';
import { attachment } from '../../functions/edge/attachment.ts';
import { copyNameOf } from '../../functions/run-upload/copy-name.ts';

const text = { encoding: 'utf-8', isGzipped: false } as const;
const book = { ...text, sheet: { name: '数据', part: 'xl/worksheets/sheet1.xml', headingRow: 1 } };

it('a copy is called after its file, and its end says what it really is', () => {
  expect(copyNameOf('三月.xlsx', 'annotated', book)).toBe('三月.annotated.xlsx');
  expect(copyNameOf('macros.xlsm', 'to-fix', book)).toBe('macros.to-fix.xlsm');
  expect(copyNameOf('book.csv', 'to-fix', book)).toBe('book.to-fix.xlsx');
  expect(copyNameOf('book.xlsx.gz', 'to-fix', { ...book, isGzipped: true })).toBe('book.to-fix.xlsx');
  expect(copyNameOf('cards.TXT', 'annotated', text)).toBe('cards.annotated.TXT');
  expect(copyNameOf('cards.xlsx', 'annotated', text)).toBe('cards.annotated.csv');
  expect(copyNameOf('cards.csv.gz', 'annotated', { ...text, isGzipped: true })).toBe('cards.annotated.csv.gz');
  expect(copyNameOf('v1.2', 'annotated', text)).toBe('v1.annotated.csv');
});

it('no name leads out of a folder, or is one that a system refuses', () => {
  expect(copyNameOf('../../etc/passwd', 'annotated', text)).toBe('passwd.annotated.csv');
  expect(copyNameOf('C:\\cards\\.csv', 'annotated', text)).toBe('csv.annotated.csv');
  expect(copyNameOf('..', 'annotated', text)).toBe('file.annotated.csv');
  expect(copyNameOf('a:b*c?"d"<e>|f.csv', 'annotated', text)).toBe('a_b_c__d__e__f.annotated.csv');
});

it('a header says a name in ASCII and in UTF-8, and nothing in it ends the header or the quotes', () => {
  expect(attachment('a "b"\\c;\r\n%41.csv')).toBe(
    `attachment; filename="a _b__c;___41.csv"; filename*=UTF-8''a%20%22b%22%5Cc%3B%0D%0A%2541.csv`,
  );
  expect(attachment("it's (1)*.csv")).toBe(
    `attachment; filename="it's (1)*.csv"; filename*=UTF-8''it%27s%20%281%29%2A.csv`,
  );
  expect(attachment('a\ud800.csv')).toBe(`attachment; filename="a_.csv"; filename*=UTF-8''a%EF%BF%BD.csv`);
});
