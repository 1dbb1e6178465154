import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Host, startHost } from '../../../infra/local/host.ts';

const data = mkdtempSync(join(tmpdir(), 'host-'));
const auditor = { sub: 'a', role: 'auditor', sectors: 'telecom', regions: '46' } as const;
let host: Host;

beforeAll(async () => {
  host = await startHost({ port: 0, data });
});
afterAll(async () => {
  await host.close();
  rmSync(data, { recursive: true });
});

const get = (path: string, token?: string) =>
  fetch(host.address + path, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });

it('says that it is well, and by which release it judges', async () => {
  const health = await (await get('/healthz')).json();
  expect(health).toEqual({ status: 'ok', release: { name: expect.any(String), digest: expect.any(String) } });
});

it('is its own OIDC issuer', async () => {
  const { jwks_uri } = (await (await get('/.well-known/openid-configuration')).json()) as { jwks_uri: string };
  const { keys } = (await (await fetch(jwks_uri)).json()) as { keys: readonly object[] };
  expect(keys).toEqual([expect.objectContaining({ kty: 'RSA', alg: 'RS256', use: 'sig' })]);
});

it('lets its own tokens in and nobody else', async () => {
  expect((await get('/v1/rules', await host.token(auditor))).status).toBe(200);
  expect((await get('/v1/rules')).status).toBe(401);
  expect((await get('/v1/rules', await host.token(auditor, -1))).status).toBe(401);
});

it('starts with the sample registry', async () => {
  const { items } = (await (await get('/v1/registry/enterprises', await host.token(auditor))).json()) as {
    items: readonly object[];
  };
  expect(items.length).toBeGreaterThan(0);
});

describe('the API page', () => {
  it('loads scripts from this origin alone', async () => {
    const page = await get('/docs');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    const html = await page.text();
    expect([...html.matchAll(/(?:src|href|data-url)="([^"]+)"/g)].every(([, link]) => link!.startsWith('/'))).toBe(
      true,
    );
  });

  it('has its viewer, compressed, and nothing else beside it', async () => {
    const viewer = await get('/docs/viewer.js');
    expect(viewer.headers.get('content-encoding')).toBe('gzip');
    expect((await viewer.text()).length).toBeGreaterThan(1_000_000);
    expect((await get('/docs/other.js')).status).toBe(404);
    expect((await get('/docs/..%2F..%2Fpackage.json')).status).toBe(404);
  });
});

it('owns its data directory alone', async () => {
  await expect(startHost({ port: 0, data })).rejects.toThrow(
    expect.objectContaining({ code: 'DATA_IN_USE', pid: process.pid }),
  );
});

it('refuses a port that is taken and leaves nothing behind', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  const own = mkdtempSync(join(tmpdir(), 'host-'));
  for (let times = 0; times < 2; times++) {
    await expect(startHost({ port, data: own })).rejects.toThrow(expect.objectContaining({ code: 'EADDRINUSE' }));
  }
  other.close();
  rmSync(own, { recursive: true });
});

it('starts again over the same data, and the tokens of before still hold', async () => {
  const token = await host.token({ ...auditor, role: 'auditor' });
  const before = await (await get('/v1/registry/enterprises', token)).json();
  await host.close();
  host = await startHost({ port: 0, data });
  expect(await (await get('/v1/registry/enterprises', token)).json()).toEqual(before);
});
