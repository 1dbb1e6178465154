import type { CorporateAccount } from '../../events/records/corporate-account/contract.ts';
import { factsOf } from './fact.ts';
import { isGiven } from './told.ts';

export const facts = factsOf<CorporateAccount>()({
  /** Article 17, paragraph 1: opened, opened with limits, or refused. */
  'application.decision': {
    type: 'string',
    values: ['open', 'open-limited', 'refuse'],
    zh: '受理结果',
    en: 'the decision',
    of: ({ record }) => record.decision,
  },

  /** What the register of firms said. */
  'registry.result': {
    type: 'string',
    values: ['match', 'mismatch', 'not-done'],
    zh: '联网核查结果',
    en: 'the result of the registry check',
    of: ({ record }) => record.registryCheck,
  },

  /** The query system of the authorities was down, and that is on record. `null`: it was not, known. */
  'registry.isDown': {
    type: 'boolean',
    zh: '查询系统故障已登记',
    en: 'an outage of the query system being on record',
    of: ({ record }) => isGiven(record.registryOutageRef),
  },

  /** The legal representative said that the firm wants the account. */
  'legalRepresentative.isConfirmed': {
    type: 'boolean',
    zh: '已向法定代表人核实',
    en: 'the legal representative being asked and confirming',
    of: ({ record }) => record.legalRepConfirmed,
  },

  /** Something about the opening looked abnormal. `null` or empty: nothing did, known. */
  'application.isAbnormal': {
    type: 'boolean',
    zh: '有异常开户情形',
    en: 'the opening showing an abnormal sign',
    of: ({ record }) => isGiven(record.abnormalFlags),
  },

  /** Somebody went and saw the firm. */
  'siteVisit.isMade': {
    type: 'boolean',
    zh: '已实地走访',
    en: 'a visit being made',
    of: ({ record }) => record.siteVisitDone,
  },

  /** A daily limit outside the counter stands from the start, be it 0. `null`: there is none, known. */
  'limit.isSet': {
    type: 'boolean',
    zh: '已设初始限额',
    en: 'a starting limit being set',
    of: ({ record: { nonCounterDailyLimitFen: limit } }) => (limit === undefined ? undefined : limit !== null),
  },
});
