import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { Sha256 } from '@aws-crypto/sha256-js';
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getCanonicalQuery, SignatureV4 } from '@smithy/signature-v4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openObjects } from '../../../infra/local/objects.ts';

const Bucket = 'records';
const credentials = { accessKeyId: 'the-key', secretAccessKey: 'the-secret' };
let directory: string;
let store: Awaited<ReturnType<typeof openObjects>>;
let s3: S3Client;
let lateMs = 0;

const clientFor = (endpoint: string, keys = credentials) =>
  new S3Client({ endpoint, region: 'local', forcePathStyle: true, credentials: keys, maxAttempts: 1 });

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'objects-'));
  store = await openObjects({ directory, credentials, buckets: [Bucket], now: () => Date.now() + lateMs });
  s3 = clientFor(store.endpoint);
});
afterAll(async () => {
  s3.destroy();
  await store.close();
  await rm(directory, { recursive: true });
});

const put = (Key: string, Body: string | Buffer, more: object = {}) =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const get = async (Key: string, more: object = {}) => {
  const answer = await s3.send(new GetObjectCommand({ Bucket, Key, ...more }));
  return { ...answer, text: await answer.Body!.transformToString() };
};
const filesBelow = async (path: string) =>
  (await readdir(path, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());

type Sent = { status: number; body: string };
const send = (method: string, url: string, headers: Record<string, string> = {}, body: string | Buffer = '') =>
  new Promise<Sent>((resolve, reject) => {
    const request = httpRequest(url, { method, headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece) => pieces.push(piece));
      response.on('end', () => resolve({ status: response.statusCode!, body: Buffer.concat(pieces).toString() }));
    });
    request.on('error', reject).end(body);
  });

const signer = (keys = credentials) =>
  new SignatureV4({
    credentials: keys,
    region: 'local',
    service: 's3',
    sha256: Sha256,
    uriEscapePath: false,
    applyChecksum: true,
  });
const signedHeaders = async (request: object, options: { signingDate?: Date } = {}): Promise<Record<string, string>> =>
  ((await signer().sign(request as never, options)) as unknown as { headers: Record<string, string> }).headers;
