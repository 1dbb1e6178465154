import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
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
