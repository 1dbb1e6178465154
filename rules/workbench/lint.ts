import { unitKeyOf } from '../engine/rule.ts';
import { lintConditions } from './lint-conditions.ts';
import { lintContradictions } from './lint-contradictions.ts';
import { lintFigures } from './lint-figures.ts';
import { lintFixtures } from './lint-fixtures.ts';
import { lintThresholds } from './lint-thresholds.ts';
import { lintTime } from './lint-time.ts';
import { lintWords } from './lint-words.ts';
import type { Problem } from './problem.ts';
import type { RuleWithFixtures } from './rule-with-fixtures.ts';

/** What the checks at load do not see; none if a rule may be released. All its facts and parameters must be known. */
export const lint = (all: readonly RuleWithFixtures[]): readonly Problem[] => [
  ...all.flatMap((one) => [
    ...one.versions.flatMap((rule) => [...lintConditions(rule, one.facts), ...lintWords(rule), ...lintFigures(rule)]),
    ...lintTime(one.versions),
    ...lintFixtures(one),
    ...lintThresholds(one),
  ]),
  // A record and a period of records are told by different facts, whatever their names.
  ...[...Map.groupBy(all, ({ versions }) => unitKeyOf(versions[0]!)).values()].flatMap((ofUnit) =>
    lintContradictions(
      ofUnit.flatMap(({ versions }) => versions),
      ofUnit[0]!.facts,
    ),
  ),
];
