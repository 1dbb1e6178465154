import { versionOn } from '../engine/epochs.ts';
import { resolve } from '../engine/resolve.ts';
import { versionOf } from '../engine/rule.ts';
import { canBeTrue } from './can-be-true.ts';
import { droppable, withoutThose } from './equivalent-mutant.ts';
import { dayFrom, type InForce, versionsInForce } from './in-force.ts';
import { type Problem, problemOfFixtures } from './problem.ts';
import type { RuleWithFixtures } from './rule-with-fixtures.ts';
import { lawDayOf } from './try-fixture.ts';

const verdicts = ['compliant', 'violation', 'undetermined', 'not-applicable'] as const;

/** Whether some record lies outside the scope, apart from conditions that are said to hold of every record. */
const hasOutside = ({ rule }: InForce, { equivalents, facts }: RuleWithFixtures): boolean => {
  const scope = withoutThose(rule.appliesWhen, '/appliesWhen', droppable(equivalents, versionOf(rule)));
  return canBeTrue({ not: resolve(scope, rule.parameters) }, facts);
};

const missingVerdicts = (one: InForce, of: RuleWithFixtures): readonly Problem[] => {
  const own = of.fixtures.filter((fixture) => versionOn(of.versions, lawDayOf(fixture, one.rule)) === one.rule);
  const given = new Set(own.map(({ verdict }) => verdict));
  return verdicts.flatMap((verdict) =>
    given.has(verdict) || (verdict === 'not-applicable' && !hasOutside(one, of))
      ? []
      : [
          problemOfFixtures(
            one.rule,
            'NO_FIXTURE_FOR_VERDICT',
            verdict,
            [`没有判定为 ${verdict} 的用例。`, `No fixture is judged ${verdict}.`],
            ['补写用例。', 'Write one.'],
          ),
        ],
  );
};

const missingDays = ({ rule, from, until }: InForce, { fixtures }: RuleWithFixtures): readonly Problem[] => {
  const days = new Set(fixtures.map((fixture) => lawDayOf(fixture, rule)));
  const wanted = [dayFrom(from, -1), from, ...(until === undefined ? [] : [until, dayFrom(until, 1)])];
  return wanted
    .filter((day) => !days.has(day))
    .map((day) =>
      problemOfFixtures(
        rule,
        'NO_FIXTURE_ON_DAY',
        day,
        [`没有适用日期为 ${day} 的用例。`, `No fixture is judged by the law of ${day}.`],
        ['补写用例。', 'Write one.'],
      ),
    );
};

/** Verdicts that no fixture gets from a version that can give them, and days beside its dates that no fixture is of. */
export const lintFixtures = (of: RuleWithFixtures): readonly Problem[] =>
  versionsInForce(of.versions).flatMap((one) => [...missingVerdicts(one, of), ...missingDays(one, of)]);
