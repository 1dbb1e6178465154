import { dirname, join } from 'node:path';
import { versionOf } from '../rules/engine/rule.ts';
import { lint } from '../rules/workbench/lint.ts';
import type { Problem } from '../rules/workbench/problem.ts';
import { type FileFault, faultLines, type RuleFile } from './rules-files.ts';
import type { Bench, Outcome } from './rules-workbench.ts';

const placed = ({ rule: id, version, ...fault }: Problem, files: readonly RuleFile[]): FileFault => {
  const own = files.filter(({ rule }) => rule.id === id);
  const file = own.find(({ rule }) => versionOf(rule) === version)?.file;
  return { ...fault, file: file ?? join(dirname(own[0]!.file), 'fixtures.json') };
};

/** Everything wrong with the rules: what keeps them from loading, or, where nothing does, what loading does not see. */
export const lintProblems = ({ rules, files, faults }: Bench): readonly FileFault[] =>
  faults.length > 0 ? faults : lint(rules).map((problem) => placed(problem, files));

export const lintOutcome = (on: Bench, isJson: boolean): Outcome => {
  const { rules } = on;
  const problems = lintProblems(on);
  const status = problems.length === 0 ? 0 : 1;
  if (isJson) return { status, text: `${JSON.stringify({ rules: rules.length, problems }, null, 2)}\n` };
  return { status, text: `${faultLines(problems)}${rules.length} rules, ${problems.length} problems\n` };
};
