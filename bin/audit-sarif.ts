import type { Text } from '../events/fault.ts';
import type { Severity, Verdict } from '../events/finding.ts';
import { asFinding, mostListed, notListed, type Place, type RuleTally, type TextPrinter } from './audit-report.ts';
import { sarifLog, uriOf } from './sarif.ts';

type Level = 'error' | 'warning' | 'note';

const levelOf: Readonly<Record<Severity, Level>> = { major: 'error', minor: 'warning', advisory: 'note' };
const both = ({ zh, en }: Text): string => `${zh}\n${en}`;

const locationOf = ({ file, line }: Place) => ({
  physicalLocation: {
    artifactLocation: { uri: uriOf(file) },
    ...(line !== undefined && { region: { startLine: line } }),
  },
});

const lawRule = ({ rule, title, remedy, severity, article, sources }: RuleTally) => ({
  id: rule,
  shortDescription: { text: both(title) },
  fullDescription: { text: `${sources}\n${both(title)}` },
  help: { text: `${sources}\n整改：${remedy.zh}\nRemedy: ${remedy.en}` },
  defaultConfiguration: { level: levelOf[severity] },
  properties: { article, severity },
});

/** Faults have no rule of law: each code is a rule of reading. */
const readingRule = (code: string) => ({
  id: `reading.${code}`,
  shortDescription: { text: both({ zh: `数据错误 ${code}`, en: `Fault in the data: ${code}` }) },
  help: {
    text: both({
      zh: '该行未被判定；按结果中的说明改正后重新判定。',
      en: 'The row was not judged; correct it as the result says and run again.',
    }),
  },
  defaultConfiguration: { level: 'error' as Level },
});

const levelFor = (verdict: Verdict, severity: Severity): Level =>
  verdict === 'undetermined' ? 'note' : levelOf[severity];

/** The report as a SARIF 2.1.0 log; undetermined findings are notes. */
export const sarif: TextPrinter = (report) => {
  const firstFaults = [...Iterator.from(report.faults()).take(mostListed)];
  const firstFindings = Iterator.from(report.findings()).take(mostListed).map(asFinding);
  const codes = [...new Set(firstFaults.map(({ code }) => code))].sort();
  const rules = [...report.rules.map(lawRule), ...codes.map(readingRule)];
  const indexOf = new Map(rules.map(({ id }, at) => [id, at]));

  const findings = firstFindings.map((finding) => {
    const { rule, verdict, severity, title, because, recordId, row, version, lawDate, missing } = finding;
    const said = because === null ? both(title) : `${because.zh}\n${because.en}`;
    return {
      ruleId: rule,
      ruleIndex: indexOf.get(rule),
      level: levelFor(verdict, severity),
      message: { text: `${recordId}: ${said}` },
      locations: [locationOf(finding)],
      properties: { verdict, recordId, row, version, lawDate, missing },
    };
  });
  const faults = firstFaults.map((fault) => {
    const { code, cause, fix, found, row, column, recordId } = fault;
    const where = column === undefined ? '' : `${column}: `;
    return {
      ruleId: `reading.${code}`,
      ruleIndex: indexOf.get(`reading.${code}`),
      level: 'error',
      message: { text: `${where}${both(cause)}\n${both(fix)}` },
      locations: [locationOf(fault)],
      properties: { row, column, recordId, found },
    };
  });
  const notifications = report.warnings.map((warning) => ({
    descriptor: { id: warning.code },
    level: 'warning',
    message: { text: both(warning.message) },
    locations: [locationOf(warning)],
  }));

  const cut = notListed(report).map((message) => ({
    descriptor: { id: 'NOT_ALL_LISTED' },
    level: 'warning',
    message: { text: both(message) },
  }));

  const log = sarifLog({
    driver: { name: 'fanzha-audit', version: report.release.name, rules },
    notifications: [...cut, ...notifications],
    files: report.files.map(({ file }) => file),
    results: [...findings, ...faults],
    properties: {
      release: report.release,
      counts: report.counts,
      ...(report.on !== undefined && { on: report.on }),
    },
  });
  return [log];
};
