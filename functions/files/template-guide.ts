import type { Contract } from '../../events/contract.ts';
import type { Text } from '../../events/fault.ts';
import type { Field } from '../../events/field.ts';
import { cellOf, choicesOf } from './template-cells.ts';
import { dataSheet } from './template-marks.ts';
import { isRequired, templateVersion } from './template-version.ts';

/** How a kind’s table is filled in, in both languages: sentences above, and what each column takes below them. */
export type Guide = {
  readonly title: string;
  readonly notes: readonly Text[];
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
};

const typeWords: Readonly<Record<Field['type'], string>> = {
  text: '文本 text',
  boolean: '是否 yes or no',
  integer: '整数 whole number',
  number: '数字 number',
  enum: '选项 one of a list',
  list: '多个值，用“、”分隔；一个也没有写“无” several, with commas between; 无 for none',
  instant: '时刻 date and time',
  date: '日期 date',
};

const notesOf = (contract: Contract): readonly Text[] => [
  {
    zh: `本模板版本 ${templateVersion(contract)}。在“${dataSheet}”表中填写，每行一条记录，从示例行之后开始；列名以“*”结尾的必填。`,
    en: `Template version ${templateVersion(contract)}. Fill in the sheet “${dataSheet}”, one record a row, below the example; a heading that ends with “*” must be filled in.`,
  },
  {
    zh: '以“示例”开头的一行不会被读取，可以保留或删除。示例中的号码均以 0 代替，不属于任何人。',
    en: 'The row that begins with “示例” is not read and may stay or go. Its numbers are zeros and nobody’s.',
  },
  {
    zh: '列的顺序可以改变，也可以增加自己的列；增加的列不读取，原样退回。请勿合并单元格，勿用公式代替数值。',
    en: 'Columns may stand in any order, and columns of your own may be added: they are not read, and come back as they are. Merge no cells, and give values in place of formulas.',
  },
  {
    zh: '时刻写成 2026-10-01 09:10:00，按北京时间读取；也可写时区，如 2026-10-01T09:10:00+08:00。日期写成 2026-10-01。',
    en: 'Write a time as 2026-10-01 09:10:00, which is read as China time, or with its offset as 2026-10-01T09:10:00+08:00; a day as 2026-10-01.',
  },
  {
    zh: '证件号码、电话号码、账号等按文本填写（本模板已设为文本格式）：按数字填写会丢失末位或前导的 0。',
    en: 'Numbers of documents, phones and accounts are text (the columns are set to it): as numbers they lose their last digits or leading zeros.',
  },
  {
    zh: '“无”表示确实没有；空白表示未提供，相关规则可能因此无法判定。',
    en: '“无” says that there is none; a blank says nothing, and rules that need it may then be undetermined.',
  },
  {
    zh: '本期没有可报送的记录时，不要上传空表，请作零报送：报送时令 nil 为 true，不带记录。',
    en: 'Where there is nothing to report for the period, send no empty table but a nil report: a submission with nil set to true and no records.',
  },
];

const allowed = (field: Field): string =>
  field.values === undefined
    ? choicesOf(field).join('；')
    : [
        ...Object.entries(field.values).map(([code, { zh, en }]) => `${zh} ${en} (${code})`),
        ...(field.nullable ? ['无 none'] : []),
      ].join('；\n');

const need = (contract: Contract, name: string, of: Field): Text =>
  choicesOf(of).length > 0 ? { zh: '从下拉列表中选一项', en: 'pick one of the list' } : contract.fields[name]!.expected;

const personal: Readonly<Record<NonNullable<Field['personal']> | 'no', string>> = {
  token: '是，只保存密钥标识 yes, kept as a keyed token only',
  drop: '是，判定后不保存 yes, not kept after judging',
  no: '否 no',
};

export const guideOf = (contract: Contract, example: Readonly<Record<string, unknown>>): Guide => ({
  title: `${contract.title.zh}（${contract.kind}）填报说明 · How to fill in: ${contract.title.en}`,
  notes: notesOf(contract),
  headings: [
    '列名',
    'Heading',
    '字段 Field',
    '必填 Required',
    '类型 Type',
    '填写要求',
    'Expected',
    '允许的取值 Allowed values',
    '示例 Example',
    '单位 Unit',
    '个人信息 Personal',
  ],
  rows: Object.entries(contract.fields).map(([name, field]) => {
    const { zh, en } = need(contract, name, field);
    return [
      field.zh,
      field.en,
      name,
      isRequired(contract, name) ? '必填 required' : '选填 optional',
      typeWords[field.type],
      zh,
      en,
      allowed(field),
      cellOf(field, example[name]),
      field.unit ?? '',
      personal[field.personal ?? 'no'],
    ];
  }),
});
