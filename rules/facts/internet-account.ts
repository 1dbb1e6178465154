import type { InternetAccount } from '../../events/records/internet-account/contract.ts';
import { isInTimeFor } from './civil-time.ts';
import { factsOf } from './fact.ts';

export const facts = factsOf<InternetAccount>()({
  /** Always known: the start of the service is what the record reports. */
  'service.isActivated': {
    type: 'boolean',
    zh: '服务已开通',
    en: 'the service being activated',
    of: ({ record }) => (record.activatedAt === undefined ? undefined : true),
  },

  /** Article 21. `none` is an answer: no identity was asked for. */
  'identity.method': {
    type: 'string',
    values: ['id-document', 'verified-phone', 'unit-licence', 'network-id', 'none'],
    zh: '身份核验方式',
    en: 'the way the identity was verified',
    of: ({ record }) => record.identityMethod,
  },

  /** Article 21: when the contract is signed or the service confirmed, not later. Never (`null`) is not in time. */
  'identity.isVerifiedBeforeActivation': {
    type: 'boolean',
    zh: '身份核验先于服务开通',
    en: 'the identity being verified before the service was activated',
    of: ({ record }) => isInTimeFor(record.verifiedAt, record.activatedAt),
  },
});
