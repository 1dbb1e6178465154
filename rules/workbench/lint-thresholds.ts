import { versionOn } from '../engine/epochs.ts';
import { type ResolvedLeaf, resolve } from '../engine/resolve.ts';
import type { Facts } from '../facts/fact.ts';
import { isPossible } from './domain.ts';
import { type InForce, versionsInForce } from './in-force.ts';
import { isLeaf, nodesOf } from './nodes.ts';
import { type Problem, problemOfFixtures } from './problem.ts';
import type { RuleWithFixtures } from './rule-with-fixtures.ts';
import { lawDayOf, sourceOf } from './try-fixture.ts';

const ordering = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'];

type Threshold = { readonly leaf: ResolvedLeaf & { readonly value: number }; readonly pointer: string };

const thresholdsOf = ({ rule }: InForce): readonly Threshold[] =>
  (['appliesWhen', 'conditions'] as const)
    .flatMap((key) => nodesOf(resolve(rule[key], rule.parameters), `/${key}`))
    .flatMap(({ node, pointer }) => {
      const leaf = node as ResolvedLeaf;
      return isLeaf(node) && ordering.includes(leaf.operator) ? [{ leaf, pointer } as Threshold] : [];
    });

/** The places about a threshold that a record can be at: on it, and up to one unit below or above. */
const sidesOf = ({ leaf: { fact, value } }: Threshold, facts: Facts<never>) => {
  const unit = facts[fact]!;
  const below = { zh: '之下一个单位内', en: 'within one unit below', has: (n: number) => n < value && n >= value - 1 };
  const above = { zh: '之上一个单位内', en: 'within one unit above', has: (n: number) => n > value && n <= value + 1 };
  return [
    ...(isPossible(unit, value) ? [{ zh: '这一点上', en: 'at', has: (n: number) => n === value }] : []),
    ...(isPossible(unit, Math.ceil(value) - 1) ? [below] : []),
    ...(isPossible(unit, Math.floor(value) + 1) ? [above] : []),
  ];
};

/** Sides of a figure compared with that no fixture's value lies on. */
export const lintThresholds = ({ versions, fixtures, facts }: RuleWithFixtures): readonly Problem[] =>
  versionsInForce(versions).flatMap((one) => {
    const own = fixtures.filter((fixture) => versionOn(versions, lawDayOf(fixture, one.rule)) === one.rule);
    return thresholdsOf(one).flatMap((threshold) => {
      const { fact, params = {}, value } = threshold.leaf;
      const read = own.map((fixture) => facts[fact]!.of(sourceOf(fixture) as never, params));
      return sidesOf(threshold, facts)
        .filter(({ has }) => !read.some((figure) => typeof figure === 'number' && has(figure)))
        .map(({ zh, en }) =>
          problemOfFixtures(
            one.rule,
            'NO_FIXTURE_AT_THRESHOLD',
            `${threshold.pointer} ${en} ${value}`,
            [`没有用例的 ${fact} 在 ${value} ${zh}。`, `No fixture has ${fact} ${en} ${value}.`],
            ['补写用例。', 'Write one.'],
          ),
        );
    });
  });
