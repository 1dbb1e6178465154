import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { penaltiesModule, penaltyFiles } from '../../../bin/penalty-files.ts';
import { generate, stale } from '../../../bin/rules-build.ts';
import { fixtureFiles, kindsAndFacts, ruleFiles } from '../../../bin/rules-files.ts';
import { changedSinceRelease, releaseOf } from '../../../bin/rules-releases.ts';
import { tryFixtures } from '../../../bin/rules-test.ts';
import type { AnyRecord } from '../../../events/contract.ts';
import { catalogue } from '../../../rules/engine/catalogue.ts';
import { judgeDraft } from '../../../rules/engine/draft.ts';
import type { Fixture } from '../../../rules/engine/fixture.ts';
import { compiledJudge } from '../../../rules/engine/judge.ts';
import type { Holdings } from '../../../rules/holdings.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const { kinds, facts } = await kindsAndFacts(root);
const { files, faults } = ruleFiles(root, kinds, facts);
const fixtures = fixtureFiles(root);

/** Duties towards whatever their kind reports: no record lies outside their scope. */
const forAll = new Set([
  'atfl.12.iot-function-scenario-device-limit',
  'atfl.15.customer-identified',
  'atfl.21.service-realname',
]);

const sourceOf = ({ record, holdings }: Fixture) => ({
  record: record as AnyRecord,
  ...(holdings && { holdings: holdings as unknown as Holdings }),
});

it('every rule file may be built, and every rule folder has fixtures', () => {
  expect([...faults, ...fixtures.faults]).toEqual([]);
  const ruled = [...new Set(files.map(({ rule }) => rule.id))];
  expect(fixtures.files.map(({ rule }) => rule).toSorted()).toEqual(ruled.toSorted());
});

it('what is generated is what the files say', () => {
  const penalties = penaltyFiles(root);
  expect(penalties.faults).toEqual([]);
  const generated = [...generate(kinds, files, releaseOf(root, files)), penaltiesModule(penalties.files)];
  expect(stale(root, generated)).toEqual([]);
});

it('no released rule file has changed, and an audit names the release it was judged by', () => {
  expect(changedSinceRelease(root, files)).toEqual([]);
  expect(catalogue.release).toEqual(releaseOf(root, files));
});

it('every fixture comes out as it says', () => {
  const tried = tryFixtures(files, fixtures.files, facts);
  expect(tried.filter(({ wrong }) => wrong !== undefined)).toEqual([]);
  expect(tried.length).toBeGreaterThan(300);
});

describe.each(fixtures.files.map(({ rule, fixtures: own }) => [rule, own] as const))('%s', (id, own) => {
  const versions = files.filter(({ rule }) => rule.id === id).map(({ rule }) => rule);
  const kind = versions[0]!.recordKind;

  it('is judged by the generated code as by its file, with the same evidence', () => {
    for (const fixture of own) {
      const judge = compiledJudge(kind, fixture.on === undefined ? {} : { on: fixture.on });
      const generated = judge(sourceOf(fixture)).find(({ rule }) => rule === id);
      expect(generated, fixture.name).toEqual(judgeDraft(versions, facts[kind]!, sourceOf(fixture), fixture.on));
    }
  });

  it('has a fixture for every verdict it can give, and for the day before it was law', () => {
    const verdicts = ['compliant', 'violation', 'undetermined', 'not-in-force'];
    const given = new Set(own.map(({ verdict }) => verdict));
    expect([...given]).toEqual(expect.arrayContaining(forAll.has(id) ? verdicts : [...verdicts, 'not-applicable']));
  });
});
