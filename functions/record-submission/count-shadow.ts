import type { InShadow } from '../../rules/engine/shadow.ts';
import type { ChangeCount } from '../../rules/workbench/replay.ts';

/** How often the release in shadow would have said something else, by rule. */
export const shadowCount = () => {
  const tallies: Record<string, ChangeCount> = {};
  return {
    add: (some: Iterable<InShadow>): void => {
      for (const changes of some) {
        for (const { rule, change } of changes) {
          tallies[rule] ??= { appears: 0, disappears: 0, changes: 0 };
          tallies[rule][change] += 1;
        }
      }
    },
    all: (): Readonly<Record<string, ChangeCount>> => tallies,
  };
};
