import type { Contract } from '../../events/contract.ts';
import { nearest } from '../../events/nearest.ts';
import type { LineFault, LineWarning } from './prepared.ts';

/** More columns than these are told by their number alone. */
const listed = 20;
const shownLength = 80;

const short = (text: string): string => (text.length > shownLength ? `${text.slice(0, shownLength)}…` : text);

const headingsOf = ({ fields }: Contract): string =>
  Object.values(fields)
    .map(({ zh }) => zh)
    .join('、');
const headingsInEnglish = ({ fields }: Contract): string =>
  Object.values(fields)
    .map(({ en }) => en)
    .join(', ');

/** The heading that was probably meant, of a field that no column of the file has. */
const meant = (contract: Contract, heading: string, taken: ReadonlySet<string>): string | undefined =>
  nearest(
    heading,
    Object.entries(contract.fields).flatMap(([name, { zh, en, synonyms }]) =>
      taken.has(name) ? [] : [name, zh, en, ...synonyms],
    ),
  );

const misspelt = (contract: Contract, heading: string, near: string, line: number): LineWarning => ({
  code: 'UNKNOWN_COLUMN',
  line,
  column: short(heading),
  message: {
    zh: `“${short(heading)}”不是 ${contract.kind} 的列：未读取，原样保留。是否应为“${near}”？是则改正列名。`,
    en: `“${short(heading)}” is not a column of ${contract.kind}: it was not read, and is kept as it is. If “${near}” is meant, correct the heading.`,
  },
});

const others = (contract: Contract, headings: readonly string[], line: number): LineWarning => {
  const names = headings.slice(0, listed).map((heading) => `“${short(heading)}”`);
  const more = headings.length > listed;
  return {
    code: 'EXTRA_COLUMNS',
    line,
    message: {
      zh: `${headings.length} 列不属于 ${contract.kind}：未读取，原样保留：${names.join('、')}${more ? '等' : ''}。无需处理。`,
      en: `${headings.length} columns are none of ${contract.kind}: they were not read, and are kept as they are: ${names.join(', ')}${more ? ' and others' : ''}. Nothing need be done.`,
    },
  };
};

/** What is said of columns that the contract does not have: one by one where a heading seems misspelt, else together. */
export const unknownColumns = (
  contract: Contract,
  headings: readonly string[],
  taken: ReadonlySet<string>,
  line: number,
): LineWarning[] => {
  const told = headings.map((heading) => ({ heading, near: meant(contract, heading, taken) }));
  const extra = told.filter(({ near }) => near === undefined).map(({ heading }) => heading);
  return [
    ...told.flatMap(({ heading, near }) => (near === undefined ? [] : [misspelt(contract, heading, near, line)])),
    ...(extra.length > 0 ? [others(contract, extra, line)] : []),
  ];
};

/** A column has cells but no heading, so nobody can say what they are. */
export const columnUnnamed = (at: number, line: number): LineWarning => ({
  code: 'COLUMN_WITHOUT_HEADING',
  line,
  column: String(at + 1),
  message: {
    zh: `第 ${at + 1} 列有内容而没有列名：未读取，原样保留。需要读取时补上列名。`,
    en: `Column ${at + 1} has cells but no heading: it was not read, and is kept as it is. Give it a heading if it should be read.`,
  },
});

export const columnTwice = (heading: string, first: string, line: number): LineFault => ({
  code: 'DUPLICATE_COLUMN',
  line,
  column: short(heading),
  found: short(heading),
  cause: {
    zh: `“${short(heading)}”与“${short(first)}”是同一列；只读取前者“${short(first)}”。`,
    en: `“${short(heading)}” is the same column as “${short(first)}”; only “${short(first)}” was read.`,
  },
  fix: { zh: '两列只留一列。', en: 'Keep one of the two.' },
});

export const columnMissing = ({ kind, fields }: Contract, name: string, line: number): LineFault => ({
  code: 'MISSING_COLUMN',
  line,
  column: name,
  expected: { zh: `列“${fields[name]?.zh}”`, en: `a column “${fields[name]?.en}”` },
  cause: {
    zh: `${kind} 的每条记录都必须有“${fields[name]?.zh}”，文件没有这一列，各行均未判定。`,
    en: `Every record of ${kind} needs “${fields[name]?.en}”; the file has no such column, so no row was judged.`,
  },
  fix: { zh: '补上该列，或改正列名。', en: 'Add the column, or correct its heading.' },
});

export const noHeadings = (contract: Contract, line: number, found: string, looked: number): LineFault => ({
  code: 'NO_HEADINGS',
  line,
  found: short(found),
  expected: {
    zh: `一行列名，例如：${headingsOf(contract)}`,
    en: `a line of headings, such as: ${headingsInEnglish(contract)}`,
  },
  cause: {
    zh: `前 ${looked} 行没有 ${contract.kind} 的列名。`,
    en: `None of the first ${looked} lines has headings of ${contract.kind}.`,
  },
  fix: {
    zh: '在数据上方写一行列名，或核对是否选错了类型。',
    en: 'Put a line of headings above the rows, or see whether it is another kind.',
  },
});

export const tooManyColumns = (found: number, most: number, line: number): LineFault => ({
  code: 'TOO_MANY_COLUMNS',
  line,
  found: String(found),
  expected: { zh: `不超过 ${most} 列`, en: `at most ${most} columns` },
  cause: {
    zh: `表格有 ${found} 列，多于 ${most} 列，未读取。`,
    en: `The table has ${found} columns, more than ${most}; it was not read.`,
  },
  fix: {
    zh: '删去多余的列，只保留模板中的列。',
    en: 'Delete the columns beyond those of the template.',
  },
});
