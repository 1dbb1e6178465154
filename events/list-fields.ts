import type { Text } from './fault.ts';
import type { Field } from './field.ts';
import { date, identifier, orNone, words } from './fields.ts';
import { residentIdFault } from './identifiers/resident-id.ts';
import { usccFault } from './identifiers/uscc.ts';
import type { Why } from './identifiers/why.ts';
import type { ListName } from './lists.ts';

// An entry of a list is read as records are, so that the same document, number or account has the same normal form, and
// with it the same token, in a list as in a record. A list is wider than any one contract: what some contract would
// refuse another may take.

const form = (zh: string, en: string): Why => ({
  code: 'WRONG_FORM',
  cause: { zh: `应为${zh}。`, en: `It must be ${en}.` },
  fix: { zh: '对照来源逐位核对后重填。', en: 'Compare it with where it comes from.' },
});

const like =
  (pattern: RegExp, { zh, en }: Text) =>
  (value: string): Why | undefined =>
    pattern.test(value) ? undefined : form(zh, en);

/** What looks like a resident's number or a credit code must be a true one of either: a slip would match nobody. */
const documentFault = (value: string): Why | undefined => {
  if (!/^[0-9A-Z()（）]{4,32}$/.test(value)) {
    return form('4 至 32 位字母或数字', 'letters or digits, 4 to 32 of them');
  }
  if (!/^\d{17}[\dX]$/.test(value) || usccFault(value) === undefined) return undefined;
  return residentIdFault(value);
};

const document: Text = {
  zh: '证件号码；单位为统一社会信用代码',
  en: 'the number of a document; of a unit, its unified social credit code',
};
const number: Text = {
  zh: '电话号码：3 至 20 位数字，境外号码以 + 开头；境内号码不写 +86',
  en: 'a phone number: 3 to 20 digits, a foreign one beginning with +; numbers of China without +86',
};
const account: Text = {
  zh: '账号：1 至 64 位字母、数字或 . _ @ + :',
  en: 'an account: 1 to 64 letters, digits or . _ @ + :',
};
const sample: Text = {
  zh: '样本摘要：SHA-256 或 SM3，64 位十六进制',
  en: 'the digest of a sample: SHA-256 or SM3, 64 hexadecimal digits',
};

const values: Readonly<Record<ListName, Field>> = {
  'sanctioned-subjects': identifier(
    { zh: '证件号码', en: 'Document number', synonyms: ['身份证号', '证件号', '统一社会信用代码'], personal: 'token' },
    document,
    documentFault,
  ),
  'fraud-numbers': identifier(
    { zh: '电话号码', en: 'Phone number', synonyms: ['号码', '手机号', '手机号码', '涉诈号码'], personal: 'token' },
    number,
    like(/^(?!\+86)\+?\d{3,20}$/, number),
  ),
  'fraud-accounts': identifier(
    { zh: '账号', en: 'Account', synonyms: ['账户', '卡号', '银行卡号', '涉诈账号', '涉案账户'], personal: 'token' },
    account,
    like(/^[\p{L}\p{N}._@+:]{1,64}$/u, account),
  ),
  'fraud-samples': identifier(
    { zh: '样本摘要', en: 'Sample digest', synonyms: ['摘要', '哈希'] },
    sample,
    like(/^[0-9A-F]{64}$/, sample),
  ),
};

const about = {
  from: date({ zh: '起始日', en: 'From', synonyms: ['开始日期', '起始日期', '列入日期'] }),
  until: orNone(date({ zh: '截止日', en: 'Until', synonyms: ['结束日期', '截止日期', '到期日'] })),
  category: words({ zh: '类别', en: 'Category', synonyms: ['惩戒类别', '风险等级', '等级'] }, 100),
  reference: words({ zh: '编号', en: 'Reference', synonyms: ['文号', '依据编号'] }, 100),
};

export type EntryFields = typeof about & { readonly value: Field };

/** The fields of an entry of a list. */
export const entryFields = (list: ListName): EntryFields => ({ value: values[list], ...about });
