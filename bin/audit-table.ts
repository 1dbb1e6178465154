import type { Finding } from '../events/finding.ts';
import {
  type AuditReport,
  asFinding,
  type Place,
  placeOf,
  type RuleTally,
  rowOf,
  severityWords,
  type TextPrinter,
} from './audit-report.ts';
import { aligned, printable } from './display-width.ts';

/** So many rows are listed of each rule and of the faults; the other formats have all. */
const listed = 10;

const more = (total: number): string[] =>
  total > listed ? [`  … 另有 ${total - listed} 条 · and ${total - listed} more (--format json)`] : [];

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

const countsTable = ({ files, counts }: AuditReport): string[] => {
  const heading = [
    '文件 file',
    '类型 kind',
    '记录 records',
    '合规 compliant',
    '违规 violation',
    '无法判定 undetermined',
    '不适用 n/a',
    '错误 faults',
  ];
  const row = (name: string, kind: string, of: AuditReport['counts']) => [
    name,
    kind,
    ...[of.records, of.compliant, of.violation, of.undetermined, of.notApplicable, of.faults].map(String),
  ];
  const rows = files.map((file) => row(file.file, file.recordKind ?? '–', file.counts));
  return aligned([heading, ...rows, ...(files.length > 1 ? [row('合计 total', '', counts)] : [])]);
};

/** The first findings of each rule, in one look through all. */
const firstOfRules = ({ rules, findings }: AuditReport): ReadonlyMap<string, readonly (Finding & Place)[]> => {
  const wanted = new Map(
    rules.map(({ rule, violation, undetermined }) => [rule, Math.min(violation + undetermined, listed)] as const),
  );
  let left = [...wanted.values()].reduce((sum, n) => sum + n, 0);
  const first = new Map<string, (Finding & Place)[]>();
  if (left === 0) return first;
  for (const placed of findings()) {
    const own = first.get(placed.rule) ?? [];
    first.set(placed.rule, own);
    if (own.length >= wanted.get(placed.rule)!) continue;
    own.push(asFinding(placed));
    left -= 1;
    if (left === 0) break;
  }
  return first;
};

const ofRule = (tally: RuleTally, own: readonly (Finding & Place)[]): string[] => {
  if (own.length === 0) return [];
  const { zh, en } = severityWords[tally.severity];
  const rows = own.map(({ verdict, because, recordId, row, lawDate, ...place }) => [
    verdict === 'violation' ? '违规 violation' : '无法判定 undetermined',
    placeOf(place),
    rowOf({ row }),
    recordId,
    lawDate,
    because?.zh ?? '',
    because?.en ?? '',
  ]);
  // Some duties stand in instruments without articles.
  const article = tally.article === '' ? '' : `第${tally.article}条 Art. ${tally.article} · `;
  return [
    '',
    `${article}${tally.rule} · ${zh} ${en} · 违规 ${tally.violation} violation · 无法判定 ${tally.undetermined} undetermined`,
    ...indented([tally.title.zh, tally.title.en]),
    ...indented(aligned(rows, 72)),
    ...more(tally.violation + tally.undetermined),
    ...indented([`整改：${tally.remedy.zh}`, `Remedy: ${tally.remedy.en}`].map(printable)),
  ];
};

const faultLines = ({ faults, faultsTotal }: AuditReport): string[] => {
  if (faultsTotal === 0) return [];
  const lines = [...Iterator.from(faults()).take(listed)].flatMap((fault) => {
    const { code, row, column, found, expected, cause, fix } = fault;
    const where = [placeOf(fault), row !== undefined && `第 ${row} 行 row ${row}`, column, code].filter(Boolean);
    const what = found === undefined ? '' : `  （见 found: ${found}）`;
    const wanted = expected === undefined ? [] : [`    应为：${expected.zh} · expected: ${expected.en}`];
    return [`  ${where.join('  ')}${what}`, `    ${cause.zh} ${fix.zh}`, `    ${cause.en} ${fix.en}`, ...wanted].map(
      printable,
    );
  });
  return ['', `数据错误 Faults · ${faultsTotal}`, ...lines, ...more(faultsTotal)];
};

const warningLines = ({ warnings }: AuditReport): string[] => {
  if (warnings.length === 0) return [];
  const lines = warnings
    .slice(0, listed)
    .map((warning) =>
      printable(`  ${placeOf(warning)}  ${warning.column ?? ''}  ${warning.message.zh} · ${warning.message.en}`),
    );
  return ['', `提醒 Warnings · ${warnings.length}`, ...lines, ...more(warnings.length)];
};

/** The report for a person at a terminal: counts, then each rule with its rows, then faults and warnings. */
export const table: TextPrinter = (report) => {
  const { release, on } = report;
  const first = firstOfRules(report);
  const whatIf = on === undefined ? [] : [`假设：一律按 ${on} 的法律判定 · what if: all judged by the law of ${on}`];
  const lines = [
    `规则集 release ${release.name} (${release.digest.slice(0, 12)})`,
    ...whatIf,
    '',
    ...countsTable(report),
    ...report.rules.flatMap((rule) => ofRule(rule, first.get(rule.rule) ?? [])),
    ...faultLines(report),
    ...warningLines(report),
  ];
  return [`${lines.join('\n')}\n`];
};
