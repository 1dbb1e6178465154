import { describe, expect, it } from 'vitest';
import { damageOf, explained } from '../../events/cell-damage.ts';
import { readCell } from '../../events/cells.ts';
import { amount, count, date, flag, listOf, words } from '../../events/fields.ts';
import { kinds } from '../../events/records/kinds.generated.ts';

const { subjectId, openedAt, iccid, msisdn, faceMatchScore, onSitePhoto, idType } = kinds['phone-card']!
  .fields as Record<string, (typeof kinds)[string]['fields'][string]>;
const { accountId } = kinds['bank-account']!.fields as Record<string, NonNullable<typeof subjectId>>;
const day = date({ zh: '日期', en: 'Day' });

const codeOf = (field: Parameters<typeof damageOf>[0] | undefined, cell: string) => damageOf(field!, cell)?.code;

describe('a cell that a spreadsheet has spoilt', () => {
  it.each([
    ['a document number whose last digits became zeros', subjectId, '460105199001010000', 'EXCEL_TRUNCATED'],
    ['a card number of nineteen digits', accountId, '6222021202041000000', 'EXCEL_TRUNCATED'],
    ['an ICCID of twenty digits', iccid, '89860026000000000000', 'EXCEL_TRUNCATED'],
    ['a number as a power of ten', subjectId, '4.60105E+17', 'EXCEL_SCIENTIFIC'],
    ['a number as a power of ten without a mark', iccid, '8.9860026e18', 'EXCEL_SCIENTIFIC'],
    ['a formula that found nothing', idType, '#N/A', 'EXCEL_ERROR'],
    ['a formula that lost its cell', onSitePhoto, '#REF!', 'EXCEL_ERROR'],
    ['a column too narrow to be shown', openedAt, '########', 'EXCEL_ERROR'],
    ['an apostrophe that became part of the cell', subjectId, "'460105199001010011", 'LEADING_APOSTROPHE'],
    ['a day as a serial number', day, '45017', 'EXCEL_SERIAL'],
    ['an instant as a serial number', openedAt, '45017.382', 'EXCEL_SERIAL'],
    ['a day with the marks of Chinese', day, '2023年4月1日', 'DATE_FORM'],
    ['a day with points', openedAt, '2023.4.1 9:10', 'DATE_FORM'],
    ['a day with no marks', day, '20230401', 'DATE_FORM'],
    ['a fixed line without its 0', msisdn, '89866668888', 'LEADING_ZERO_LOST'],
  ])('is told by its cause: %s', (_, field, cell, code) => {
    expect(codeOf(field, cell)).toBe(code);
    // A tab or blank around it changes nothing.
    expect(codeOf(field, ` ${cell}\t`)).toBe(code);
  });

  it('has a cause and a fix in both languages', () => {
    const cells = ['460105199001010000', '4.6E+17', '#N/A', '####', "'1", '45017', '45017.5', '20230401', '2023.4.1'];
    for (const cell of cells) {
      for (const field of [subjectId!, day, openedAt!]) {
        const why = damageOf(field, cell);
        for (const text of why === undefined ? [] : [why.cause, why.fix]) {
          expect(text.zh).toMatch(/[一-鿿]/);
          expect(text.en).toMatch(/[A-Za-z]/);
        }
      }
    }
  });

  it('as a serial number is told with the day that it is', () => {
    expect(damageOf(day, '45017')!.fix.en).toBe('Write it as 2023-04-01.');
    expect(damageOf(openedAt!, '45017.38194444')!.fix.en).toBe('Write it as 2023-04-01 09:10:00.');
    expect(damageOf(openedAt!, '45017')!.fix.zh).toContain('补上时刻');
    // The first of March 1900 is 61, after a day that never was; none so early is in a report.
    expect(damageOf(day, '61')).toBeUndefined();
    expect(damageOf(day, '20000')!.cause.en).toContain('1954-10-03');
  });

  it('with a day written otherwise is told how to write it', () => {
    expect(damageOf(openedAt!, '2023年4月1日 9:10')!.fix.en).toBe('Write it as 2023-04-01 9:10.');
    expect(damageOf(openedAt!, '20230401 091005')!.fix.en).toBe('Write it as 2023-04-01 09:10:05.');
    expect(damageOf(openedAt!, '20230401')!.fix.en).toContain('add the time');
    expect(damageOf(day, '20230231')).toBeUndefined();
  });
});

