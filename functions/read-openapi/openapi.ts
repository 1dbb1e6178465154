import type { Contract } from '../../events/contract.ts';
import { recordSchema } from '../../events/record-schema.ts';
import { type Operation, operations } from './operations.ts';
import { componentSchemas, refTo } from './schemas.ts';

/** What the document says of a route; infra/cloud/routes.ts has them all. */
export type DocumentedRoute = {
  readonly method: string;
  readonly path: string;
  readonly who: 'public' | readonly string[];
  readonly zh: string;
  readonly en: string;
};

const parameterTexts: Readonly<Record<string, string>> = {
  cursor: '上一页的 next · `next` of the page before',
  limit: '每页条数 1–200，默认 50 · items a page, 1–200, 50 by default',
  dryRun: 'true：只判定，不保存 · judge only, store nothing',
  from: '首次发现时间起（含） · first seen from, included',
  to: '首次发现时间止（日期含当日，时刻不含） · first seen until: a day is included, an instant is not',
  wait: '至多等待的秒数（0–20），状态或计数一变即答 · wait so many seconds (0–20) for its stage or a count to change',
  after: '此序号之后 · after this sequence number',
};

const parametersOf = (path: string, { query = [], idempotent }: Operation): readonly object[] => [
  ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  })),
  ...query.map((name) => ({
    name,
    in: 'query',
    ...(parameterTexts[name] && { description: parameterTexts[name] }),
    schema: { type: name === 'limit' || name === 'wait' ? 'integer' : name === 'dryRun' ? 'boolean' : 'string' },
  })),
  ...(idempotent
    ? [
        {
          name: 'Idempotency-Key',
          in: 'header',
          description: '24 小时内同键同内容得到首次的答复 · for 24 h the same key and content get the first answer',
          schema: { type: 'string', minLength: 1, maxLength: 255 },
        },
      ]
    : []),
];

const content = (schema: object) => ({ 'application/json': { schema } });

const pageOf = (name: string) => ({
  type: 'object',
  required: ['items', 'next'],
  properties: { items: { type: 'array', items: refTo(name) }, next: { type: ['string', 'null'] } },
});

const answersOf = ({ answers = {}, files = [], leads }: Operation): Readonly<Record<string, object>> => ({
  ...Object.fromEntries(
    Object.entries(answers).map(([status, name]) => [
      status,
      {
        description: status === '201' ? '已创建 · created' : '成功 · done',
        content: content(typeof name === 'string' ? refTo(name) : pageOf(name.listOf)),
      },
    ]),
  ),
  ...(files.length > 0 && {
    200: { description: '文件 · the file', content: Object.fromEntries(files.map((type) => [type, {}])) },
  }),
  ...(leads && {
    303: {
      description: '下载地址，几分钟内有效 · where to fetch it, for some minutes',
      headers: { location: { schema: { type: 'string', format: 'uri' } } },
    },
  }),
  default: { $ref: '#/components/responses/Problem' },
});

/** Chapters of the document, by the first part of a path. */
const chapters: readonly (readonly [name: string, title: string, paths: RegExp])[] = [
  ['submissions', '报送与判定 · Submissions', /^\/v1\/(checks|submissions)/],
  ['violations', '违规 · Violations', /^\/v1\/violations/],
  ['notices', '通知 · Notices', /^\/v1\/(notices|subscriptions)/],
  ['registry', '登记簿 · Registry', /^\/v1\/registry/],
  ['rules', '规则与记录类型 · Rules and record kinds', /^\/v1\/(rules|releases|record-kinds|templates)/],
  ['service', '服务 · Service', /^/],
];
const chapterOf = (path: string): string => chapters.find(([, , paths]) => paths.test(path))![0];

const operationOf = ({ method, path, who, zh, en }: DocumentedRoute): object => {
  const operation = operations[`${method} ${path}`] ?? {};
  const isPublic = who === 'public';
  return {
    operationId: `${method.toLowerCase()}${path.replaceAll(/[{}]/g, '').replaceAll(/[/.-]/g, '_')}`,
    tags: [chapterOf(path)],
    summary: `${zh} · ${en}`,
    ...(isPublic ? { security: [] } : { description: `角色 roles: ${who.join(', ')}` }),
    parameters: parametersOf(path, operation),
    ...(operation.request && { requestBody: { required: true, content: content(refTo(operation.request)) } }),
    responses: {
      ...(!isPublic && { 401: { $ref: '#/components/responses/Unauthorized' } }),
      ...answersOf(operation),
    },
  };
};

const recordName = (kind: string): string => `Record.${kind}`;

/** The OpenAPI 3.1 document: routes from the one table, schemas from what the code itself checks with. */
export const openApi = (routes: readonly DocumentedRoute[], kinds: Readonly<Record<string, Contract>>): object => {
  const schemas = structuredClone(componentSchemas()) as Record<string, { properties?: Record<string, object> }>;
  const anyRecord = { anyOf: Object.keys(kinds).map((kind) => refTo(recordName(kind))) };
  schemas.SubmissionRequest!.properties!.records = { type: 'array', maxItems: 1_000, items: anyRecord };
  schemas.CheckRequest!.properties!.record = anyRecord;

  return {
    openapi: '3.1.0',
    info: {
      title: '反诈合规审计 · Fanzha Audit',
      version: 'v1',
      description:
        '依《反电信网络诈骗法》判定企业自查记录。 Judges self-check records by the Anti-Telecom and Online Fraud Law.',
    },
    servers: [{ url: '/' }],
    tags: chapters.map(([name, title]) => ({ name, 'x-displayName': title })),
    security: [{ bearer: [] }, { sigv4: [] }],
    paths: Object.fromEntries(
      [...new Set(routes.map(({ path }) => path))].map((path) => [
        path,
        Object.fromEntries(
          routes
            .filter((route) => route.path === path)
            .map((route) => [route.method.toLowerCase(), operationOf(route)]),
        ),
      ]),
    ),
    components: {
      schemas: {
        ...schemas,
        ...Object.fromEntries(Object.values(kinds).map((kind) => [recordName(kind.kind), recordSchema(kind)])),
      },
      responses: {
        Problem: {
          description: '拒绝（RFC 9457） · a refusal',
          content: { 'application/problem+json': { schema: refTo('Problem') } },
        },
        Unauthorized: {
          description: '令牌缺失或无效 · no valid token',
          content: content({ type: 'object', properties: { message: { type: 'string' } } }),
        },
      },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        sigv4: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: 'AWS Signature Version 4, on the API for IAM callers',
        },
      },
    },
  };
};
