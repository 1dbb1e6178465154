import { mkdir } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { objectBody } from './objects-body.ts';
import { answerBrowser } from './objects-cors.ts';
import { type Described, type Files, openFiles } from './objects-files.ts';
import { listObjects } from './objects-list.ts';
import { type ObjectsRefusal, refusalXml, refuse } from './objects-refusals.ts';
import { type Credentials, verifySignature } from './objects-signature.ts';

const KEPT = ['content-type', 'content-encoding', 'content-disposition', 'content-language', 'cache-control'];
const LIST = ['list-type', 'prefix', 'delimiter', 'max-keys', 'continuation-token', 'start-after', 'encoding-type'];

/** What a signed request may have a header of the answer say instead, as S3 offers it. */
const SAID_INSTEAD = [
  'response-cache-control',
  'response-content-disposition',
  'response-content-encoding',
  'response-content-language',
  'response-content-type',
  'response-expires',
];

type Asked = {
  readonly method: string;
  readonly path: string;
  readonly bucket: string;
  readonly key: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
};

const asked = (request: IncomingMessage): Asked => {
  const url = new URL(request.url ?? '/', 'http://objects');
  const query: Record<string, string> = Object.fromEntries(url.searchParams);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers))
    headers[name] = Array.isArray(value) ? value.join(',') : (value ?? '');
  let path: string;
  try {
    // Not `url.pathname`: a key may well contain `/../`, and it is a key, not a way up.
    path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/');
  } catch {
    throw refuse('InvalidURI', 'the path does not decode');
  }
  const slash = path.indexOf('/', 1);
  return {
    method: request.method ?? '',
    path,
    bucket: slash < 0 ? path.slice(1) : path.slice(1, slash),
    key: slash < 0 ? '' : path.slice(slash + 1),
    query,
    headers,
  };
};

/** A link carries `x-amz-` headers in its query: they count as if they had been sent. */
const withQueryHeaders = ({ query, headers }: Asked): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(query)
      .map(([name, value]) => [name.toLowerCase(), value] as const)
      .filter(([name]) => name.startsWith('x-amz-')),
  ),
  ...headers,
});

const answerHeaders = ({ etag, length, modifiedAtMs, headers }: Described, sums: boolean) => ({
  ...Object.fromEntries(Object.entries(headers).filter(([name]) => sums || !name.startsWith('x-amz-checksum-'))),
  etag,
  'accept-ranges': 'bytes',
  'last-modified': new Date(modifiedAtMs).toUTCString(),
  'content-length': length,
});

const saidInstead = ({ query }: Asked): Record<string, string> =>
  Object.fromEntries(
    SAID_INSTEAD.flatMap((name) => {
      const value = query[name];
      if (value === undefined) return [];
      if (!/^[\x20-\x7e\xa0-\xff]*$/.test(value)) throw refuse('InvalidArgument', `${name} is no header's value`);
      return [[name.slice('response-'.length), value]];
    }),
  );

const RANGE = /^bytes=(?=-?\d)(\d*)-(\d*)$/;
/** `bytes=1-5`, `bytes=5-`, `bytes=-5`; anything else asks for the whole, as S3 takes it. */
const rangeOf = (range: string | undefined, length: number): { start: number; end: number } => {
  const [, from = '', to = ''] = RANGE.exec(range ?? '') ?? [];
  if (from === '' && to === '') return { start: 0, end: length };
  const start = from === '' ? Math.max(0, length - Number(to)) : Number(from);
  const end = from === '' || to === '' ? length : Math.min(length, Number(to) + 1);
  if (start >= end) throw refuse('InvalidRange', 'the range holds no byte of the object');
  return { start, end };
};

const put = async (files: Files, ask: Asked, request: IncomingMessage, payloadHash: string, nowMs: number) => {
  const headers = withQueryHeaders(ask);
  const condition = headers['if-none-match'];
  if (condition !== undefined && condition !== '*')
    throw refuse('NotImplemented', 'If-None-Match knows only * when writing');
  const unread = ['if-match', 'x-amz-copy-source'].find((name) => headers[name] !== undefined);
  if (unread) throw refuse('NotImplemented', `${unread} is not read here`);
  const { pieces, checksums } = objectBody(request, headers, payloadHash);
  const kept = Object.entries(headers).filter(([name]) => KEPT.includes(name) || name.startsWith('x-amz-meta-'));
  const headersAtEnd = (): Record<string, string> => {
    const encoding = (headers['content-encoding'] ?? '').split(/,\s*/).filter((name) => name !== 'aws-chunked');
    const { 'content-encoding': _, ...others }: Record<string, string> = Object.fromEntries(kept);
    return { ...others, ...(encoding.some(Boolean) && { 'content-encoding': encoding.join(',') }), ...checksums };
  };
  const described = await files.keep(ask.bucket, ask.key, condition === '*', pieces, headersAtEnd, nowMs);
  return { etag: described.etag, ...checksums };
};

