import * as z from 'zod';
import type { Text } from '../../events/fault.ts';

/** What an article allows besides a fine, in the words of the statute. */
export const measureTexts = {
  'order-to-rectify': { zh: '责令改正', en: 'Order to rectify' },
  warning: { zh: '警告', en: 'Warning' },
  'public-criticism': { zh: '通报批评', en: 'Public criticism' },
  'confiscate-gain': { zh: '没收违法所得', en: 'Confiscation of the illegal gain' },
  detention: { zh: '拘留', en: 'Detention' },
  'stop-new-business': { zh: '停止新增业务', en: 'Stop adding new business' },
  'narrow-business': { zh: '缩减业务类型或者业务范围', en: 'Cut business types or scope' },
  'suspend-account-opening': { zh: '暂停新开账户业务', en: 'Suspend the opening of new accounts' },
  'suspend-payment-business': { zh: '暂停支付结算业务', en: 'Suspend payment business' },
  'suspend-business-concerned': { zh: '暂停相关业务', en: 'Suspend the business concerned' },
  'suspend-for-rectification': { zh: '停业整顿', en: 'Suspension for rectification' },
  'close-site-or-app': { zh: '关闭网站或者应用程序', en: 'Close the website or app' },
  'revoke-business-permit': { zh: '吊销相关业务许可证', en: 'Revoke the business permit' },
  'revoke-business-licence': { zh: '吊销营业执照', en: 'Revoke the business licence' },
} as const satisfies Readonly<Record<string, Text>>;

export type Measure = keyof typeof measureTexts;
export const Measure = z.enum(Object.keys(measureTexts) as [Measure, ...Measure[]]);
