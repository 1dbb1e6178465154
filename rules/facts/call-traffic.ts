import type { CallTraffic } from '../../events/records/call-traffic/contract.ts';
import { hoursBetween } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { isGiven } from './told.ts';

export const facts = factsOf<CallTraffic>()({
  /** Article 13: calls with altered numbers are traced too, the others recognised and intercepted. */
  'spoof.type': {
    type: 'string',
    values: ['altered', 'false-caller', 'irregular', 'no-caller'],
    zh: '主叫异常类型',
    en: 'the type of spoofing',
    of: ({ record }) => record.spoofType,
  },

  /** A batch of 0 shows that the detection ran and found none. */
  'calls.areDetected': {
    type: 'boolean',
    zh: '识别到异常主叫呼叫',
    en: 'spoofed calls being detected',
    of: ({ record: { detectedCount } }) => (detectedCount === undefined ? undefined : detectedCount > 0),
  },

  /** Article 13: one of them at least was intercepted; how many is told per period. */
  'calls.areBlocked': {
    type: 'boolean',
    zh: '已拦截异常主叫呼叫',
    en: 'spoofed calls being blocked',
    of: ({ record: { blockedCount } }) => (blockedCount === undefined ? undefined : blockedCount > 0),
  },

  /** Article 13, paragraph 1. `null`: no trace, known. */
  'trace.isStarted': {
    type: 'boolean',
    zh: '已开始溯源核查',
    en: 'the trace being started',
    of: ({ record }) => isGiven(record.traceStartedAt),
  },

  /** Unit: h, fractional, between instants; `null` where nothing was traced. */
  'trace.hoursFromDetection': {
    type: 'number',
    unit: 'hour',
    zh: '识别至溯源的小时数',
    en: 'the hours from the detection to the trace',
    of: ({ record }) => hoursBetween(record.detectedAt, record.traceStartedAt),
  },

  /** Any result, also that the source could not be found. `null`: none yet, known. */
  'trace.hasResult': {
    type: 'boolean',
    zh: '溯源有结果',
    en: 'the trace having a result',
    of: ({ record }) => isGiven(record.traceResult),
  },

  /** `null`: still open, known. */
  'batch.isClosed': {
    type: 'boolean',
    zh: '该批次已办结',
    en: 'the batch being closed',
    of: ({ record }) => isGiven(record.closedAt),
  },
});
