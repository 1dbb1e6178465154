import type { PaymentMessage } from '../../events/records/payment-message/contract.ts';
import { factsOf } from './fact.ts';
import { both, isGiven } from './told.ts';

/** In what the parties' institutions wrote: a digest has the same meaning in capitals and small letters. */
const areEqual = (digests: readonly string[]): boolean =>
  new Set(digests.map((digest) => digest.toUpperCase())).size <= 1;

export const facts = factsOf<PaymentMessage>()({
  /** Always known: the message is what the record reports. */
  'message.isSent': {
    type: 'boolean',
    zh: '支付报文已发送',
    en: 'the message being sent',
    of: ({ record }) => (record.sentAt === undefined ? undefined : true),
  },

  /** Name and account. `null` in either: the message does not say it, known. Article 19. */
  'payer.isNamed': {
    type: 'boolean',
    zh: '付款人名称和账号完整',
    en: 'the payer’s name and account being in the message',
    of: ({ record }) => both(isGiven(record.payerName), isGiven(record.payerAccountId)),
  },

  /** Name and account. `null` in either: the message does not say it, known. Article 19. */
  'payee.isNamed': {
    type: 'boolean',
    zh: '收款人名称和账号完整',
    en: 'the payee’s name and account being in the message',
    of: ({ record }) => both(isGiven(record.payeeName), isGiven(record.payeeAccountId)),
  },

  /** From one person to another there is no merchant. Article 19 asks for the one who sells directly. */
  'message.isPurchase': {
    type: 'boolean',
    zh: '为消费交易',
    en: 'the payment being for a purchase',
    of: ({ record: { businessType } }) => (businessType === undefined ? undefined : businessType === 'purchase'),
  },

  /** `null`: the message names no merchant, known. Article 19. */
  'merchant.isNamed': {
    type: 'boolean',
    zh: '已载明直接商户名称',
    en: 'the direct merchant being named in the message',
    of: ({ record }) => isGiven(record.merchantName),
  },

  /** The merchant named stands on the acquirer’s list. `null`: there is none to stand on it, known. Article 19. */
  'merchant.isRegistered': {
    type: 'boolean',
    zh: '商户在收单机构名录内',
    en: 'the merchant standing on the acquirer’s list',
    of: ({ record }) => record.merchantRegistered,
  },

  /** Two institutions at least took a digest: one by itself can be compared with nothing. */
  'hops.areSeveral': {
    type: 'boolean',
    zh: '经过两个以上环节',
    en: 'digests of several hops being there',
    of: ({ record: { hopDigests } }) => (hopDigests === undefined ? undefined : hopDigests.length > 1),
  },

  /** Article 19: the same along the whole chain. Fewer than two digests contradict nothing. */
  'hops.areEqual': {
    type: 'boolean',
    zh: '各环节要素一致',
    en: 'the digests of all hops being the same',
    of: ({ record: { hopDigests } }) => (hopDigests === undefined ? undefined : areEqual(hopDigests)),
  },
});
