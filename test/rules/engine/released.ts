import { fileURLToPath } from 'node:url';
import { fixtureFiles } from '../../../bin/rules-files.ts';
import type { AnyRecord } from '../../../events/contract.ts';
import { catalogue } from '../../../rules/engine/catalogue.ts';
import { versionOn } from '../../../rules/engine/epochs.ts';
import type { Fixture } from '../../../rules/engine/fixture.ts';
import type { ResolvedLeaf } from '../../../rules/engine/resolve.ts';
import type { Rule } from '../../../rules/engine/rule.ts';
import type { Fact, FactSource, FactValue } from '../../../rules/facts/fact.ts';
import { factsByKind } from '../../../rules/facts/facts.generated.ts';
import type { Holdings } from '../../../rules/holdings.ts';

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

const { files } = fixtureFiles(fileURLToPath(new URL('../../..', import.meta.url)));

/** Every fixture of every released rule. */
export const cases: readonly Case[] = files.flatMap(({ rule: id, fixtures }) => {
  const versions = catalogue.rules.filter((rule) => rule.id === id);
  return fixtures.map(({ name, verdict, record, holdings, on }): Case => {
    const { recordKind: kind, lawDate } = versions[0]!;
    const day = on ?? String(record[lawDate]).slice(0, 10);
    const source = {
      record: record as AnyRecord,
      ...(holdings && { holdings: holdings as unknown as Holdings }),
    };
    return { id, name, kind, day, source, rule: versionOn(versions, day), verdict };
  });
});

export const factOf = (kind: string, name: string): Fact =>
  (factsByKind[kind] as Readonly<Record<string, Fact>>)[name]!;

/** What the facts of a kind say of one record. */
export const valuesOf =
  (kind: string, source: FactSource<AnyRecord>) =>
  ({ fact, params = {} }: Pick<ResolvedLeaf, 'fact' | 'params'>): FactValue =>
    factOf(kind, fact).of(source as never, params);
