import * as z from 'zod';
import { Fault, Text } from '../../events/fault.ts';
import { Finding, Severity, Verdict } from '../../events/finding.ts';
import { ListedEntry, ListImportRequest, ListReceipt, ListSummary } from '../../events/list-import.ts';
import { Notice } from '../../events/notice.ts';
import { OverdueFiling } from '../../events/overdue-filing.ts';
import { ProblemDetails } from '../../events/problem.ts';
import { Authority, Branch, Enterprise, FilingDuty } from '../../events/registry.ts';
import { Replay, ReplayRequest as RulesReplayRequest } from '../../events/replay.ts';
import { Audit, Release, Submission, SubmissionView, Warning } from '../../events/submission.ts';
import { CreatedSubscription, ReplayRequest, Subscription, SubscriptionRequest } from '../../events/subscription.ts';
import { CreatedUpload, SubmissionState, UploadCopies, UploadProgress, UploadRequest } from '../../events/upload.ts';
import { Violation } from '../../events/violation.ts';
import { Condition, Rule } from '../../rules/engine/rule.ts';
import { Check } from '../check-record/check.ts';
import { ViolationWithRange } from '../read-violation/violation-with-range.ts';

const Health = z.strictObject({ status: z.literal('ok'), release: Release });

const Checked = z.strictObject({
  release: Release,
  verdict: Verdict.nullable(),
  findings: z.array(Finding),
  warnings: z.array(Warning),
});

const RecordKind = z.strictObject({ kind: z.string(), sectors: z.array(z.string()), title: Text, schema: z.json() });

const RuleWords = z.strictObject({ scope: Text, duty: Text });

const RuleSummary = z.strictObject({
  id: z.string(),
  obligation: z.string(),
  title: Text,
  recordKind: z.string(),
  per: Rule.shape.per,
  lawDate: z.string(),
  severity: Severity,
  article: z.string(),
  sources: Rule.shape.sources,
  remedy: Rule.shape.remedy,
  words: RuleWords,
  notEncoded: Rule.shape.notEncoded,
  versions: z.array(Rule.pick({ effective: true, severity: true, parameters: true }).extend({ version: z.string() })),
});

const RuleVersion = Rule.extend({ version: z.string() });
const RuleWithVersions = z.strictObject({ id: z.string(), versions: z.array(RuleVersion) });

const RuleVersionInWords = RuleVersion.extend({ words: RuleWords });

const ReleaseSummary = Release.extend({
  sm3: z.string().optional(),
  states: z.array(z.strictObject({ state: z.string(), on: z.string(), reason: z.string().optional() })),
  rules: z.array(z.strictObject({ id: z.string(), version: z.string() })),
  parameters: z.array(z.strictObject({ id: z.string(), overrides: z.int() })),
  notes: z.array(Text),
  judges: z.boolean(),
});

const ReleaseDiff = z.strictObject({
  from: z.string(),
  to: z.string(),
  differences: z.array(
    z.strictObject({
      article: z.string(),
      rule: z.string(),
      version: z.string(),
      change: z.enum(['rule-added', 'rule-removed', 'version-added', 'version-removed']),
      text: Text,
      details: z.array(Text),
    }),
  ),
});

const ShadowReport = z.strictObject({
  release: z.string(),
  state: z.string(),
  submissions: z.int(),
  records: z.int(),
  rules: z.record(z.string(), z.strictObject({ appears: z.int(), disappears: z.int(), changes: z.int() })),
});

/** Documents of a standard that has schemas of its own: they are not repeated here. */
const OscalCatalog = z.strictObject({ catalog: z.record(z.string(), z.json()) });
const OscalAssessmentResults = z.strictObject({ 'assessment-results': z.record(z.string(), z.json()) });

const answers = {
  Audit,
  Authority,
  Branch,
  Checked,
  Condition,
  CreatedSubscription,
  CreatedUpload,
  Enterprise,
  Fault,
  FilingDuty,
  Finding,
  Health,
  ListedEntry,
  ListReceipt,
  ListSummary,
  Notice,
  OscalAssessmentResults,
  OscalCatalog,
  OverdueFiling,
  Problem: ProblemDetails,
  RecordKind,
  Release,
  ReleaseDiff,
  ReleaseSummary,
  RuleSummary,
  RuleVersion,
  RuleVersionInWords,
  RuleWithVersions,
  RulesReplay: Replay,
  ShadowReport,
  SubmissionState,
  SubmissionView,
  Subscription,
  Text,
  UploadCopies,
  UploadProgress,
  Violation,
  ViolationWithRange,
  Warning,
} as const;

const requests = {
  CheckRequest: Check,
  ListImportRequest,
  ReplayRequest,
  RulesReplayRequest,
  SubmissionRequest: Submission,
  SubscriptionRequest,
  UploadRequest,
} as const;

export type SchemaName = keyof typeof answers | keyof typeof requests;

export const refTo = (name: string): { readonly $ref: string } => ({ $ref: `#/components/schemas/${name}` });

// zod puts what refers to itself without a name of ours (any JSON) into one shared schema, by a reference of its own.
const sharedRef = /#\/components\/schemas\/__shared#\/\$defs\//g;

const named = (schemas: Readonly<Record<string, z.ZodType>>, io: 'input' | 'output'): Record<string, object> => {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const uri = (id: string) => refTo(id).$ref;
  const all = z.toJSONSchema(registry, { io, uri, unrepresentable: 'any' }).schemas;
  const { __shared: shared, ...own } = JSON.parse(
    JSON.stringify(all).replaceAll(sharedRef, refTo(`${io}.`).$ref),
  ) as Record<string, { $defs?: Record<string, object> }>;
  const anonymous = Object.entries(shared?.$defs ?? {}).map(([id, schema]) => [`${io}.${id}`, schema] as const);
  return { ...own, ...Object.fromEntries(anonymous) };
};

/** Every named schema of the API as JSON Schema 2020-12, which is what OpenAPI 3.1 takes. */
export const componentSchemas = (): Readonly<Record<string, object>> => {
  const all = { ...named(requests, 'input'), ...named(answers, 'output') } as Record<string, Record<string, unknown>>;
  return Object.fromEntries(Object.entries(all).map(([name, { $id: _, $schema: __, ...schema }]) => [name, schema]));
};