describe('a cell that is wrong by itself', () => {
  it.each([
    ['a number with a wrong digit', subjectId, '460105199001010012'],
    ['a number of fewer digits', accountId, '622202120204100'],
    ['a serial number where no day should be', subjectId, '45017'],
    ['a long number where a figure should be', faceMatchScore, '460105199001010000'],
    ['a word', openedAt, '昨天'],
    ['a mobile number with a digit too few', msisdn, '1390876100'],
    ['nothing', subjectId, ' '],
  ])('is not called damaged: %s', (_, field, cell) => {
    expect(damageOf(field!, cell)).toBeUndefined();
  });

  it('a fault keeps its place and what was found, and is told by the cause that its cell shows', () => {
    const fault = {
      code: 'RESIDENT_ID_CHECK',
      row: 3,
      column: '证件号码',
      found: '4601**********0000',
      cause: { zh: '甲', en: 'a' },
      fix: { zh: '乙', en: 'b' },
    };
    const told = explained(fault, subjectId!, '460105199001010000');
    expect(told).toMatchObject({ code: 'EXCEL_TRUNCATED', row: 3, column: '证件号码', found: '4601**********0000' });
    expect(explained(fault, subjectId!, '460105199001010012')).toBe(fault);
    const personal = { ...fault, code: 'RECORD_ID_IS_PERSONAL' };
    expect(explained(personal, subjectId!, '460105199001010000')).toBe(personal);
  });
});

describe('what nobody sees in a cell', () => {
  const parsed = (field: typeof subjectId, cell: string) => field!.schema.safeParse(readCell(field!, cell)).data;

  it('and how wide its letters are makes no other number', () => {
    const number = '460105198805020279';
    const cells = [
      `${number}\t`,
      `\u200b${number}\u00a0`,
      `\u202d${number}\u202c`,
      '４６０１０５１９８８０５０２０２７９',
      '460105 19880502 0279',
    ];
    for (const cell of cells) expect(parsed(subjectId, cell)).toBe(number);
    expect(parsed(subjectId, 'Ｈ1234567（8）')).toBe('H1234567(8)');
    expect(parsed(msisdn, '１３９－０８７６－１００１')).toBe('13908761001');
  });

  it('makes no other instant, day or word', () => {
    expect(parsed(openedAt, '２０２３－０４－０１　０９：１０')).toBe('2023-04-01T09:10:00+08:00');
    expect(day.schema.safeParse(readCell(day, '\ufeff2023/4/1\u200b')).data).toBe('2023-04-01');
    expect(parsed(idType, '\u202a居民身份证\u202c')).toBe('id-card');
    expect(parsed(onSitePhoto, '是\u200b')).toBe(true);
  });
});

