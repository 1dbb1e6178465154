import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { CalendarYear } from '../rules/calendar/calendar-year.ts';
import type { Generated } from './rules-build.ts';
import { type FileFault, jsonOf } from './rules-files.ts';

type Read = { readonly years: readonly CalendarYear[]; readonly faults: readonly FileFault[] };

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
  if ('fault' in text) return { years: [], faults: [text.fault] };
  const read = CalendarYear.safeParse(text.json);
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) =>
      fault(file, 'CALENDAR_SHAPE', path.map((step) => `/${String(step)}`).join(''), {
        zh: `不合日历文件的格式：${message}`,
        en: message,
      }),
    );
    return { years: [], faults };
  }
  const { year } = read.data;
  if (new RegExp(`^${year}(\\.r[2-9])?\\.json$`).test(basename(file))) return { years: [read.data], faults: [] };
  const cause = {
    zh: `文件名应为 ${year}.json 或 ${year}.rN.json。`,
    en: `Its name should be ${year}.json or ${year}.rN.json.`,
  };
  return { years: [], faults: [fault(file, 'MISPLACED', '/year', cause)] };
};

/** Every year under `rules/calendar` in its last revision, the first first, and what is wrong with any of them. */
export const calendarFiles = (root: string): Read => {
  const read = globSync('rules/calendar/*.json', { cwd: root })
    .sort((a, b) => inOrder.compare(basename(a, '.json'), basename(b, '.json')))
    .map((file) => readOne(root, file));
  // `2020.r2.json` sorts after `2020.json`: a notice that was changed stands beside the first.
  const years = new Map(read.flatMap(({ years }) => years.map((one) => [one.year, one] as const)));
  return { years: [...years.values()], faults: read.flatMap(({ faults }) => faults) };
};

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
