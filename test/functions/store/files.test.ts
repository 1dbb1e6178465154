import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { filesStore } from '../../../functions/store/files.ts';
import { objectsIn } from '../../../functions/store/objects.ts';
import { openObjects } from '../../../infra/local/objects.ts';

const credentials = { accessKeyId: 'LOCALTEST', secretAccessKey: 'secret' };
let directory: string;
let embedded: Awaited<ReturnType<typeof openObjects>>;
let now = Date.now();

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'fanzha-files-'));
  embedded = await openObjects({ directory, credentials, now: () => now });
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

const files = () => filesStore(objectsIn('fanzha-uploads'));
const text = 'recordId,openedAt\n1,2023-01-01';
const said = { size: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') };
const sendTo = (url: string, body: string, headers: Readonly<Record<string, string>>) => {
  const { 'content-length': _, ...others } = headers;
  return fetch(url, { method: 'PUT', body, headers: others });
};

it('a link takes the bytes that it is for, and they come back in parts', async () => {
  const { url, headers } = await files().link('one', said, 60);
  expect(await files().size('one')).toBeUndefined();
  expect((await sendTo(url, text, headers)).status).toBe(200);
  expect(await files().size('one')).toBe(said.size);
  expect(String(await files().part('one', 9, 17))).toBe('openedAt');
});

it('other bytes, of that length or another, are refused by the object store', async () => {
  const { url, headers } = await files().link('two', said, 60);
  const other = text.replace('1,', '2,');
  expect((await sendTo(url, other, headers)).status).toBe(400);
  expect((await sendTo(url, `${text} `, headers)).status).toBe(403);
  const lying = createHash('sha256').update(other).digest('base64');
  expect((await sendTo(url, other, { ...headers, 'x-amz-checksum-sha256': lying })).status).toBe(403);
  expect((await sendTo(url, other, {})).status).toBe(403);
  expect((await sendTo(url.replace('two', 'three'), text, headers)).status).toBe(403);
  expect(await files().size('two')).toBeUndefined();
});

it('a link past its time takes nothing', async () => {
  const { url, headers } = await files().link('late', said, 60);
  now += 61_000;
  expect((await sendTo(url, text, headers)).status).toBe(403);
  now -= 61_000;
});

it('what was made of a file goes with it', async () => {
  const { url, headers } = await files().link('gone', said, 60);
  await sendTo(url, text, headers);
  await files().keepJson('gone', 'prepared.json.gz', { rows: 1 });
  await files().keepBytes('gone', 'slice-0', Buffer.from('rows'));
  expect(await files().json('gone', 'prepared.json.gz')).toEqual({ rows: 1 });
  expect(String(await files().bytes('gone', 'slice-0'))).toBe('rows');
  await files().clear('gone', ['prepared.json.gz', 'slice-0', 'never-made']);
  expect(await files().size('gone')).toBeUndefined();
  await expect(files().bytes('gone', 'slice-0')).rejects.toThrow('404');
});
