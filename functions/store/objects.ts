import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { AwsClient } from 'aws4fetch';
import { required, S3_ENDPOINT } from '../env.ts';

const timeoutMs = 10_000;
/** Of a whole file: a quarter of a gigabyte takes seconds, and a line that stalls is not waited for. */
const fileTimeoutMs = 5 * 60_000;

export type Objects = {
  /** Writes an object; `once` leaves one that stands there as it is. */
  readonly put: (
    key: string,
    body: Uint8Array<ArrayBuffer>,
    headers: Readonly<Record<string, string>>,
    once: boolean,
  ) => Promise<void>;
  /** The whole, or its bytes from `from` to before `to`. Throws ObjectRefused where there is none. */
  readonly get: (key: string, range?: { readonly from: number; readonly to: number }) => Promise<Buffer>;
};

/** Objects that others put and that do not stay. */
export type PassingObjects = Objects & {
  /** Bytes of the object; undefined where there is none. */
  readonly size: (key: string) => Promise<number | undefined>;
  /** Whether or not there is one. */
  readonly remove: (key: string) => Promise<void>;
  /**
   * A link by which anybody may PUT one object for so many seconds, sent with exactly these headers. All of them are
   * signed: other ones, or bytes that they do not fit, are refused by the object store itself.
   */
  readonly link: (key: string, headers: Readonly<Record<string, string>>, seconds: number) => Promise<string>;
  /** Writes an object from a file of this machine, of at most 5 GiB, without holding it in memory. */
  readonly putFile: (key: string, path: string, headers: Readonly<Record<string, string>>) => Promise<void>;
  /** A link by which anybody may GET one object for so many seconds, answered with the headers that `query` asks for. */
  readonly linkToGet: (key: string, query: Readonly<Record<string, string>>, seconds: number) => Promise<string>;
};

/** An object store that refused; the message says what and how, never the content. */
export class ObjectRefused extends Error {
  readonly code = 'OBJECT_REFUSED';
}

/** Where the object store answers: where the SDK's own variables say, else where the deployment says. */
const endpoint = (): string => process.env.AWS_ENDPOINT_URL_S3 || process.env.AWS_ENDPOINT_URL || required(S3_ENDPOINT);

// A handful of requests of S3 are all that we make. The SDK's client for it is a third of a bundle, mostly for the others.
const signing = (): AwsClient =>
  new AwsClient({
    accessKeyId: required('AWS_ACCESS_KEY_ID'),
    secretAccessKey: required('AWS_SECRET_ACCESS_KEY'),
    ...(process.env.AWS_SESSION_TOKEN && { sessionToken: process.env.AWS_SESSION_TOKEN }),
    region: required('AWS_REGION'),
    service: 's3',
    // Refusals by load are tried again, each after a longer wait: half a second in all before the last.
    retries: 4,
  });

/** Who asks, as the SDK's own requests say it. */
const agent = (): string => {
  const application = process.env.AWS_SDK_UA_APP_ID;
  return application ? `fanzha-audit app/${application}` : 'fanzha-audit';
};

/** Objects of one bucket, signed with the function's own credentials. */
export const objectsIn = (bucket: string): PassingObjects => {
  let made: AwsClient | undefined;
  // At the first request: a function that is only described needs no credentials.
  const client = (): AwsClient => {
    made ??= signing();
    return made;
  };
  const urlOf = (key: string): string => `${endpoint()}/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`;
  const refused = (what: string, key: string, { status }: Response): ObjectRefused =>
    new ObjectRefused(`${what} ${bucket}/${key} answered ${status}`);
  return {
    put: async (key, body, headers, once) => {
      const answer = await client().fetch(urlOf(key), {
        method: 'PUT',
        body,
        headers: {
          ...headers,
          'user-agent': agent(),
          // Signed with the rest: a body that changed on its way is refused.
          'x-amz-content-sha256': createHash('sha256').update(body).digest('hex'),
          ...(once && { 'if-none-match': '*' }),
        },
        signal: AbortSignal.timeout(timeoutMs),
      });
      await answer.arrayBuffer();
      // 412: one stands there.
      if (!answer.ok && !(once && answer.status === 412)) throw refused('PUT', key, answer);
    },
    get: async (key, range) => {
      const answer = await client().fetch(urlOf(key), {
        headers: { 'user-agent': agent(), ...(range && { range: `bytes=${range.from}-${range.to - 1}` }) },
        signal: AbortSignal.timeout(timeoutMs),
      });
      const bytes = Buffer.from(await answer.arrayBuffer());
      if (!answer.ok) throw refused('GET', key, answer);
      return bytes;
    },
    size: async (key) => {
      const answer = await client().fetch(urlOf(key), {
        method: 'HEAD',
        headers: { 'user-agent': agent() },
        signal: AbortSignal.timeout(timeoutMs),
      });
      // 403: who may not list a bucket is not told that there is none.
      if (answer.status === 404 || answer.status === 403) return undefined;
      if (!answer.ok) throw refused('HEAD', key, answer);
      return Number(answer.headers.get('content-length'));
    },
    remove: async (key) => {
      const answer = await client().fetch(urlOf(key), {
        method: 'DELETE',
        headers: { 'user-agent': agent() },
        signal: AbortSignal.timeout(timeoutMs),
      });
      await answer.arrayBuffer();
      if (!answer.ok && answer.status !== 404) throw refused('DELETE', key, answer);
    },
    link: async (key, headers, seconds) => {
      const signed = await client().sign(`${urlOf(key)}?X-Amz-Expires=${seconds}`, {
        method: 'PUT',
        headers: { ...headers },
        aws: { signQuery: true, allHeaders: true },
      });
      return signed.url;
    },
    putFile: async (key, path, headers) => {
      const hash = createHash('sha256');
      for await (const bytes of createReadStream(path)) hash.update(bytes);
      const length = String((await stat(path)).size);
      const signed = await client().sign(urlOf(key), {
        method: 'PUT',
        headers: { ...headers, 'user-agent': agent(), 'x-amz-content-sha256': hash.digest('hex') },
      });
      const answer = await fetch(signed.url, {
        method: 'PUT',
        // S3 takes no stream that does not say how long it is.
        headers: { ...Object.fromEntries(signed.headers), 'content-length': length },
        body: Readable.toWeb(createReadStream(path)),
        duplex: 'half',
        signal: AbortSignal.timeout(fileTimeoutMs),
      });
      await answer.arrayBuffer();
      if (!answer.ok) throw refused('PUT', key, answer);
    },
    linkToGet: async (key, query, seconds) => {
      const asked = new URLSearchParams({ 'X-Amz-Expires': String(seconds), ...query });
      const signed = await client().sign(`${urlOf(key)}?${asked}`, { aws: { signQuery: true } });
      // A blank is signed as %20 and must be sent so: there are places that take + for a plus.
      return signed.url.replaceAll('+', '%20');
    },
  };
};
