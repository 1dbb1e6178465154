import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { generatedOf } from '../../../bin/commands/build.ts';
import { changedSinceRelease } from '../../../bin/release-lock.ts';
import { stale } from '../../../bin/rules-build.ts';
import { fixtureFiles, kindsAndFacts, ruleFiles } from '../../../bin/rules-files.ts';
import { load } from '../../../bin/rules-load.ts';
import { standing } from '../../../bin/rules-releases.ts';
import { tryFixtures } from '../../../bin/rules-test.ts';
import { catalogue } from '../../../rules/engine/catalogue.ts';
import { judgeDraft } from '../../../rules/engine/draft.ts';
import { compiledJudge } from '../../../rules/engine/judge.ts';
import { factsKeyOf } from '../../../rules/engine/rule.ts';
import { sourceOf } from '../../../rules/workbench/try-fixture.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const { kinds, facts, tallies } = await kindsAndFacts(root);
const { files, faults } = ruleFiles(root, kinds, facts);
const fixtures = fixtureFiles(root, files, tallies);

it('every rule file may be built, and every rule folder has fixtures', () => {
  expect([...faults, ...fixtures.faults]).toEqual([]);
  const ruled = [...new Set(files.map(({ rule }) => rule.id))];
  expect(fixtures.files.map(({ rule }) => rule).toSorted()).toEqual(ruled.toSorted());
});

it('what is generated is what the files say', async () => {
  const loaded = await load(root);
  expect(loaded.faults).toEqual([]);
  expect(stale(root, generatedOf(root, loaded, standing(root, loaded.files, loaded.localParameters), 0))).toEqual([]);
});

it('no released file has changed, and an audit names the release it was judged by', async () => {
  const { localParameters } = await load(root);
  expect(changedSinceRelease(root, files, localParameters, '9999-12-31')).toEqual([]);
  expect(catalogue.release).toEqual(standing(root, files, localParameters).release);
});

it('every fixture comes out as it says', () => {
  const tried = tryFixtures(files, fixtures.files, facts);
  expect(tried.filter(({ wrong }) => wrong !== undefined)).toEqual([]);
  expect(tried.length).toBeGreaterThan(300);
});

describe.each(fixtures.files.map(({ rule, fixtures: own }) => [rule, own] as const))('%s', (id, own) => {
  const versions = files.filter(({ rule }) => rule.id === id).map(({ rule }) => rule);
  const { recordKind, per } = versions[0]!;

  it('is judged by the generated code as by its file, with the same evidence', () => {
    for (const fixture of own) {
      const judge = compiledJudge(recordKind, { per, ...(fixture.on !== undefined && { on: fixture.on }) });
      const generated = judge(sourceOf(fixture)).find(({ rule }) => rule === id);
      const draft = judgeDraft(versions, facts[factsKeyOf(versions[0]!)]!, sourceOf(fixture), fixture.on);
      expect(generated, fixture.name).toEqual(draft);
    }
  });
});
