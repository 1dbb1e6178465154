import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { required, S3_ENDPOINT } from '../env.ts';

const timeoutMs = 10_000;

export type Objects = {
  /** Writes an object; `once` leaves one that stands there as it is. */
  readonly put: (
    key: string,
    body: Uint8Array<ArrayBuffer>,
    headers: Readonly<Record<string, string>>,
    once: boolean,
  ) => Promise<void>;
  /** Throws ObjectRefused where there is none. */
  readonly get: (key: string) => Promise<Buffer>;
};

/** An object store that refused; the message says what and how, never the content. */
export class ObjectRefused extends Error {
  readonly code = 'OBJECT_REFUSED';
}

/** Where the object store answers: where the SDK's own variables say, else where the deployment says. */
const endpoint = (): string => process.env.AWS_ENDPOINT_URL_S3 || process.env.AWS_ENDPOINT_URL || required(S3_ENDPOINT);

// Two requests of S3 are all that we make. The SDK's client for it is a third of a bundle, mostly for the others.
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
export const objectsIn = (bucket: string): Objects => {
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
    get: async (key) => {
      const answer = await client().fetch(urlOf(key), {
        headers: { 'user-agent': agent() },
        signal: AbortSignal.timeout(timeoutMs),
      });
      const bytes = Buffer.from(await answer.arrayBuffer());
      if (!answer.ok) throw refused('GET', key, answer);
      return bytes;
    },
  };
};
