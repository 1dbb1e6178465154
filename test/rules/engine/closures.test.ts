import { expect, it } from 'vitest';
import { catalogue } from '../../../rules/engine/catalogue.ts';
import { closureJudge } from '../../../rules/engine/closures.ts';
import { compiledJudge } from '../../../rules/engine/judge.ts';
import { factsKeyOf, unitKeyOf } from '../../../rules/engine/rule.ts';
import { factsByKind } from '../../../rules/facts/facts.generated.ts';
import { cases } from './released.ts';

it('closures say of every fixture what the generated code says', () => {
  const units = Map.groupBy(catalogue.rules, unitKeyOf);
  const differing = [...units.values()].flatMap((rules) => {
    const [{ recordKind, per }] = rules as [(typeof rules)[number]];
    const facts = factsByKind[factsKeyOf({ recordKind, per })]!;
    const [closures, generated] = [closureJudge(rules, facts), compiledJudge(recordKind, { per })];
    const lawDates = [...new Set(rules.map(({ lawDate }) => lawDate))];
    const ids = new Set(rules.map(({ id }) => id));
    return (
      cases
        // A fixture of one rule need not have the law dates of the others of its kind, as every record must.
        .filter(({ id, source }) => ids.has(id) && lawDates.every((lawDate) => lawDate in source.record))
        .flatMap(({ id, name, source }) => {
          const said = generated(source).map(({ rule, version, verdict }) => ({ rule, version, verdict }));
          const told = closures(source);
          const inOrder = (all: typeof told) => [...all].sort((a, b) => (a.rule < b.rule ? -1 : 1));
          return JSON.stringify(inOrder(told)) === JSON.stringify(inOrder(said)) ? [] : [`${id} ${name}`];
        })
    );
  });
  expect(differing).toEqual([]);
  expect(cases.length).toBeGreaterThan(300);
});
