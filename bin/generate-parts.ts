import type { Contract } from '../events/contract.ts';
import { columnLetters } from '../functions/files/cell-reference.ts';
import type { Sample } from './generate-samples.ts';

/**
 * A record as it is written: what is the same in every record after a sample, and what is not. `personal` and `subject`
 * are replaced by others of their make, `instant` by one a little later.
 */
export type Part =
  | string
  | { readonly is: 'personal' | 'subject' | 'instant'; readonly value: string }
  | { readonly is: 'record-id' }
  /** The number of the row in its sheet, the headings being the first. */
  | { readonly is: 'sheet-row' };

/** What the values of a field are written as: text, and whatever else has a form of its own there. */
type Form = {
  readonly text: (parts: readonly Part[]) => readonly Part[];
  readonly list: (items: readonly Part[]) => readonly Part[];
  readonly other: (value: unknown) => string;
};

const isWholeInstant = (value: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/.test(value);

/** Each field that the record has, as its parts. */
const valueParts = (contract: Contract, sample: Sample, { text, list, other }: Form) => {
  const partOf = (name: string, value: string): Part => {
    if (name === 'recordId') return { is: 'record-id' };
    const { personal, type } = contract.fields[name]!;
    if (contract.holdings?.subject === name) return { is: 'subject', value };
    if (personal !== undefined) return { is: 'personal', value };
    return type === 'instant' && isWholeInstant(value) ? { is: 'instant', value } : value;
  };
  return (name: string): readonly Part[] => {
    const value = sample[name];
    if (typeof value === 'string') return text([partOf(name, value)]);
    if (Array.isArray(value)) return list(value.map((one) => partOf(name, String(one))));
    return [other(value)];
  };
};

const between = (items: readonly Part[], separator: string): readonly Part[] =>
  items.flatMap((item, n) => (n === 0 ? [item] : [separator, item]));

const cellWords = (value: unknown): string => {
  if (value === undefined) return '';
  if (value === null) return '无';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return String(value);
};

/** What varies has letters and digits; only what stays can have signs that must be quoted or escaped. */
const mapped = (parts: readonly Part[], change: (text: string) => string): readonly Part[] =>
  parts.map((part) => (typeof part === 'string' ? change(part) : part));

const quoted = (parts: readonly Part[]): readonly Part[] =>
  parts.some((part) => typeof part === 'string' && /[",\r\n]/.test(part))
    ? ['"', ...mapped(parts, (text) => text.replaceAll('"', '""')), '"']
    : parts;

const csvForm: Form = { text: quoted, list: (items) => quoted(between(items, ';')), other: cellWords };

export const csvHeadings = ({ fields }: Contract): string =>
  `\ufeff${Object.values(fields)
    .map(({ zh }) => zh)
    .join(',')}\r\n`;

/** A line of CSV. */
export const csvParts = (contract: Contract, sample: Sample): readonly Part[] => {
  const partsOf = valueParts(contract, sample, csvForm);
  return [...Object.keys(contract.fields).flatMap((name, n) => [...(n === 0 ? [] : [',']), ...partsOf(name)]), '\r\n'];
};

const jsonText = (parts: readonly Part[]): readonly Part[] => [
  '"',
  ...mapped(parts, (text) => JSON.stringify(text).slice(1, -1)),
  '"',
];
const jsonForm: Form = {
  text: jsonText,
  list: (items) => ['[', ...items.flatMap((item, n) => [...(n === 0 ? [] : [',']), ...jsonText([item])]), ']'],
  other: (value) => JSON.stringify(value),
};

/** A line of NDJSON; fields that the sample does not have are not there. */
export const jsonParts = (contract: Contract, sample: Sample): readonly Part[] => {
  const partsOf = valueParts(contract, sample, jsonForm);
  const fields = Object.keys(sample).flatMap((name, n) => [
    `${n === 0 ? '{' : ','}${JSON.stringify(name)}:`,
    ...partsOf(name),
  ]);
  return [...fields, '}\n'];
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The texts of a workbook that stand in many cells, each with its number. */
export const sharedTexts = () => {
  const numbers = new Map<string, number>();
  return {
    numberOf: (text: string): number => {
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      return number;
    },
    xml: (): string =>
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${numbers.size}">${[
        ...numbers.keys(),
      ]
        .map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`)
        .join('')}</sst>`,
  };
};

export type SharedTexts = ReturnType<typeof sharedTexts>;

const sheetCell = (at: number, parts: readonly Part[], value: unknown, shared: SharedTexts): readonly Part[] => {
  const start: readonly Part[] = [`<c r="${columnLetters(at)}`, { is: 'sheet-row' }];
  if (typeof value === 'number') return [...start, `"><v>${value}</v></c>`];
  if (parts.every((part) => typeof part === 'string')) {
    const text = parts.join('');
    return text === '' ? [] : [...start, `" t="s"><v>${shared.numberOf(text)}</v></c>`];
  }
  return [...start, '" t="inlineStr"><is><t>', ...mapped(parts, escaped), '</t></is></c>'];
};

const sheetForm: Form = { text: (parts) => parts, list: (items) => between(items, ';'), other: cellWords };

/** A row of a sheet: texts that stand in many cells by their number, as a spreadsheet program writes them. */
export const sheetParts = (contract: Contract, sample: Sample, shared: SharedTexts): readonly Part[] => {
  const partsOf = valueParts(contract, sample, sheetForm);
  const cells = Object.keys(contract.fields).flatMap((name, at) => sheetCell(at, partsOf(name), sample[name], shared));
  return ['<row r="', { is: 'sheet-row' }, '">', ...cells, '</row>'];
};

export const sheetHeadings = ({ fields }: Contract, shared: SharedTexts): string =>
  `<row r="1">${Object.values(fields)
    .map(({ zh }, at) => `<c r="${columnLetters(at)}1" t="s"><v>${shared.numberOf(zh)}</v></c>`)
    .join('')}</row>`;
