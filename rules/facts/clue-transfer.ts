import type { ClueTransfer } from '../../events/records/clue-transfer/contract.ts';
import { hoursBetween } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { isGiven } from './told.ts';

export const facts = factsOf<ClueTransfer>()({
  /** Always known: that a clue was found is what the record reports. */
  'clue.isFound': {
    type: 'boolean',
    zh: '发现线索',
    en: 'a clue being found',
    of: ({ record }) => (record.foundAt === undefined ? undefined : true),
  },

  /** Article 26, paragraph 2: by its type. */
  'clue.type': {
    type: 'string',
    values: ['crime', 'account-risk', 'phone-card-risk', 'content-risk', 'app-risk', 'domain-risk', 'funds-risk'],
    zh: '线索类型',
    en: 'the kind of clue',
    of: ({ record }) => record.clueType,
  },

  /** Article 26, paragraph 2: by its degree. */
  'clue.severity': {
    type: 'string',
    values: ['high', 'medium', 'low'],
    zh: '风险程度',
    en: 'the severity of the clue',
    of: ({ record }) => record.severity,
  },

  /** Article 26, paragraph 2, names the four. */
  'transfer.target': {
    type: 'string',
    values: ['police', 'financial', 'telecom', 'cac'],
    zh: '移送部门',
    en: 'the authority it went to',
    of: ({ record }) => record.target,
  },

  /** Article 26, paragraph 2. `null`: never transferred, known. */
  'transfer.isMade': {
    type: 'boolean',
    zh: '已移送',
    en: 'the clue being transferred',
    of: ({ record }) => isGiven(record.transferredAt),
  },

  /** Unit: h, fractional, between instants. `null` where it was never transferred. */
  'transfer.hoursFromFinding': {
    type: 'number',
    unit: 'hour',
    zh: '发现至移送的小时数',
    en: 'the hours from the finding to the transfer',
    of: ({ record }) => hoursBetween(record.foundAt, record.transferredAt),
  },

  /** The authority confirmed that it has it. `null`: no receipt, known. */
  'transfer.hasReceipt': {
    type: 'boolean',
    zh: '有移送回执',
    en: 'a receipt being on file',
    of: ({ record }) => isGiven(record.receiptNo),
  },
});
