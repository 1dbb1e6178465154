import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { receiver } from './journeys/receiver.ts';
import { aCard, cards } from './records.ts';
import { aService, nobodyIsSanctioned, officer, operator, otherOperator, type Service, staffOf } from './service.ts';

// Files from their announcement to their audit, over the whole service on one machine.

const own = operator[0]!;
const [branch, otherBranch] = own.branches.map(({ id }) => id);
const period = { from: '2023-01-01', to: '2023-12-31' };

let service: Service;
beforeAll(async () => {
  service = await aService();
  await nobodyIsSanctioned(service);
});
afterAll(() => service.end());

const us = () => service.as(staffOf(own.uscc));

const linesOf = (records: readonly object[]) => records.map((record) => JSON.stringify(record)).join('\n');

const csvOf = (records: readonly Readonly<Record<string, unknown>>[]) => {
  const names = Object.keys(records[0]!);
  const cell = (value: unknown) => `"${String(value ?? '').replaceAll('"', '""')}"`;
  return [names.join(','), ...records.map((record) => names.map((name) => cell(record[name])).join(','))].join('\n');
};

/** Page by page: one that took too long is short. */
const violationsOf = async (query: string): Promise<Record<string, string>[]> => {
  const items: Record<string, string>[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const { body }: { body: { items: Record<string, string>[]; next: string | null } } = await us().get(
      `/v1/violations?limit=200&${query}${next === '' ? '' : `&cursor=${next}`}`,
    );
    items.push(...body.items);
    next = body.next;
  }
  return items;
};

const announced = (bytes: Uint8Array, over: object = {}) => ({
  ...{ name: 'cards.csv', size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
  ...{ recordKind: 'phone-card', branchId: branch, period },
  ...over,
});

const put = (url: string, headers: Readonly<Record<string, string>>, bytes: Uint8Array<ArrayBuffer>) => {
  const { 'content-length': _, ...others } = headers;
  return fetch(url, { method: 'PUT', headers: others, body: bytes });
};

const ended = async (id: string) => {
  for (let waits = 0; waits < 30; waits += 1) {
    const { body } = await us().get(`/v1/submissions/${id}?wait=20`);
    const isMoving = ['waiting', 'reading', 'judging', 'counting', 'recording'].includes(body.status);
    if (!isMoving && body.upload.copies?.state !== 'due') return body;
  }
  throw new Error(`upload ${id} never ended`);
};

const sent = async (text: string | Uint8Array<ArrayBuffer>, over: object = {}) => {
  const bytes = typeof text === 'string' ? new Uint8Array(Buffer.from(text)) : text;
  const created = await us().post('/v1/uploads', announced(bytes, over));
  expect(created.status).toBe(201);
  expect((await put(created.body.url, created.body.headers, bytes)).status).toBe(200);
  return ended(created.body.id);
};

it('a file becomes a submission: the same counts and violations as if its records had been sent, and what is not in order listed', async () => {
  const records = cards(8).map((card, n) => ({
    ...card,
    recordId: `as-file-${n}`,
    ...(n === 3 && { nameMatches: false }),
  }));
  const audited = await sent(linesOf(records), { name: 'cards.ndjson' });
  expect(audited).toMatchObject({
    status: 'audited',
    counts: { records: 8, faults: 0 },
    upload: {
      name: 'cards.ndjson',
      rows: 8,
      slices: { done: 1, total: 1 },
      recorded: { done: 8, total: 8 },
      stuck: false,
    },
  });
  const sameRecords = { recordKind: 'phone-card', branchId: branch, period: { ...period, to: '2023-12-30' }, records };
  const asBody = await us().post('/v1/submissions?dryRun=true', sameRecords);
  expect(audited.counts).toEqual(asBody.body.counts);
  const found = await us().get(`/v1/submissions/${audited.id}/findings?limit=200`);
  const plain = (findings: readonly { readonly rule: string; readonly recordId: string; readonly verdict: string }[]) =>
    findings.map(({ rule, recordId, verdict }) => [rule, recordId, verdict]);
  expect(plain(found.body.items)).toEqual(
    plain(asBody.body.findings).filter(([, , verdict]) => verdict === 'violation' || verdict === 'undetermined'),
  );
  const listed = await violationsOf('rule=atfl.9.realname-registration');
  expect(listed.map(({ recordId }) => recordId)).toContain('as-file-3');
});

it('rows that cannot be judged are named by record and line, the others are judged; across the file no id stands twice', async () => {
  const records = cards(4).map((card, n) => ({ ...card, recordId: n === 3 ? 'faulty-0' : `faulty-${n}` }));
  const wrong = { ...records[1]!, cardKind: 'sim' };
  const audited = await sent(csvOf([records[0]!, wrong, records[2]!, records[3]!]));
  expect(audited).toMatchObject({ status: 'audited', counts: { records: 4, faults: 3 } });
  const faults = await us().get(`/v1/submissions/${audited.id}/faults`);
  expect(
    faults.body.items.map(({ code, row, line, otherRow }: Record<string, unknown>) => [code, row, line, otherRow]),
  ).toEqual([
    ['DUPLICATE_RECORD', 1, undefined, 4],
    [expect.any(String), 2, 3, undefined],
    ['DUPLICATE_RECORD', 4, undefined, 1],
  ]);
});

it('the same bytes as the head are the head again, with nothing to send; packed by gzip they are another file', async () => {
  const bytes = new Uint8Array(Buffer.from(linesOf(cards(3).map((card, n) => ({ ...card, recordId: `same-${n}` })))));
  const over = { period: { from: '2023-01-01', to: '2023-11-30' }, name: 'cards.ndjson' };
  const first = await sent(bytes, over);
  const again = await us().post('/v1/uploads', announced(bytes, over));
  expect([again.status, again.body]).toEqual([200, { id: first.id, state: 'audited' }]);
  const packed = await sent(new Uint8Array(gzipSync(bytes)), over);
  expect(packed).toMatchObject({ status: 'audited', supersedes: first.id, counts: first.counts });
});

it('what is no table, is empty, or has no row that can be judged, is refused and says why; it may be sent anew', async () => {
  const refused = await sent(Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 1, 2, 3]) as Uint8Array<ArrayBuffer>);
  expect([refused.status, refused.upload.faults.length > 0, refused.counts]).toEqual(['refused', true, undefined]);
  const none = await sent(csvOf(cards(2).map((card) => ({ ...card, cardKind: 'sim' }))));
  expect([none.status, none.upload.faultsTotal]).toEqual(['refused', 2]);
  const faults = await us().get(`/v1/submissions/${none.id}/faults`);
  expect(faults.body.items).toHaveLength(2);
  const again = await us().post(
    '/v1/uploads',
    announced(Buffer.from(csvOf(cards(2).map((card) => ({ ...card, cardKind: 'sim' }))))),
  );
  expect(again.status).toBe(201);
  expect(again.body.id).not.toBe(none.id);
});