const host = () => new URL(store.endpoint).host;
const linkTo = async (
  method: string,
  key: string,
  options: {
    expiresIn?: number;
    signingDate?: Date;
    headers?: Record<string, string>;
    query?: Record<string, string>;
    keys?: typeof credentials;
  } = {},
) => {
  const path = `/${Bucket}/${encodeURIComponent(key).replaceAll('%2F', '/')}`;
  const request = {
    method,
    protocol: 'http:',
    hostname: '127.0.0.1',
    path,
    query: { ...options.query },
    headers: { host: host(), 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD', ...options.headers },
  };
  const { expiresIn = 60, signingDate = new Date() } = options;
  const signed = await signer(options.keys).presign(request as never, { expiresIn, signingDate });
  return `${store.endpoint}${path}?${getCanonicalQuery({ query: { ...signed.query } } as never)}&X-Amz-Signature=${
    (signed.query as Record<string, string>)['X-Amz-Signature']
  }`;
};

describe('objects', () => {
  it('are given back with their bytes, type, encoding and metadata, under an MD5 tag', async () => {
    const Body = Buffer.from('记录 records');
    const { ETag } = await put('a/b.json', Body, {
      ContentType: 'application/json',
      ContentEncoding: 'identity',
      Metadata: { submission: 's-1' },
    });
    expect(ETag).toBe(`"${createHash('md5').update(Body).digest('hex')}"`);
    expect(await get('a/b.json')).toMatchObject({
      text: '记录 records',
      ETag,
      ContentType: 'application/json',
      ContentEncoding: 'identity',
      ContentLength: Body.length,
      Metadata: { submission: 's-1' },
    });
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'a/b.json' }));
    expect(head).toMatchObject({ ETag, ContentLength: Body.length, Metadata: { submission: 's-1' } });
  });

  it('arrive whole when they are streamed in chunks with a trailing checksum', async () => {
    const bytes = Buffer.alloc(700_000, 'streamed upload ');
    await s3.send(
      new PutObjectCommand({ Bucket, Key: 'streamed', Body: Readable.from([bytes]), ContentLength: bytes.length }),
    );
    const read = await get('streamed');
    expect(read.text).toBe(bytes.toString());
    expect(read.ContentEncoding).toBeUndefined();
  });

  it('can be read in part', async () => {
    await put('range', '0123456789');
    expect(await get('range', { Range: 'bytes=2-4' })).toMatchObject({ text: '234', ContentRange: 'bytes 2-4/10' });
    expect((await get('range', { Range: 'bytes=7-' })).text).toBe('789');
    expect(await get('range', { Range: 'bytes=0-' })).toMatchObject({ ContentRange: 'bytes 0-9/10' });
    expect((await get('range', { Range: 'bytes=-2' })).text).toBe('89');
    await expect(get('range', { Range: 'bytes=10-' })).rejects.toMatchObject({ name: 'InvalidRange' });
  });

  it('are written once when the writer asks for it, whoever else races', async () => {
    const racers = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) => put('once', `writer ${n}`, { IfNoneMatch: '*' })),
    );
    expect(racers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const losers = racers.flatMap((racer) => (racer.status === 'rejected' ? [racer.reason] : []));
    expect(losers.map((error) => [error.name, error.$metadata.httpStatusCode])).toEqual(
      Array.from({ length: 9 }, () => ['PreconditionFailed', 412]),
    );
    const winner = racers.findIndex(({ status }) => status === 'fulfilled');
    expect((await get('once')).text).toBe(`writer ${winner}`);
  });

  it('are replaced whole, and gone when deleted, which may be said twice', async () => {
    await put('replaced', 'first');
    await put('replaced', 'second');
    expect((await get('replaced')).text).toBe('second');
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'replaced' }));
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'replaced' }));
    await expect(get('replaced')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(s3.send(new HeadObjectCommand({ Bucket, Key: 'replaced' }))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 404 },
    });
  });

  it('may have any key, and none leads out of the folder', async () => {
    const keys = [
      '../../outside',
      'a/../b',
      './dot',
      '/absolute',
      'Case',
      'case',
      'nul\u0001 +&%2F?#',
      '键/值.json',
      'k'.repeat(200),
      'k'.repeat(1024),
      '。'.repeat(341),
    ];
    for (const key of keys) await put(key, `object of ${key}`);
    for (const key of keys) expect((await get(key)).text).toBe(`object of ${key}`);
    expect(await readdir(directory)).toEqual(['buckets', 'unfinished']);
    await expect(put('k'.repeat(1025), 'too long')).rejects.toMatchObject({ name: 'KeyTooLongError' });
  });

  it('are all there after the store is opened anew, and half an upload is not', async () => {
    await put('kept', 'kept');
    const second = await openObjects({ directory, credentials, buckets: [Bucket] });
    const again = clientFor(second.endpoint);
    const { Body } = await again.send(new GetObjectCommand({ Bucket, Key: 'kept' }));
    expect(await Body!.transformToString()).toBe('kept');
    again.destroy();
    await second.close();
    expect(await filesBelow(join(directory, 'unfinished'))).toEqual([]);
  });
});

describe('lists', () => {
  it('are in the order of UTF-8, page by page, and fold below a delimiter', async () => {
    const keys = ['list/b/1', 'list/a', 'list/b/2', 'list/Z', 'list/钱', 'list/c'];
    for (const key of keys) await put(key, key);
    const sorted = ['list/Z', 'list/a', 'list/b/1', 'list/b/2', 'list/c', 'list/钱'];
    const seen: string[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await s3.send(
        new ListObjectsV2Command({
          Bucket,
          Prefix: 'list/',
          MaxKeys: 2,
          ...(ContinuationToken && { ContinuationToken }),
        }),
      );
      seen.push(...(page.Contents ?? []).map(({ Key }) => Key!));
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken);
    expect(seen).toEqual(sorted);
    const folded = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'list/', Delimiter: '/' }));
    expect(folded.CommonPrefixes).toEqual([{ Prefix: 'list/b/' }]);
    expect(folded.Contents!.map(({ Key, Size }) => [Key, Size])).toEqual([
      ['list/Z', 6],
      ['list/a', 6],
      ['list/c', 6],
      ['list/钱', 8],
    ]);
    const after = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'list/', StartAfter: 'list/b/2' }));
    expect(after.Contents!.map(({ Key }) => Key)).toEqual(['list/c', 'list/钱']);
  });
});

describe('buckets', () => {
  it('are made, once, before anything is put into them', async () => {
    const inNone = s3.send(new PutObjectCommand({ Bucket: 'sealed', Key: 'x', Body: 'x' }));
    await expect(inNone).rejects.toMatchObject({ name: 'NoSuchBucket' });
    await s3.send(new CreateBucketCommand({ Bucket: 'sealed' }));
    await s3.send(new HeadBucketCommand({ Bucket: 'sealed' }));
    await expect(s3.send(new CreateBucketCommand({ Bucket: 'sealed' }))).rejects.toMatchObject({
      name: 'BucketAlreadyOwnedByYou',
    });
  });
});

