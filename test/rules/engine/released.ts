import { fileURLToPath } from 'node:url';
import { fixtureFiles, kindsAndFacts, ruleFiles } from '../../../bin/rules-files.ts';
import type { AnyRecord } from '../../../events/contract.ts';
import { catalogue } from '../../../rules/engine/catalogue.ts';
import { versionOn } from '../../../rules/engine/epochs.ts';
import type { Fixture } from '../../../rules/engine/fixture.ts';
import type { ResolvedLeaf } from '../../../rules/engine/resolve.ts';
import { factsKeyOf, type Rule } from '../../../rules/engine/rule.ts';
import type { Fact, FactSource, FactValue } from '../../../rules/facts/fact.ts';
import { factsByKind } from '../../../rules/facts/facts.generated.ts';
import { lawDayOf, sourceOf } from '../../../rules/workbench/try-fixture.ts';

/** A fixture of a released rule: the record as it is judged, and the version that was law on its day, if any was. */
export type Case = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly day: string;
  readonly source: FactSource<AnyRecord>;
  readonly rule: Rule | undefined;
  readonly verdict: Fixture['verdict'];
};

const root = fileURLToPath(new URL('../../..', import.meta.url));
const { kinds, facts, tallies } = await kindsAndFacts(root);
const { files } = fixtureFiles(root, ruleFiles(root, kinds, facts).files, tallies);

/** Every fixture of every released rule. */
export const cases: readonly Case[] = files.flatMap(({ rule: id, fixtures }) => {
  const versions = catalogue.rules.filter((rule) => rule.id === id);
  return fixtures.map((fixture): Case => {
    const day = lawDayOf(fixture, versions[0]!);
    const { name, verdict } = fixture;
    const kind = factsKeyOf(versions[0]!);
    return { id, name, kind, day, source: sourceOf(fixture), rule: versionOn(versions, day), verdict };
  });
});

export const factOf = (kind: string, name: string): Fact =>
  (factsByKind[kind] as Readonly<Record<string, Fact>>)[name]!;

/** What the facts of a kind say of one record. */
export const valuesOf =
  (kind: string, source: FactSource<AnyRecord>) =>
  ({ fact, params = {} }: Pick<ResolvedLeaf, 'fact' | 'params'>): FactValue =>
    factOf(kind, fact).of(source as never, params);
