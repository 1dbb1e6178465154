import type { AnyRecord } from '../../events/contract.ts';
import type { PaymentMessage } from '../../events/records/payment-message/contract.ts';
import { factsOf } from './fact.ts';
import { facts as ofMessage } from './payment-message.ts';
import { type PeriodRecord, shareUpTo } from './period.ts';
import { both, either, not } from './told.ts';

/** Nothing of article 19 is wrong with the message; a merchant is asked for in purchases alone. */
const isRight = (record: PaymentMessage): boolean | undefined => {
  const parties = both(ofMessage['payer.isNamed'].of({ record }), ofMessage['payee.isNamed'].of({ record }));
  // `null` says that there is no merchant on any list.
  const isRegistered = record.merchantRegistered === null ? false : record.merchantRegistered;
  const merchant = either(
    not(ofMessage['message.isPurchase'].of({ record })),
    both(ofMessage['merchant.isNamed'].of({ record }), isRegistered),
  );
  return both(both(parties, merchant), ofMessage['hops.areEqual'].of({ record }));
};

/** How many messages there were, and how many of them were wrong. */
export const tally = (record: AnyRecord): Readonly<Record<string, number | undefined>> => {
  const right = isRight(record as PaymentMessage);
  return { messages: 1, wrong: right === undefined ? undefined : Number(!right) };
};

export const facts = factsOf<Partial<PeriodRecord>>()({
  /**
   * The share of the period's messages in which a party, the merchant of a purchase or the sameness along the chain is
   * wanting, told where it is certain on which side of `ceiling` it lies; `null` where there was no message. Unit: ratio,
   * 0 to 1. Article 19.
   */
  'messages.wrongShare': {
    type: 'number',
    unit: 'ratio',
    zh: '要素缺失或不一致的报文占比',
    en: 'the share of messages with something wanting or changed',
    params: { ceiling: 'number' },
    of: ({ record }, { ceiling }) => shareUpTo(record, 'wrong', 'messages', ceiling as number),
  },
});
