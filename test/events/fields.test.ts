import { describe, expect, it } from 'vitest';
import { count, date, identifier, listOf, recordId, words } from '../../events/fields.ts';
import { listOfCodes } from '../../events/list-of-codes.ts';

const column = { zh: '列', en: 'Column' };
const why = { code: 'WRONG', cause: { zh: '甲', en: 'a' }, fix: { zh: '乙', en: 'b' } };
const notX = (value: string) => (value.includes('X') ? why : undefined);
const codesOf = ({ schema }: { readonly schema: typeof recordId.schema }, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ code, ...rest }) => ('params' in rest ? rest.params!.code : code));

it('a column has a unit and a mark of what is personal where it was given them, and else neither', () => {
  const plain = words(column);
  expect([plain.type, 'unit' in plain, 'personal' in plain]).toEqual(['text', false, false]);
  expect(words({ ...column, personal: 'token' }).personal).toBe('token');
  const sums = count({ ...column, unit: 'CNY' });
  expect([sums.type, sums.unit, 'unit' in count(column)]).toEqual(['integer', 'CNY', false]);
});

it('a day that does not exist is told so', () => {
  const { error } = date(column).schema.safeParse('2023-02-30');
  expect(error!.issues).toMatchObject([{ params: { code: 'NO_SUCH_DATE' } }]);
});

it('what a list lists is read without the blanks around it', () => {
  expect(listOf(column, column).schema.parse([' a ', 'b'])).toEqual(['a', 'b']);
});

it('a list of codes takes those it knows, and says of another that it is none', () => {
  const field = listOfCodes({ a: '甲', b: '乙' }, column);
  expect(field.schema.parse(['a', 'b'])).toEqual(['a', 'b']);
  expect(field.schema.safeParse(['a', 'toString']).error!.issues).toMatchObject([
    { path: [1], params: { code: 'UNKNOWN_CODE' } },
  ]);
});

describe('the id of a record', () => {
  it('is personal where it is a resident number and nothing else', () => {
    for (const personal of ['460105199001010011', '46010519900101001X', '46010519900101001x']) {
      expect([personal, codesOf(recordId, personal)]).toEqual([personal, ['RECORD_ID_IS_PERSONAL']]);
      for (const around of [`1${personal}`, `${personal}1`]) expect(recordId.schema.parse(around)).toBe(around);
      for (const around of [`#${personal}`, `${personal}#`])
        expect(codesOf(recordId, around)).toEqual(['RECORD_ID_FORM']);
    }
    expect(recordId.schema.parse('46010519900101001A')).toBe('46010519900101001A');
    expect(recordId.type).toBe('text');
  });

  it('is told quickly where it is as most are, and left to the schema where it may be wrong', () => {
    const long = 'x'.repeat(128);
    const quickly = ['1', 'A/b:c_d.e-1', long, '1460105199001010011', '4601051990010100111', 'A60105199001010011'];
    expect(quickly.map(recordId.quick)).toEqual(quickly);
    const slowly = ['', ' a', 'a ', '单', '#1', '1#', `${long}x`, '460105199001010011', '46010519900101001X'];
    expect([...slowly, '46010519900101001x'].map(recordId.quick)).toEqual(Array(10).fill(undefined));
    expect(recordId.quick('46010519900101001A')).toBe('46010519900101001A');
  });
});

describe('read quickly, without the schema,', () => {
  it('words lose the blanks around them, and are left to the schema where there are none or too many', () => {
    const { quick } = words(column, 3);
    expect([' a ', 'abc', ' abc '].map(quick)).toEqual(['a', 'abc', 'abc']);
    expect(['', ' ', 'abcd'].map(quick)).toEqual([undefined, undefined, undefined]);
  });

  it('a clean number is itself, and any other is left to the schema', () => {
    const { quick } = identifier(column, column, notX);
    const clean = ['A1', '0', 'A'.repeat(64)];
    expect(clean.map(quick)).toEqual(clean);
    const others = ['', 'a1', ' A1', 'A1 ', 'A-1', '-A', 'A-', 'AX', 'A'.repeat(65)];
    expect(others.map(quick)).toEqual(others.map(() => undefined));
  });

  it('one code is a list of it, and any other cell is left to the schema', () => {
    const { quick } = listOf(column, column, notX);
    const clean = ['a1', '0', 'A'.repeat(64)];
    expect(clean.map(quick)).toEqual(clean.map((one) => [one]));
    const others = ['', 'a b', ' a', 'a;', ';a', 'aX', 'A'.repeat(65)];
    expect(others.map(quick)).toEqual(others.map(() => undefined));
  });
});
