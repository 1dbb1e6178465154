import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { idNumber } from '../identities.ts';
import type { Journey } from './journeys.ts';
import { company, keyed, officer, otherCompany, staff, until, type World } from './world.ts';

const branchId = company.branches[1]!.id;
const period = { from: '2023-08-01', to: '2023-08-31' };

/** Six cards of one person, the last one too many, and one whose name does not match; a seventh cannot be judged. */
const lines = [1, 2, 3, 4, 5, 6, 7].map((n) => {
  const on = `2023-08-0${n}`;
  return JSON.stringify({
    recordId: `journey-file-${n}`,
    msisdn: `1351000000${n}`,
    ...{ subjectType: 'individual', idType: 'id-card', subjectId: idNumber(760_001), docCheckMethod: 'reader' },
    ...{ nameMatches: n !== 2, addressRecorded: true, byProxy: false, channel: 'outlet', faceMatchPassed: true },
    ...{ cardKind: n === 7 ? 'sim' : 'mobile', cardStatus: 'active', flaggedAt: null },
    ...{ registeredAt: `${on}T09:00:00+08:00`, checkedAt: `${on}T09:05:00+08:00` },
    ...{ openedAt: `${on}T09:10:00+08:00`, activatedAt: `${on}T09:12:00+08:00` },
  });
});

const announced = (bytes: Uint8Array, over: object = {}) => ({
  ...{ name: '八月.ndjson', size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
  ...{ recordKind: 'phone-card', branchId, period },
  ...over,
});

const go = async (world: World): Promise<void> => {
  const bytes = new Uint8Array(Buffer.from(lines.join('\n')));
  const who = staff();
  // A link is of its place, and so is how often one looks before a file is audited.
  const opened = await world.look(who).post('/v1/uploads', announced(bytes), keyed('journey-upload'));
  expect([opened.status, opened.body.state]).toEqual([201, 'waiting']);
  const { id, url, headers } = opened.body;
  const again = await world.look(who).post('/v1/uploads', announced(bytes), keyed('journey-upload'));
  expect(again.body.url).toBe(url);
  const { 'content-length': _, ...sent } = headers;
  const put = await fetch(url, { method: 'PUT', headers: sent, body: bytes });
  expect(put.status).toBe(200);
  await until(
    'the audit of the file',
    async () => {
      const { body } = await world.look(who).get(`/v1/submissions/${id}?wait=5`);
      if (['refused', 'failed', 'cancelled'].includes(body.status)) throw new Error(JSON.stringify(body));
      return body.status === 'audited' ? true : undefined;
    },
    60,
  );

  // Its sender is told without asking, too.
  const told = await until('the notice of the file', async () => {
    const { body } = await world.look(who).get('/v1/notices?limit=200');
    return body.items.find(({ submission }: { submission: string }) => submission === id);
  });
  expect(told).toMatchObject({ type: 'upload.ended', state: 'audited', branchId, counts: { records: 7 } });

  const us = world.as(who);
  const { body: audited } = await us.get(`/v1/submissions/${id}`);
  expect(audited.counts).toMatchObject({ records: 7, faults: 1, violation: 2 });
  await us.get(`/v1/submissions/${id}/faults`);
  await us.get(`/v1/submissions/${id}/findings`);
  const same = await us.post('/v1/uploads', announced(bytes));
  expect([same.status, same.body.state]).toEqual([200, 'audited']);
  expect((await us.delete(`/v1/uploads/${id}`)).status).toBe(409);
  expect((await us.post(`/v1/uploads/${id}/resume`, {})).status).toBe(409);
  // Of a file its authority sees what it became, and nothing of the file.
  const { body: seen } = await world.as(officer()).get(`/v1/submissions/${id}`);
  expect([seen.status, seen.upload]).toEqual(['audited', undefined]);

  // A table comes back with its marks, to whoever sent it.
  const table = new Uint8Array(
    Buffer.from(
      ['recordId,cardKind,openedAt', 'journey-table-1,mobile,2023-08-09T09:10:00+08:00', 'journey-table-2,sim,'].join(
        '\n',
      ),
    ),
  );
  const announcedTable = announced(table, { name: '八月.csv', period: { ...period, to: '2023-08-29' } });
  const { body: ofTable } = await world.look(who).post('/v1/uploads', announcedTable);
  const { 'content-length': __, ...tableHeaders } = ofTable.headers;
  expect((await fetch(ofTable.url, { method: 'PUT', headers: tableHeaders, body: table })).status).toBe(200);
  await until(
    'the copies of the table',
    async () => {
      const { body } = await world.look(who).get(`/v1/submissions/${ofTable.id}?wait=5`);
      if (['failed', 'none'].includes(body.upload.copies?.state)) throw new Error(JSON.stringify(body));
      return body.status === 'audited' && body.upload.copies.state === 'made' ? true : undefined;
    },
    60,
  );
  const copy = `/v1/submissions/${ofTable.id}/copies`;
  const annotated = await world.look(who).get(`${copy}/annotated`);
  expect([annotated.status, annotated.headers.get('content-disposition')]).toEqual([
    200,
    expect.stringContaining('%E5%85%AB%E6%9C%88.annotated.csv'),
  ]);
  expect(annotated.body).toContain('journey-table-2');
  expect((await world.look(who).get(`${copy}/to-fix`)).status).toBe(200);
  expect((await world.as(officer()).get(`${copy}/annotated`)).status).toBe(403);
  expect((await world.as(staff(otherCompany.uscc)).get(`${copy}/annotated`)).status).toBe(404);

  const another = await world
    .look(who)
    .post('/v1/uploads', announced(bytes, { period: { ...period, to: '2023-08-30' } }));
  expect((await us.delete(`/v1/uploads/${another.body.id}`)).body.status).toBe('cancelled');
  expect((await us.post('/v1/uploads', announced(bytes, { size: 3 * 1024 ** 3 }))).status).toBe(422);
  expect((await us.post('/v1/uploads', announced(bytes, { branchId: 'yi-haikou' }))).status).toBe(404);
};

export const uploadJourney: Journey = {
  name: 'a file is announced, sent and audited as its records would be; the same again is the same; a table comes back marked; one is cancelled',
  go,
};
