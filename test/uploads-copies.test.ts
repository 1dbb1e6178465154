import { createHash, createPrivateKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { required, UPLOADS_BUCKET } from '../functions/env.ts';
import { AUDIT_HEADING } from '../functions/files/audit-column.ts';
import { filesStore } from '../functions/store/files.ts';
import { objectsIn } from '../functions/store/objects.ts';
import { issueToken } from '../infra/local/issuer.ts';
import { killable } from './kill/killable.ts';
import { cards } from './records.ts';
import { sendTo } from './send.ts';
import { aService, nobodyIsSanctioned, officer, operator, otherOperator, type Service, staffOf } from './service.ts';

// What comes back of an uploaded table, over the whole service on one machine.

const own = operator[0]!;
const [branch, otherBranch] = own.branches.map(({ id }) => id);
const period = { from: '2023-01-01', to: '2023-12-31' };

let service: Service;
beforeAll(async () => {
  service = await aService();
  await nobodyIsSanctioned(service);
});
afterAll(() => service.end());
afterEach(() => vi.useRealTimers());

type Rows = readonly (readonly string[])[];
type Bytes = Uint8Array<ArrayBuffer>;

const us = () => service.as(staffOf(own.uscc));

/** Records as rows below their headings, and a column of the uploader's own. */
const rowsOf = (records: readonly Readonly<Record<string, unknown>>[]): Rows => {
  const names = Object.keys(records[0]!);
  return [
    [...names, '经办人备注'],
    ...records.map((record, n) => [...names.map((name) => String(record[name] ?? '无')), `备注 ${n}`]),
  ];
};

const workbookOf = async (rows: Rows): Promise<Bytes> =>
  new Uint8Array(
    await writeXlsx({
      sheets: [
        { name: '说明', rows: [['本表由网点填写']] },
        { name: '数据', rows: rows.map((row) => [...row]) },
      ],
    }),
  );

const csvOf = (rows: Rows): string =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');

const sheetIn = async (bytes: Uint8Array) => {
  const { sheets } = await readXlsx(bytes);
  return {
    names: sheets.map(({ name }) => name),
    rows: sheets.find(({ name }) => name === '数据')!.rows.map((row) => row.map((cell) => String(cell ?? ''))),
  };
};

const ended = async (id: string, who = us()) => {
  for (let waits = 0; waits < 30; waits += 1) {
    const { body } = await who.get(`/v1/submissions/${id}?wait=20`);
    const isMoving = ['waiting', 'reading', 'judging', 'counting', 'recording'].includes(body.status);
    if (!isMoving && body.upload.copies?.state !== 'due') return body;
  }
  throw new Error(`upload ${id} never ended`);
};

const sent = async (bytes: Bytes, name: string, over: object = {}) => {
  const announced = {
    ...{ name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
    ...{ recordKind: 'phone-card', branchId: branch, period, ...over },
  };
  const { status, body } = await us().post('/v1/uploads', announced);
  expect(status).toBe(201);
  const { 'content-length': _, ...headers } = body.headers;
  expect((await fetch(body.url, { method: 'PUT', headers, body: bytes })).status).toBe(200);
  return ended(body.id);
};

/** The answer about a copy, not followed. */
const asked = async (id: string, copy: string, claims = staffOf(own.uscc)) => {
  const answer = await fetch(`${service.host.address}/v1/submissions/${id}/copies/${copy}`, {
    headers: { authorization: `Bearer ${await service.host.token(claims)}` },
    redirect: 'manual',
  });
  // biome-ignore lint/suspicious/noExplicitAny: read as its readers do, without a schema at hand
  const body: any = /json/.test(answer.headers.get('content-type') ?? '') ? await answer.json() : undefined;
  return { status: answer.status, headers: answer.headers, body };
};

const fetched = async (id: string, copy: string) => {
  const { status, headers } = await asked(id, copy);
  expect([status, headers.get('cache-control')]).toEqual([303, 'no-store']);
  const answer = await fetch(headers.get('location')!);
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
  return { answer, bytes: new Uint8Array(await answer.arrayBuffer()) };
};

/** Four cards in order, one whose name does not match and one of a kind that there is not. */
const mixed = (id: string) =>
  cards(4).map((card, n) => ({
    ...card,
    recordId: `${id}-${n}`,
    ...(n === 1 && { nameMatches: false }),
    ...(n === 2 && { cardKind: 'sim' }),
  }));

it('an uploaded workbook comes back with its marks, and its rows to correct, sent again, end what was found', async () => {
  const records = mixed('book');
  const audited = await sent(await workbookOf(rowsOf(records)), '三月 自查"表".xlsx');
  expect(audited).toMatchObject({ status: 'audited', counts: { records: 4, faults: 1, violation: 1 } });
  const { copies } = audited.upload;
  expect(copies).toMatchObject({
    state: 'made',
    made: [
      { copy: 'annotated', name: '三月 自查_表_.annotated.xlsx', rows: 2 },
      { copy: 'to-fix', name: '三月 自查_表_.to-fix.xlsx', rows: 2 },
    ],
    notes: [],
    faults: [],
  });
  const days = (Date.parse(copies.until) - Date.now()) / (24 * 60 * 60 * 1_000);
  expect(days > 6.9 && days <= 7).toBe(true);

  const annotated = await fetched(audited.id, 'annotated');
  expect(annotated.answer.headers.get('content-disposition')).toBe(
    `attachment; filename="__ _____.annotated.xlsx"; filename*=UTF-8''${encodeURIComponent('三月 自查_表_.annotated.xlsx')}`,
  );
  expect(annotated.bytes.length).toBe(copies.made[0].bytes);
  const whole = await sheetIn(annotated.bytes);
  const heads = rowsOf(records)[0]!;
  expect(whole.names).toEqual(['说明', '数据']);
  expect(whole.rows[0]).toEqual([...heads, AUDIT_HEADING]);
  expect(whole.rows.map((row) => row.slice(0, heads.length))).toEqual(rowsOf(records));
  const reasons = whole.rows.slice(1).map((row) => (row[heads.length] ?? '').slice(0, 3));
  expect(reasons).toEqual(['', '违规：', '错误：', '']);

  const toFix = await sheetIn((await fetched(audited.id, 'to-fix')).bytes);
  expect(toFix.rows.slice(1).map(([id]) => id)).toEqual(['book-1', 'book-2']);
  const corrected = toFix.rows.map((row, n) =>
    n === 0
      ? row
      : row.map((cell, at) => (heads[at] === 'nameMatches' ? 'true' : heads[at] === 'cardKind' ? 'mobile' : cell)),
  );
  const again = await sent(await workbookOf(corrected), 'corrected.xlsx');
  expect(again).toMatchObject({
    status: 'audited',
    supersedes: audited.id,
    counts: { records: 2, faults: 0, violation: 0, undetermined: 0 },
    upload: { copies: { state: 'none', made: [], faults: [] } },
  });
  const { body: left } = await us().get('/v1/violations?rule=atfl.9.realname-registration&limit=200');
  const ofRow = left.items.filter(({ recordId }: { recordId: string }) => recordId === 'book-1');
  expect(ofRow.map(({ putRightAt }: { putRightAt?: string }) => typeof putRightAt)).toEqual(['string']);
});

it('a table of text comes back as it was written, also packed; keys that stand twice are marked where they stand', async () => {
  const records = cards(4).map((card, n) => ({ ...card, recordId: `text-${n === 3 ? 0 : n}`, nameMatches: n !== 1 }));
  const [heads, first, ...rest] = rowsOf(records);
  // A cell of two lines: rows and lines are not the same.
  const rows = [heads!, [...first!.slice(0, -1), '第一行\n第二行'], ...rest];
  for (const [name, pack, unpack] of [
    ['cards.csv', (text: string) => Buffer.from(text), (bytes: Uint8Array) => Buffer.from(bytes)],
    ['cards.csv.gz', (text: string) => gzipSync(text), (bytes: Uint8Array) => gunzipSync(bytes)],
  ] as const) {
    const audited = await sent(new Uint8Array(pack(csvOf(rows))), name, { branchId: otherBranch });
    expect([audited.status, audited.counts.faults, audited.upload.copies.state]).toEqual(['audited', 2, 'made']);
    const { answer, bytes } = await fetched(audited.id, 'annotated');
    const at = name.replace('cards', 'cards.annotated');
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${at}"; filename*=UTF-8''${at}`);
    const lines = unpack(bytes).toString().split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines.map((line, n) => line.startsWith(csvOf([rows[n]!])))).toEqual(Array(5).fill(true));
    expect(lines.map((line, n) => line.slice(csvOf([rows[n]!]).length, csvOf([rows[n]!]).length + 5))).toEqual([
      `,"${AUDIT_HEADING.slice(0, 3)}`,
      ',"错误：',
      ',"违规：',
      '',
      ',"错误：',
    ]);
  }
});

it('a file of which no row can be judged comes back too', async () => {
  const refused = await sent(
    new Uint8Array(Buffer.from(csvOf(rowsOf(cards(2).map((card) => ({ ...card, cardKind: 'sim' })))))),
    '../no?t.csv',
  );
  expect([refused.status, refused.upload.faultsTotal, refused.upload.copies.state]).toEqual(['refused', 2, 'made']);
  const { answer, bytes } = await fetched(refused.id, 'to-fix');
  expect(answer.headers.get('content-disposition')).toContain('filename="no_t.to-fix.csv"');
  expect(
    Buffer.from(bytes)
      .toString()
      .match(/错误：/g),
  ).toHaveLength(2);
  const whole = await sent(Buffer.from('%PDF-1.7 xyz') as Bytes, 'cards.pdf');
  expect([whole.status, whole.upload.copies]).toEqual(['refused', null]);
  expect((await asked(whole.id, 'annotated')).status).toBe(404);
});

it('nobody else is given a copy, and where there is none it is said why', async () => {
  const audited = await sent(new Uint8Array(Buffer.from(csvOf(rowsOf(mixed('ours'))))), 'ours.csv');
  const codeOf = async (id: string, copy: string, claims = staffOf(own.uscc)) => {
    const { status, headers, body } = await asked(id, copy, claims);
    expect(headers.get('location')).toBeNull();
    return [status, body.code];
  };
  expect(await codeOf(audited.id, 'annotated', staffOf(otherOperator.uscc))).toEqual([404, 'NOT_FOUND']);
  expect(await codeOf(audited.id, 'annotated', staffOf(own.uscc, otherBranch))).toEqual([404, 'NOT_FOUND']);
  expect(await codeOf(audited.id, 'annotated', officer())).toEqual([403, 'FORBIDDEN']);
  expect(await codeOf(audited.id, 'corrected')).toEqual([404, 'NOT_FOUND']);
  expect((await service.as(officer()).get(`/v1/submissions/${audited.id}`)).body.upload).toBeUndefined();

  const lines = mixed('lines').map((record) => JSON.stringify(record));
  const asLines = await sent(new Uint8Array(Buffer.from(lines.join('\n'))), 'lines.ndjson');
  expect(asLines.upload.copies).toMatchObject({ state: 'none', faults: [{ code: 'NO_COPY_OF_JSON' }] });
  const { status, body } = await asked(asLines.id, 'to-fix');
  expect([status, body.faults[0].code]).toEqual([404, 'NO_COPY_OF_JSON']);
  const asBody = await us().post('/v1/submissions', {
    ...{ recordKind: 'phone-card', branchId: branch, period: { ...period, to: '2023-12-29' } },
    records: mixed('body'),
  });
  const ofBody = await asked(asBody.body.id, 'annotated');
  expect([ofBody.status, ofBody.body.text.zh, ofBody.body.text.en]).toEqual([
    404,
    expect.stringContaining('JSON'),
    expect.stringContaining('JSON body'),
  ]);
});

it('the file is gone once its copies are made, and they when their days are over', async () => {
  const audited = await sent(await workbookOf(rowsOf(mixed('days'))), 'days.xlsx');
  const objects = objectsIn(required(UPLOADS_BUCKET));
  await vi.waitFor(async () => expect(await filesStore(objects).size(audited.id)).toBeUndefined(), 30_000);
  const copy = `copies/${audited.id}/annotated`;
  expect(await objects.size(copy)).toBe(audited.upload.copies.made[0].bytes);
  const link = (await asked(audited.id, 'annotated')).headers.get('location')!;

  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(audited.upload.copies.until) - 60_000 });
  expect((await asked(audited.id, 'annotated')).status).toBe(303);
  expect((await fetch(link)).status).toBe(403);
  vi.setSystemTime(Date.parse(audited.upload.copies.until) + 1_000);
  const late = await asked(audited.id, 'annotated');
  expect([late.status, late.body.text.en]).toEqual([404, expect.stringContaining('gone')]);
  const { body } = await us().get(`/v1/submissions/${audited.id}`);
  expect([body.status, body.upload.copies.state, body.upload.copies.made]).toEqual(['audited', 'gone', []]);
  const { handler } = await import('../functions/watch-uploads/handler.ts');
  await handler();
  expect(await objects.size(copy)).toBeUndefined();
});

