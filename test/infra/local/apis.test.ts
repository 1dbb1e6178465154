import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { endpoint } from '../../../functions/edge/endpoint.ts';
import { routes } from '../../../infra/cloud/routes.ts';
import { openApis } from '../../../infra/local/apis.ts';
import { issueToken } from '../../../infra/local/issuer.ts';
import { accessKeyOf, keysOf } from '../../../infra/local/keys.ts';

const roleArn = 'arn:aws-cn:iam::000000000000:role/auditor';
const data = mkdtempSync(join(tmpdir(), 'apis-'));
const keys = keysOf(data);
const whoAmI = endpoint(async ({ principal }) => ({ status: 200, body: principal.sub }), { who: ['auditor'] });
let apis: Awaited<ReturnType<typeof openApis>>;

beforeAll(async () => {
  process.env.IAM_PRINCIPALS = JSON.stringify({ [roleArn]: { role: 'auditor' } });
  apis = await openApis({ port: 0 }, keys, new Map(routes.map(({ run }) => [run, whoAmI])));
});
afterAll(async () => {
  await apis.close();
  delete process.env.IAM_PRINCIPALS;
  rmSync(data, { recursive: true });
});

const signed = async (address: string, arn: string): Promise<Record<string, string>> => {
  const { host, hostname } = new URL(address);
  const options = { credentials: accessKeyOf(keys, arn), region: 'cn-north-1', service: 'execute-api', sha256: Sha256 };
  const request = { method: 'GET', protocol: 'http:', hostname, path: '/v1/rules', headers: { host } };
  const { headers } = await new SignatureV4(options).sign(request);
  const { host: _, ...own } = headers;
  return own;
};
const ask = async (address: string, headers: Record<string, string>) => {
  const answer = await fetch(`${address}/v1/rules`, { headers });
  return [answer.status, await answer.text()];
};

it('serves the same functions to whoever bears a token and to whoever signs as a role', async () => {
  const authorization = `Bearer ${await issueToken(keys.signing, { sub: 'a', role: 'auditor' }, 60)}`;
  expect(await ask(apis.address, { authorization })).toEqual([200, 'a']);
  expect(await ask(apis.iamAddress!, await signed(apis.iamAddress!, roleArn))).toEqual([200, roleArn]);
});

it('takes a token only where tokens are taken, and a signature only where signatures are', async () => {
  const authorization = `Bearer ${await issueToken(keys.signing, { sub: 'a', role: 'auditor' }, 60)}`;
  expect((await ask(apis.iamAddress!, { authorization }))[0]).toBe(401);
  expect((await ask(apis.address, await signed(apis.address, roleArn)))[0]).toBe(401);
});

it('does not know a role that the table of principals does not name', async () => {
  expect((await ask(apis.iamAddress!, await signed(apis.iamAddress!, `${roleArn}2`)))[0]).toBe(401);
});
