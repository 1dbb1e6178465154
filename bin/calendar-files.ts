import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { CalendarYear } from '../rules/calendar/calendar-year.ts';
import type { Generated } from './rules-build.ts';
import { type FileFault, jsonOf } from './rules-files.ts';

/** A year and where it stands, by its path under `rules/`. */
export type CalendarFile = { readonly file: string; readonly year: CalendarYear };
type Read = { readonly files: readonly CalendarFile[]; readonly faults: readonly FileFault[] };

const inOrder = new Intl.Collator('en', { numeric: true });

const fault = (file: string, code: string, pointer: string, cause: FileFault['cause']): FileFault => ({
  file,
  code,
  pointer,
  cause,
  fix: { zh: '参照国务院办公厅的通知改正。', en: 'Correct it after the notice of the State Council.' },
});

const readOne = (root: string, file: string): Read => {
  const text = jsonOf(root, file);
  if ('fault' in text) return { files: [], faults: [text.fault] };
  const read = CalendarYear.safeParse(text.json);
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) =>
      fault(file, 'CALENDAR_SHAPE', path.map((step) => `/${String(step)}`).join(''), {
        zh: `不合日历文件的格式：${message}`,
        en: message,
      }),
    );
    return { files: [], faults };
  }
  const { year } = read.data;
  if (new RegExp(`^${year}(\\.r[2-9])?\\.json$`).test(basename(file)))
    return { files: [{ file: file.slice('rules/'.length), year: read.data }], faults: [] };
  const cause = {
    zh: `文件名应为 ${year}.json 或 ${year}.rN.json。`,
    en: `Its name should be ${year}.json or ${year}.rN.json.`,
  };
  return { files: [], faults: [fault(file, 'MISPLACED', '/year', cause)] };
};

/** Every file under `rules/calendar`, by year and revision, and what is wrong with any of them. */
export const calendarFiles = (root: string): Read => {
  const read = globSync('rules/calendar/*.json', { cwd: root })
    .sort((a, b) => inOrder.compare(basename(a, '.json'), basename(b, '.json')))
    .map((file) => readOne(root, file));
  return { files: read.flatMap(({ files }) => files), faults: read.flatMap(({ faults }) => faults) };
};

/** Every year in its last revision: a notice that was changed stands beside the first, and `2020.r2.json` after `2020.json`. */
export const lastRevisions = (files: readonly CalendarFile[]): readonly CalendarYear[] => [
  ...new Map(files.map(({ year }) => [year.year, year])).values(),
];

/** The years as a module: the functions over them read no files. */
export const calendarModule = (years: readonly CalendarYear[]): Generated => ({
  file: 'rules/generated/calendar.generated.ts',
  text: [
    '// Written by `npm run rules -- build`. Not to be edited.',
    "import type { CalendarYear } from '../calendar/calendar-year.ts';",
    '',
    'export const calendarYears: readonly CalendarYear[] = [',
    ...years.map((year) => `  ${JSON.stringify(year)},`),
    '];',
    '',
  ].join('\n'),
});
