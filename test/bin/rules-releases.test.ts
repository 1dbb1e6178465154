import { afterEach, beforeEach, expect, it } from 'vitest';
import { catalogue } from '../../rules/engine/catalogue.ts';
import { aCopy } from './rules-copy.ts';

const folder = 'rules/sets/atfl/21.service-realname';
const law = `${folder}/2022-12-01.r1.json`;
const amendment = `${folder}/2027-01-01.r1.json`;
const count = catalogue.rules.length;

let copy: ReturnType<typeof aCopy>;
beforeEach(() => {
  copy = aCopy();
  copy.remove('rules/releases');
  copy.run('release', '2026.9');
});
afterEach(() => copy.end());

const refused = (stderr: string) => expect.objectContaining({ status: 1, stderr });
const changed = (file: string, how: readonly [zh: string, en: string]) =>
  refused(
    `${file}  RELEASED_FILE_CHANGED\n` +
      `  已随 2026.9 发布，内容${how[0]}。恢复该文件；更正写成下一个 .rN，法律修改写成新的生效日期。\n` +
      `  It was published in 2026.9 and has ${how[1]}. ` +
      'Restore it; a correction is the next .rN, an amendment a file with the new date.\n',
  );

it('what has been released may not be changed: neither a draft nor a release can be built of it', () => {
  copy.edit(law, (rule) => ({ ...rule, severity: 'minor' }));
  const told = changed(law, ['被改动', 'changed']);
  expect(copy.run('build')).toEqual(told);
  expect(copy.run('build', '--check')).toEqual(told);
  expect(copy.run('release', '2027.1')).toEqual(told);
  expect(() => copy.textOf('rules/releases/2027.1.json')).toThrow('ENOENT');
});

it('what has been released may not go', () => {
  copy.remove(law);
  expect(copy.run('build', '--check')).toEqual(changed(law, ['被删除或改名', 'gone']));
});

it('blanks and line breaks are no change', () => {
  copy.write(law, JSON.stringify(JSON.parse(copy.textOf(law))));
  expect(copy.run('build', '--check')).toMatchObject({ status: 0, stderr: '' });
});

it('a release that lists less than it did is noticed, so that no changed file slips through', () => {
  copy.edit('rules/releases/2026.9.json', ({ rules, ...rest }) => ({ ...rest, rules: (rules as unknown[]).slice(1) }));
  expect(copy.run('build', '--check')).toEqual(
    refused(
      'rules/releases/2026.9.json /rules  RELEASE_CHANGED\n' +
        '  发布清单与其摘要不符。恢复该文件。\n' +
        '  What it lists is not what its digest says. Restore it.\n',
    ),
  );
});

it('a release has a newer name than the last, counted as numbers, and something new', () => {
  expect(copy.run('release', '2026.10')).toEqual(refused('nothing has changed since the newest release\n'));
  copy.edit(law, (rule) => ({ ...rule, effective: { from: '2027-01-01' } }), amendment);
  expect(copy.run('release', '2026.9')).toEqual(refused('2026.9 is not newer than the newest release\n'));
  expect(copy.run('release', '2026.8')).toEqual(refused('2026.8 is not newer than the newest release\n'));
  expect(copy.run('build').stdout).toBe(`${count + 1} rule versions, release 2026.9-draft; 2 files written\n`);

  expect(copy.run('release', '2026.10')).toEqual({
    status: 0,
    stdout: expect.stringContaining(`${count + 1} rule versions, release 2026.10; 1 files written\n`),
    stderr: '',
  });
  const { name, digest, rules } = JSON.parse(copy.textOf('rules/releases/2026.10.json'));
  expect({ name, rules: rules.length }).toEqual({ name: '2026.10', rules: count + 1 });
  expect(copy.textOf('rules/generated/catalogue.generated.ts')).toContain(JSON.stringify({ name, digest }));
  expect(copy.run('build', '--check')).toMatchObject({ status: 0, stderr: '' });
});

it('what fails its own examples is not released', () => {
  copy.edit(law, (rule) => ({ ...rule, effective: { from: '2023-01-01' } }), `${folder}/2023-01-01.r1.json`);
  copy.edit(`${folder}/2023-01-01.r1.json`, (rule) => ({ ...rule, conditions: { not: rule.conditions } }));
  expect(copy.run('release', '2026.10')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/ fixtures, [1-9]\d* wrong\n$/),
  });
  expect(() => copy.textOf('rules/releases/2026.10.json')).toThrow('ENOENT');
});
