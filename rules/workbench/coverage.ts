import { verdictOf } from '../engine/draft.ts';
import { versionOn } from '../engine/epochs.ts';
import { type Resolved, resolve } from '../engine/resolve.ts';
import { type Condition, versionOf } from '../engine/rule.ts';
import { type Truth, type Weighed, weigh } from '../engine/weigh.ts';
import { droppable } from './equivalent-mutant.ts';
import { type InForce, versionsInForce } from './in-force.ts';
import { insideOf, isLeaf, nodesOf } from './nodes.ts';
import type { RuleWithFixtures } from './rule-with-fixtures.ts';
import { lawDayOf, sourceOf } from './try-fixture.ts';

/** What no fixture shows of a condition: a truth value it never has, or that the verdict ever turns on it. */
export type Uncovered = {
  readonly rule: string;
  readonly version: string;
  readonly pointer: string;
  readonly never: 'true' | 'false' | 'unknown' | 'decisive';
};

/** How many there are to see, and how many some fixture shows. */
export type Share = { readonly seen: number; readonly of: number };
export type Coverage = { readonly values: Share; readonly branches: Share; readonly uncovered: readonly Uncovered[] };

/** A rule as it came out for one fixture. */
type Run = { readonly scope: Weighed; readonly duty: Weighed };

const not = (truth: Truth): Truth => (truth === undefined ? undefined : !truth);

/** The truth of a tree were the condition at a place turned around. */
const turned = (of: Weighed, pointer: string, at: string): Truth => {
  if (pointer === at) return not(of.truth);
  if (!at.startsWith(`${pointer}/`)) return of.truth;
  if ('not' in of) return not(turned(of.not, `${pointer}/not`, at));
  if ('leaf' in of) return of.truth;
  const name = 'all' in of ? 'all' : 'any';
  const truths = ('all' in of ? of.all : of.any).map((one, n) => turned(one, `${pointer}/${name}/${n}`, at));
  const decides = name === 'any';
  return truths.includes(decides) ? decides : truths.includes(undefined) ? undefined : !decides;
};

/** Whether the verdict would be another were one condition turned around: it decides (modified condition/decision). */
const isDecisive = ({ scope, duty }: Run, at: string): boolean =>
  verdictOf(scope.truth, duty.truth) !== verdictOf(turned(scope, '/appliesWhen', at), turned(duty, '/conditions', at));

const runsOf = ({ rule }: InForce, { versions, fixtures, facts }: RuleWithFixtures): readonly Run[] => {
  const [scope, duty] = [rule.appliesWhen, rule.conditions].map((tree) => resolve(tree, rule.parameters));
  return fixtures
    .filter((fixture) => versionOn(versions, lawDayOf(fixture, rule)) === rule)
    .map((fixture) => {
      const source = sourceOf(fixture);
      const run = (tree: Resolved) => weigh(tree, ({ fact, params = {} }) => facts[fact]!.of(source as never, params));
      return { scope: run(scope!), duty: run(duty!) };
    });
};

const truthName = (truth: Truth) => (truth === undefined ? 'unknown' : truth ? 'true' : 'false');

/** What is to be seen of one condition, and whether it was. A condition of its own or of a group: each is a branch. */
const seenOf = (pointer: string, hasValues: boolean, isFixed: boolean, runs: readonly Run[]) => {
  const root = pointer.startsWith('/appliesWhen') ? ('scope' as const) : ('duty' as const);
  const start = root === 'scope' ? '/appliesWhen' : '/conditions';
  const truths = new Set(
    runs.map((run) => truthName(nodesOf(run[root], start).find((node) => node.pointer === pointer)!.node.truth)),
  );
  // Of a condition that may be dropped, as it holds of every record, nothing else can be shown.
  const wanted = !hasValues ? [] : isFixed ? (['true'] as const) : (['true', 'false', 'unknown'] as const);
  return [
    ...wanted.map((never) => ({ never, isSeen: truths.has(never) })),
    ...(isFixed ? [] : [{ never: 'decisive' as const, isSeen: runs.some((run) => isDecisive(run, pointer)) }]),
  ];
};

/** Whether it is one that may be dropped, or has no others in it. */
const isConstant = (node: Condition, pointer: string, constant: ReadonlySet<string>): boolean =>
  constant.has(pointer) ||
  (!isLeaf(node) && insideOf(node, pointer).every((inner) => isConstant(inner.node, inner.pointer, constant)));

const seenInVersion = (one: InForce, of: RuleWithFixtures) => {
  const version = versionOf(one.rule);
  const runs = runsOf(one, of);
  const constant = droppable(of.equivalents, version);
  return [...nodesOf(one.rule.appliesWhen, '/appliesWhen'), ...nodesOf(one.rule.conditions, '/conditions')].flatMap(
    ({ node, pointer }) => {
      return seenOf(pointer, isLeaf(node), isConstant(node, pointer, constant), runs).map((seen) => ({
        ...seen,
        rule: one.rule.id,
        version,
        pointer,
      }));
    },
  );
};

const shareOf = (all: readonly { readonly isSeen: boolean }[]): Share => ({
  seen: all.filter(({ isSeen }) => isSeen).length,
  of: all.length,
});

/** How far the fixtures show each condition true, false and unknown, and each branch of each group decisive. */
export const coverageOf = (all: readonly RuleWithFixtures[]): Coverage => {
  const seen = all.flatMap((one) => versionsInForce(one.versions).flatMap((version) => seenInVersion(version, one)));
  return {
    values: shareOf(seen.filter(({ never }) => never !== 'decisive')),
    branches: shareOf(seen.filter(({ never }) => never === 'decisive')),
    uncovered: seen
      .filter(({ isSeen }) => !isSeen)
      .map(({ rule, version, pointer, never }) => ({ rule, version, pointer, never })),
  };
};
