import { coverageOf } from '../../rules/workbench/coverage.ts';
import { lint } from '../../rules/workbench/lint.ts';
import { mutate } from '../../rules/workbench/mutate.ts';
import type { Command, Said } from '../command.ts';
import { load } from '../rules-load.ts';
import { tryFixtures } from '../rules-test.ts';
import { bench } from '../rules-workbench.ts';

type Row = { readonly name: string; readonly found: string; readonly wrong: readonly string[] };

/** What a list in a comment has room for. */
const shown = 20;

const section = ({ name, wrong }: Row): string => {
  if (wrong.length === 0) return '';
  const more = wrong.length > shown ? [`… ${wrong.length - shown} more`] : [];
  return `\n**${name}**\n\n${[...wrong.slice(0, shown), ...more].map((line) => `- ${line}\n`).join('')}`;
};

const markdown = (rules: number, rows: readonly Row[]): string =>
  [
    `### 规则检查 Rules: ${rules}\n`,
    '| 检查 check | 结果 result | 问题 problems |',
    '| --- | --- | --- |',
    ...rows.map(({ name, found, wrong }) => `| ${name} | ${found} | ${wrong.length === 0 ? '✓' : wrong.length} |`),
    '',
    ...rows.map(section).filter((text) => text !== ''),
  ].join('\n');

/** Lint, fixtures, coverage and mutants as one Markdown summary, for a comment on a change. */
const summary = async (root: string): Promise<Said> => {
  const on = await bench(root);
  const loaded = await load(root);
  const unread = [
    ...new Map([...on.faults, ...loaded.faults].map((one) => [`${one.file}${one.pointer}`, one])).values(),
  ];
  if (unread.length > 0) {
    const wrong = unread.map(
      ({ file, pointer, code, cause }) => `\`${file} ${pointer}\` ${code}: ${cause.zh} ${cause.en}`,
    );
    return { status: 1, out: markdown(0, [{ name: 'load', found: 'not read', wrong }]) };
  }
  const problems = lint(on.rules);
  const tried = tryFixtures(loaded.files, loaded.fixtures, loaded.facts);
  const wrong = tried.filter((one) => one.wrong !== undefined);
  const rows: Row[] = [
    {
      name: 'lint',
      found: `${on.rules.length} rules`,
      wrong: problems.map(
        ({ rule, pointer, code, cause }) => `\`${rule} ${pointer}\` ${code}: ${cause.zh} ${cause.en}`,
      ),
    },
    {
      name: 'fixtures',
      found: `${tried.length} judged`,
      wrong: wrong.map(({ rule, name, wrong: how }) => `\`${rule}\` ${name}: ${how}`),
    },
  ];
  // Where a fixture fails already, it tells nothing of coverage and kills every mutant.
  if (wrong.length === 0) {
    const { values, branches, uncovered } = coverageOf(on.rules);
    const { mutants, killed, equivalent, survived, misnamed } = mutate(on.rules);
    rows.push(
      {
        name: 'coverage',
        found: `${values.seen}/${values.of} values, ${branches.seen}/${branches.of} branches`,
        wrong: uncovered.map(({ rule, version, pointer, never }) => `\`${rule} ${version} ${pointer}\` never ${never}`),
      },
      {
        name: 'mutants',
        found: `${mutants}: ${killed} killed, ${equivalent} equivalent`,
        wrong: [
          ...survived.map(({ rule, name }) => `\`${rule}\` survived: ${name}`),
          ...misnamed.map(({ rule, name, why }) => `\`${rule}\` ${why}: ${name}`),
        ],
      },
    );
  }
  return { status: rows.some((row) => row.wrong.length > 0) ? 1 : 0, out: markdown(on.rules.length, rows) };
};

export const summaryCommand: Command = {
  name: 'summary',
  usage: [['summary', 'lint, test, coverage and mutate as one Markdown text, for a comment on a change']],
  takes: [0, 0],
  run: ({ root }) => summary(root),
};
