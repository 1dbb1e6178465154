import type { Fault, Text } from '../events/fault.ts';
import type { Finding, Severity } from '../events/finding.ts';
import type { Counts, Release, Warning } from '../events/submission.ts';

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
  readonly format: 'json' | 'ndjson' | 'csv' | 'unread';
  readonly recordKind: string | null;
  readonly counts: Counts;
};

/** What a run over files found: every violation, everything undetermined, every fault; nothing personal but masked. */
export type AuditReport = {
  readonly release: Release;
  /** The day whose law judged instead of the records' own: the report is a "what if". */
  readonly on?: string;
  readonly files: readonly FileReport[];
  readonly counts: Counts;
  readonly rules: readonly RuleTally[];
  readonly findings: readonly (Finding & Place)[];
  readonly faults: readonly (Fault & Place)[];
  readonly warnings: readonly (Warning & Place)[];
};

/** 0 clean, 1 violations or faults, 2 undetermined only, 3 nothing judged because a file could not be read at all. */
export const exitCodeOf = ({ files, counts, findings, faults }: AuditReport): 0 | 1 | 2 | 3 => {
  if (counts.records === counts.faults && files.some(({ format }) => format === 'unread')) return 3;
  if (faults.length > 0 || findings.some(({ verdict }) => verdict === 'violation')) return 1;
  return findings.length > 0 ? 2 : 0;
};

/** `cards.csv:17`, or only the file where no line is to blame. */
export const placeOf = ({ file, line }: Place): string => (line === undefined ? file : `${file}:${line}`);

/** Which row; what is about all of a period has none. */
export const rowOf = ({ row }: { readonly row: number }): string =>
  row === 0 ? '整期 whole period' : `第 ${row} 行 row ${row}`;

export const severityWords: Readonly<Record<Severity, Text>> = {
  major: { zh: '严重', en: 'major' },
  minor: { zh: '一般', en: 'minor' },
  advisory: { zh: '提示', en: 'advisory' },
};
