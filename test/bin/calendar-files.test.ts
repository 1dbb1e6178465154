import { afterEach, beforeEach, expect, it } from 'vitest';
import { aCopy } from './rules-copy.ts';

const file = 'rules/calendar/2026.json';

let copy: ReturnType<typeof aCopy>;
beforeEach(() => {
  copy = aCopy();
  // What is released may not be edited: here nothing is.
  copy.remove('rules/releases');
});
afterEach(() => copy.end());

const refusal = async () => (await copy.run('build')).stderr.split('\n').filter((line) => line.startsWith('rules/'));

it('a year that is malformed, or not where it says, is refused with its place', async () => {
  copy.edit(file, (json) => ({ ...json, workingDays: ['2026-10-09'] }));
  expect(await refusal()).toEqual([`${file} /workingDays/0  CALENDAR_SHAPE`]);
  copy.write(file, '{');
  expect(await refusal()).toEqual([`${file}  NOT_JSON`]);
  copy.write(file, '{ "year": 2030, "source": "a notice", "daysOff": ["2030-10-01"], "workingDays": [] }');
  expect(await refusal()).toEqual([`${file} /year  MISPLACED`]);
});

it('the generated module follows the files', async () => {
  const module = 'rules/generated/calendar.generated.ts';
  copy.write(
    'rules/calendar/2030.json',
    '{ "year": 2030, "source": "a notice", "daysOff": ["2030-10-01"], "workingDays": [] }',
  );
  expect((await copy.run('build', '--check')).stderr).toContain(module);
  expect((await copy.run('build')).status).toBe(0);
  expect(copy.textOf(module)).toContain('"year":2030');
});
