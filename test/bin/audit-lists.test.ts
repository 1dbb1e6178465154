import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { CannotRun } from '../../bin/audit-arguments.ts';
import { auditFiles } from '../../bin/audit-judge.ts';
import { readLists } from '../../bin/audit-lists.ts';
import { asFinding } from '../../bin/audit-report.ts';

const directory = mkdtempSync(join(tmpdir(), 'fanzha-lists-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const file = (name: string, content: string): string => {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
};

const number = '17708985501';
/** A number that no list was named for, and that nobody checked. */
const record = {
  ...{ recordId: 'j-1', phone: number, listReceivedAt: '2026-07-10T09:00:00+08:00', listId: null, accountId: null },
  ...{ checkedAt: null, measure: null, clearedReason: null, measureAt: null, feedbackAt: null, disposalId: null },
};
const records = file('records.json', JSON.stringify([record]));
const rule = 'atfl.22.flagged-phone-accounts-checked';

/** The verdict that the rule gives with these lists there; undefined where the run tells of none. */
const verdict = async (...lists: readonly string[]) => {
  const work = mkdtempSync(join(directory, 'run-'));
  const { report } = await auditFiles(
    [{ path: records, kind: 'linked-account-check' }],
    { lists: await readLists(lists, work) },
    work,
  );
  return [...report.findings()].map(asFinding).find((one) => one.rule === rule)?.verdict;
};

it('without a list what depends on it is undetermined; with it, the number is on it or is not', async () => {
  expect(await verdict()).toBe('undetermined');
  const on = file('on.csv', '涉诈号码,起始日,截止日,等级\n177 0898 5501,2026-07-01,无,高\n');
  expect(await verdict(`fraud-numbers=${on}`)).toBe('violation');
  expect(
    await verdict(`fraud-numbers=${file('off.csv', 'value,from,until\n17708985502,2026-07-01,none\n')}`),
  ).toBeUndefined();
  expect(
    await verdict(`fraud-numbers=${file('ended.csv', 'value,from,until\n17708985501,2026-07-01,2026-07-09\n')}`),
  ).toBeUndefined();
  const accounts = file('accounts.csv', 'value,from,until\n17708985501,2026-07-01,none\n');
  expect(await verdict(`fraud-accounts=${accounts}`)).toBe('undetermined');
});

it('a list comes as CSV, as a JSON array, as the body of an import, or from several files', async () => {
  const entry = { value: number, from: '2026-07-01', until: null };
  expect(await verdict(`fraud-numbers=${file('array.json', JSON.stringify([entry]))}`)).toBe('violation');
  const body = { purpose: '核验', mode: 'add', entries: [entry] };
  expect(await verdict(`fraud-numbers=${file('body.json', JSON.stringify(body))}`)).toBe('violation');
  const empty = file('empty.csv', 'value,from,until\n');
  expect(await verdict(`fraud-numbers=${empty}`)).toBeUndefined();
  expect(await verdict(`fraud-numbers=${empty}`, `fraud-numbers=${file('array.json', JSON.stringify([entry]))}`)).toBe(
    'violation',
  );
});

const cannotRun = async (list: string): Promise<CannotRun> => {
  try {
    await readLists([list], mkdtempSync(join(directory, 'lists-')));
  } catch (error) {
    if (error instanceof CannotRun) return error;
  }
  throw new Error(`${list} was read`);
};

it('a list with anything wrong in it, one there is not, and one without a file: nothing is judged', async () => {
  const wrong = file('wrong.csv', `value,from,until\n${number}?,2026-07-01,none\n${number},2026-07-01,\n`);
  for (const [list, told] of [
    [`fraud-numbers=${wrong}`, `${wrong}:3`],
    ['fraud-number=x.csv', 'Did you mean fraud-numbers?'],
    ['fraud-numbers', 'must be NAME=FILE'],
    ['fraud-numbers=none.csv', 'none.csv cannot be read'],
  ] as const) {
    const { text } = await cannotRun(list);
    expect(text.en).toContain(told);
    expect(text.zh + text.en).not.toContain(number);
  }
});

it('the command reads them, and ends with 3 where it cannot', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const list = file('one.csv', `value,from,until\n${number},2026-07-01,none\n`);
  const statusWith = (option: string) => {
    const args = [join(root, 'bin/audit.ts'), records, '--kind', 'linked-account-check', '--list', option];
    return spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' }).status;
  };
  expect([`fraud-numbers=${list}`, `fraud-number=${list}`].map(statusWith)).toEqual([1, 3]);
});

it('the clean sample of phone cards ends with 2 where the list of sanctioned subjects is not given, and with 0 where it is', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const statusWith = (...options: readonly string[]) => {
    const args = [join(root, 'bin/audit.ts'), 'events/samples/phone-card.clean.json', ...options];
    return spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' }).status;
  };
  expect(statusWith()).toBe(2);
  expect(statusWith('--list', 'sanctioned-subjects=events/samples/lists/sanctioned-subjects.json')).toBe(0);
});