it('a file refused by its rows has a report of all their faults in each form, for its sender and nobody else', async () => {
  const records = Array.from({ length: 60 }, (_, n) => aCard({ recordId: `refused-${n}`, cardKind: 'sim' }));
  const refused = await sent(csvOf(records), { period: { from: '2023-01-01', to: '2023-12-05' } });
  expect([refused.status, refused.upload.faults.length, refused.upload.faultsTotal]).toEqual(['refused', 50, 60]);
  const reportOf = (name: string, who = us()) => who.get(`/v1/submissions/${refused.id}/report.${name}`);
  const { status, body } = await reportOf('json');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    submission: { id: refused.id, status: 'refused', counts: { records: 60, faults: 60, violation: 0 } },
    ...{ rules: [], findings: [], findingsTotal: 0, faultsTotal: 60, cut: [] },
  });
  expect(body.faults.map(({ recordId }: { recordId: string }) => recordId)).toEqual(
    records.map(({ recordId }) => recordId),
  );
  expect((await reportOf('csv')).body.trimEnd().split('\n')).toHaveLength(61);
  const page = await reportOf('html');
  for (const text of ['refused-59', '文件被退回', 'The file is refused']) expect(page.body).toContain(text);
  expect(page.body).not.toContain('规则集');
  expect([(await reportOf('xlsx')).status, (await reportOf('xlsx')).body.slice(0, 2)]).toEqual([200, 'PK']);
  for (const who of [officer(), staffOf(otherOperator.uscc), staffOf(own.uscc, otherBranch)]) {
    expect((await reportOf('json', service.as(who))).status).toBe(404);
  }
});

it('a file refused as a whole has a report of why; one on its way has none yet', async () => {
  const over = { period: { from: '2023-01-01', to: '2023-12-04' } };
  const refused = await sent(Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 1, 2, 3]) as Uint8Array<ArrayBuffer>, over);
  const { body } = await us().get(`/v1/submissions/${refused.id}/report.json`);
  expect(body).toMatchObject({ submission: { counts: { records: 0, faults: 0 } }, faults: refused.upload.faults });
  const waiting = await us().post('/v1/uploads', announced(Buffer.from('not sent'), over));
  expect((await us().get(`/v1/submissions/${waiting.body.id}/report.json`)).status).toBe(404);
});