describe('the damage that a cell shows', () => {
  const column = { zh: '列', en: 'Column' };
  const [text, figure, sum] = [words(column), count(column), amount(column)];
  const [list, yes] = [listOf(column, column), flag(column)];
  const time = openedAt!;
  const long = '460105199001010000';

  it.each([
    ['an error within a text', text, '见#REF!', undefined],
    ['an error that goes on', text, '#REF!+1', undefined],
    ['as many marks as are looked at', text, '#'.repeat(64), 'EXCEL_ERROR'],
    ['more marks than are looked at', text, '#'.repeat(65), undefined],
    ['a power of ten in a count', figure, '4.6E+17', 'EXCEL_SCIENTIFIC'],
    ['a power of ten in a sum', sum, '-4,6e17', 'EXCEL_SCIENTIFIC'],
    ['a power of ten in a list', list, '+4E+17', 'EXCEL_SCIENTIFIC'],
    ['a power of ten where yes or no should be', yes, '4.6E+17', undefined],
    ['a power of ten where a day should be', day, '4.6E+17', undefined],
    ['a power of ten after a letter', text, 'x4.6E+17', undefined],
    ['a power of ten before a letter', text, '4.6E+17x', undefined],
    ['a power of ten behind another sign', text, '*4.6E+17', undefined],
    ['a long number in groups', text, '4601 0519-9001 0100 00', 'EXCEL_TRUNCATED'],
    ['a long number after a letter', text, `A${long}`, undefined],
    ['an apostrophe within', text, "a'b", undefined],
    ['a serial number before 1954', day, '19999', undefined],
    ['the last serial number', day, '80500', 'EXCEL_SERIAL'],
    ['a serial number of the years after 2119', day, '80501', undefined],
    ['a day after a word', day, '于2023年4月1日', undefined],
    ['a day before a word', day, '2023年4月1日起', undefined],
    ['a day without marks after a letter', day, 'x20230401', undefined],
    ['a day without marks and a digit more', day, '202304010', undefined],
    ['a day in a text', text, '20230401', undefined],
    ['a fixed line in groups', msisdn, '898-6666 8888', 'LEADING_ZERO_LOST'],
    ['eleven digits in a text that takes them', text, '89866668888', undefined],
    ['eleven digits where a card number should be', accountId, '89866668888', undefined],
    ['a fixed line where a figure should be', figure, '89866668888', undefined],
  ])('%s', (_, field, cell, code) => {
    expect(codeOf(field, cell)).toBe(code);
  });

  it('is told apart: a formula that failed and a column too narrow', () => {
    expect(damageOf(text, '#N/A')!.cause.en).toContain('formula');
    expect(damageOf(text, '###')!.cause.en).toContain('too narrow');
  });

  it('is told with how many digits are lost', () => {
    expect(damageOf(text, long)!.cause.en).toContain('The last 3 of its 18 digits');
  });

  it.each([
    ['45017.5', day, '2023-04-01'],
    ['2023 年 4 月 1 日', day, '2023-04-01'],
    ['2023年12月31日', day, '2023-12-31'],
    ['2023年4月1日 9:10', day, '2023-04-01'],
    ['20230401', day, '2023-04-01'],
    ['2023年4月1日9:10', time, '2023-04-01 9:10'],
    ['2023年4月1日  10:05', time, '2023-04-01 10:05:00'],
    ['2023年4月1日 9:10:05', time, '2023-04-01 9:10:05'],
    ['2023.4.1T10:05:30', time, '2023-04-01 10:05:30'],
    ['20230401091005', time, '2023-04-01 09:10:05'],
    ['20230401 0910', time, '2023-04-01 09:10:00'],
    ['20230401 0910:05', time, '2023-04-01 09:10:05'],
    ['20230401 09:1005', time, '2023-04-01 09:10:05'],
  ])('%s is told how to be written', (cell, field, written) => {
    expect(damageOf(field, cell)!.fix.en).toBe(`Write it as ${written}.`);
  });

  it('leaves the time to whoever knows it', () => {
    const fix = 'Write it as 2023-04-01 and add the time, such as 2023-04-01 09:10:00.';
    expect(['20230401', '45017'].map((cell) => damageOf(time, cell)!.fix.en)).toEqual([fix, fix]);
    expect(damageOf(time, '45017')!.cause.en).toMatch(/which is 2023-04-01\.$/);
  });

  it('is no reason for what a cell says beside its form', () => {
    const fault = { cause: { zh: '甲', en: 'a' }, fix: { zh: '乙', en: 'b' } };
    for (const code of ['OUTSIDE_PERIOD', 'DUPLICATE_RECORD', 'RECORD_ID_IS_PERSONAL']) {
      expect(explained({ ...fault, code }, day, '20230401')).toEqual({ ...fault, code });
    }
  });
});
