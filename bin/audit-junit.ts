import type { Text } from '../events/fault.ts';
import { type AuditReport, type FileReport, placeOf } from './audit-report.ts';

/** Characters that XML 1.0 cannot carry even escaped, and the controls it discourages. */
const unspeakable = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** For text and attributes alike. */
const escaped = (text: string): string =>
  text.replace(unspeakable, '\ufffd').replace(/[&<>"\t\n\r]/g, (char) => entities[char]!);

const attributes = (of: Readonly<Record<string, string | number>>): string =>
  Object.entries(of)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');

const both = ({ zh, en }: Text): string => `${zh}\n${en}`;

type Case = { readonly name: string; readonly classname: string; readonly outcome: 'passed' | Failed };
type Failed = { readonly tag: 'failure' | 'error' | 'skipped'; readonly message: string; readonly text: string };

const caseOf = ({ name, classname, outcome }: Case): string => {
  const open = `    <testcase${attributes({ classname, name })}`;
  if (outcome === 'passed') return `${open}/>`;
  const { tag, message, text } = outcome;
  return `${open}>\n      <${tag}${attributes({ message })}>${escaped(text)}</${tag}>\n    </testcase>`;
};

/** One case per finding and fault of the file; and one, passed, per rule that found nothing there. */
const casesOf = ({ file, recordKind }: FileReport, { findings, faults, rules }: AuditReport): Case[] => {
  const own = findings.filter((finding) => finding.file === file);
  const spoken = new Set(own.map(({ rule }) => rule));
  return [
    ...rules
      .filter((rule) => rule.recordKind === recordKind && !spoken.has(rule.rule))
      .map(({ rule, title }): Case => ({ classname: rule, name: title.zh, outcome: 'passed' })),
    ...own.map((finding): Case => {
      const { rule, row, recordId, verdict, title, because, remedy } = finding;
      return {
        classname: rule,
        name: `第 ${row} 行 row ${row} · ${recordId}`,
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

const tally = (cases: readonly Case[]) => {
  const of = (tag: string) => cases.filter(({ outcome }) => outcome !== 'passed' && outcome.tag === tag).length;
  return { tests: cases.length, failures: of('failure'), errors: of('error'), skipped: of('skipped') };
};

/** The report as JUnit XML: violations fail, what cannot be judged is skipped, faults are errors. */
export const junit = (report: AuditReport): string => {
  const suites = report.files.map((of) => ({ file: of.file, cases: casesOf(of, report) }));
  const written = suites.map(
    ({ file, cases }) =>
      `  <testsuite${attributes({ name: file, ...tally(cases) })}>\n${cases.map(caseOf).join('\n')}\n  </testsuite>`,
  );
  const all = tally(suites.flatMap(({ cases }) => cases));
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  return `${head}\n<testsuites${attributes({ name: 'fanzha-audit', ...all })}>\n${written.join('\n')}\n</testsuites>\n`;
};
