import { afterEach, beforeEach, expect, it } from 'vitest';
import { aCopy } from './rules-copy.ts';

const folder = 'rules/sets/atfl/21.service-realname';
const law = `${folder}/2022-12-01.r1.json`;
const corrected = `${folder}/2022-12-01.r2.json`;
const amendment = `${folder}/2027-01-01.r1.json`;
const fixtures = `${folder}/fixtures.json`;

type Copy = ReturnType<typeof aCopy>;

let copy: Copy;
beforeEach(() => {
  copy = aCopy();
});
afterEach(() => copy.end());

it.each<readonly [string, (copy: Copy) => void, string]>([
  [
    'whose id is not its place',
    ({ edit }) =>
      edit(law, (rule) => ({ ...rule, id: 'atfl.21.service-realnam', effective: { from: '2027-01-01' } }), amendment),
    `${amendment} /id  MISPLACED  atfl.21.service-realnam\n` +
      '  与文件位置不符，应为 atfl.21.service-realname。改名或改正。\n' +
      "  The file's place says atfl.21.service-realname. Rename the file, or correct it.\n",
  ],
  [
    'whose name is not its date and revision',
    ({ edit }) => edit(law, (rule) => ({ ...rule, effective: { from: '2025-01-01' } }), corrected),
    `${corrected} /effective/from  MISPLACED  2022-12-01.r2.json\n` +
      '  与文件位置不符，应为 2025-01-01.r1.json。改名或改正。\n' +
      "  The file's place says 2025-01-01.r1.json. Rename the file, or correct it.\n",
  ],
  [
    'that corrects a revision that is not there',
    ({ edit }) => edit(law, (rule) => ({ ...rule, revision: 3 }), `${folder}/2022-12-01.r3.json`),
    `${folder}/2022-12-01.r3.json /revision  REVISION_GAP  3\n` +
      '  缺少 r2。修订号逐次加一，旧文件不删。\n' +
      '  There is no r2. Revisions go up by one, and old files stay.\n',
  ],
  [
    'that judges by another date than the other versions of its rule',
    ({ edit }) =>
      edit(
        'rules/sets/atfl/10.card-count-limit/2022-12-01.r1.json',
        (rule) => ({ ...rule, id: 'atfl.21.service-realname', revision: 2 }),
        corrected,
      ),
    `${corrected} /recordKind  VERSIONS_DIFFER  phone-card\n` +
      '  同一规则的其他版次为 internet-account。与其他版次一致，或另立规则。\n' +
      '  Other versions of the rule say internet-account. Make it the same, or make it another rule.\n' +
      `${corrected} /lawDate  VERSIONS_DIFFER  openedAt\n` +
      '  同一规则的其他版次为 activatedAt。与其他版次一致，或另立规则。\n' +
      '  Other versions of the rule say activatedAt. Make it the same, or make it another rule.\n',
  ],
  [
    'with a misspelt fact',
    ({ edit }) =>
      edit(
        law,
        (rule) => ({
          ...rule,
          revision: 2,
          appliesWhen: { fact: 'service.isActivted', operator: 'equal', value: true },
        }),
        corrected,
      ),
    `${corrected} /appliesWhen/fact  UNKNOWN_FACT  service.isActivted\n` +
      '  没有事实“service.isActivted”。是否应为“service.isActivated”？\n' +
      '  There is no fact “service.isActivted”. Did you mean “service.isActivated”?\n',
  ],
  [
    'without examples',
    ({ remove }) => remove(fixtures),
    `${fixtures}  NO_FIXTURES\n` +
      '  规则没有用例。写出每种判定的用例。\n' +
      '  The rule has no fixtures. Write one for every verdict.\n',
  ],
])('a rule file %s is refused with its place', async (_, change, stderr) => {
  change(copy);
  expect(await copy.run('build')).toEqual({ status: 1, stdout: '', stderr });
});

it('while a rule file is wrong, nothing is built, judged or released', async () => {
  copy.edit(law, (rule) => ({ ...rule, revision: 3 }), `${folder}/2022-12-01.r3.json`);
  for (const args of [['build', '--check'], ['test'], ['release', '9999.1']]) {
    expect([args, await copy.run(...args)]).toEqual([
      args,
      { status: 1, stdout: '', stderr: expect.stringContaining('REVISION_GAP') },
    ]);
  }
});

it.each<readonly [string, (copy: Copy) => void, RegExp]>([
  [
    'a rule file that is not JSON',
    ({ write }) => write(corrected, '{"id": "atfl.21",}'),
    /^rules\/sets\/atfl\/21\.service-realname\/2022-12-01\.r2\.json {2}NOT_JSON\n {2}不是 JSON。改正语法。\n {2}It is no JSON: .* Correct its syntax\.\n$/,
  ],
  ['a rule file that is no rule', ({ write }) => write(corrected, '[]'), /\.r2\.json {2}RULE_SHAPE {2}\[\]\n/],
  [
    'examples that are not JSON',
    ({ write }) => write(fixtures, ''),
    /^rules\/sets\/atfl\/21\.service-realname\/fixtures\.json {2}NOT_JSON\n/,
  ],
  ['no example at all', ({ write }) => write(fixtures, '[]'), /fixtures\.json {2}FIXTURE_SHAPE\n/],
  [
    'an example of a verdict that there is not',
    ({ write }) => write(fixtures, '[{"name":"a","verdict":"complaint","record":{"recordId":"r-1"}}]'),
    /fixtures\.json \/0\/verdict {2}FIXTURE_SHAPE\n/,
  ],
])('refused: %s', async (_, change, stderr) => {
  change(copy);
  expect(await copy.run('build', '--check')).toEqual({ status: 1, stdout: '', stderr: expect.stringMatching(stderr) });
});

it('refused: a record kind with two contracts', () => {
  copy.end();
  copy = aCopy(undefined, 'rules and modules');
  const module = 'events/records/app-filing/contract.ts';
  copy.write(module, `${copy.textOf(module)}export const aFormerOne = appFiling;\n`);
  expect(copy.runAlone('build', '--check')).toEqual({
    ...{ status: 1, stdout: '' },
    stderr: expect.stringMatching(
      /^events\/records\/app-filing\/contract\.ts {2}SEVERAL_CONTRACTS {2}aFormerOne, appFiling\n/,
    ),
  });
});
