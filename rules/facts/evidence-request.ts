import type { EvidenceRequest } from '../../events/records/evidence-request/contract.ts';
import { hoursBetween, isInTimeFor } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { isGiven } from './told.ts';

export const facts = factsOf<EvidenceRequest>()({
  /** Article 26, paragraph 1: the police collect evidence by law, which takes a document. `null`: none was shown, known. */
  'request.hasDocument': {
    type: 'boolean',
    zh: '出示了法律文书',
    en: 'a legal document being shown',
    of: ({ record }) => isGiven(record.documentRef),
  },

  /** The document says by when. `null`: it does not, known. */
  'request.hasDeadline': {
    type: 'boolean',
    zh: '文书规定了时限',
    en: 'a deadline standing in the document',
    of: ({ record }) => isGiven(record.dueAt),
  },

  /** Article 41, item 6, punishes refusal. */
  'support.isRefused': {
    type: 'boolean',
    zh: '拒绝协助',
    en: 'support being refused',
    of: ({ record }) => record.refused,
  },

  /** `null`: no reason was given, known. */
  'support.refusalReason': {
    type: 'string',
    values: ['no-valid-document', 'beyond-document', 'not-held', 'other'],
    zh: '拒绝理由',
    en: 'the reason for refusing',
    of: ({ record }) => record.refusalReason,
  },

  /** Article 26, paragraph 1. `null`: nothing was delivered, known. */
  'support.isDelivered': {
    type: 'boolean',
    zh: '已交付',
    en: 'what was asked for being delivered',
    of: ({ record }) => isGiven(record.deliveredAt),
  },

  /** Unit: h, fractional, between instants. `null` where nothing was delivered. */
  'support.hoursFromRequest': {
    type: 'number',
    unit: 'hour',
    zh: '收到至交付的小时数',
    en: 'the hours from the request to the delivery',
    of: ({ record }) => hoursBetween(record.receivedAt, record.deliveredAt),
  },

  /** At the instant of the deadline or before. Where there is no deadline (`null`), nothing came too late. */
  'support.isByDeadline': {
    type: 'boolean',
    zh: '在文书时限内交付',
    en: 'the delivery coming by the deadline of the document',
    of: ({ record }) => isInTimeFor(record.deliveredAt, record.dueAt),
  },

  /** A digest fixes what was delivered. `null`: none was made, known. */
  'support.hasDigest': {
    type: 'boolean',
    zh: '交付材料有完整性摘要',
    en: 'a digest of what was delivered being there',
    of: ({ record }) => isGiven(record.integrityDigest),
  },
});