const get = async (files: Files, ask: Asked, response: ServerResponse) => {
  const instead = saidInstead(ask);
  const read = await files.read(ask.bucket, ask.key, ({ length }) => rangeOf(ask.headers.range, length));
  const { described, start, end, pieces } = read;
  const partial = RANGE.test(ask.headers.range ?? '');
  response.writeHead(partial ? 206 : 200, {
    ...answerHeaders(described, !partial && ask.headers['x-amz-checksum-mode'] === 'ENABLED'),
    ...instead,
    'content-length': end - start,
    ...(partial && { 'content-range': `bytes ${start}-${end - 1}/${described.length}` }),
  });
  await pipeline(Readable.from(pieces(), { objectMode: false }), response);
};

const ensureBucket = (files: Files, bucket: string): Promise<void> =>
  files.makeBucket(bucket).catch((error: ObjectsRefusal) => {
    if (error.code !== 'BucketAlreadyOwnedByYou') throw error;
  });

type Terms = {
  readonly credentials: Credentials;
  readonly makesBuckets: boolean;
  readonly nowMs: number;
  readonly onPut: (bucket: string, key: string) => void;
  readonly takesPages: (bucket: string) => boolean;
};

const answerTo = async (
  files: Files,
  request: IncomingMessage,
  response: ServerResponse,
  { credentials, makesBuckets, nowMs, onPut, takesPages }: Terms,
) => {
  const ask = asked(request);
  if (answerBrowser(request, response, takesPages(ask.bucket))) return;
  const payloadHash = await verifySignature(ask, credentials, nowMs);
  const what = `${ask.method} ${ask.key === '' ? 'bucket' : 'object'}`;
  const unknown = Object.keys(ask.query).find(
    (name) =>
      !/^x-/i.test(name) &&
      !(what === 'GET bucket' && LIST.includes(name)) &&
      !((what === 'GET object' || what === 'HEAD object') && SAID_INSTEAD.includes(name)),
  );
  if (ask.bucket === '' || unknown) throw refuse('NotImplemented', `${what}?${unknown ?? ''} is not offered here`);

  switch (what) {
    case 'PUT bucket':
      await files.makeBucket(ask.bucket);
      return response.writeHead(200, { location: `/${ask.bucket}` }).end();
    case 'HEAD bucket':
      await files.hasBucket(ask.bucket);
      return response.writeHead(200).end();
    case 'GET bucket': {
      const list = await listObjects(files, ask.bucket, ask.query);
      return response.writeHead(200, { 'content-type': 'application/xml' }).end(list);
    }
    case 'PUT object': {
      if (makesBuckets) await ensureBucket(files, ask.bucket);
      const kept = await put(files, ask, request, payloadHash, nowMs);
      onPut(ask.bucket, ask.key);
      return response.writeHead(200, kept).end();
    }
    case 'GET object':
      return get(files, ask, response);
    case 'HEAD object': {
      const described = await files.describe(ask.bucket, ask.key);
      const sums = ask.headers['x-amz-checksum-mode'] === 'ENABLED';
      return response.writeHead(200, { ...answerHeaders(described, sums), ...saidInstead(ask) }).end();
    }
    case 'DELETE object':
      await files.remove(ask.bucket, ask.key);
      return response.writeHead(204).end();
    default:
      throw refuse('MethodNotAllowed', `${what} is not offered here`);
  }
};

/**
 * S3 on one machine, path style, on the loopback address, kept in one folder: put (once, if asked), get, head, delete,
 * list, and links signed for a time. Every request must carry a signature of the one key pair. An answered write is on
 * the disk, whole. `buckets` are made if they are not there; where none are named, a bucket comes with its first object.
 * `now` is in milliseconds.
 */
export const openObjects = async (options: {
  readonly directory: string;
  readonly port?: number;
  readonly credentials: Credentials;
  readonly buckets?: readonly string[];
  readonly now?: () => number;
  /** Told of each object that was put, once it is on the disk. */
  readonly onPut?: (bucket: string, key: string) => void;
  /** Buckets to which a page of this machine puts files by their links. */
  readonly takesPages?: (bucket: string) => boolean;
}): Promise<{ readonly endpoint: string; readonly close: () => Promise<void> }> => {
  const { now = () => Date.now(), credentials, onPut = () => {}, takesPages = () => false } = options;
  await mkdir(options.directory, { recursive: true });
  const files = await openFiles(options.directory);
  for (const bucket of options.buckets ?? []) await ensureBucket(files, bucket);
  const makesBuckets = options.buckets === undefined;

  const server = createServer((request, response) => {
    answerTo(files, request, response, { credentials, makesBuckets, nowMs: now(), onPut, takesPages }).catch(
      (error: Partial<ObjectsRefusal>) => {
        if (response.headersSent) return response.destroy();
        const known = error.code && error.statusCode ? (error as ObjectsRefusal) : undefined;
        if (!known) console.error('the object store failed', error);
        request.resume(); // what is left of the body is read and dropped, so that the caller gets to read the answer
        response
          .writeHead(known?.statusCode ?? 500, { 'content-type': 'application/xml' })
          .end(
            request.method === 'HEAD'
              ? undefined
              : refusalXml(
                  known ?? refuse('InternalError', 'the object store failed'),
                  request.url?.split('?')[0] ?? '',
                ),
          );
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const patience = setTimeout(() => server.closeAllConnections(), 2000);
      await closed;
      clearTimeout(patience);
    },
  };
};
