import type { Role } from '../../events/principal.ts';

type TableAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'ConditionCheckItem';

/** What a function may do, and nothing more: CDK turns it into its policy. `TransactWriteItems` is allowed by its parts. */
export type Grants = {
  readonly table?: readonly TableAction[];
  readonly records?: readonly ('GetObject' | 'PutObject')[];
  readonly sealed?: readonly 'PutObject'[];
  readonly uploads?: readonly ('GetObject' | 'PutObject' | 'DeleteObject')[];
  /** Reads the identity key, to turn personal values into tokens. */
  readonly identity?: true;
  readonly bus?: true;
  readonly topic?: true;
};

export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** The folder under functions/. */
  readonly run: string;
  readonly who: 'public' | readonly Role[];
  readonly may: Grants;
  /** One line for the API document. */
  readonly zh: string;
  readonly en: string;
};

export type Worker = {
  readonly run: string;
  /** The table's stream, or a fixed rate in minutes. */
  readonly on: 'stream' | { readonly everyMinutes: number };
  readonly may: Grants;
};

/** A step of the state machine that works on uploads. */
export type Step = {
  readonly run: string;
  readonly may: Grants;
  readonly memoryMb: number;
  /** Of disk, for the file and what is cut from it. */
  readonly diskGb?: number;
};

const anyone: readonly Role[] = ['enterprise', 'regulator', 'rule-author', 'auditor'];

const authors: readonly Role[] = ['regulator', 'rule-author', 'auditor'];
const supervisors: readonly Role[] = ['regulator', 'auditor'];
const parties: readonly Role[] = ['enterprise', 'regulator', 'auditor'];
const reads = ['GetItem', 'BatchGetItem', 'Query'] as const;
const changes = ['PutItem', 'UpdateItem'] as const;

