import { createHash } from 'node:crypto';
import type { Contract } from '../../events/contract.ts';
import type { Text } from '../../events/fault.ts';
import type { FieldType } from '../../events/field.ts';
import type { LineWarning } from './prepared.ts';

/** A column as a template has it. */
export type TemplateColumn = {
  readonly name: string;
  readonly type: FieldType;
  readonly zh: string;
  readonly en: string;
  readonly isRequired: boolean;
  /** Codes of an enumeration. */
  readonly values: readonly string[];
};

/** What a template is made of, as it is written into it: a later one can say what has changed since. */
export type Template = {
  readonly kind: string;
  /** `<kind>-<digest>`: the same columns have the same version, whenever they are written. */
  readonly version: string;
  readonly columns: readonly TemplateColumn[];
};

export const isRequired = ({ naturalKey, lawDates }: Contract, name: string): boolean =>
  naturalKey.includes(name) || lawDates.includes(name);

const columnsOf = (contract: Contract): readonly TemplateColumn[] =>
  Object.entries(contract.fields).map(([name, { type, zh, en, values = {} }]) => ({
    name,
    type,
    zh,
    en,
    isRequired: isRequired(contract, name),
    values: Object.keys(values),
  }));

export const templateOf = (contract: Contract): Template => {
  const columns = columnsOf(contract);
  const digest = createHash('sha256').update(JSON.stringify(columns)).digest('hex').slice(0, 8);
  return { kind: contract.kind, version: `${contract.kind}-${digest}`, columns };
};

export const templateVersion = (contract: Contract): string => templateOf(contract).version;

const first = 'fanzha-audit template';
const yes = 'required';

/** The rows of the sheet, never shown, in which a workbook carries what it was made of. */
export const templateRows = ({ kind, version, columns }: Template): readonly (readonly string[])[] => [
  [first, kind, version],
  ...columns.map(({ name, type, zh, en, isRequired, values }) => [
    name,
    type,
    zh,
    en,
    isRequired ? yes : '',
    values.join(' '),
  ]),
];

/** What those rows say; undefined where they are no template’s. Throws nothing, whatever was done to them. */
export const readTemplateRows = (rows: readonly (readonly string[])[]): Template | undefined => {
  const [[mark, kind = '', version = ''] = [], ...columns] = rows;
  if (mark !== first || version === '') return undefined;
  return {
    kind,
    version,
    columns: columns.map(([name = '', type = '', zh = '', en = '', needed = '', values = '']) => ({
      name,
      type: type as FieldType,
      zh,
      en,
      isRequired: needed === yes,
      values: values === '' ? [] : values.split(' '),
    })),
  };
};

const named = ({ zh, en, name }: TemplateColumn): Text => ({ zh: `“${zh}”（${name}）`, en: `“${en}” (${name})` });

const changesOf = (old: TemplateColumn, now: TemplateColumn): readonly Text[] => {
  const { zh, en } = named(now);
  const added = now.values.filter((code) => !old.values.includes(code));
  const gone = old.values.filter((code) => !now.values.includes(code));
  const changes: readonly (readonly [isSo: boolean, Text])[] = [
    [old.zh !== now.zh || old.en !== now.en, { zh: `${zh}原名“${old.zh}”`, en: `${en} was headed “${old.en}”` }],
    [
      old.type !== now.type,
      { zh: `${zh}的类型由 ${old.type} 改为 ${now.type}`, en: `${en} is ${now.type} now, and was ${old.type}` },
    ],
    [!old.isRequired && now.isRequired, { zh: `${zh}改为必填`, en: `${en} is required now` }],
    [old.isRequired && !now.isRequired, { zh: `${zh}不再必填`, en: `${en} is no longer required` }],
    [added.length > 0, { zh: `${zh}新增取值 ${added.join('、')}`, en: `${en} may be ${added.join(', ')} too` }],
    [gone.length > 0, { zh: `${zh}取消取值 ${gone.join('、')}`, en: `${en} may no longer be ${gone.join(', ')}` }],
  ];
  return changes.flatMap(([isSo, text]) => (isSo ? [text] : []));
};

/** What has changed from an old template of a kind to the contract of today, column by column, in words. */
export const differencesFrom = (contract: Contract, old: Template): readonly Text[] => {
  const now = columnsOf(contract);
  const before = new Map(old.columns.map((column) => [column.name, column]));
  const names = new Set(now.map(({ name }) => name));
  const gone = old.columns.filter(({ name }) => !names.has(name)).map(named);
  return [
    ...now.flatMap((column) => {
      const was = before.get(column.name);
      if (was !== undefined) return changesOf(was, column);
      const { zh, en } = named(column);
      return [{ zh: `新增${zh}`, en: `${en} is new` }];
    }),
    ...gone.map(({ zh, en }) => ({ zh: `取消${zh}`, en: `${en} is gone` })),
  ];
};

/**
 * Says that a file was made from an old template, and what has changed since; undefined where it is the one of today.
 * `old.columns` is empty where the file tells its version alone: then the differences are what its headings say.
 */
export const oldTemplate = (contract: Contract, old: Template): LineWarning | undefined => {
  const version = templateVersion(contract);
  if (old.kind !== contract.kind || old.version === version) return undefined;
  const differences = old.columns.length === 0 ? [] : differencesFrom(contract, old);
  const listed = (of: 'zh' | 'en', between: string): string => differences.map((text) => text[of]).join(between);
  const file = `/v1/templates/${contract.kind}.xlsx`;
  return {
    code: 'OLD_TEMPLATE',
    message: {
      zh: `文件用的是旧模板 ${old.version}，现行模板为 ${version}${differences.length === 0 ? '' : `；变化：${listed('zh', '；')}`}。已按现行要求读取；请改用 ${file}。`,
      en: `The file was made from the old template ${old.version}; the one of today is ${version}${differences.length === 0 ? '' : `, in which: ${listed('en', '; ')}`}. It was read by what holds today; use ${file}.`,
    },
  };
};
