import type { Fault, Text } from './fault.ts';
import type { Field } from './field.ts';
import { landlineNumberFault } from './identifiers/landline-number.ts';
import type { Why } from './identifiers/why.ts';
import { readDate } from './instant.ts';

// What spreadsheets and people do to a cell before it is sent. Each is told by the text of a cell that could not be read:
// the cause is then the damage, not that a digit does not fit.

const both = (zh: string, en: string): Text => ({ zh, en });

type Kind = Pick<Field, 'type' | 'schema'>;
type Damage = (field: Kind, cell: string) => Why | undefined;

const asText = both(
  '先将该列设为“文本”格式，再从原系统重新导出或重新填写；已丢失的数字无法还原。',
  'Set the column to “Text”, then export or enter it again from where it came: digits that are lost cannot be restored.',
);

const excelError: Damage = (_, cell) => {
  if (!/^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA|#{2,})$/i.test(cell))
    return undefined;
  const isNarrow = cell.startsWith('##');
  return {
    code: 'EXCEL_ERROR',
    cause: isNarrow
      ? both(
          '单元格只有 #：列太窄，数值没有显示出来就被复制。',
          'The cell is nothing but #: the column was too narrow, and what it showed was copied.',
        )
      : both('单元格是公式的错误值，不是内容。', 'The cell holds the error of a formula, not a value.'),
    fix: isNarrow
      ? both('拉宽该列后重新复制或导出。', 'Widen the column, then copy or export it again.')
      : both(
          '修正公式，或直接填写实际值；没有值时留空。',
          'Correct the formula, or enter the value itself; leave it empty where there is none.',
        ),
  };
};

/** A long number that was shown as a power of ten and kept so: most of its digits are gone. */
const scientific: Damage = ({ type }, cell) => {
  if (!['text', 'integer', 'number', 'list'].includes(type)) return undefined;
  if (!/^[+-]?\d(?:[.,]\d*)?E\+?\d{1,3}$/i.test(cell)) return undefined;
  return {
    code: 'EXCEL_SCIENTIFIC',
    cause: both(
      '数字被 Excel 写成了科学计数法，后面的位数已经丢失。',
      'Excel has written the number as a power of ten, and its last digits are lost.',
    ),
    fix: asText,
  };
};

/** Excel keeps fifteen digits of a number and makes the others zeros. */
const truncated: Damage = ({ type }, cell) => {
  const digits = cell.replace(/[\s-]/g, '');
  if (type !== 'text' || !/^\d{15}0{1,5}$/.test(digits)) return undefined;
  const lost = digits.length - 15;
  return {
    code: 'EXCEL_TRUNCATED',
    cause: both(
      `${digits.length} 位数字的后 ${lost} 位都是 0：Excel 把它当作数值，只保留了前 15 位。`,
      `The last ${lost} of its ${digits.length} digits are 0: Excel took it for a number and kept the first 15.`,
    ),
    fix: asText,
  };
};

const apostrophe: Damage = (_, cell) =>
  /^['’‘`′＇]/.test(cell)
    ? {
        code: 'LEADING_APOSTROPHE',
        cause: both(
          '单元格以撇号开头：为让 Excel 按文本处理而输入的撇号成了内容的一部分。',
          'The cell begins with an apostrophe: one typed to make Excel take it for text became part of it.',
        ),
        fix: both('删去开头的撇号，将该列设为“文本”格式。', 'Delete the apostrophe and set the column to “Text”.'),
      }
    : undefined;

const dayMs = 86_400_000;
/** Days from Excel's own beginning (1899-12-30, so that 1900 may have its 29 February) to 1970. */
const epoch = 25_569;

/** The day, and the time where there is one, of an Excel serial number of the years 1954 to 2119. */
const serialDay = (cell: string, hasTime: boolean): string | undefined => {
  if (!/^\d{5}(?:\.\d+)?$/.test(cell)) return undefined;
  const serial = Number(cell);
  if (serial < 20_000 || serial > 80_500) return undefined;
  const text = new Date(Math.round(((serial - epoch) * dayMs) / 1_000) * 1_000).toISOString();
  return hasTime ? text.slice(0, 19).replace('T', ' ') : text.slice(0, 10);
};

const serial: Damage = ({ type }, cell) => {
  if (type !== 'date' && type !== 'instant') return undefined;
  const day = serialDay(cell, type === 'instant' && cell.includes('.'));
  if (day === undefined) return undefined;
  const needsTime = type === 'instant' && !cell.includes('.');
  return {
    code: 'EXCEL_SERIAL',
    cause: both(
      `日期成了 Excel 的序列号 ${cell}，即 ${day}。`,
      `The date has become the serial number ${cell} of Excel, which is ${day}.`,
    ),
    fix: needsTime
      ? both(
          `写成 ${day} 并补上时刻，如 ${day} 09:10:00。`,
          `Write it as ${day} and add the time, such as ${day} 09:10:00.`,
        )
      : both(`写成 ${day}。`, `Write it as ${day}.`),
  };
};

/** The day that people meant who wrote it with other marks than `-` and `/`, or with none. */
const meantDay = (cell: string): { readonly day: string; readonly time: string } | undefined => {
  const parts =
    /^(\d{4})\s*[年.]\s*(\d{1,2})\s*[月.]\s*(\d{1,2})\s*日?(?:[\sT]*(\d{1,2}:\d{2}(?::\d{2})?))?$/.exec(cell) ??
    /^(\d{4})(\d{2})(\d{2})(?:\s*(\d{2}:?\d{2}(?::?\d{2})?))?$/.exec(cell);
  const day = parts === null ? undefined : readDate(`${parts[1]}-${parts[2]}-${parts[3]}`);
  if (day === undefined) return undefined;
  const clock = parts![4]?.replace(/^(\d{2}):?(\d{2}):?(\d{2})?$/, (_, h, m, s) => [h, m, s ?? '00'].join(':'));
  return { day, time: clock === undefined ? '' : ` ${clock}` };
};

const dateForm: Damage = ({ type }, cell) => {
  const meant = type === 'date' || type === 'instant' ? meantDay(cell) : undefined;
  if (meant === undefined) return undefined;
  const { day, time } = meant;
  const written = type === 'date' ? day : `${day}${time === '' ? ' 09:10:00' : time}`;
  const isExample = type === 'instant' && time === '';
  return {
    code: 'DATE_FORM',
    cause: both('日期的写法不能识别。', 'The date is written in a way that is not read.'),
    fix: isExample
      ? both(`写成 ${day} 并补上时刻，如 ${written}。`, `Write it as ${day} and add the time, such as ${written}.`)
      : both(`写成 ${written}。`, `Write it as ${written}.`),
  };
};

/** A number that begins with 0 and was taken for a figure. Told only where nothing else could be meant: a fixed line. */
const zeroLost: Damage = ({ schema }, cell) => {
  const restored = `0${cell.replace(/[\s-]/g, '')}`;
  if (landlineNumberFault(restored) !== undefined) return undefined;
  if (!schema.safeParse(restored).success || schema.safeParse(cell).success) return undefined;
  return {
    code: 'LEADING_ZERO_LOST',
    cause: both(
      '区号开头的 0 丢失：Excel 把号码当作了数值。',
      'The 0 that its area code begins with is lost: Excel took the number for a figure.',
    ),
    fix: both('将该列设为“文本”格式，补上开头的 0。', 'Set the column to “Text” and put the 0 before it again.'),
  };
};

const damages: readonly Damage[] = [excelError, scientific, truncated, apostrophe, serial, dateForm, zeroLost];

/**
 * What a spreadsheet or a person has done to a cell, where its text shows it; undefined where it does not. Asked of cells
 * that could not be read: a sound one may look so by chance.
 */
export const damageOf = (field: Kind, cell: string): Why | undefined => {
  const text = cell.trim();
  if (text.length > 64) return undefined;
  for (const damage of damages) {
    const why = damage(field, text);
    if (why !== undefined) return why;
  }
  return undefined;
};

/** Faults that say something else than that the cell cannot be read. */
const ofItsOwn: ReadonlySet<string> = new Set(['RECORD_ID_IS_PERSONAL', 'OUTSIDE_PERIOD', 'DUPLICATE_RECORD']);

/** The fault with the cause that the cell shows, where it shows one; place, `found` and `expected` stay. */
export const explained = <T extends Fault>(fault: T, field: Kind, cell: string): T => {
  const why = ofItsOwn.has(fault.code) ? undefined : damageOf(field, cell);
  return why === undefined ? fault : { ...fault, ...why };
};
