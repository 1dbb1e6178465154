import { expect, it } from 'vitest';
import { type DiffDeps, diffReleases } from '../../functions/diff-releases/diff-releases.ts';
import { listReleases } from '../../functions/list-releases/list-releases.ts';
import { listRuleVersions } from '../../functions/list-rule-versions/list-rule-versions.ts';
import { listRules } from '../../functions/list-rules/list-rules.ts';
import { readRule } from '../../functions/read-rule/read-rule.ts';
import type { ReleaseOnFile } from '../../rules/engine/release.ts';
import { type Rule, versionOf } from '../../rules/engine/rule.ts';

const aRule = (id: string, from: string, revision = 1, title = id): Rule => ({
  id,
  obligation: 'o',
  title: { zh: title, en: title },
  recordKind: 'phone-card',
  lawDate: 'openedAt',
  sources: [{ instrument: '反电信网络诈骗法', article: '10' }],
  effective: { from },
  revision,
  severity: 'major',
  parameters: {},
  appliesWhen: { fact: 'a', operator: 'equal', value: true },
  conditions: { fact: 'b', operator: 'equal', value: true },
  penalties: [],
  remedy: { zh: '', en: '' },
  notEncoded: [],
});

const words = ({ id }: Rule) => ({ scope: { zh: id, en: id }, duty: { zh: id, en: id } });

const rules = [
  aRule('b.1.x', '2022-12-01', 2, 'corrected'),
  aRule('b.1.x', '2019-12-01'),
  aRule('a.1.y', '2022-12-01'),
  aRule('b.1.x', '2022-12-01'),
];

it('lists each rule once, as its newest version describes it', () => {
  expect(
    listRules(rules, words).map(({ id, title, versions }) => [id, title.en, versions.map((v) => v.version)]),
  ).toEqual([
    ['b.1.x', 'corrected', ['2019-12-01.r1', '2022-12-01.r1', '2022-12-01.r2']],
    ['a.1.y', 'a.1.y', ['2022-12-01.r1']],
  ]);
});

it('reads a rule with every version as released, oldest first', () => {
  expect(readRule('b.1.x', rules).versions.map(({ version, conditions }) => [version, conditions])).toEqual(
    ['2019-12-01.r1', '2022-12-01.r1', '2022-12-01.r2'].map((version) => [version, rules[0]!.conditions]),
  );
});

it('knows no rule of another name', () => {
  expect(() => readRule('b.1', rules)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
});

it('gives every version whole and in words, and knows no rule of another name', () => {
  const told = listRuleVersions('b.1.x', rules, words);
  expect(told.map(({ version, title, words: { duty } }) => [version, title.en, duty.en])).toEqual([
    ['2019-12-01.r1', 'b.1.x', 'b.1.x'],
    ['2022-12-01.r1', 'b.1.x', 'b.1.x'],
    ['2022-12-01.r2', 'corrected', 'b.1.x'],
  ]);
  expect(() => listRuleVersions('b.1', rules, words)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
});

const aRelease = (name: string, ...listed: readonly Rule[]): ReleaseOnFile => ({
  ...{ name, digest: `digest of ${name}` },
  states: [{ state: 'published', on: '2026-11-24' }],
  rules: listed.map((rule) => ({ id: rule.id, version: versionOf(rule) })),
  ...{ parameters: [], notes: [] },
});
const [corrected, oldest, other, first] = rules as [Rule, Rule, Rule, Rule];
const releases = [aRelease('2026.1', oldest), aRelease('2026.2', oldest, first, corrected, other)];

it('lists the releases, the newest first, and says which one judges', () => {
  const judging = { release: { name: '2026.2', digest: 'digest of 2026.2' }, rules };
  expect(listReleases(judging, releases).map(({ name, judges }) => [name, judges])).toEqual([
    ['2026.2', true],
    ['2026.1', false],
  ]);
});

it('tells of a draft that judges which versions its digest stands for', () => {
  const [draft, ...others] = listReleases({ release: { name: '2026.2-draft', digest: 'd' }, rules: [other] }, releases);
  expect(draft).toMatchObject({
    name: '2026.2-draft',
    judges: true,
    rules: [{ id: 'a.1.y', version: '2022-12-01.r1' }],
  });
  expect(others.map(({ judges }) => judges)).toEqual([false, false]);
});

it('compares the rules of two releases, and knows no other', () => {
  const asked: string[][] = [];
  const deps: DiffDeps = {
    releases,
    rules,
    live: { release: { name: '2026.2-draft', digest: 'd' }, rules: [other] },
    diff: (before, after) => {
      asked.push([before, after].map((side) => side.map(versionOf).join()));
      return [];
    },
  };
  expect(diffReleases('2026.1', '2026.2', deps)).toEqual({ from: '2026.1', to: '2026.2', differences: [] });
  expect(asked).toEqual([['2019-12-01.r1', '2022-12-01.r2,2019-12-01.r1,2022-12-01.r1,2022-12-01.r1']]);
  expect(diffReleases('2026.2', '2026.2-draft', deps)).toMatchObject({ to: '2026.2-draft' });
  expect(() => diffReleases('2026.1', '2026.3', deps)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
});
