import type { Text } from '../events/fault.ts';
import type { Finding } from '../events/finding.ts';
import type { LineFault } from '../functions/files/prepared.ts';
import {
  type AuditReport,
  asFinding,
  type FileReport,
  mostListed,
  notListed,
  type Place,
  placeOf,
  rowOf,
  type TextPrinter,
} from './audit-report.ts';
import { type Case, junitXml } from './junit.ts';

const both = ({ zh, en }: Text): string => `${zh}\n${en}`;

/** One case per finding and fault of the file; and one, passed, per rule that found nothing there. */
const casesOf = (
  { file, recordKind }: FileReport,
  findings: readonly (Finding & Place)[],
  faults: readonly (LineFault & Place)[],
  { rules }: AuditReport,
): Case[] => {
  const own = findings.filter((finding) => finding.file === file);
  const spoken = new Set(own.map(({ rule }) => rule));
  return [
    ...rules
      .filter((rule) => rule.recordKind === recordKind && !spoken.has(rule.rule))
      .map(({ rule, title }): Case => ({ classname: rule, name: title.zh, outcome: 'passed' })),
    ...own.map((finding): Case => {
      const { rule, recordId, verdict, title, because, remedy } = finding;
      return {
        classname: rule,
        name: `${rowOf(finding)} · ${recordId}`,
        outcome: {
          tag: verdict === 'violation' ? 'failure' : 'skipped',
          message: because === null ? title.zh : because.zh,
          text: [placeOf(finding), both(title), because && both(because), both(remedy)].filter(Boolean).join('\n'),
        },
      };
    }),
    ...faults
      .filter((fault) => fault.file === file)
      .map((fault): Case => {
        const { code, row, column, cause, fix } = fault;
        return {
          classname: `reading.${code}`,
          name: [row !== undefined && `第 ${row} 行 row ${row}`, column].filter(Boolean).join(' · ') || code,
          outcome: { tag: 'error', message: cause.zh, text: [placeOf(fault), both(cause), both(fix)].join('\n') },
        };
      }),
  ];
};

/** The report as JUnit XML: violations fail, what cannot be judged is skipped, faults are errors. */
export const junit: TextPrinter = (report) => {
  const findings = [...Iterator.from(report.findings()).take(mostListed).map(asFinding)];
  const faults = [...Iterator.from(report.faults()).take(mostListed)];
  const cut = notListed(report).map(
    (message): Case => ({
      classname: 'report',
      name: 'NOT_ALL_LISTED',
      outcome: { tag: 'error', message: message.zh, text: both(message) },
    }),
  );
  const suites = report.files.map((of) => ({ name: of.file, cases: casesOf(of, findings, faults, report) }));
  return [junitXml(cut.length === 0 ? suites : [...suites, { name: 'report', cases: cut }])];
};
