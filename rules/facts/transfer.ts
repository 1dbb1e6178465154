import type { Transfer } from '../../events/records/transfer/contract.ts';
import { hoursBetween } from './civil-time.ts';
import { factsOf } from './fact.ts';

const FEN_PER_YUAN = 100;

export const facts = factsOf<Transfer>()({
  /** Counter transfers are outside what is limited and verified by machine. 银发〔2016〕261号, item 2. */
  'transfer.channel': {
    type: 'string',
    values: ['atm', 'mobile', 'web', 'counter', 'payment-app'],
    zh: '转账渠道',
    en: 'the channel of the transfer',
    of: ({ record }) => record.channel,
  },

  /** To an account of the customer's own at the same bank, which most controls leave out. 银发〔2016〕261号, item 2(8). */
  'transfer.isToOwnAccount': {
    type: 'boolean',
    zh: '转入本人同行账户',
    en: 'the transfer going to an own account at the same bank',
    of: ({ record }) => record.sameNameSameBank,
  },

  /** The machine showed what real-time arrival means, and the customer confirmed it: the delay is waived. 银发〔2019〕85号. */
  'transfer.realTimeIsConfirmed': {
    type: 'boolean',
    zh: '客户已确认实时到账提示',
    en: 'the customer having confirmed the warning of real-time arrival',
    of: ({ record }) => record.realtimeNoticeConfirmed,
  },

  /**
   * Hours from the request to the money's leaving the account. Unit: h, fractional, between instants. `null`: it was
   * never carried out. 银发〔2016〕261号, item 2(8).
   */
  'transfer.hoursToExecution': {
    type: 'number',
    unit: 'hour',
    zh: '申请至资金转出的小时数',
    en: 'the hours from the request to the transfer being carried out',
    of: ({ record }) => hoursBetween(record.requestedAt, record.executedAt),
  },

  /** `null` says that the money never left the account. */
  'transfer.isExecuted': {
    type: 'boolean',
    zh: '资金已转出',
    en: 'the transfer being carried out',
    of: ({ record: { executedAt } }) => (executedAt === undefined ? undefined : executedAt !== null),
  },

  /** Unit: h, fractional, between instants. `null`: the customer did not cancel. 银发〔2016〕261号, item 2(8). */
  'cancellation.hoursFromRequest': {
    type: 'number',
    unit: 'hour',
    zh: '申请至撤销的小时数',
    en: 'the hours from the request to the cancellation',
    of: ({ record }) => hoursBetween(record.requestedAt, record.cancelledAt),
  },

  /** What the customer's non-counter transfers of the day come to with this one. Unit: CNY. 银发〔2016〕261号, item 2. */
  'dayTotal.yuan': {
    type: 'number',
    unit: 'CNY',
    zh: '当日非柜面转账累计金额（元）',
    en: 'the total of the day’s non-counter transfers, in yuan',
    of: ({ record: { dayCumulativeFen } }) =>
      dayCumulativeFen === undefined ? undefined : dayCumulativeFen / FEN_PER_YUAN,
  },

  /** Unit: transfer, this one included. Source: none; what one large wallet announced. */
  'dayTotal.transfers': {
    type: 'number',
    unit: 'transfer',
    zh: '当日非柜面转账累计笔数',
    en: 'the number of the day’s non-counter transfers',
    of: ({ record }) => record.dayCount,
  },

  /** 银发〔2016〕261号, item 2: what a single day may come to is agreed with the customer. `null`: nothing was, known. */
  'dailyLimit.isAgreed': {
    type: 'boolean',
    zh: '已约定日累计限额',
    en: 'a limit of the day being agreed',
    of: ({ record: { agreedDailyLimitFen } }) =>
      agreedDailyLimitFen === undefined ? undefined : agreedDailyLimitFen !== null,
  },

  /** The total of the day is at most what was agreed; no total is above a limit that there is not (`null`). */
  'dailyLimit.isKept': {
    type: 'boolean',
    zh: '当日累计未超过约定限额',
    en: 'the total of the day being within the agreed limit',
    of: ({ record: { dayCumulativeFen, agreedDailyLimitFen } }) => {
      if (agreedDailyLimitFen === null) return true;
      return dayCumulativeFen === undefined || agreedDailyLimitFen === undefined
        ? undefined
        : dayCumulativeFen <= agreedDailyLimitFen;
    },
  },

  /** How the order to pay was verified. 银发〔2016〕261号, item 2. */
  'transfer.authentication': {
    type: 'string',
    values: ['certificate', 'e-signature', 'otp', 'password', 'biometric'],
    zh: '支付指令验证方式',
    en: 'the way in which the order was verified',
    of: ({ record }) => record.authMethod,
  },
});
