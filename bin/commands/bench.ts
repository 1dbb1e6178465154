import { faultOfFixture } from '../../rules/workbench/try-fixture.ts';
import { type Command, refused, type Said } from '../command.ts';
import { coverageOutcome } from '../rules-coverage.ts';
import { faultLines } from '../rules-files.ts';
import { lintOutcome } from '../rules-lint.ts';
import { mutateOutcome } from '../rules-mutate.ts';
import { type Bench, bench, type Outcome } from '../rules-workbench.ts';

type Answer = (on: Bench, isJson: boolean) => Outcome;

/** What a workbench command found goes to stdout, also where it fails: it is what was asked for. */
const atBench = async (
  root: string,
  filter: string | undefined,
  isJson: boolean,
  isLint: boolean,
  answer: Answer,
): Promise<Said> => {
  const on = await bench(root, filter);
  // Only a lint has something to say of files that do not load.
  if (on.faults.length > 0 && !isLint) return refused(faultLines(on.faults));
  if (on.rules.length === 0 && on.faults.length === 0) return refused(`no rule matches ${filter}\n`);
  const failing = on.rules.flatMap(({ versions, fixtures, facts }) =>
    fixtures.filter((fixture) => faultOfFixture(fixture, versions, facts) !== undefined),
  );
  // By a fixture that fails already, every mutant would be killed.
  if (!isLint && failing.length > 0)
    return refused(`${failing.length} fixtures are wrong: the command test says which\n`);
  const { status, text } = answer(on, isJson);
  return { status, out: text };
};

const command = (name: string, does: string, answer: Answer): Command => ({
  name,
  usage: [[`${name} [FILTER] [--json]`, does]],
  options: { json: { type: 'boolean' } },
  takes: [0, 1],
  run: ({ root, arguments: [filter], options }) =>
    atBench(root, filter, options.json === true, name === 'lint', answer),
});

/** FILTER is part of a rule's id. */
export const benchCommands: readonly Command[] = [
  command('lint', 'what is wrong with rules that load: impossible conditions, no citation or fixture', lintOutcome),
  command('coverage', 'what the fixtures leave unshown: a condition true, false, unknown, decisive', coverageOutcome),
  command('mutate', 'change one thing of a rule at a time: which changes does no fixture notice', mutateOutcome),
];