describe('a store that names no buckets', () => {
  it('makes a bucket with the first object put into it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'objects-'));
    const open = await openObjects({ directory: folder, credentials });
    const client = clientFor(open.endpoint);
    for (const Key of ['x', 'y']) await client.send(new PutObjectCommand({ Bucket: 'any', Key, Body: Key }));
    const { Contents } = await client.send(new ListObjectsV2Command({ Bucket: 'any' }));
    expect(Contents!.map(({ Key }) => Key)).toEqual(['x', 'y']);
    client.destroy();
    await open.close();
    await rm(folder, { recursive: true });
  });
});

describe('what was promised of a body', () => {
  const base64 = (n: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(n);
    return bytes.toString('base64');
  };

  it('is checked: MD5, checksum and length, and nothing is kept of a body that breaks it', async () => {
    await expect(
      put('broken', 'body', { ContentMD5: createHash('md5').update('other').digest('base64') }),
    ).rejects.toMatchObject({
      name: 'BadDigest',
    });
    await expect(put('broken', 'body', { ChecksumCRC32: base64(crc32('other')) })).rejects.toMatchObject({
      name: 'BadDigest',
    });
    await expect(
      put('broken', 'body', { ChecksumSHA256: createHash('sha256').update('other').digest('base64') }),
    ).rejects.toMatchObject({ name: 'BadDigest' });
    await expect(get('broken')).rejects.toMatchObject({ name: 'NoSuchKey' });
    expect(await filesBelow(join(directory, 'unfinished'))).toEqual([]);
  });

  it('is checked in a chunked body too: its trailer, its length, its end', async () => {
    const chunked = (body: string, trailer: string) =>
      `${body.length.toString(16)}\r\n${body}\r\n0\r\nx-amz-checksum-crc32:${trailer}\r\n\r\n`;
    const sendChunked = async (said: number, body: string) => {
      const headers = {
        'x-amz-trailer': 'x-amz-checksum-crc32',
        'x-amz-decoded-content-length': String(said),
        'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
        'content-encoding': 'aws-chunked',
        host: host(),
      };
      const request = { method: 'PUT', protocol: 'http:', hostname: '127.0.0.1', path: `/${Bucket}/chunked`, headers };
      const signed = await signedHeaders(request);
      return send('PUT', `${store.endpoint}/${Bucket}/chunked`, signed, body);
    };
    const right = base64(crc32('hello'));
    expect(await sendChunked(5, chunked('hello', base64(crc32('other'))))).toMatchObject({ status: 400 });
    expect((await sendChunked(6, chunked('hello', right))).body).toContain('IncompleteBody');
    expect((await sendChunked(5, 'a\r\nhello')).body).toContain('IncompleteBody');
    await expect(get('chunked')).rejects.toMatchObject({ name: 'NoSuchKey' });
    expect(await sendChunked(5, chunked('hello', right))).toMatchObject({ status: 200 });
    expect((await get('chunked')).text).toBe('hello');
  });

  it('includes the hash that was signed: another body under the same signature is refused', async () => {
    const headers = { host: host(), 'x-amz-content-sha256': createHash('sha256').update('signed').digest('hex') };
    const request = { method: 'PUT', protocol: 'http:', hostname: '127.0.0.1', path: `/${Bucket}/hash`, headers };
    const signed = await signedHeaders(request);
    const url = `${store.endpoint}/${Bucket}/hash`;
    expect((await send('PUT', url, signed, 'forged')).body).toContain('XAmzContentSHA256Mismatch');
    expect(await send('PUT', url, signed, 'signed')).toMatchObject({ status: 200 });
  });
});

