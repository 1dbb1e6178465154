import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';

export type AccessKey = { readonly accessKeyId: string; readonly secretAccessKey: string };

const maxSkewMs = 5 * 60_000;
const bodyHash = 'x-amz-content-sha256';

const form =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/\d{8}\/([^/]+)\/([^/]+)\/aws4_request, *SignedHeaders=([^,]+), *Signature=([0-9a-f]{64})$/;

const claimed = (authorization: string | undefined) => {
  const found = form.exec(authorization ?? '');
  if (found === null) return undefined;
  const [, accessKeyId, region, service, names, signature] = found as unknown as string[];
  return {
    accessKeyId: accessKeyId!,
    region: region!,
    service: service!,
    names: names!.split(';'),
    signature: signature!,
  };
};

const instantOf = (amzDate: string): Date =>
  new Date(amzDate.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

const queryOf = (search: URLSearchParams): Record<string, string | string[]> =>
  Object.fromEntries([...new Set(search.keys())].map((name) => [name, search.getAll(name)]));

/**
 * The holder of one of the keys whose Signature Version 4 the request bears, checked as the gateway's IAM authorizer
 * does, by signing the same request again: method, host, path, query and body, within five minutes.
 */
export const signerOf = async <K extends AccessKey>(
  request: IncomingMessage,
  body: Buffer,
  keys: readonly K[],
): Promise<K | undefined> => {
  const { headers, method } = request;
  const claim = claimed(headers.authorization);
  const key = keys.find(({ accessKeyId }) => accessKeyId === claim?.accessKeyId);
  const at = instantOf(String(headers['x-amz-date']));
  const isRecent = Math.abs(Date.now() - at.getTime()) <= maxSkewMs;
  if (claim === undefined || key === undefined || !isRecent) return undefined;
  if (claim.service !== 'execute-api' || !claim.names.includes('host')) return undefined;

  const url = new URL(request.url!, `http://${headers.host}`);
  const names = claim.names.filter((name) => name !== bodyHash); // hashed anew: the header may say what it likes
  const again = await new SignatureV4({
    credentials: { accessKeyId: key.accessKeyId, secretAccessKey: key.secretAccessKey },
    region: claim.region,
    service: claim.service,
    sha256: Sha256,
    applyChecksum: claim.names.includes(bodyHash),
  }).sign(
    {
      method: method!,
      protocol: url.protocol,
      hostname: url.hostname,
      path: url.pathname,
      query: queryOf(url.searchParams),
      headers: Object.fromEntries(names.map((name) => [name, String(headers[name] ?? '')])),
      body,
    },
    { signingDate: at, signableHeaders: new Set(names) },
  );
  const expected = claimed(again.headers.authorization);
  const isSame = timingSafeEqual(Buffer.from(expected!.signature), Buffer.from(claim.signature));
  return isSame ? key : undefined;
};
