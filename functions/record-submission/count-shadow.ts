import type { InShadow } from '../../rules/engine/shadow.ts';
import type { Tally } from '../../rules/workbench/replay.ts';

/** How often the release in shadow would have said something else, by rule. */
export const shadowTallies = (all: Iterable<InShadow>): Readonly<Record<string, Tally>> => {
  const tallies: Record<string, Tally> = {};
  for (const changes of all) {
    for (const { rule, change } of changes) {
      tallies[rule] ??= { appears: 0, disappears: 0, changes: 0 };
      tallies[rule][change] += 1;
    }
  }
  return tallies;
};
