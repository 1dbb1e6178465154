import { filterNames } from '../list-violations/filter.ts';
import type { SchemaName } from './schemas.ts';

export type Operation = {
  /** Names as in the handler's options: a test compares them. */
  readonly query?: readonly string[];
  readonly request?: SchemaName;
  readonly answers?: Readonly<Record<number, SchemaName | { readonly listOf: SchemaName }>>;
  /** Media types of an answer that is a file, not JSON. */
  readonly files?: readonly string[];
  /** It leads to where the answer is fetched. */
  readonly leads?: true;
  readonly idempotent?: true;
};

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const paged = ['cursor', 'limit'];
const list = (listOf: SchemaName, ...query: readonly string[]): Operation => ({
  query: [...query, ...paged],
  answers: { 200: { listOf } },
});
const registered = (entry: SchemaName): Operation => ({
  request: entry,
  answers: { 200: entry, 201: entry },
  idempotent: true,
});

/** What a route takes and gives, beyond what the table of routes says of it. */
export const operations: Readonly<Record<string, Operation>> = {
  'GET /healthz': { answers: { 200: 'Health' } },
  'GET /v1/record-kinds': list('RecordKind'),
  'GET /v1/templates/{file}': { files: [workbook, 'text/csv'] },
  'GET /v1/rules': list('RuleSummary'),
  'GET /v1/rules/{id}': { answers: { 200: 'RuleWithVersions' } },
  'GET /v1/rules/{id}/versions': list('RuleVersionInWords'),
  'GET /v1/releases': list('ReleaseSummary'),
  'POST /v1/replays': { request: 'RulesReplayRequest', answers: { 200: 'RulesReplay' } },
  'GET /v1/releases/{name}/shadow': { answers: { 200: 'ShadowReport' } },
  'GET /v1/releases/{name}/oscal': { answers: { 200: 'OscalCatalog' } },
  'GET /v1/releases/{a}/diff/{b}': { answers: { 200: 'ReleaseDiff' } },
  'POST /v1/checks': { request: 'CheckRequest', answers: { 200: 'Checked' } },
  'POST /v1/submissions': {
    query: ['dryRun'],
    request: 'SubmissionRequest',
    answers: { 200: 'Audit', 201: 'Audit' },
    idempotent: true,
  },
  'GET /v1/submissions': list('SubmissionView', 'recordKind', 'enterprise', 'branch'),
  'GET /v1/submissions/{id}': { query: ['wait'], answers: { 200: 'SubmissionState' } },
  'POST /v1/uploads': {
    request: 'UploadRequest',
    answers: { 200: 'CreatedUpload', 201: 'CreatedUpload' },
    idempotent: true,
  },
  'DELETE /v1/uploads/{id}': { answers: { 200: 'SubmissionState' }, idempotent: true },
  'POST /v1/uploads/{id}/resume': { answers: { 202: 'SubmissionState' }, idempotent: true },
  'GET /v1/submissions/{id}/findings': list('Finding'),
  'GET /v1/submissions/{id}/oscal': { answers: { 200: 'OscalAssessmentResults' } },
  'GET /v1/submissions/{id}/faults': list('Fault'),
  'GET /v1/submissions/{id}/report.json': { files: ['application/json'] },
  'GET /v1/submissions/{id}/report.csv': { files: ['text/csv'] },
  'GET /v1/submissions/{id}/report.xlsx': { files: [workbook] },
  'GET /v1/submissions/{id}/report.html': { files: ['text/html'] },
  'GET /v1/submissions/{id}/copies/{copy}': { leads: true },
  'GET /v1/violations': list('Violation', ...filterNames),
  'GET /v1/violations/{id}': { answers: { 200: 'ViolationWithRange' } },
  'GET /v1/lists': list('ListSummary'),
  'POST /v1/lists/{list}/imports': {
    request: 'ListImportRequest',
    answers: { 200: 'ListReceipt', 201: 'ListReceipt' },
    idempotent: true,
  },
  'GET /v1/lists/{list}/imports': list('ListReceipt'),
  'GET /v1/lists/{list}/imports/{id}': { answers: { 200: 'ListReceipt' } },
  'GET /v1/lists/{list}/entries': list('ListedEntry'),
  'GET /v1/notices': list('Notice', 'after'),
  'GET /v1/subscriptions': list('Subscription'),
  'POST /v1/subscriptions': {
    request: 'SubscriptionRequest',
    answers: { 201: 'CreatedSubscription' },
    idempotent: true,
  },
  'GET /v1/subscriptions/{id}': { answers: { 200: 'Subscription' } },
  'DELETE /v1/subscriptions/{id}': { idempotent: true },
  'POST /v1/subscriptions/{id}/resume': { answers: { 200: 'Subscription' }, idempotent: true },
  'POST /v1/subscriptions/{id}/replay': {
    request: 'ReplayRequest',
    answers: { 200: 'Subscription' },
    idempotent: true,
  },
  'GET /v1/registry/overdue-filings': list('OverdueFiling'),
  'GET /v1/registry/enterprises': list('Enterprise'),
  'GET /v1/registry/authorities': list('Authority'),
  'GET /v1/registry/filing-duties': list('FilingDuty'),
  'PUT /v1/registry/enterprises/{id}': registered('Enterprise'),
  'PUT /v1/registry/authorities/{id}': registered('Authority'),
  'PUT /v1/registry/filing-duties/{id}': registered('FilingDuty'),
};
