import type { DataUse } from '../../events/records/data-use/contract.ts';
import { factsOf } from './fact.ts';
import { monthsLater } from './months-between.ts';

/** Whole years that something of one civil day is kept, the day of the anniversary included. */
const yearsKept = (from: string, until: string): number => {
  const years = Math.max(0, Number(until.slice(0, 4)) - Number(from.slice(0, 4)));
  return years > 0 && monthsLater(from, 12 * years) > until ? years - 1 : years;
};

export const facts = factsOf<DataUse>()({
  /** The use was registered: every one is told of. Article 29, paragraph 1. */
  'use.isRegistered': {
    type: 'boolean',
    zh: '已登记数据使用',
    en: 'the use of the data being registered',
    of: ({ record }) => (record.usedOn === undefined ? undefined : true),
  },

  /** Articles 16 and 18 bind different data in different ways. */
  'use.dataCategory': {
    type: 'string',
    values: [
      'ip',
      'mac',
      'terminal',
      'device-location',
      'account-opening-info',
      'shared-risk-info',
      'other-personal-info',
    ],
    zh: '数据类别',
    en: 'the category of the data',
    of: ({ record }) => record.dataCategory,
  },

  /** The purpose declared. Article 16, paragraph 3; article 18, paragraph 4. */
  'use.isAgainstFraud': {
    type: 'boolean',
    zh: '用于反诈',
    en: 'the data being used against fraud',
    of: ({ record: { purpose } }) => (purpose === undefined ? undefined : purpose === 'anti-fraud'),
  },

  /** The customer allowed this purpose: an exception of article 18, paragraph 4, which article 16 does not have. */
  'use.isAuthorised': {
    type: 'boolean',
    zh: '客户授权该用途',
    en: 'the customer having authorised the use',
    of: ({ record }) => record.customerAuthorized,
  },

  /** 网络数据安全管理条例, article 12, asks for records of what others are given. */
  'use.recipient': {
    type: 'string',
    values: ['internal', 'authority', 'clearing-body', 'third-party'],
    zh: '接收方类型',
    en: 'who received the data',
    of: ({ record }) => record.recipientType,
  },

  /** Whole years from the day of the use to the day until which its record is kept. Unit: year. 个人信息保护法, article 56. */
  'use.recordYearsKept': {
    type: 'number',
    unit: 'year',
    zh: '处理记录保存年数',
    en: 'the years for which the record of the use is kept',
    of: ({ record: { usedOn, recordKeptUntil } }) =>
      usedOn === undefined || recordKeptUntil === undefined ? undefined : yearsKept(usedOn, recordKeptUntil),
  },

  /** No leak of these data was found. Article 5, paragraph 2; article 29, paragraph 1. */
  'use.isWithoutLeak': {
    type: 'boolean',
    zh: '未发现泄露',
    en: 'no leak of the data being found',
    of: ({ record: { leakIncident } }) => (leakIncident === undefined ? undefined : !leakIncident),
  },
});
