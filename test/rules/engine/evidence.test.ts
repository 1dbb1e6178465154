import { Engine } from 'json-rules-engine';
import { describe, expect, it } from 'vitest';
import type { Judgement } from '../../../events/finding.ts';
import { compiledJudge } from '../../../rules/engine/judge.ts';
import { leavesOf, type Resolved, type ResolvedLeaf, resolve } from '../../../rules/engine/resolve.ts';
import type { Rule } from '../../../rules/engine/rule.ts';
import type { FactParams, FactValue } from '../../../rules/facts/fact.ts';
import { type Case, cases, factOf, valuesOf } from './released.ts';

type Told = ResolvedLeaf & {
  readonly factResult?: FactValue;
  readonly valueResult?: unknown;
  readonly result?: boolean;
};
type Tree = { readonly all: readonly Tree[] } | { readonly any: readonly Tree[] } | { readonly not: Tree } | Told;

const told = (tree: Tree): readonly Told[] => {
  if ('all' in tree) return tree.all.flatMap(told);
  if ('any' in tree) return tree.any.flatMap(told);
  return 'not' in tree ? told(tree.not) : [tree];
};

const judgementOf = ({ id, day, source, rule }: Case): Judgement => {
  const { recordKind, per } = rule!;
  return compiledJudge(recordKind, { on: day, per })(source).find((one) => one.rule === id)!;
};

const conditionsOf = (one: Case): Tree => judgementOf(one).because!.conditions as unknown as Tree;

const dutyOf = ({ conditions, parameters }: Rule): Resolved => resolve(conditions, parameters);

/** What json-rules-engine reports of a duty that is not met, asking each fact with the params of the condition. */
const reported = async ({ kind, source, rule }: Case): Promise<Tree> => {
  const duty = dutyOf(rule!);
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addRule({ conditions: duty as never, event: { type: 'met' } });
  const read = valuesOf(kind, source);
  for (const fact of new Set(leavesOf(duty).map((leaf) => leaf.fact))) {
    engine.addFact(fact, (params) => read({ fact, params: params as FactParams }), { cache: false });
  }
  const { failureResults } = await engine.run();
  return (failureResults[0]!.toJSON(false) as { conditions: Tree }).conditions;
};

/** The engine has no unknown and compares `undefined`; the law's answer to what nobody told is none. */
const withoutUnknowns = (tree: Tree): Tree => {
  if ('all' in tree) return { ...tree, all: tree.all.map(withoutUnknowns) };
  if ('any' in tree) return { ...tree, any: tree.any.map(withoutUnknowns) };
  if ('not' in tree) return { ...tree, not: withoutUnknowns(tree.not) };
  if (tree.factResult !== undefined) return tree;
  const { factResult: _, valueResult: __, result: ___, ...asked } = tree;
  return asked;
};

const given = (verdict: Case['verdict']) => [
  ...Map.groupBy(
    cases.filter((one) => one.verdict === verdict),
    ({ id }) => id,
  ),
];

describe.each(given('violation'))('a violation of %s', (_, own) => {
  it('carries as evidence what json-rules-engine reports of the same rule and values', async () => {
    for (const one of own) {
      const second = JSON.parse(JSON.stringify(withoutUnknowns(await reported(one))));
      expect(conditionsOf(one), one.name).toStrictEqual(second);
    }
  });
});

describe.each(given('undetermined'))('what cannot be told of %s', (_, own) => {
  it('has no result where nothing was read, and what was read elsewhere', () => {
    for (const one of own) {
      const read = valuesOf(one.kind, one.source);
      for (const leaf of told(conditionsOf(one))) {
        const value = read(leaf);
        const outcome = { factResult: leaf.factResult, valueResult: leaf.valueResult, result: typeof leaf.result };
        expect(outcome, `${one.name}: ${leaf.fact}`).toEqual(
          value === undefined
            ? { factResult: undefined, valueResult: undefined, result: 'undefined' }
            : { factResult: value, valueResult: leaf.value, result: 'boolean' },
        );
      }
    }
  });

  it('names in both languages every fact that is missing, and only facts that are', () => {
    for (const one of own) {
      const { because, missing } = judgementOf(one);
      const names = missing!.map((fact) => factOf(one.kind, fact));
      expect(because, one.name).toMatchObject({
        zh: `无法判定，缺少：${names.map(({ zh }) => zh).join('、')}。`,
        en: `It cannot be told; unknown: ${names.map(({ en }) => en).join(', ')}.`,
      });
      const leaves = [one.rule!.appliesWhen, one.rule!.conditions].flatMap((tree) =>
        leavesOf(resolve(tree, one.rule!.parameters)),
      );
      const silent = leaves.filter((leaf) => valuesOf(one.kind, one.source)(leaf) === undefined);
      expect(silent.map(({ fact }) => fact)).toEqual(expect.arrayContaining(missing!));
    }
  });
});

it('some example of a violation has facts that nobody told, so that leaving them out is tried', () => {
  const unknown = cases.filter(
    (one) => one.verdict === 'violation' && told(conditionsOf(one)).some(({ result }) => result === undefined),
  );
  expect(unknown).not.toEqual([]);
});
