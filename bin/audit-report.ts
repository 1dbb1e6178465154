import type { Text } from '../events/fault.ts';
import type { Finding, Severity } from '../events/finding.ts';
import type { Counts, Release } from '../events/submission.ts';
import type { FileFormat, LineFault, LineWarning } from '../functions/files/prepared.ts';
import { findingJson } from '../functions/judge-files/finding-json.ts';
import type { FileFinding } from '../functions/judge-files/judge-files.ts';

/** Where in the files given. */
export type Place = { readonly file: string; readonly line?: number };

/** One rule, and how often it came to which verdict. */
export type RuleTally = {
  readonly rule: string;
  readonly recordKind: string;
  readonly article: string;
  readonly severity: Severity;
  readonly title: Text;
  readonly remedy: Text;
  readonly sources: string;
  readonly violation: number;
  readonly undetermined: number;
  readonly compliant: number;
  readonly notApplicable: number;
};

export type FileReport = {
  readonly file: string;
  readonly format: FileFormat | 'unread';
  readonly recordKind: string | null;
  readonly counts: Counts;
};

/** A finding as it is kept; `asFinding` gives it as its readers see it. */
export type PlacedFinding = FileFinding & { readonly file: string };

/**
 * What a run over files found: every violation, everything undetermined, every fault; nothing personal but masked.
 * Findings and faults are read from where they are kept each time they are asked for: there may be millions.
 */
export type AuditReport = {
  readonly release: Release;
  /** The day whose law judged instead of the records' own: the report is a "what if". */
  readonly on?: string;
  readonly files: readonly FileReport[];
  readonly counts: Counts;
  readonly rules: readonly RuleTally[];
  readonly findings: () => Iterable<PlacedFinding>;
  /** What was judged of very many records alike, each thing once, in JSON: findings in JSON name it by its place. */
  readonly judgements: () => Iterable<string>;
  /** All findings as elements of a list in JSON, a comma before each; a piece is good until the next is asked for. */
  readonly findingsJson: () => AsyncIterable<Uint8Array>;
  readonly faults: () => Iterable<LineFault & Place>;
  readonly faultsTotal: number;
  readonly warnings: readonly (LineWarning & Place)[];
};

/** A report, piece by piece; each is good until the next is asked for. */
export type Pieces = Iterable<string> | AsyncIterable<string | Uint8Array>;

/** What prints a report. */
export type Printer = (report: AuditReport) => Pieces;
export type TextPrinter = (report: AuditReport) => Iterable<string>;

export const asFinding = ({ file, ...finding }: PlacedFinding): Finding & Place =>
  JSON.parse(findingJson(finding, file));

/** So many findings, and so many faults, stand in reports that are read as a whole; JSON has them all. */
export const mostListed = 20_000;

const sum = (rules: readonly RuleTally[], of: 'violation' | 'undetermined'): number =>
  rules.reduce((total, rule) => total + rule[of], 0);

/** 0 clean, 1 violations or faults, 2 undetermined only, 3 nothing judged because a file could not be read at all. */
export const exitCodeOf = ({ files, counts, rules, faultsTotal }: AuditReport): 0 | 1 | 2 | 3 => {
  if (counts.records === counts.faults && files.some(({ format }) => format === 'unread')) return 3;
  if (faultsTotal > 0 || sum(rules, 'violation') > 0) return 1;
  return sum(rules, 'undetermined') > 0 ? 2 : 0;
};

/** What a report of at most `mostListed` says where it leaves some out. */
export const notListed = ({ rules, faultsTotal }: AuditReport): readonly Text[] => {
  const findings = sum(rules, 'violation') + sum(rules, 'undetermined');
  const cut = (zh: string, en: string, total: number): Text[] =>
    total <= mostListed
      ? []
      : [
          {
            zh: `仅列出 ${total} 条${zh}中的前 ${mostListed} 条；全部见 --format json。`,
            en: `Only the first ${mostListed} of ${total} ${en} are listed; --format json has them all.`,
          },
        ];
  return [...cut('判定结果', 'findings', findings), ...cut('数据错误', 'faults', faultsTotal)];
};

/** `cards.csv:17`, or only the file where no line is to blame. */
export const placeOf = ({ file, line }: Place): string => (line === undefined ? file : `${file}:${line}`);

/** Which row; what is about all of a period has none. */
export const rowOf = ({ row }: { readonly row: number }): string =>
  row === 0 ? '整期 whole period' : `第 ${row} 行 row ${row}`;

export { severityWords } from '../functions/files/report-words.ts';
