import type { Fault, Text } from '../../events/fault.ts';
import type { Finding, Severity, Verdict } from '../../events/finding.ts';
import type { Counts, Release, Warning } from '../../events/submission.ts';

/** Where a thing stands in the files that were read, where there were any. */
export type Place = { readonly file?: string; readonly line?: number };

/** One thing that a report lists. They come findings first, then faults, then warnings. */
export type ReportRow =
  | { readonly of: 'finding'; readonly finding: Finding; readonly place?: Place }
  | { readonly of: 'fault'; readonly fault: Fault; readonly place?: Place }
  | { readonly of: 'warning'; readonly warning: Warning; readonly place?: Place };

export type ReportRows = AsyncIterable<ReportRow> | Iterable<ReportRow>;

/** One rule, and how often it came to which verdict. */
export type RuleCount = {
  readonly rule: string;
  readonly article: string;
  readonly severity: Severity;
  readonly title: Text;
  readonly remedy: Text;
  readonly violation: number;
  readonly undetermined: number;
  readonly compliant: number;
  readonly notApplicable: number;
};

/** What a report says before its rows. */
export type ReportSummary = {
  /** What was judged: the submission, or the files. */
  readonly about: readonly (readonly [what: Text, said: string])[];
  /** Left out where nothing was judged. */
  readonly release?: Release;
  readonly counts: Counts;
  readonly rules: readonly RuleCount[];
  readonly findings: number;
  readonly faults: number;
  readonly warnings: number;
  /** What the report leaves out, and where it is; said first of all. */
  readonly cut: readonly Text[];
};

const countOf: Readonly<Record<Verdict, 'violation' | 'undetermined' | 'compliant' | 'notApplicable'>> = {
  violation: 'violation',
  undetermined: 'undetermined',
  compliant: 'compliant',
  'not-applicable': 'notApplicable',
};

/** How often each rule came to which verdict; the ones most often broken first. */
export const countRules = (findings: Iterable<Finding>): readonly RuleCount[] => {
  const rules = new Map<string, { -readonly [K in keyof RuleCount]: RuleCount[K] }>();
  for (const { rule, article, severity, title, remedy, verdict } of findings) {
    let count = rules.get(rule);
    if (count === undefined) {
      const none = { violation: 0, undetermined: 0, compliant: 0, notApplicable: 0 };
      count = { rule, article, severity, title, remedy, ...none };
      rules.set(rule, count);
    }
    count[countOf[verdict]] += 1;
  }
  return [...rules.values()].sort(
    (a, b) => b.violation - a.violation || b.undetermined - a.undetermined || (a.rule < b.rule ? -1 : 1),
  );
};
