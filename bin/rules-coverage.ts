import { coverageOf, type Share } from '../rules/workbench/coverage.ts';
import type { Bench, Outcome } from './rules-workbench.ts';

// Never rounded up: 100 % is said of all alone.
const percent = ({ seen, of }: Share): number => (of === 0 ? 100 : Math.floor((seen / of) * 1000) / 10);

/** What the fixtures leave unshown of the rules' conditions. */
export const coverageOutcome = ({ rules }: Bench, isJson: boolean): Outcome => {
  const { values, branches, uncovered } = coverageOf(rules);
  const status = uncovered.length === 0 ? 0 : 1;
  if (isJson) {
    const share = (one: Share) => ({ ...one, percent: percent(one) });
    const told = { rules: rules.length, values: share(values), branches: share(branches), uncovered };
    return { status, text: `${JSON.stringify(told, null, 2)}\n` };
  }
  const lines = uncovered.map(({ rule, version, pointer, never }) => `${rule} ${version} ${pointer}  never ${never}\n`);
  const total =
    `${rules.length} rules; truth values seen ${values.seen} of ${values.of} (${percent(values)} %), ` +
    `branches decisive ${branches.seen} of ${branches.of} (${percent(branches)} %)\n`;
  return { status, text: `${lines.join('')}${total}` };
};
