import { expect, it } from 'vitest';
import { Principal } from '../../events/principal.ts';
import { filterOf } from '../../functions/list-violations/filter.ts';
import { plans } from '../../functions/list-violations/plan.ts';
import type { IndexedRule } from '../../rules/indexed-rule.ts';

const rule = (id: string, article: string, severity: IndexedRule['severity'], recordKind: string): IndexedRule => ({
  ...{ id, version: '2022-12-01.r1', severity, recordKind, article, title: { zh: id, en: id }, penalties: [] },
});
const rules = [
  rule('atfl.10.card-count-limit', '10', 'major', 'phone-card'),
  rule('atfl.12.iot-a', '12', 'major', 'iot-usage'),
  rule('atfl.12.iot-b', '12', 'minor', 'iot-usage'),
];
const ids = new Set(rules.map(({ id }) => id));
const regulator = Principal.parse({ sub: 's', role: 'regulator', sectors: 'telecom internet', regions: '4601 4602' });
const branch = Principal.parse({ sub: 's', role: 'enterprise', enterprise: 'E1', branches: 'b1 b2' });

it('an article expands to its rules, in each sector and province of the jurisdiction', () => {
  const lists = plans(filterOf({ article: '12' }, ids), regulator, rules).find(([list]) => list?.by === 'rule');
  expect(lists).toHaveLength(4);
  expect(new Set(lists?.map((list) => (list.by === 'rule' ? list.rule : '')))).toEqual(
    new Set(['atfl.12.iot-a', 'atfl.12.iot-b']),
  );
});

it('two prefectures of one province are one list', () => {
  expect(plans(filterOf({}, ids), regulator, rules)).toEqual([
    [
      { by: 'sector', sector: 'telecom', province: '46' },
      { by: 'sector', sector: 'internet', province: '46' },
    ],
  ]);
});

it('a caller bound to branches is served from those branches’ own lists', () => {
  expect(plans(filterOf({}, ids), branch, rules)).toEqual([
    [
      { by: 'branch', enterprise: 'E1', branchId: 'b1' },
      { by: 'branch', enterprise: 'E1', branchId: 'b2' },
    ],
  ]);
});

it('an enterprise never reads another one’s list, whatever it asks for', () => {
  for (const lists of plans(filterOf({ enterprise: 'E2' }, ids), branch, rules)) {
    for (const list of lists) expect(list).toMatchObject({ enterprise: 'E1' });
  }
});

it('a day means the whole day in China', () => {
  expect(filterOf({ from: '2026-03-01', to: '2026-03-01' }, ids)).toEqual({
    from: '2026-02-28T16:00:00.000Z',
    to: '2026-03-01T16:00:00.000Z',
  });
});

it.each([
  ['severity', 'grave'],
  ['review', 'closed'],
  ['remedy', 'done'],
  ['sector', 'retail'],
  ['region', '99'],
  ['from', '2026-02-30'],
  ['rule', 'atfl.10.card-count-limits'],
])('an impossible %s is refused by name, in both languages', (name, value) => {
  expect(() => filterOf({ [name]: value }, ids)).toThrow(
    expect.objectContaining({
      code: 'INVALID_REQUEST',
      faults: [
        expect.objectContaining({
          column: name,
          found: value,
          cause: { zh: expect.stringContaining(name), en: expect.any(String) },
        }),
      ],
    }),
  );
});
