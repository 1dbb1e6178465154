import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { attachment } from '../../../functions/edge/attachment.ts';
import { objectsIn } from '../../../functions/store/objects.ts';
import { openObjects } from '../../../infra/local/objects.ts';

const credentials = { accessKeyId: 'LOCALTEST', secretAccessKey: 'secret' };
let directory: string;
let embedded: Awaited<ReturnType<typeof openObjects>>;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'fanzha-objects-'));
  embedded = await openObjects({ directory, credentials });
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_S3: embedded.endpoint,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SESSION_TOKEN: '',
    AWS_REGION: 'cn-north-1',
  });
});
afterAll(async () => {
  await embedded.close();
  rmSync(directory, { recursive: true, force: true });
});

const bytes = (text: string) => Buffer.from(text);

it('an object comes back byte for byte, under a key with any characters', async () => {
  const objects = objectsIn('fanzha-records');
  const all = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
  await objects.put('submissions/一 二+3/records.json.gz', all, { 'content-type': 'application/gzip' }, true);
  expect(await objects.get('submissions/一 二+3/records.json.gz')).toEqual(all);
});

it('what is written once stays as it was first written, and what may be replaced is replaced', async () => {
  const objects = objectsIn('fanzha-records');
  for (const text of ['first', 'second']) {
    await objects.put('once', bytes(text), {}, true);
    await objects.put('often', bytes(text), {}, false);
  }
  expect([String(await objects.get('once')), String(await objects.get('often'))]).toEqual(['first', 'second']);
});

it('an object that is not there is an error that names it', async () => {
  await expect(objectsIn('fanzha-records').get('none')).rejects.toMatchObject({
    code: 'OBJECT_REFUSED',
    message: 'GET fanzha-records/none answered 404',
  });
});

it('a store that is busy is asked again, and one that stays so is an error', async () => {
  let asked = 0;
  let busyFor = 2;
  const server = createServer((_, answer) => {
    asked += 1;
    answer.writeHead(asked <= busyFor ? 503 : 200).end('there');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.env.AWS_ENDPOINT_URL_S3 = `http://127.0.0.1:${(server.address() as { readonly port: number }).port}`;
  try {
    expect(String(await objectsIn('busy').get('key'))).toBe('there');
    expect(asked).toBe(3);
    busyFor = Number.POSITIVE_INFINITY;
    await expect(objectsIn('busy').put('key', bytes('x'), {}, false)).rejects.toThrow('PUT busy/key answered 503');
  } finally {
    process.env.AWS_ENDPOINT_URL_S3 = embedded.endpoint;
    server.close();
  }
});

it('a file goes whole from the disk, and its link says under which name it is saved, in any script', async () => {
  const objects = objectsIn('fanzha-uploads');
  const all = Buffer.alloc(3_000_001, 'ab');
  const path = join(directory, 'a file');
  writeFileSync(path, all);
  await objects.putFile('copies/一/to-fix', path, { 'content-type': 'text/csv' });
  const disposition = attachment('三月 + 100%.csv');
  const link = await objects.linkToGet('copies/一/to-fix', { 'response-content-disposition': disposition }, 60);
  const answer = await fetch(link);
  expect([answer.status, answer.headers.get('content-disposition'), answer.headers.get('content-type')]).toEqual([
    200,
    `attachment; filename="__ + 100_.csv"; filename*=UTF-8''%E4%B8%89%E6%9C%88%20%2B%20100%25.csv`,
    'text/csv',
  ]);
  expect(Buffer.from(await answer.arrayBuffer()).equals(all)).toBe(true);
  expect((await fetch(link.replace('100_', '200_'))).status).toBe(403);
  expect((await fetch(link, { method: 'DELETE' })).status).toBe(403);
});

it('a file that its store refuses is not taken for kept', async () => {
  const path = join(directory, 'another file');
  writeFileSync(path, 'x');
  process.env.AWS_SECRET_ACCESS_KEY = 'another';
  await expect(objectsIn('fanzha-uploads').putFile('copies/a', path, {})).rejects.toThrow('answered 403');
  process.env.AWS_SECRET_ACCESS_KEY = credentials.secretAccessKey;
});
