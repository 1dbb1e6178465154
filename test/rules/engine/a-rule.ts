import type { Rule } from '../../../rules/engine/rule.ts';

/** A rule that may be built; vary one thing. */
export const aRule = (over: Partial<Rule> = {}): Rule => ({
  id: 'test.1.duty',
  obligation: 'test',
  title: { zh: '义务', en: 'A duty' },
  recordKind: 'phone-card',
  lawDate: 'openedAt',
  sources: [{ instrument: '法', article: '1' }],
  effective: { from: '2022-12-01' },
  revision: 1,
  severity: 'major',
  parameters: {},
  appliesWhen: { all: [{ fact: 'subject.isIndividual', operator: 'equal', value: true }] },
  conditions: { all: [{ fact: 'registration.nameMatchesDocument', operator: 'equal', value: true }] },
  penalties: [],
  remedy: { zh: '改正。', en: 'Put it right.' },
  notEncoded: [],
  ...over,
});
