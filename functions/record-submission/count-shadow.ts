import type { InShadow } from '../../rules/engine/shadow.ts';
import type { ChangeCount } from '../../rules/workbench/replay.ts';

/** How often the release in shadow would have said something else, by rule. */
export const shadowTallies = (all: Iterable<InShadow>): Readonly<Record<string, ChangeCount>> => {
  const tallies: Record<string, ChangeCount> = {};
  for (const changes of all) {
    for (const { rule, change } of changes) {
      tallies[rule] ??= { appears: 0, disappears: 0, changes: 0 };
      tallies[rule][change] += 1;
    }
  }
  return tallies;
};