it('other bytes than announced are refused by the object store, and the upload goes on waiting', async () => {
  const bytes = new Uint8Array(Buffer.from(csvOf(cards(2).map((card, n) => ({ ...card, recordId: `other-${n}` })))));
  const { body } = await us().post('/v1/uploads', announced(bytes));
  const other = new Uint8Array(bytes);
  other[other.length - 2] = 0x39;
  expect((await put(body.url, body.headers, other)).status).toBe(400);
  expect((await put(body.url, body.headers, bytes.slice(1))).status).toBe(403);
  expect((await us().get(`/v1/submissions/${body.id}`)).body.status).toBe('waiting');
  const once = await us().post('/v1/uploads', announced(bytes));
  expect([once.status, once.body.id, once.body.state]).toEqual([200, body.id, 'waiting']);
  expect((await put(once.body.url, once.body.headers, bytes)).status).toBe(200);
  const audited = await ended(body.id);
  expect(audited.status).toBe('audited');
  // Whoever still has the link may send the same again: nothing comes of it.
  expect((await put(once.body.url, once.body.headers, bytes)).status).toBe(200);
  expect((await put(once.body.url, once.body.headers, other)).status).toBe(400);
  expect((await us().get(`/v1/submissions/${body.id}`)).body).toEqual(audited);
});

it('an upload is cancelled, twice the same, and never once it is audited; what ended is not resumed', async () => {
  const bytes = new Uint8Array(Buffer.from(csvOf(cards(2).map((card, n) => ({ ...card, recordId: `gone-${n}` })))));
  const { body } = await us().post('/v1/uploads', announced(bytes));
  for (let twice = 0; twice < 2; twice += 1) {
    const cancelled = await us().delete(`/v1/uploads/${body.id}`);
    expect([cancelled.status, cancelled.body.status]).toEqual([200, 'cancelled']);
  }
  expect((await put(body.url, body.headers, bytes)).status).toBe(200);
  const anew = await sent(csvOf(cards(2).map((card, n) => ({ ...card, recordId: `gone-${n}` }))));
  expect(anew.id).not.toBe(body.id);
  expect((await us().get(`/v1/submissions/${body.id}`)).body.status).toBe('cancelled');
  const late = await us().delete(`/v1/uploads/${anew.id}`);
  expect([late.status, late.body.code]).toEqual([409, 'CONFLICT']);
  const resumed = await us().post(`/v1/uploads/${anew.id}/resume`, {});
  expect([resumed.status, resumed.body.code]).toEqual([409, 'CONFLICT']);
});

it('what cannot be meant is refused before a byte is sent', async () => {
  const bytes = Buffer.from('x');
  const codeOf = async (over: object, who = us()) => {
    const { status, body } = await who.post('/v1/uploads', announced(bytes, over));
    return [status, body.code, body.faults?.[0]?.pointer];
  };
  expect(await codeOf({ recordKind: 'phone-crad' })).toEqual([422, 'UNKNOWN_RECORD_KIND', '/recordKind']);
  expect(await codeOf({ branchId: 'none' })).toEqual([404, 'NOT_FOUND', '/branchId']);
  expect((await codeOf({}, service.as(staffOf(own.uscc, otherBranch)))).slice(0, 2)).toEqual([404, 'NOT_FOUND']);
  expect((await codeOf({}, service.as(staffOf(otherOperator.uscc)))).slice(0, 2)).toEqual([404, 'NOT_FOUND']);
  expect(await codeOf({ size: 3 * 1024 ** 3 })).toEqual([422, 'FILE_TOO_LARGE', '/size']);
  expect(await codeOf({ size: 0 })).toEqual([422, 'INVALID_BODY', '/size']);
  expect(await codeOf({ sha256: 'ab' })).toEqual([422, 'INVALID_BODY', '/sha256']);
  expect(await codeOf({ name: 'a'.repeat(256) })).toEqual([422, 'INVALID_BODY', '/name']);
  expect(await codeOf({ name: 'a\u0000b' })).toEqual([422, 'INVALID_BODY', '/name']);
  expect(await codeOf({ mode: 'roster', recordKind: 'user-reminder' })).toEqual([422, 'INVALID_BODY', '/mode']);
  expect(await codeOf({ period: { from: '2023-02-01', to: '2023-01-01' } })).toEqual([
    422,
    'INVALID_BODY',
    '/period/to',
  ]);
  expect((await us().get('/v1/submissions/none?wait=21')).body.faults[0].column).toBe('wait');
});

it('a number in a file’s name is nobody’s to read, and a regulator sees a file only once it is recorded', async () => {
  const bytes = new Uint8Array(Buffer.from('z'));
  const { body } = await us().post('/v1/uploads', announced(bytes, { name: '../13900001234的卡.csv' }));
  expect((await us().get(`/v1/submissions/${body.id}`)).body.upload.name).toBe('../139******34的卡.csv');
});