/** The API's table of contents: CDK, the local host, the access tests and the OpenAPI document all walk it. */
export const routes: readonly Route[] = [
  route('GET', '/healthz', 'read-health', 'public', {}, '服务是否可用', 'Whether the service answers'),
  route('GET', '/docs', 'read-docs', 'public', {}, '可阅读的接口文档', 'The API, readable'),
  route('GET', '/docs/{file}', 'read-docs', 'public', {}, '接口文档的脚本', 'Script of the API page'),
  route('GET', '/v1/openapi.json', 'read-openapi', 'public', {}, 'OpenAPI 3.1 文档', 'The OpenAPI 3.1 document'),

  route('GET', '/v1/record-kinds', 'list-record-kinds', anyone, {}, '记录类型与字段', 'Record kinds and their fields'),
  route(
    'GET',
    '/v1/templates/{file}',
    'read-template',
    anyone,
    {},
    '一种记录的填报模板（KIND.xlsx 或 KIND.csv）',
    'The template of a record kind (KIND.xlsx or KIND.csv)',
  ),
  route('GET', '/v1/rules', 'list-rules', anyone, {}, '规则', 'Rules'),
  route('GET', '/v1/rules/{id}', 'read-rule', anyone, {}, '一条规则的全部版次', 'One rule with all its versions'),
  route(
    'GET',
    '/v1/rules/{id}/versions',
    'list-rule-versions',
    anyone,
    {},
    '一条规则各版次的全文与说明',
    'Every version of a rule, whole and in words',
  ),
  route('GET', '/v1/releases', 'list-releases', anyone, {}, '规则集发布', 'Releases of the rule set'),
  route(
    'POST',
    '/v1/replays',
    'replay-submissions',
    ['rule-author'],
    { table: ['GetItem', 'BatchGetItem', 'Query'], records: ['GetObject'] },
    '用另一发布重新判定已存报送，统计判定的变化',
    'Judge stored submissions by another release, and count which verdicts change',
  ),
  route(
    'GET',
    '/v1/releases/{name}/shadow',
    'read-shadow',
    authors,
    { table: ['Query'] },
    '影子发布与现行发布判定不同之处的计数',
    'How often a release in shadow would have said something else',
  ),
  route(
    'GET',
    '/v1/releases/{a}/diff/{b}',
    'diff-releases',
    anyone,
    {},
    '两次发布之间的变化（逐条文字说明）',
    'What changes from one release to another, in words, by article',
  ),
  route(
    'GET',
    '/v1/releases/{name}/oscal',
    'export-catalog',
    anyone,
    {},
    '一次发布的规则（OSCAL catalog）',
    'The rules of a release as an OSCAL catalog',
  ),

  route(
    'POST',
    '/v1/checks',
    'check-record',
    ['enterprise'],
    { table: ['GetItem', 'BatchGetItem'], identity: true },
    '判定一条记录，不保存',
    'Judge one record, store nothing',
  ),
  route(
    'POST',
    '/v1/submissions',
    'submit-records',
    ['enterprise'],
    {
      table: [...reads, ...changes, 'ConditionCheckItem'],
      records: ['GetObject', 'PutObject'],
      sealed: ['PutObject'],
      identity: true,
    },
    '报送自查记录',
    'Submit self-check records',
  ),
  route('GET', '/v1/submissions', 'list-submissions', parties, { table: ['Query'] }, '报送列表', 'Submissions'),
  route(
    'GET',
    '/v1/submissions/{id}',
    'read-submission',
    parties,
    { table: ['GetItem'] },
    '一次报送（可等待其变化）',
    'One submission; may wait until it moves on',
  ),
  route(
    'POST',
    '/v1/uploads',
    'create-upload',
    ['enterprise'],
    { table: ['GetItem', ...changes], uploads: ['PutObject'] },
    '上传文件：取得上传地址',
    'Upload a file: where to send its bytes',
  ),
  route(
    'DELETE',
    '/v1/uploads/{id}',
    'cancel-upload',
    ['enterprise'],
    { table: ['GetItem', ...changes], uploads: ['DeleteObject'] },
    '取消尚未开始记录的上传',
    'Cancel an upload of which nothing is recorded yet',
  ),
  route(
    'POST',
    '/v1/uploads/{id}/resume',
    'resume-upload',
    ['enterprise'],
    { table: ['GetItem', ...changes] },
    '恢复停滞或失败的上传',
    'Resume an upload that is stuck or has failed',
  ),
  route(
    'GET',
    '/v1/submissions/{id}/findings',
    'list-findings',
    parties,
    { table: ['GetItem'], records: ['GetObject'] },
    '一次报送的判定结果',
    'Findings of one submission',
  ),
  route(
    'GET',
    '/v1/submissions/{id}/oscal',
    'export-audit',
    parties,
    { table: ['GetItem'], records: ['GetObject'] },
    '一次报送的审计（OSCAL assessment results）',
    'The audit of one submission as OSCAL assessment results',
  ),
  route(
    'GET',
    '/v1/submissions/{id}/faults',
    'list-faults',
    parties,
    { table: ['GetItem'], records: ['GetObject'] },
    '一次报送中无法判定的记录的错误',
    'Faults of the records of one submission that could not be judged',
  ),
  route(
    'GET',
    '/v1/submissions/{id}/report.json',
    'read-report',
    parties,
    { table: ['GetItem'], records: ['GetObject'] },
    '一次报送的报告（JSON）',
    'The report of one submission as JSON',
  ),
  route(
    'GET',
    '/v1/submissions/{id}/report.csv',
    'read-report',
    parties,
    { table: ['GetItem'], records: ['GetObject'] },
    '一次报送的报告（CSV）',
    'The report of one submission as CSV',
  ),
  route(
    'GET',
    '/v1/submissions/{id}/report.xlsx',
    'read-report',
    parties,
    { table: ['GetItem'], records: ['GetObject'] },
    '一次报送的报告（工作簿）',
    'The report of one submission as a workbook',
  ),
  route(
    'GET',
    '/v1/submissions/{id}/report.html',
    'read-report',
    parties,
    { table: ['GetItem'], records: ['GetObject'] },
    '一次报送的报告（可打印）',
    'The report of one submission, to be printed',
  ),
  route(
    'GET',
    '/v1/submissions/{id}/copies/{copy}',
    'read-copy',
    ['enterprise'],
    { table: ['GetItem'], uploads: ['GetObject'] },
    '上传的表格加标注后的副本（annotated），或仅含需改正各行的副本（to-fix）：转到下载地址',
    'An uploaded table with marks (annotated), or only its rows to correct (to-fix): leads to where it is fetched',
  ),
  route(
    'GET',
    '/v1/violations',
    'list-violations',
    parties,
    { table: ['BatchGetItem', 'Query'] },
    '违规列表',
    'Violations',
  ),
  route(
    'GET',
    '/v1/violations/{id}',
    'read-violation',
    parties,
    { table: ['GetItem', 'BatchGetItem'] },
    '一项违规',
    'One violation',
  ),

  route('GET', '/v1/lists', 'list-lists', supervisors, { table: ['GetItem'] }, '名单', 'Lists kept by authorities'),
  route(
    'POST',
    '/v1/lists/{list}/imports',
    'import-list',
    ['regulator'],
    {
      table: [...reads, ...changes, 'ConditionCheckItem'],
      records: ['GetObject', 'PutObject'],
      identity: true,
    },
    '导入名单',
    'Import entries of a list',
  ),
  route(
    'GET',
    '/v1/lists/{list}/imports',
    'list-list-imports',
    supervisors,
    { table: ['Query'] },
    '本部门的导入回执',
    'Receipts of one’s own authority’s imports',
  ),
  route(
    'GET',
    '/v1/lists/{list}/imports/{id}',
    'read-list-import',
    supervisors,
    { table: ['GetItem'] },
    '一次导入的回执',
    'The receipt of one import',
  ),
  route(
    'GET',
    '/v1/lists/{list}/entries',
    'list-list-entries',
    supervisors,
    { table: ['GetItem', 'Query'] },
    '本部门列入的名单项（脱敏）',
    'What one’s own authority has on a list, masked',
  ),

  route('GET', '/v1/notices', 'list-notices', parties, { table: ['Query'] }, '通知', 'Notices'),
  route(
    'GET',
    '/v1/subscriptions',
    'list-subscriptions',
    parties,
    { table: ['Query'] },
    '通知订阅',
    'Notice subscriptions',
  ),
  route(
    'POST',
    '/v1/subscriptions',
    'create-subscription',
    ['enterprise', 'regulator'],
    { table: ['GetItem', 'Query', ...changes] },
    '新建通知订阅',
    'Subscribe to notices by webhook',
  ),
  route(
    'GET',
    '/v1/subscriptions/{id}',
    'read-subscription',
    parties,
    { table: ['GetItem'] },
    '一个订阅的投递状态',
    'One subscription and how delivery stands',
  ),
  route(
    'DELETE',
    '/v1/subscriptions/{id}',
    'delete-subscription',
    ['enterprise', 'regulator'],
    { table: ['GetItem', ...changes, 'DeleteItem'] },
    '删除订阅',
    'End a subscription',
  ),
  route(
    'POST',
    '/v1/subscriptions/{id}/resume',
    'resume-subscription',
    ['enterprise', 'regulator'],
    { table: ['GetItem', ...changes] },
    '恢复投递',
    'Resume delivery after a pause',
  ),
  route(
    'POST',
    '/v1/subscriptions/{id}/replay',
    'replay-subscription',
    ['enterprise', 'regulator'],
    { table: ['GetItem', ...changes] },
    '从某序号重新投递',
    'Deliver again from a sequence number',
  ),

  route(
    'GET',
    '/v1/registry/enterprises',
    'read-registry',
    parties,
    { table: ['Query'] },
    '企业与网点',
    'Enterprises and their branches',
  ),
  route('GET', '/v1/registry/authorities', 'read-registry', parties, { table: ['Query'] }, '主管部门', 'Authorities'),
  route(
    'GET',
    '/v1/registry/filing-duties',
    'read-registry',
    parties,
    { table: ['Query'] },
    '报送义务',
    'Filing duties',
  ),
  route(
    'GET',
    '/v1/registry/overdue-filings',
    'list-overdue-filings',
    parties,
    { table: ['Query'] },
    '逾期未报',
    'Filings not made in time',
  ),
  route(
    'PUT',
    '/v1/registry/enterprises/{id}',
    'write-registry',
    ['regulator'],
    { table: ['GetItem', 'Query', ...changes] },
    '登记企业与网点',
    'Register an enterprise and its branches',
  ),
  route(
    'PUT',
    '/v1/registry/authorities/{id}',
    'write-registry',
    ['regulator'],
    { table: ['GetItem', ...changes] },
    '登记主管部门',
    'Register an authority',
  ),
  route(
    'PUT',
    '/v1/registry/filing-duties/{id}',
    'write-registry',
    ['regulator'],
    { table: ['GetItem', ...changes] },
    '登记报送义务',
    'Register a filing duty',
  ),
];

