import type { AppFiling } from '../../events/records/app-filing/contract.ts';
import { isInTimeFor } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { isGiven } from './told.ts';

export const facts = factsOf<AppFiling>()({
  /** The app is in service on the day of the check. `null`: it never began, known. */
  'service.isStarted': {
    type: 'boolean',
    zh: '应用已开始服务',
    en: 'the app being in service',
    of: ({ record }) => isInTimeFor(record.serviceStartedOn, record.checkedOn),
  },

  /** Service began on `from` or later. A service that never began (`null`) is not new. Notice of 2023 on the filing of apps. */
  'service.isNew': {
    type: 'boolean',
    zh: '在备案制度启动后开始服务',
    en: 'the service having begun under the filing regime',
    params: { from: 'string' },
    of: ({ record: { serviceStartedOn } }, { from }) => {
      if (serviceStartedOn === undefined) return undefined;
      return serviceStartedOn !== null && serviceStartedOn >= (from as string);
    },
  },

  /** A filing or a licence, by its number. `null`: none, known. Article 23, paragraph 1. */
  'filing.isMade': {
    type: 'boolean',
    zh: '已办理许可或者备案',
    en: 'a licence or filing being there',
    of: ({ record }) => isGiven(record.filingNo),
  },

  /** On the day on which the service began or before. Never filed (`null`) is not in time. Article 23, paragraph 1. */
  'filing.isBeforeService': {
    type: 'boolean',
    zh: '备案先于开始服务',
    en: 'the filing coming before the service',
    of: ({ record }) => isInTimeFor(record.filedOn, record.serviceStartedOn),
  },

  /** On that day or before. Never filed (`null`) is not in time. Notice of 2023 on the filing of apps. */
  'filing.isBy': {
    type: 'boolean',
    zh: '备案在存量应用期限内完成',
    en: 'the filing coming by the day set for apps already in service',
    params: { day: 'string' },
    of: ({ record }, { day }) => isInTimeFor(record.filedOn, day as string),
  },

  /** Notice of 2023 on the filing of apps. */
  'filing.isDisplayed': {
    type: 'boolean',
    zh: '应用内标明备案号',
    en: 'the number being shown in the app',
    of: ({ record }) => record.filingNoDisplayed,
  },
});
