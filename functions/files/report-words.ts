import type { Text } from '../../events/fault.ts';
import type { Severity, Verdict } from '../../events/finding.ts';

export const verdictWords: Readonly<Record<Verdict, Text>> = {
  violation: { zh: '违规', en: 'violation' },
  undetermined: { zh: '无法判定', en: 'undetermined' },
  compliant: { zh: '合规', en: 'compliant' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
};

export const severityWords: Readonly<Record<Severity, Text>> = {
  major: { zh: '严重', en: 'major' },
  minor: { zh: '一般', en: 'minor' },
  advisory: { zh: '提示', en: 'advisory' },
};

export const rowWords = {
  fault: { zh: '数据错误', en: 'fault' },
  warning: { zh: '提醒', en: 'warning' },
} as const;

export const both = ({ zh, en }: Text): string => (zh === en ? zh : `${zh} ${en}`);
