import { expect, it } from 'vitest';
import type { Contract } from '../../../events/contract.ts';
import { flag, instant, oneOf, words } from '../../../events/fields.ts';
import { kinds } from '../../../events/records/kinds.generated.ts';
import {
  differencesFrom,
  oldTemplate,
  readTemplateRows,
  templateOf,
  templateRows,
  templateVersion,
} from '../../../functions/files/template-version.ts';

const base = kinds['phone-card']!;
const having = (fields: object, over: object = {}): Contract => ({ ...base, ...over, fields }) as unknown as Contract;
const { recordId, openedAt } = base.fields;
const colour = (...codes: readonly string[]) =>
  oneOf(Object.fromEntries(codes.map((code) => [code, { zh: code, en: code }])), { zh: '颜色', en: 'Colour' });

const old = having({
  recordId,
  openedAt,
  colour: colour('red', 'green'),
  checked: flag({ zh: '已核验', en: 'Checked' }),
  note: words({ zh: '备注', en: 'Note' }),
});
const now = having(
  {
    recordId,
    openedAt,
    colour: colour('red', 'blue'),
    checked: instant({ zh: '核验时间', en: 'Checked at' }),
    channel: words({ zh: '渠道', en: 'Channel' }),
  },
  { lawDates: ['openedAt', 'checked'] },
);

it('a template has the same version whenever it is written, and another when a heading, a type or a value changes', () => {
  expect(templateVersion(base)).toMatch(/^phone-card-[0-9a-f]{8}$/);
  expect(templateVersion({ ...base })).toBe(templateVersion(base));
  const versions = [old, now, having({ recordId, openedAt }), base].map(templateVersion);
  expect(new Set(versions).size).toBe(4);
});

it('what a template is made of comes back from its rows, for every kind', () => {
  for (const contract of Object.values(kinds)) {
    const template = templateOf(contract);
    expect(readTemplateRows(templateRows(template))).toEqual(template);
    expect(oldTemplate(contract, template)).toBeUndefined();
    expect(differencesFrom(contract, template)).toEqual([]);
  }
});

it('rows that are no template’s say nothing', () => {
  expect(readTemplateRows([])).toBeUndefined();
  expect(readTemplateRows([['记录编号', '开户时间', '电话号码']])).toBeUndefined();
  expect(readTemplateRows([['fanzha-audit template']])).toBeUndefined();
});

it('an old template is told apart, and each column that is new, gone or changed is named', () => {
  const differences = differencesFrom(now, templateOf(old));
  expect(differences.map(({ zh }) => zh)).toEqual([
    '“颜色”（colour）新增取值 blue',
    '“颜色”（colour）取消取值 green',
    '“核验时间”（checked）原名“已核验”',
    '“核验时间”（checked）的类型由 boolean 改为 instant',
    '“核验时间”（checked）改为必填',
    '新增“渠道”（channel）',
    '取消“备注”（note）',
  ]);
  expect(differences.at(-1)).toEqual({ zh: '取消“备注”（note）', en: '“Note” (note) is gone' });
  const warning = oldTemplate(now, templateOf(old))!;
  expect(warning.code).toBe('OLD_TEMPLATE');
  for (const { zh, en } of differences) {
    expect(warning.message.zh).toContain(zh);
    expect(warning.message.en).toContain(en);
  }
});

it('where a file tells its version alone, that it is old is said all the same', () => {
  const told = { kind: 'phone-card', version: 'phone-card-00000000', columns: [] };
  const { message } = oldTemplate(base, told)!;
  expect(message.zh).toContain('旧模板 phone-card-00000000');
  expect(message.zh).not.toContain('变化');
});
