import { cutShort, maxAnswered, type Text } from '../../events/fault.ts';
import type { Finding } from '../../events/finding.ts';
import type { Manifest, Reading } from '../../events/manifest.ts';
import type { Audit, Warning } from '../../events/submission.ts';

const holdingsFull = (row: number): Warning => ({
  code: 'HOLDINGS_FULL',
  row,
  message: {
    zh: '该当事人名下超过 1000 张（户），已超出统计上限，请核查。',
    en: 'This subject holds more than 1,000, beyond what is counted: look into it.',
  },
});

/** A dry run keeps none of them, and is never audited. */
const faultsLeftOut = ({ id, status }: Manifest['view'], total: number): Text | undefined => {
  const message = cutShort('错误', 'faults', total);
  if (message === undefined || status !== 'audited') return message;
  const path = `/v1/submissions/${id}/faults`;
  return { zh: `${message.zh}其余见 ${path}。`, en: `${message.en} The others are at ${path}.` };
};

const leftOut = (code: string, message: Text | undefined): Warning[] =>
  message === undefined ? [] : [{ code, message }];

/** The audit as its sender sees it: of many faults and warnings the first, and a warning that says how many there are. */
export const auditOf = (
  { view, findingsTotal, beyondHoldings, beyondTotal = beyondHoldings.length }: Manifest,
  { faults, faultsTotal, warnings }: Reading,
  findings: readonly Finding[],
  next: string | null,
): Audit => {
  const all = [...warnings, ...beyondHoldings.map(holdingsFull)];
  const warningsTotal = warnings.length + beyondTotal;
  return {
    ...view,
    findings: [...findings],
    findingsTotal,
    next,
    faults: faults.slice(0, maxAnswered),
    faultsTotal,
    warnings: [
      ...leftOut('FAULTS_LEFT_OUT', faultsLeftOut(view, faultsTotal)),
      // Nothing is kept of a dry run: there is no next page of its findings.
      ...leftOut('FINDINGS_LEFT_OUT', next === null ? cutShort('判定结果', 'findings', findingsTotal) : undefined),
      ...leftOut('WARNINGS_LEFT_OUT', cutShort('提示', 'warnings', warningsTotal)),
      ...all.slice(0, maxAnswered),
    ],
    warningsTotal,
  };
};
