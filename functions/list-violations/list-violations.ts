import { maySee, type Principal } from '../../events/principal.ts';
import type { Violation, ViolationList } from '../../events/violation.ts';
import type { IndexedRule } from '../../rules/indexed-rule.ts';
import type { Recorded } from '../../rules/track.ts';
import { isAsked, type ViolationFilter } from './filter.ts';
import { newestFirst } from './newest-first.ts';
import { plans } from './plan.ts';
import { type IsAudited, visible } from './visible.ts';

type Partition = { readonly index: string; readonly pk: string };

export type ListDeps = {
  readonly rules: readonly IndexedRule[];
  readonly sizes: (lists: readonly ViolationList[]) => Promise<readonly number[]>;
  readonly partitionsOf: (list: ViolationList) => readonly Partition[];
  readonly page: (partition: Partition, after: string | undefined, limit: number) => Promise<readonly Recorded[]>;
  readonly audited: IsAudited;
  /** Milliseconds from any start. */
  readonly clock: () => number;
};

/** A page stops looking after so long, however few it has found. */
const maxMs = 250;

const positionOf = ({ firstSeenAt, id }: Violation): string => `${firstSeenAt}#${id}`;

/** The lists of the plan that holds the fewest violations, those never used left out. */
const smallest = async (ways: readonly (readonly ViolationList[])[], sizes: ListDeps['sizes']) => {
  const measured = await Promise.all(
    ways.map(async (lists) => {
      const counts = await sizes(lists);
      return { lists: lists.filter((_, n) => counts[n]! > 0), total: counts.reduce((sum, count) => sum + count, 0) };
    }),
  );
  return measured.reduce((best, way) => (way.total < best.total ? way : best)).lists;
};

/**
 * One page of the violations asked for, as far as they are the caller's to see, newest first.
 * `after` and `next` are positions (`<firstSeenAt>#<id>`).
 */
export const listViolations = async (
  filter: ViolationFilter,
  principal: Principal,
  after: string | undefined,
  limit: number,
  deps: ListDeps,
): Promise<{ readonly items: readonly Violation[]; readonly next: string | undefined }> => {
  const startedAt = deps.clock();
  const lists = await smallest(plans(filter, principal, deps.rules), deps.sizes);
  const before = [after, filter.to].filter((bound) => bound !== undefined).sort()[0];
  const page = async (partition: Partition, from: string | undefined, size: number) => {
    const recorded = await deps.page(partition, from, size);
    const shown = await visible(recorded, deps.audited);
    return recorded.flatMap(({ violation }, n) => {
      if (filter.from !== undefined && violation.firstSeenAt < filter.from) return [];
      const seen = shown[n];
      const isWanted = seen !== undefined && maySee(principal, seen) && isAsked(filter, seen);
      return [{ position: positionOf(violation), item: isWanted ? seen : undefined }];
    });
  };
  const partitions = lists.flatMap(deps.partitionsOf);
  return newestFirst({ partitions, page, after: before, limit, isLate: () => deps.clock() - startedAt > maxMs });
};