it('whoever subscribes is told by signed webhook how each file of their branches has ended', async () => {
  const taken = await receiver();
  const subscribed = await service.as(staffOf(own.uscc, branch)).post('/v1/subscriptions', { url: taken.url });
  expect(subscribed.status).toBe(201);
  taken.trust(subscribed.body.secret);
  const ofBranch = cards(7).map((card, n) => ({ ...card, recordId: `told-${n}` }));
  const period = { from: '2023-01-01', to: '2023-12-20' };
  const audited = await sent(linesOf(ofBranch), { name: '张三.ndjson', period });
  await sent(linesOf(cards(1, { recordId: 'not-told' })), { branchId: otherBranch, name: 'other.ndjson', period });
  const refused = await sent(csvOf([{ ...ofBranch[0]!, cardKind: 'sim' }]), { period });
  await vi.waitFor(() => expect(taken.received()).toBe(2), 60_000);
  expect(taken.unsigned()).toBe(0);

  const { body } = await service.as(staffOf(own.uscc, branch)).get(`/v1/notices?after=${subscribed.body.position - 1}`);
  expect(body.items.map(({ sequence }: { sequence: number }) => sequence)).toEqual(taken.sequences());
  expect(body.items).toMatchObject([
    { ...{ state: 'audited', submission: audited.id, link: `/v1/submissions/${audited.id}` }, counts: audited.counts },
    { state: 'refused', submission: refused.id, counts: { faults: 1 } },
  ]);
  expect(JSON.stringify(body)).not.toContain('张三');
  taken.close();
  expect((await us().delete(`/v1/subscriptions/${subscribed.body.id}`)).status).toBe(204);
});

it('a page of this machine puts a file by its link, and may hear what came of it; no other page is let', async () => {
  const bytes = new Uint8Array(Buffer.from(csvOf(cards(2).map((card, n) => ({ ...card, recordId: `page-${n}` })))));
  const over = { period: { from: '2023-01-01', to: '2023-12-10' } };
  const { url, headers, id } = (await us().post('/v1/uploads', announced(bytes, over))).body;
  const ask = (origin: string, method = 'PUT', to = url) =>
    fetch(to, {
      method: 'OPTIONS',
      headers: {
        ...{ origin, 'access-control-request-method': method },
        'access-control-request-headers': 'content-type,x-amz-checksum-sha256',
      },
    });
  const said = ({ status, headers: told }: Response) => [
    status,
    ...['origin', 'methods', 'headers'].map((what) => told.get(`access-control-allow-${what}`)),
  ];
  for (const origin of ['http://localhost:5173', 'http://127.0.0.1:8787', 'https://[::1]:3000']) {
    const answer = await ask(origin);
    expect(said(answer)).toEqual([200, origin, 'PUT', 'content-type,x-amz-checksum-sha256']);
    expect(answer.headers.get('vary')).toContain('Origin');
  }
  const refused = [403, null, null, null];
  for (const origin of ['https://console.example', 'http://localhost.example', 'http://127.0.0.1.example', 'null']) {
    expect(said(await ask(origin)), origin).toEqual(refused);
  }
  expect(said(await ask('http://localhost:5173', 'DELETE'))).toEqual(refused);
  const records = url.replace('fanzha-uploads', 'fanzha-records');
  expect(said(await ask('http://localhost:5173', 'PUT', records))).toEqual(refused);

  const { 'content-length': _, ...sentHeaders } = headers;
  const put = (origin: string, body: Uint8Array<ArrayBuffer>) =>
    fetch(url, { method: 'PUT', headers: { ...sentHeaders, origin }, body });
  const hears = ({ status, headers: told }: Response) => [status, told.get('access-control-allow-origin')];
  const other = new Uint8Array(bytes);
  other[other.length - 2] = 0x39;
  expect(hears(await put('http://localhost:5173', other))).toEqual([400, 'http://localhost:5173']);
  expect(hears(await put('https://console.example', bytes))).toEqual([200, null]);
  expect((await ended(id)).status).toBe('audited');
});

it('a roster replaces the branch’s part: a card that it leaves out is held no longer', async () => {
  const held = cards(6).map((card, n) => ({ ...card, recordId: `roster-${n}` }));
  const over = { mode: 'roster', name: 'roster.ndjson', branchId: own.branches[2]!.id };
  const full = await sent(linesOf(held), over);
  expect(full.counts.violation).toBe(1);
  const open = async () =>
    (await violationsOf('rule=atfl.10.card-count-limit&remedy=outstanding'))
      .map(({ recordId }) => recordId!)
      .filter((id) => id.startsWith('roster-'));
  expect(await open()).toEqual(['roster-5']);
  const fewer = await sent(linesOf(held.slice(1)), over);
  expect([fewer.supersedes, fewer.counts.violation]).toEqual([full.id, 0]);
  expect(await open()).toEqual([]);
});