describe('signatures', () => {
  it('are required, and of this key', async () => {
    expect((await send('GET', `${store.endpoint}/${Bucket}/a/b.json`)).body).toContain('AccessDenied');
    const stranger = clientFor(store.endpoint, { accessKeyId: 'stranger', secretAccessKey: 'the-secret' });
    await expect(stranger.send(new GetObjectCommand({ Bucket, Key: 'a/b.json' }))).rejects.toMatchObject({
      name: 'InvalidAccessKeyId',
    });
    const forger = clientFor(store.endpoint, { accessKeyId: 'the-key', secretAccessKey: 'guessed' });
    await expect(forger.send(new GetObjectCommand({ Bucket, Key: 'a/b.json' }))).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch',
    });
    stranger.destroy();
    forger.destroy();
  });

  it('of long ago are refused', async () => {
    const path = `/${Bucket}/a/b.json`;
    const headers = { host: host(), 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' };
    const signingDate = new Date(Date.now() - 16 * 60_000);
    const request = { method: 'GET', protocol: 'http:', hostname: '127.0.0.1', path, headers };
    const signed = await signedHeaders(request, { signingDate });
    expect((await send('GET', store.endpoint + path, signed)).body).toContain('RequestTimeTooSkewed');
  });

  it('in a link let its holder put or get that one object until it expires', async () => {
    const Body = 'by link';
    const link = await linkTo('PUT', 'linked/键', { headers: { 'content-length': String(Body.length) } });
    expect(await send('PUT', link, { 'content-length': String(Body.length) }, Body)).toMatchObject({ status: 200 });
    const read = await linkTo('GET', 'linked/键');
    expect(await send('GET', read)).toEqual({ status: 200, body: Body });

    lateMs = 61_000;
    expect(await send('GET', read)).toMatchObject({ status: 403 });
    lateMs = 0;
    expect((await send('GET', read.replace('X-Amz-Expires=60', 'X-Amz-Expires=600'))).body).toContain(
      'SignatureDoesNotMatch',
    );
    expect((await send('GET', read.replace(/linked\/[^?]*/, 'a/b.json'))).body).toContain('SignatureDoesNotMatch');
    expect((await send('DELETE', read)).body).toContain('SignatureDoesNotMatch');
    const guessed = await linkTo('GET', 'linked/键', { keys: { accessKeyId: 'the-key', secretAccessKey: 'guessed' } });
    expect((await send('GET', guessed)).body).toContain('SignatureDoesNotMatch');
  });

  it('in a link may have headers of the answer say something else, and only what was signed', async () => {
    await put('said/a.csv', 'a', { ContentType: 'text/csv' });
    const query = {
      'response-content-disposition': `attachment; filename="a.csv"; filename*=UTF-8''%E4%B8%80.csv`,
      'response-cache-control': 'no-store',
    };
    const link = await linkTo('GET', 'said/a.csv', { query });
    const { status, headers } = await fetch(link);
    expect([
      status,
      ...['content-disposition', 'cache-control', 'content-type'].map((name) => headers.get(name)),
    ]).toEqual([200, query['response-content-disposition'], 'no-store', 'text/csv']);
    expect((await send('GET', link.replace('no-store', 'public'))).body).toContain('SignatureDoesNotMatch');
    const torn = await linkTo('GET', 'said/a.csv', { query: { 'response-content-type': 'text/csv\r\nx: y' } });
    expect((await send('GET', torn)).body).toContain('InvalidArgument');
    const wide = await linkTo('GET', 'said/a.csv', { query: { 'response-content-disposition': '一' } });
    expect((await send('GET', wide)).body).toContain('InvalidArgument');
    const other = await linkTo('GET', 'said/a.csv', { query: { 'response-server': 'x' } });
    expect((await send('GET', other)).body).toContain('NotImplemented');
  });

  it('in a link bind the length it was made for, and cover every x-amz- header', async () => {
    const link = await linkTo('PUT', 'bound', { headers: { 'content-length': '5' } });
    const longer = await send('PUT', link, { 'content-length': '6' }, 'longer');
    expect(longer.body).toContain('SignatureDoesNotMatch');
    const adorned = await send('PUT', link, { 'content-length': '5', 'x-amz-meta-extra': 'x' }, '12345');
    expect(adorned.body).toContain('AccessDenied');
    const once = await linkTo('PUT', 'bound-once', { headers: { 'if-none-match': '*' } });
    const headers = { 'if-none-match': '*', 'content-length': '5' };
    expect(await send('PUT', once, headers, '12345')).toMatchObject({ status: 200 });
    expect(await send('PUT', once, headers, '12345')).toMatchObject({ status: 412 });
    await expect(get('bound')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it('are checked before anything is read or written', async () => {
    const files = await filesBelow(join(directory, 'buckets'));
    expect(await send('PUT', `${store.endpoint}/${Bucket}/unsigned`, {}, 'x')).toMatchObject({ status: 403 });
    expect(await filesBelow(join(directory, 'buckets'))).toHaveLength(files.length);
    const contents = await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'utf8')));
    expect(contents.join()).not.toContain(credentials.secretAccessKey);
  });
});
