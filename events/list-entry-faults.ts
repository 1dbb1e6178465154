import type { Fault } from './fault.ts';
import { shown, typeOf } from './field-faults.ts';
import { namesSomebody, numbersJoined } from './identifiers/names-somebody.ts';
import type { EntryFields } from './list-fields.ts';
import { nearest } from './nearest.ts';
import { isObject } from './read-row.ts';

export type Name = keyof EntryFields;
export type Read = Partial<Record<Name, string | null>>;
export type Row = { readonly row: number; readonly read: Read; readonly faults: readonly Fault[] };

export const notAnObject = (value: unknown, row: number, pointer: string): Fault => ({
  code: 'NOT_AN_ENTRY',
  row,
  pointer,
  found: isObject(value) || Array.isArray(value) ? '[…]' : shown(value, { personal: 'token', type: 'text' }),
  expected: { zh: '由字段组成的对象', en: 'an object of fields' },
  cause: { zh: `所填为${typeOf(value).zh}。`, en: `It is ${typeOf(value).en}.` },
  fix: { zh: '写成 {"value": "…", …} 的形式。', en: 'Write it as {"value": "…", …}.' },
});

export const unknown = (name: string, row: number, pointer: string, names: readonly Name[]): Fault => {
  const [clear, meant] = [shown(name), nearest(name, names)];
  return {
    code: 'UNKNOWN_FIELD',
    row,
    column: clear,
    pointer: `${pointer}/${clear.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    found: clear,
    expected: { zh: `其中之一：${names.join('、')}`, en: `one of: ${names.join(', ')}` },
    cause: { zh: `此处没有字段“${clear}”。`, en: `There is no field “${clear}” here.` },
    fix: meant
      ? { zh: `是否应为“${meant}”？否则删去。`, en: `Did you mean “${meant}”? Delete it otherwise.` }
      : { zh: '删去该字段。', en: 'Delete the field.' },
  };
};

/** An entry with more strange names than this is something else: one fault says so. */
export const maxUnknown = 20;

export const tooMany = (names: number, row: number, pointer: string, allowed: readonly Name[]): Fault => ({
  code: 'TOO_MANY_FIELDS',
  row,
  pointer,
  found: String(names),
  expected: { zh: `其中之一：${allowed.join('、')}`, en: `one of: ${allowed.join(', ')}` },
  cause: { zh: `其中 ${names} 个字段此处没有。`, en: `It has ${names} fields that there are not here.` },
  fix: { zh: '核对是否取错了文件；只保留所列字段。', en: 'See whether it is the right file; keep the fields named.' },
});

export const missing = (fields: EntryFields, name: Name, row: number, pointer: string): Fault => {
  const { zh, en, expected } = fields[name];
  const isEnd = name === 'until';
  return {
    code: 'MISSING_FIELD',
    row,
    column: name,
    pointer: `${pointer}/${name}`,
    expected,
    cause: { zh: `缺少“${zh}”（${name}）。`, en: `“${en}” (${name}) is missing.` },
    fix: isEnd
      ? {
          zh: '写明截止日；确无期限时写 null（文件中写“无”）。',
          en: 'Say until when; null (in a file: none) where it has no end.',
        }
      : { zh: `补上 ${name}。`, en: `Give ${name}.` },
  };
};

/** What is wrong between the fields of one entry. */
export const between = ({ from, until, ...texts }: Read, row: number, pointer: string): Fault[] => [
  ...(from && until && until < from
    ? [
        {
          code: 'BACKWARDS_DATES',
          row,
          column: 'until',
          pointer: `${pointer}/until`,
          found: `${from} – ${until}`,
          expected: { zh: `不早于 ${from}`, en: `not before ${from}` },
          cause: { zh: '截止日早于起始日。', en: 'It ends before it begins.' },
          fix: { zh: '改正起止日期。', en: 'Correct the dates.' },
        },
      ]
    : []),
  ...(['category', 'reference'] as const).flatMap((name) => {
    const [text, value] = [texts[name], texts.value];
    if (
      !text ||
      !(
        namesSomebody(text) ||
        (value && value.length > 3 && [text, numbersJoined(text)].some((one) => one.includes(value)))
      )
    )
      return [];
    return [
      {
        code: 'PERSONAL_NUMBER',
        row,
        column: name,
        pointer: `${pointer}/${name}`,
        found: '…',
        cause: { zh: '含有号码本身。', en: 'It has the number itself, or somebody’s, in it.' },
        fix: { zh: '删去号码，写文号或案件编号。', en: 'Take the number out; give that of a document or a case.' },
      },
    ];
  }),
];

/** The same entry twice in one import: which one counts is not known. */
export const twice = (fields: EntryFields, rows: readonly Row[]): Fault[] => {
  const said = rows.filter(({ read, faults }) => faults.length === 0 && read.value);
  return [...Map.groupBy(said, ({ read }) => JSON.stringify([read.value, read.from ?? null])).values()].flatMap(
    (same) =>
      same.slice(1).map(({ row, read }): Fault => {
        const otherRow = same[0]!.row;
        return {
          code: 'DUPLICATE_ENTRY',
          row,
          otherRow,
          column: 'value',
          pointer: `/entries/${row - 1}/value`,
          found: shown(read.value, fields.value),
          cause: {
            zh: `与第 ${otherRow} 项的值和起始日相同，无法认定以哪一项为准。`,
            en: `Entry ${otherRow} has the same value and first day, and which one counts is not known.`,
          },
          fix: { zh: '删去其中一项，或改正起始日。', en: 'Delete one of them, or correct its first day.' },
        };
      }),
  );
};
