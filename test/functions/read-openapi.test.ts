import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { kinds } from '../../events/records/kinds.generated.ts';
import { openApi } from '../../functions/read-openapi/openapi.ts';
import { operations } from '../../functions/read-openapi/operations.ts';
import { routes } from '../../infra/cloud/routes.ts';

type Operation = {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, object>>;
};
type Document = {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
};

const document = JSON.parse(JSON.stringify(openApi(routes, kinds))) as Document;

const refsIn = (value: unknown): string[] =>
  Object.entries(Object(value)).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : typeof inner === 'object' ? refsIn(inner) : [],
  );

const at = (ref: string): unknown =>
  ref
    .slice(2)
    .split('/')
    .reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], document);

it('has every route and nothing else', () => {
  const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(documented.toSorted()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).toSorted());
});

it('refers to nothing that is not there', () => {
  const dangling = [...new Set(refsIn(document))].filter((ref) => !ref.startsWith('#/$defs') && at(ref) === undefined);
  expect(dangling).toEqual([]);
});

it('gives every operation a name of its own', () => {
  const names = Object.values(document.paths).flatMap((methods) => Object.values(methods).map((o) => o.operationId));
  expect(new Set(names).size).toBe(names.length);
});

it('puts every operation into a chapter that has a title', () => {
  const { tags } = document as unknown as { readonly tags: readonly { readonly name: string }[] };
  const named = new Set(tags.map(({ name }) => name));
  const used = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).flatMap((operation) => (operation as unknown as { readonly tags: readonly string[] }).tags),
  );
  expect(new Set(used)).toEqual(named);
});

it('has a schema for the record of every kind', () => {
  for (const kind of Object.keys(kinds)) expect(Object.keys(document.components.schemas)).toContain(`Record.${kind}`);
});

it('says what every JSON route answers, and takes a body wherever one is sent', () => {
  const spoken = routes.filter(({ path }) => !path.startsWith('/docs') && path !== '/v1/openapi.json');
  expect(spoken.filter(({ method, path }) => !operations[`${method} ${path}`]).map(({ path }) => path)).toEqual([]);
});

it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s takes the query that its function takes, from those who may call it',
  async (name, { run, who }) => {
    const url = new URL(`../../functions/${run}/handler.ts`, import.meta.url);
    expect(existsSync(url)).toBe(true);
    for (const variable of ['TABLE', 'RECORDS_BUCKET', 'SEALED_BUCKET', 'UPLOADS_BUCKET'])
      process.env[variable] = 'test';
    process.env.IDENTITY_KEY = Buffer.alloc(32, 1).toString('base64');
    process.env.AWS_REGION = 'cn-north-1';
    const { handler } = await import(url.href);
    expect(handler.who).toEqual(who);
    expect([...(operations[name]?.query ?? [])].toSorted()).toEqual([...handler.query].toSorted());
  },
);
