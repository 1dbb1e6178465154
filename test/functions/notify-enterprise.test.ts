import { createHash } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { JournalEntry } from '../../events/journal.ts';
import type { Upload } from '../../events/upload.ts';
import { notifyEnterprise } from '../../functions/notify-enterprise/notify-enterprise.ts';
import { uploadEntry } from '../../functions/run-upload/entry.ts';
import { noticesStore } from '../../functions/store/notices.ts';
import { freshTable, type Opened, TABLE } from '../infra/local/table-client.ts';
import { dyingAt } from './dying.ts';
import { audited, uscc } from './journalled.ts';

let table: Opened;
beforeAll(async () => {
  table = await freshTable();
});
afterAll(() => table.close());

const at = '2026-03-01T00:00:01.000Z';
const anUpload = (id: string, over: Partial<Upload> = {}): Upload => ({
  ...{ id, state: 'counting', run: 1, name: '张三的卡.csv', size: 10, sha256: 'a'.repeat(64) },
  chain: {
    ...{ enterprise: uscc, branchId: 'hk-1', recordKind: 'phone-card', mode: 'events' },
    period: { from: '2026-02-01', to: '2026-02-28' },
  },
  ...{ region: '4601', sector: 'telecom', countingGroup: 'g', createdAt: at, linkUntil: at },
  ...{ resumedByItself: false, faults: [], faultsTotal: 0, warnings: [] },
  ...over,
});
const counts = { records: 9, faults: 1, compliant: 5, violation: 2, undetermined: 1, notApplicable: 0 };
const isAudited = (id: string): JournalEntry => {
  const entry = audited(id);
  return { ...entry, detail: { ...entry.detail, counts } };
};

/** Tells of an entry, where these are the uploads that there are. */
const tell = (entry: JournalEntry, uploads: readonly Upload[], db: DynamoDBClient = table.db) =>
  notifyEnterprise(entry, {
    upload: async (id) => uploads.find((one) => one.id === id),
    append: noticesStore(db, TABLE).append,
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    now: () => new Date('2026-03-01T00:00:02Z'),
  });
const noticesOf = (db: DynamoDBClient = table.db) => noticesStore(db, TABLE).after(`enterprise#${uscc}`, 0, 100);

it('an enterprise is told that its file is audited, with what was found in numbers and where to look; not its name', async () => {
  await tell(isAudited('whole'), [anUpload('whole')]);
  expect(await noticesOf()).toEqual([
    {
      ...{ id: expect.stringMatching(/^[0-9a-f]{32}$/), type: 'upload.ended', state: 'audited' },
      title: {
        zh: '文件已审计：phone-card，2026-02-01 至 2026-02-28',
        en: 'A file is audited: phone-card for 2026-02-01 to 2026-02-28',
      },
      ...{ link: '/v1/submissions/whole', submission: 'whole', counts },
      ...{ enterprise: uscc, branchId: 'hk-1', region: '4601', sector: 'telecom' },
      ...{ sequence: 1, createdAt: '2026-03-01T00:00:02.000Z' },
    },
  ]);
});

it('a refused file is told with its faults counted, a failed one each time it fails; no authority hears of either', async () => {
  const fresh = await freshTable();
  const refused = anUpload('refused', { state: 'refused', faultsTotal: 3 });
  const failed = anUpload('failed', { state: 'failed', faultsTotal: 1 });
  await tell(uploadEntry('submission.refused', refused, at), [refused], fresh.db);
  for (const run of [1, 2, 2]) {
    await tell(uploadEntry('submission.failed', { ...failed, run }, at), [failed], fresh.db);
  }
  const told = await noticesOf(fresh.db);
  expect(told.map(({ sequence, state, counts: found }) => [sequence, state, found])).toEqual([
    [1, 'refused', { faults: 3 }],
    [2, 'failed', undefined],
    [3, 'failed', undefined],
  ]);
  expect(told.map(({ authority }) => authority)).toEqual([undefined, undefined, undefined]);
  await fresh.close();
});

it('of records sent as a body, of what only moves on, and of what its sender cancelled, nothing is told', async () => {
  const before = (await noticesOf()).length;
  const upload = anUpload('moving');
  await tell(isAudited('body'), [upload]);
  await tell(uploadEntry('upload.resumed', upload, at), [upload]);
  await tell(uploadEntry('submission.cancelled', upload, at), [upload]);
  expect(await noticesOf()).toHaveLength(before);
});

it('killed before or after its write and repeated, it makes the one notice', async () => {
  for (const when of ['before', 'after'] as const) {
    const fresh = await freshTable();
    const dying = dyingAt(fresh.table.endpoint, 1, when);
    await expect(tell(isAudited('once'), [anUpload('once')], dying)).rejects.toThrow('killed');
    dying.destroy();
    for (const _ of [1, 2]) await tell(isAudited('once'), [anUpload('once')], fresh.db);
    expect(
      (await noticesOf(fresh.db)).map(({ sequence }) => sequence),
      when,
    ).toEqual([1]);
    await fresh.close();
  }
});
