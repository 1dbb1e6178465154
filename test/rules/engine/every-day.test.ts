import { expect, it } from 'vitest';
import { catalogue } from '../../../rules/engine/catalogue.ts';
import { rulesOn, versionsByDay } from '../../../rules/engine/epochs.ts';
import { unitKeyOf, versionOf } from '../../../rules/engine/rule.ts';
import { units } from '../../../rules/generated/units.generated.ts';
import { dayFrom, versionsInForce } from '../../../rules/workbench/in-force.ts';

const [first, last] = ['2016-01-01', '2030-12-31'];
const days = Array.from({ length: 5_479 }, (_, n) => dayFrom(first, n));
const byRule = [...Map.groupBy(catalogue.rules, ({ id }) => id)];

it('on every day from 2016 to 2030 each rule has one version or none, and none only before it was law or as declared', () => {
  expect(days.at(-1)).toBe(last);
  const wrong = byRule.flatMap(([id, versions]) => {
    const inForce = versionsInForce(versions);
    return days.flatMap((day) => {
      const claims = inForce.filter(({ from, until }) => from <= day && (until === undefined || day <= until));
      if (claims.length > 1) return [`${id} has ${claims.length} versions on ${day}`];
      if (claims.length === 1 || day < inForce[0]!.from) return [];
      // A gap, or an end: the version before it says of its last day why.
      const before = inForce.findLast(({ from }) => from <= day)!;
      const isDeclared = before.rule.notEncoded.some((sentence) => sentence.includes(before.until!));
      return isDeclared ? [] : [`${id} has no version on ${day}`];
    });
  });
  expect(wrong).toEqual([]);
});

it('on every one of those days the generated code judges by the versions that the files say', () => {
  const ofUnits = [...Map.groupBy(catalogue.rules, unitKeyOf)];
  const wrong = ofUnits.flatMap(([key, rules]) => {
    const { lawDates, rules: numbered } = units[key]!;
    return [...Map.groupBy(rules, ({ lawDate }) => lawDate)].flatMap(([lawDate, own]) => {
      const { epochs } = lawDates.find((one) => one.lawDate === lawDate)!;
      const changes = new Set([first, ...versionsByDay(own).map(({ from }) => from)]);
      // What is law changes on no other day: between them one look is as good as a thousand.
      return days
        .filter((day) => changes.has(day) || changes.has(dayFrom(day, 1)) || day === last)
        .flatMap((day) => {
          const judging = epochs.findLast(({ from }) => from <= day)?.rules ?? [];
          const said = judging.map((n) => `${numbered[n]!.rule} ${numbered[n]!.version}`);
          const law = rulesOn(own, day).map((rule) => `${rule.id} ${versionOf(rule)}`);
          return said.join() === law.join() ? [] : [`${key} on ${day}: ${said.join()} instead of ${law.join()}`];
        });
    });
  });
  expect(wrong).toEqual([]);
});
