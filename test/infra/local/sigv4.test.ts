import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signerOf } from '../../../infra/local/sigv4.ts';

const keys = [
  { accessKeyId: 'LOCAL1', secretAccessKey: 'one', roleArn: 'arn:aws-cn:iam::000000000000:role/one' },
  { accessKeyId: 'LOCAL2', secretAccessKey: 'two', roleArn: 'arn:aws-cn:iam::000000000000:role/two' },
];
const server = createServer(async (request: IncomingMessage, response) => {
  const body = Buffer.concat(await request.toArray());
  response.end((await signerOf(request, body, keys))?.roleArn ?? 'nobody');
});
let host: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

type Vary = {
  readonly secret?: string;
  readonly service?: string;
  readonly at?: Date;
  readonly checksum?: boolean;
  readonly sent?: { readonly path?: string; readonly query?: string; readonly body?: string; readonly method?: string };
};

/** Signs one request and sends it, or another one under its signature. */
const ask = async ({
  secret = 'two',
  service = 'execute-api',
  at = new Date(),
  checksum = true,
  sent = {},
}: Vary = {}) => {
  const signer = new SignatureV4({
    credentials: { accessKeyId: 'LOCAL2', secretAccessKey: secret },
    region: 'cn-north-1',
    service,
    sha256: Sha256,
    applyChecksum: checksum,
  });
  const { headers } = await signer.sign(
    {
      method: 'POST',
      protocol: 'http:',
      hostname: '127.0.0.1',
      path: '/v1/things/%E6%B5%B7%201',
      query: { region: '46', name: '海 南', a: '1+1' },
      headers: { host, 'content-type': 'application/json' },
      body: '{"a":1}',
    },
    { signingDate: at },
  );
  const path = sent.path ?? '/v1/things/%E6%B5%B7%201';
  const query = sent.query ?? 'region=46&name=%E6%B5%B7%20%E5%8D%97&a=1%2B1';
  const { host: _, ...own } = headers;
  const init = { method: sent.method ?? 'POST', headers: own, body: sent.body ?? '{"a":1}' };
  return (await fetch(`http://${host}${path}?${query}`, init)).text();
};

it.each([true, false])(
  'knows the role whose key signed the request (with its body hash named: %s)',
  async (checksum) => {
    expect(await ask({ checksum })).toBe('arn:aws-cn:iam::000000000000:role/two');
  },
);

it.each<[string, Vary]>([
  ['another key', { secret: 'one' }],
  ['another service', { service: 's3' }],
  ['six minutes ago', { at: new Date(Date.now() - 6 * 60_000) }],
  ['another body', { sent: { body: '{"a":2}' } }],
  ['another path', { sent: { path: '/v1/things/2' } }],
  ['another query', { sent: { query: 'region=44' } }],
  ['another method', { sent: { method: 'PUT' } }],
])('knows nobody where it was signed with, for or at %s', async (_, vary) => {
  expect(await ask(vary)).toBe('nobody');
});

it('knows nobody without a signature', async () => {
  expect(await (await fetch(`http://${host}/v1/things`)).text()).toBe('nobody');
});
