import { createHmac, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify, SignJWT } from 'jose';
import { expect, it } from 'vitest';
import { audience, issuer, issueToken, tokenVerifier, wellKnown } from '../../../infra/local/issuer.ts';

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const signing = pair();
const verify = tokenVerifier(signing);
const claims = { sub: 'r1', role: 'regulator', sectors: 'telecom bank', regions: '46' } as const;
const bearer = async (token: string | Promise<string>) => verify(`Bearer ${await token}`);

const signed = (key: KeyObject, vary: { iss?: string; aud?: string; exp?: string | undefined; nbf?: string } = {}) => {
  const jwt = new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(vary.iss ?? issuer)
    .setAudience(vary.aud ?? audience)
    .setNotBefore(vary.nbf ?? '-1s');
  return ('exp' in vary && vary.exp === undefined ? jwt : jwt.setExpirationTime(vary.exp ?? '1h')).sign(key);
};

const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');
const payload = part({ ...claims, iss: issuer, aud: audience, exp: Math.floor(Date.now() / 1000) + 3600 });

it('accepts its own token and hands every claim on as a string', async () => {
  const accepted = await bearer(issueToken(signing, claims, 60));
  expect(accepted).toMatchObject({ ...claims, iss: issuer, aud: audience });
  expect(Object.values(accepted!).every((value) => typeof value === 'string')).toBe(true);
});

it('hands a list on in brackets, as the gateway does', async () => {
  const token = issueToken(signing, { ...claims, sectors: ['telecom', 'bank'] as never }, 60);
  expect(await bearer(token)).toMatchObject({ sectors: '[telecom bank]' });
});

it.each<[string, () => string | Promise<string>]>([
  ['an expired token', () => issueToken(signing, claims, -1)],
  ['one that is not valid yet', () => signed(signing, { nbf: '1h' })],
  ['one without an end', () => signed(signing, { exp: undefined })],
  ['one signed by another key', () => signed(pair())],
  ['one of another issuer', () => signed(signing, { iss: 'https://example.org' })],
  ['one for another audience', () => signed(signing, { aud: 'other' })],
  ['one without signature (alg: none)', () => `${part({ alg: 'none' })}.${payload}.`],
  [
    'one signed with the public key as a secret (HS256)',
    () => {
      const head = `${part({ alg: 'HS256' })}.${payload}`;
      const pem = createPublicKey(signing).export({ type: 'spki', format: 'pem' });
      return `${head}.${createHmac('sha256', pem).update(head).digest('base64url')}`;
    },
  ],
  [
    'one with other claims under the same signature',
    async () => {
      const [head, , signature] = (await signed(signing)).split('.');
      return `${head}.${payload}.${signature}`;
    },
  ],
  ['what is no token', () => 'x.y.z'],
])('refuses %s', async (_, token) => {
  expect(await bearer(token())).toBeUndefined();
});

it('a token that was accepted is refused once it ends, and before it begins', async () => {
  let now = Math.floor(Date.now() / 1000);
  const verifyThen = tokenVerifier(signing, () => now);
  const token = `Bearer ${await issueToken(signing, claims, 60)}`;
  const issued = now;
  const accepted: boolean[] = [];
  for (const later of [1, 2, 58, 62, 5, -5]) {
    now = issued + later;
    accepted.push((await verifyThen(token)) !== undefined);
  }
  expect(accepted).toEqual([true, true, true, false, true, false]);
});

it('what one request does to its claims another does not see', async () => {
  const token = `Bearer ${await issueToken(signing, claims, 60)}`;
  const first = (await verify(token))!;
  first.role = 'auditor';
  expect(await verify(token)).toMatchObject({ role: 'regulator' });
});

it('refuses a request without a bearer token', async () => {
  expect(await verify(undefined)).toBeUndefined();
  expect(await verify('Basic eDp5')).toBeUndefined();
});

it('publishes the key that other services verify its tokens with', async () => {
  const documents = await wellKnown(signing, 'http://127.0.0.1:1');
  expect(documents.get('/.well-known/openid-configuration')).toMatchObject({
    issuer,
    jwks_uri: 'http://127.0.0.1:1/.well-known/jwks.json',
  });
  const keys = createLocalJWKSet(documents.get('/.well-known/jwks.json') as JSONWebKeySet);
  const { payload: read } = await jwtVerify(await issueToken(signing, claims, 60), keys, { issuer, audience });
  expect(read).toMatchObject(claims);
  expect(JSON.stringify([...documents])).not.toMatch(/"(d|p|q)":/);
});
