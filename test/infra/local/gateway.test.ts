import { request as httpRequest } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '../../../infra/cloud/routes.ts';
import { openGateway } from '../../../infra/local/gateway.ts';

const route = (method: Route['method'], path: string, run = 'echo', who: Route['who'] = 'public'): Route => ({
  method,
  path,
  run,
  who,
  may: {},
  zh: '',
  en: '',
});

const routes = [
  route('GET', '/things'),
  route('POST', '/things'),
  route('GET', '/things/{id}'),
  route('GET', '/things/newest', 'newest'),
  route('GET', '/closed', 'echo', ['auditor']),
  route('GET', '/bytes', 'bytes'),
  route('GET', '/failing', 'failing'),
];

const functions = new Map([
  ['echo', async (event: APIGatewayProxyEventV2) => ({ statusCode: 200, body: JSON.stringify(event) })],
  ['newest', async () => ({ statusCode: 200, body: 'newest' })],
  ['bytes', async () => ({ statusCode: 200, body: Buffer.from([0, 255]).toString('base64'), isBase64Encoded: true })],
  ['failing', () => Promise.reject(new Error('a bug'))],
]);

const lines: string[] = [];
let gateway: Awaited<ReturnType<typeof openGateway>>;
let address: string;

beforeAll(async () => {
  const authorizer = async ({ headers }: { headers: { authorization?: string } }) =>
    headers.authorization === 'Bearer good' ? { jwt: { claims: { sub: 'a' } } } : undefined;
  gateway = await openGateway({ routes, functions, authorizer, log: (line) => lines.push(line) }, 0, '127.0.0.1');
  address = `http://127.0.0.1:${gateway.port}`;
});
afterAll(() => gateway.close());

const eventOf = async (path: string, init?: RequestInit): Promise<APIGatewayProxyEventV2> =>
  (await (await fetch(address + path, init)).json()) as APIGatewayProxyEventV2;

describe('an event', () => {
  it('has its path decoded and its query not', async () => {
    expect(await eventOf('/things/%E6%B5%B7%2F1?q=%E6%B5%B7&a=1&a=2')).toMatchObject({
      version: '2.0',
      routeKey: 'GET /things/{id}',
      rawPath: '/things/海/1',
      pathParameters: { id: '海/1' },
      rawQueryString: 'q=%E6%B5%B7&a=1&a=2',
      queryStringParameters: { q: '海', a: '1,2' },
    });
  });

  it('has no parameters where there are none', async () => {
    const event = await eventOf('/things');
    expect(event).not.toHaveProperty('queryStringParameters');
    expect(event).not.toHaveProperty('pathParameters');
    expect(event).not.toHaveProperty('body');
  });

  it.each([
    ['text as it is', 'application/json', '{"a":"海"}', '{"a":"海"}', false],
    ['other bytes in base64', 'application/octet-stream', Buffer.from([1, 255]), 'Af8=', true],
    ['bytes that only say they are text in base64', 'application/json', Buffer.from([1, 255]), 'Af8=', true],
  ])('carries %s', async (_, type, sent, body, isBase64Encoded) => {
    const event = await eventOf('/things', { method: 'POST', headers: { 'content-type': type }, body: sent });
    expect(event).toMatchObject({ body, isBase64Encoded });
  });

  it('joins a header that is given twice', async () => {
    const body = await new Promise<string>((resolve, reject) => {
      const options = { headers: { 'x-two': ['1', '2'] } };
      const asked = httpRequest(`${address}/things`, options, async (response) => {
        resolve((await response.toArray()).join(''));
      });
      asked.on('error', reject).end();
    });
    expect(JSON.parse(body).headers['x-two']).toBe('1,2');
  });

  it('goes to the fixed path before the one with a parameter', async () => {
    expect(await (await fetch(`${address}/things/newest`)).text()).toBe('newest');
  });

  it('carries who calls, as the authorizer says', async () => {
    const event = await eventOf('/closed', { headers: { authorization: 'Bearer good' } });
    expect(event.requestContext).toMatchObject({ authorizer: { jwt: { claims: { sub: 'a' } } } });
  });
});

describe('what the gateway refuses itself', () => {
  it.each([
    ['an unknown path', '/nothing', {}, 404, 'Not Found'],
    ['a method the path does not have', '/things', { method: 'DELETE' }, 404, 'Not Found'],
    ['a parameter that is empty', '/things/', {}, 404, 'Not Found'],
    ['a percent sign that does not decode', '/things/%zz', {}, 400, 'Bad Request'],
    ['a caller it does not know', '/closed', {}, 401, 'Unauthorized'],
    ['a function that fails', '/failing', {}, 500, 'Internal Server Error'],
  ])('has its plain body for %s', async (_, path, init, status, message) => {
    const answer = await fetch(address + path, init);
    expect([answer.status, await answer.json()]).toEqual([status, { message }]);
  });

  it('is a body over 10 MB', async () => {
    const answer = await fetch(`${address}/things`, { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024 + 1) });
    expect([answer.status, await answer.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
  });
});

it('sends bytes as bytes', async () => {
  const answer = await fetch(`${address}/bytes`);
  expect([...(await answer.bytes())]).toEqual([0, 255]);
});

it('logs no query and no body', async () => {
  await fetch(`${address}/things?phone=13800138000`, { method: 'POST', body: '13900139000' });
  expect(lines.join('\n')).toMatch(/POST \/things 200/);
  expect(lines.join('\n')).not.toMatch(/13800138000|13900139000/);
});
