import { createPublicKey, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import type { Role } from '../../events/principal.ts';

/**
 * A name, not an address: a data directory is its own issuer on whatever port it is served, and a restart on another
 * port does not void the tokens. What makes a token ours is the directory's signing key.
 */
export const issuer = 'http://127.0.0.1:8787';
export const audience = 'fanzha-audit';

/** Claims as an OIDC provider would put them; lists are separated by spaces. */
export type Claims = {
  readonly sub: string;
  readonly role: Role;
  readonly authority?: string;
  readonly sectors?: string;
  readonly regions?: string;
  readonly enterprise?: string;
  readonly branches?: string;
};

const publicJwk = async (signing: KeyObject): Promise<JWK & { readonly kid: string }> => {
  const jwk = await exportJWK(createPublicKey(signing));
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'RS256', use: 'sig' };
};

/** A signed bearer token, valid from now on for `seconds`. */
export const issueToken = async (
  signing: KeyObject,
  claims: Claims,
  seconds: number,
  as: string = issuer,
): Promise<string> => {
  const { kid } = await publicJwk(signing);
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
    .setIssuer(as)
    .setAudience(audience)
    .setIssuedAt(now)
    .setNotBefore(now)
    .setExpirationTime(now + seconds)
    .sign(signing);
};

/** The gateway hands claims on as strings, and a list in brackets. */
const asGatewayClaim = (value: unknown): string =>
  Array.isArray(value) ? `[${value.join(' ')}]` : typeof value === 'object' ? JSON.stringify(value) : String(value);

type Verified = { readonly claims: Record<string, string>; readonly from: number; readonly until: number };

/** Callers of one machine at a time, and more: beyond them a token is verified again. */
const maxRemembered = 1_000;

/**
 * Checks bearer tokens as the gateway's JWT authorizer does: RS256 by our key and nothing else, issuer, audience,
 * `exp` and `nbf`. Answers the claims as the gateway hands them on, or undefined. A signature that has been verified
 * is remembered, not that its token is valid: the times are looked at with each request.
 */
export const tokenVerifier = (signing: KeyObject, nowSeconds = () => Math.floor(Date.now() / 1000)) => {
  const key = createPublicKey(signing);
  const remembered = new Map<string, Verified>();
  const verify = async (token: string): Promise<Verified | undefined> => {
    const checks = { algorithms: ['RS256'], issuer, audience, requiredClaims: ['exp'] };
    const currentDate = new Date(nowSeconds() * 1000);
    const verified = await jwtVerify(token, key, { ...checks, currentDate }).catch(() => undefined);
    if (verified === undefined) return undefined;
    const { exp, nbf = 0 } = verified.payload;
    const claims = Object.fromEntries(Object.entries(verified.payload).map(([k, v]) => [k, asGatewayClaim(v)]));
    const found = { claims, from: nbf, until: exp! };
    if (remembered.size >= maxRemembered) remembered.clear();
    remembered.set(token, found);
    return found;
  };
  return async (authorization: string | undefined): Promise<Record<string, string> | undefined> => {
    const token = /^Bearer ([\w.-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return undefined;
    const found = remembered.get(token) ?? (await verify(token));
    const isInTime = found !== undefined && found.from <= nowSeconds() && nowSeconds() < found.until;
    return isInTime ? { ...found.claims } : undefined;
  };
};

/** What an OIDC client looks up: path → document. */
export const wellKnown = async (
  signing: KeyObject,
  address: string,
  as: string = issuer,
): Promise<ReadonlyMap<string, object>> =>
  new Map<string, object>([
    [
      '/.well-known/openid-configuration',
      {
        issuer: as,
        jwks_uri: `${address}/.well-known/jwks.json`,
        response_types_supported: ['token'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      },
    ],
    ['/.well-known/jwks.json', { keys: [await publicJwk(signing)] }],
  ]);
