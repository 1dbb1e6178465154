import { expect, it } from 'vitest';
import { listReleases } from '../../functions/list-releases/list-releases.ts';
import { listRules } from '../../functions/list-rules/list-rules.ts';
import { readRule } from '../../functions/read-rule/read-rule.ts';
import type { Rule } from '../../rules/engine/rule.ts';

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

const rules = [
  aRule('b.1.x', '2022-12-01', 2, 'corrected'),
  aRule('b.1.x', '2019-12-01'),
  aRule('a.1.y', '2022-12-01'),
  aRule('b.1.x', '2022-12-01'),
];

it('lists each rule once, as its newest version describes it', () => {
  expect(listRules(rules).map(({ id, title, versions }) => [id, title.en, versions.map((v) => v.version)])).toEqual([
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

it('says of a release which versions its digest stands for', () => {
  const [release] = listReleases({ release: { name: 'r', digest: 'd' }, rules: [rules[2]!] });
  expect(release).toEqual({ name: 'r', digest: 'd', rules: [{ id: 'a.1.y', version: '2022-12-01.r1' }] });
});