/** What runs without being asked. */
export const workers: readonly Worker[] = [
  { run: 'dispatch-journal', on: 'stream', may: { table: ['GetItem', 'Query', ...changes], bus: true, topic: true } },
  { run: 'deliver-webhooks', on: { everyMinutes: 1 }, may: { table: ['Query', ...changes] } },
  {
    run: 'sweep',
    on: { everyMinutes: 5 },
    may: {
      table: [...reads, ...changes, 'ConditionCheckItem'],
      records: ['GetObject', 'PutObject'],
      bus: true,
      topic: true,
    },
  },
  {
    run: 'watch-uploads',
    on: { everyMinutes: 1 },
    may: { table: ['Query', ...changes], uploads: ['GetObject', 'DeleteObject'] },
  },
  { run: 'check-filings', on: { everyMinutes: 60 }, may: { table: ['BatchGetItem', 'Query', ...changes] } },
];

/** In the order of the state machine in infra/cloud/uploads-stack.ts; one machine runs them all in one process. */
export const steps: readonly Step[] = [
  {
    run: 'prepare-upload',
    may: { table: ['GetItem', ...changes], uploads: ['GetObject', 'PutObject', 'DeleteObject'] },
    memoryMb: 3_008,
    diskGb: 10,
  },
  {
    run: 'judge-upload-slices',
    may: { table: ['GetItem', 'UpdateItem'], uploads: ['GetObject', 'PutObject'], identity: true },
    memoryMb: 1_769,
  },
  {
    run: 'count-upload',
    may: {
      table: [...reads, ...changes],
      records: ['GetObject', 'PutObject'],
      sealed: ['PutObject'],
      uploads: ['GetObject'],
      identity: true,
    },
    memoryMb: 3_008,
    diskGb: 10,
  },
  {
    run: 'record-upload',
    may: {
      table: [...reads, ...changes, 'ConditionCheckItem'],
      records: ['GetObject', 'PutObject'],
      uploads: ['DeleteObject'],
    },
    memoryMb: 3_008,
    diskGb: 10,
  },
  {
    run: 'copy-upload',
    may: {
      table: ['GetItem', 'UpdateItem'],
      records: ['GetObject'],
      uploads: ['GetObject', 'PutObject', 'DeleteObject'],
    },
    memoryMb: 3_008,
    diskGb: 10,
  },
  { run: 'fail-upload', may: { table: ['GetItem', ...changes] }, memoryMb: 512 },
];

function route(
  method: Route['method'],
  path: string,
  run: string,
  who: Route['who'],
  may: Grants,
  zh: string,
  en: string,
): Route {
  return { method, path, run, who, may, zh, en };
}
