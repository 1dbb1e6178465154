import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AnyRecord, Contract } from '../../events/contract.ts';
import { type Fixture, fixturesIn, fixturesSchema } from '../../rules/engine/fixture.ts';
import { readRule } from '../../rules/engine/read-rule.ts';
import type { Rule } from '../../rules/engine/rule.ts';
import type { FactParams, Facts, FactValue } from '../../rules/facts/fact.ts';
import { type TallyOf, talliesOf } from '../../rules/facts/period.ts';
import { addedUp } from '../../rules/workbench/try-fixture.ts';

/** A rule's versions and its fixtures, the records of a period not yet added up. */
type RuleOnBench = { readonly versions: readonly Rule[]; readonly fixtures: readonly Fixture[] };

/**
 * A sentence on one fact: what it `says` of a record, or of the records of a period, under parameters that some authority may
 * set and no rule has; without `says`, it is unknown.
 */
type Saying = {
  readonly name: string;
  readonly kind: string;
  readonly fact: string;
  readonly params?: FactParams;
  readonly record?: Readonly<Record<string, unknown>>;
  readonly records?: readonly AnyRecord[];
  readonly holdings?: NonNullable<Fixture['holdings']>;
  readonly says?: FactValue;
};

/** A sentence on what is wrong with a record, by code and column; that other fields are missing does not matter here. */
type Reading = {
  readonly name: string;
  readonly kind: string;
  readonly record: Readonly<Record<string, unknown>>;
  readonly faults: readonly string[];
};

/** A record kind, or its periods, with the facts and rules over it: from their own files and no generated module. */
export type KindOnBench = {
  readonly kind: string;
  readonly contract: Contract;
  readonly facts: Facts<never>;
  readonly rules: readonly RuleOnBench[];
  /** What facts say where no rule asks. */
  readonly sayings: readonly Saying[];
  /** What the contract was promised to be; nothing where it is new. */
  readonly promise: unknown;
  readonly readings: readonly Reading[];
};

const jsonOf = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

const ruleOf = (json: unknown): Rule => {
  const read = readRule(json);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.rule;
};

const readRules = (root: string): readonly RuleOnBench[] => {
  const files = globSync('rules/sets/*/*/*.r*.json', { cwd: root }).sort();
  return [...Map.groupBy(files, dirname)].map(([folder, own]) => {
    const written = jsonOf(join(root, folder, 'fixtures.json'));
    return {
      versions: own.map((file) => ruleOf(jsonOf(join(root, file)))),
      fixtures: fixturesIn(fixturesSchema(written).parse(written)),
    };
  });
};

let read: readonly RuleOnBench[] | undefined;
/** All rules with their fixtures; these files are not mutated and are read once. */
const allRules = (root: string): readonly RuleOnBench[] => {
  read ??= readRules(root);
  return read;
};

/**
 * Puts a kind on the bench. Its contract and facts are loaded anew under each `fresh`: what stands at the top of a file is
 * made when the file is loaded, and can be otherwise only then.
 */
export const kindOnBench = async (
  root: string,
  kind: string,
  { isPeriod = false, fresh = '' } = {},
): Promise<KindOnBench> => {
  const contract = await import(`${join(root, 'events/records', kind, 'contract.ts')}${fresh}`);
  const { facts, tally } = (await import(
    `${join(root, 'rules/facts', `${kind}${isPeriod ? '.period' : ''}.ts`)}${fresh}`
  )) as { readonly facts: Facts<never>; readonly tally?: TallyOf };
  const rules = allRules(root)
    .filter(({ versions: [rule] }) => rule!.recordKind === kind && (rule!.per !== undefined) === isPeriod)
    .map((rule) => (tally ? { ...rule, fixtures: rule.fixtures.map((one) => addedUp(one, tally)) } : rule));
  const name = `${kind}${isPeriod ? '.period' : ''}`;
  const sayings = (jsonOf(join(root, 'test/mutate/facts-say.json')) as readonly Saying[])
    .filter((one) => one.kind === name)
    .map(({ records, ...rest }) => ({ ...rest, ...(records && { record: { tallies: talliesOf(records, tally!) } }) }));
  const promises = jsonOf(join(root, 'test/mutate/contracts-promise.json')) as Readonly<Record<string, unknown>>;
  const readings = jsonOf(join(root, 'test/mutate/contracts-say.json')) as readonly Reading[];
  return {
    ...{ kind, contract: Object.values(contract)[0] as Contract, facts, rules, sayings },
    promise: promises[kind],
    readings: readings.filter((one) => one.kind === kind),
  };
};
