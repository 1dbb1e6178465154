import { worstFirst } from '../../events/finding.ts';
import type { ReportRow, ReportSummary } from './report.ts';
import { both, rowWords, severityWords, verdictWords } from './report-words.ts';

export type ReportCell = string | number | null;

/** Columns of a report as a table, in both languages. */
export const reportHeadings: readonly string[] = [
  '文件 File',
  '行号 Row',
  '记录编号 Record ID',
  '规则 Rule',
  '规则名称',
  'Rule title',
  '条款 Article',
  '法律适用日 Law date',
  '判定 Verdict',
  '严重程度 Severity',
  '列 Column',
  '所填 Found',
  '原因',
  'Reason',
  '整改',
  'Remedy',
];

/** One finding, fault or warning as the cells under those headings. */
export const reportCells = (row: ReportRow): readonly ReportCell[] => {
  const { file = null, line } = row.place ?? {};
  if (row.of === 'finding') {
    const { finding } = row;
    const { recordId, rule, title, article, lawDate, verdict, severity, because, remedy } = finding;
    const isMet = verdict === 'compliant' || verdict === 'not-applicable';
    return [
      file,
      line ?? (finding.row === 0 ? '整期 whole period' : finding.row),
      recordId,
      rule,
      title.zh,
      title.en,
      article,
      lawDate,
      both(verdictWords[verdict]),
      both(severityWords[severity]),
      null,
      null,
      because?.zh ?? null,
      because?.en ?? null,
      isMet ? null : remedy.zh,
      isMet ? null : remedy.en,
    ];
  }
  if (row.of === 'fault') {
    const { code, row: record, recordId, column, found, expected, cause, fix } = row.fault;
    const wanted = (text: string | undefined, say: string): string => (text === undefined ? '' : ` ${say}${text}`);
    return [
      file,
      line ?? record ?? null,
      recordId ?? null,
      code,
      null,
      null,
      null,
      null,
      both(rowWords.fault),
      null,
      column ?? null,
      found ?? null,
      `${cause.zh}${wanted(expected?.zh, '应为：')}`,
      `${cause.en}${wanted(expected?.en, 'Expected: ')}`,
      fix.zh,
      fix.en,
    ];
  }
  const { code, row: record, column, message } = row.warning;
  const at = line ?? record ?? null;
  const blank = [null, null, null, null] as const;
  return [
    file,
    at,
    null,
    code,
    ...blank,
    both(rowWords.warning),
    null,
    column ?? null,
    null,
    message.zh,
    message.en,
    null,
    null,
  ];
};

/** What a report says before its rows, as lines of cells: what was cut first, then what was judged, by what, and counts. */
export const summaryCells = ({
  cut,
  about,
  release,
  counts,
  rules,
  ...totals
}: ReportSummary): readonly (readonly ReportCell[])[] => {
  const { records, faults, compliant, violation, undetermined, notApplicable } = counts;
  const ofVerdict = { violation, undetermined, compliant, 'not-applicable': notApplicable };
  return [
    ['反诈合规审计报告 · Audit report'],
    ...cut.map(({ zh, en }) => ['注意 Note', zh, en]),
    ...about.map(([what, said]) => [both(what), said]),
    ...(release === undefined
      ? []
      : [
          ['规则集 Release', release.name],
          ['规则集摘要 Release digest', release.digest],
        ]),
    [],
    ['记录 Records', records],
    ...worstFirst.map((verdict) => [both(verdictWords[verdict]), ofVerdict[verdict]]),
    ['有错误的记录 Records with faults', faults],
    ['判定结果 Findings', totals.findings],
    ['数据错误 Faults', totals.faults],
    ['提醒 Warnings', totals.warnings],
    [],
    [
      '规则 Rule',
      '条款 Article',
      '规则名称',
      'Rule title',
      '严重程度 Severity',
      ...worstFirst.map((one) => both(verdictWords[one])),
    ],
    ...rules.map((one) => [
      one.rule,
      one.article,
      one.title.zh,
      one.title.en,
      both(severityWords[one.severity]),
      one.violation,
      one.undetermined,
      one.compliant,
      one.notApplicable,
    ]),
  ];
};