it('killed between the audit and the copies, the host makes them when it is started again', async () => {
  const data = mkdtempSync(join(tmpdir(), 'fanzha-copies-'));
  const host = await killable(data);
  const signing = createPrivateKey(readFileSync(join(data, 'keys', 'signing.pem')));
  const token = await issueToken(signing, staffOf(own.uscc), 600);
  const ask = (method: string, path: string, body?: unknown) =>
    sendTo(host.address())(`Bearer ${token}`, method, path, body);
  const bytes = new Uint8Array(Buffer.from(csvOf(rowsOf(mixed('killed')))));
  // From its announcement to its audit an upload is written ten times: test/kill/points.ts.
  await host.arm({ name: 'the upload is audited', when: 'after', writes: ['\\|UPLOAD$'], nth: 10 });
  const { body } = await ask('POST', '/v1/uploads', {
    ...{ name: 'killed.csv', size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
    ...{ recordKind: 'phone-card', branchId: branch, period },
  });
  const { 'content-length': _, ...headers } = body.headers;
  await fetch(body.url, { method: 'PUT', headers, body: bytes });
  await vi.waitFor(() => expect(host.deaths()).toBe(1), 100_000);
  await host.ready();
  const stands = async () => (await ask('GET', `/v1/submissions/${body.id}?wait=5`)).body;
  await vi.waitFor(async () => expect((await stands()).upload.copies.state).toBe('made'), 100_000);
  expect(await stands()).toMatchObject({
    status: 'audited',
    upload: { attempts: 1, copies: { made: [{ rows: 4 }, { rows: 4 }], faults: [] } },
  });
  await host.end();
  rmSync(data, { recursive: true, force: true });
});
