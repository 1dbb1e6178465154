import type { Text } from './fault.ts';

/** The names of the lists that authorities keep. */
export const listNames = ['sanctioned-subjects', 'fraud-numbers', 'fraud-accounts', 'fraud-samples'] as const;
export type ListName = (typeof listNames)[number];

export const listTitles: Readonly<Record<ListName, Text>> = {
  'sanctioned-subjects': { zh: '惩戒对象', en: 'Sanctioned subjects' },
  'fraud-numbers': { zh: '涉诈号码', en: 'Numbers linked to fraud' },
  'fraud-accounts': { zh: '涉诈账号', en: 'Accounts linked to fraud' },
  'fraud-samples': { zh: '涉诈样本', en: 'Samples of fraud' },
};
