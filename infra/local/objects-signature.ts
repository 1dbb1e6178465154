import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { Sha256 } from '@aws-crypto/sha256-js';
import { getCanonicalQuery, getSigningKey } from '@smithy/signature-v4';
import { refuse } from './objects-refusals.ts';

export type Credentials = { readonly accessKeyId: string; readonly secretAccessKey: string };
/** A request as it came in, path decoded, header names in lower case. */
export type SignedRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
};

const ALGORITHM = 'AWS4-HMAC-SHA256';
const SKEW_MS = 15 * 60_000;
const MAX_EXPIRES_SECONDS = 7 * 24 * 3600;

type Claim = {
  readonly credential: string;
  readonly signedHeaders: string;
  readonly signature: string;
  readonly longDate: string;
  readonly payloadHash: string;
  readonly expiresSeconds?: number;
};

const claimIn = ({ query, headers }: SignedRequest): Claim => {
  const inQuery = query['X-Amz-Signature'] !== undefined;
  const authorization = headers.authorization;
  if (inQuery && authorization) throw refuse('InvalidArgument', 'signed both in the query and in a header');
  if (inQuery)
    return {
      credential: query['X-Amz-Credential'] ?? '',
      signedHeaders: query['X-Amz-SignedHeaders'] ?? '',
      signature: query['X-Amz-Signature']!,
      longDate: query['X-Amz-Date'] ?? '',
      payloadHash:
        query['X-Amz-Content-Sha256'] ??
        query['x-amz-content-sha256'] ??
        headers['x-amz-content-sha256'] ??
        'UNSIGNED-PAYLOAD',
      expiresSeconds: Number(query['X-Amz-Expires']),
    };
  const parts = /^AWS4-HMAC-SHA256 Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]+)$/.exec(
    authorization ?? '',
  );
  if (!parts) throw refuse('AccessDenied', `the request is not signed with ${ALGORITHM}`);
  const payloadHash = headers['x-amz-content-sha256'];
  if (!payloadHash) throw refuse('InvalidRequest', 'x-amz-content-sha256 is missing');
  const [, credential = '', signedHeaders = '', signature = ''] = parts;
  return { credential, signedHeaders, signature, longDate: headers['x-amz-date'] ?? '', payloadHash };
};

/** `20221201T003000Z` as milliseconds. */
const instantOf = (longDate: string): number => {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(longDate);
  if (!parts) throw refuse('AccessDenied', 'the request has no date');
  const [, year, month, day, hour, minute, second] = parts;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
};

const escaped = (segment: string) =>
  encodeURIComponent(segment).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * Verify a request's Signature Version 4, in the header or in the query, against the one key pair. Throws S3's refusals:
 * unknown key, another signature, a clock more than 15 minutes off, a link past its time, an unsigned `x-amz-` header.
 * Out: what the signature says of the body: its SHA-256 in hex, or one of the words for a body not signed.
 */
export const verifySignature = async (
  request: SignedRequest,
  credentials: Credentials,
  nowMs: number,
): Promise<string> => {
  const claim = claimIn(request);
  const [accessKeyId, shortDate = '', region = '', service, terminator] = claim.credential.split('/');
  if (accessKeyId !== credentials.accessKeyId) throw refuse('InvalidAccessKeyId', 'no such access key');
  const signedAt = instantOf(claim.longDate);
  if (service !== 's3' || terminator !== 'aws4_request' || shortDate !== claim.longDate.slice(0, 8))
    throw refuse('SignatureDoesNotMatch', 'the scope of the credential is not that of the request');

  const names = claim.signedHeaders.split(';');
  const unsigned = Object.keys(request.headers).find((name) => name.startsWith('x-amz-') && !names.includes(name));
  if (!names.includes('host') || unsigned)
    throw refuse('AccessDenied', `a header of the request is not signed: ${unsigned ?? 'host'}`);
  const canonical = [
    request.method,
    request.path.split('/').map(escaped).join('/'),
    getCanonicalQuery({ query: { ...request.query } } as never),
    ...names.map((name) => `${name}:${(request.headers[name] ?? '').trim().replace(/\s+/g, ' ')}`),
    '',
    claim.signedHeaders,
    claim.payloadHash,
  ].join('\n');
  const scope = `${shortDate}/${region}/s3/aws4_request`;
  const key = await getSigningKey(Sha256, credentials, shortDate, region, 's3');
  const expected = createHmac('sha256', key)
    .update(`${ALGORITHM}\n${claim.longDate}\n${scope}\n${sha256(canonical)}`)
    .digest('hex');
  const given = Buffer.from(claim.signature);
  if (given.length !== expected.length || !timingSafeEqual(given, Buffer.from(expected)))
    throw refuse('SignatureDoesNotMatch', 'the signature is not that of this request and this key');

  if (claim.expiresSeconds === undefined) {
    if (Math.abs(nowMs - signedAt) > SKEW_MS) throw refuse('RequestTimeTooSkewed', 'signed more than 15 minutes away');
  } else {
    const lasts = claim.expiresSeconds;
    if (!(lasts >= 1 && lasts <= MAX_EXPIRES_SECONDS))
      throw refuse('AuthorizationQueryParametersError', 'X-Amz-Expires must be between one second and a week');
    if (nowMs < signedAt - SKEW_MS) throw refuse('AccessDenied', 'the link is not yet valid');
    if (nowMs > signedAt + lasts * 1000) throw refuse('AccessDenied', 'Request has expired');
  }
  return claim.payloadHash;
};
