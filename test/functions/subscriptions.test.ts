import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Principal } from '../../events/principal.ts';
import { maxSubscriptions } from '../../functions/create-subscription/create-subscription.ts';
import { noticesStore } from '../../functions/store/notices.ts';
import { freshTable, type Opened, TABLE } from '../infra/local/table-client.ts';
import { anEvent, jsonOf } from './edge/events.ts';
import { audited } from './journalled.ts';

// The routes themselves, over a table of their own.

let table: Opened;
beforeAll(async () => {
  table = await freshTable();
  vi.stubEnv('TABLE', TABLE);
  vi.stubEnv('WEBHOOK_LOOPBACK', '1');
  vi.stubEnv('AWS_REGION', 'cn-north-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', table.table.endpoint);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await table.close();
});

type Asked = { readonly claims?: object; readonly body?: object; readonly id?: string; readonly query?: string };
const officer = { sub: 'officer-1', role: 'regulator', authority: 'a', sectors: 'telecom', regions: '46' };

/** Asks the function behind a route; the status and what it answered. */
const ask = async (run: string, { claims = officer, body, id, query = '' }: Asked = {}) => {
  const { handler } = await import(`../../functions/${run}/handler.ts`);
  const answer = await handler(
    anEvent({
      claims: claims as Record<string, string>,
      query,
      ...(id !== undefined && { path: { id } }),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
  return { status: answer.statusCode, body: jsonOf(answer) };
};
const create = (body: object, claims: object = officer) => ask('create-subscription', { body, claims });
const hook = { url: 'http://127.0.0.1:9/hook' };

const makeNotices = async (authority: string, n: number) => {
  const { append } = noticesStore(table.db, TABLE);
  for (let at = 1; at <= n; at += 1) {
    const title = { zh: '违规', en: 'Violation' };
    const draft = { id: `${authority}-${at}`, authority, type: 'violation.opened' as const, title, link: '/v1' };
    await append(draft, '2026-03-01T00:00:00.000Z', audited(`${authority}-${at}`));
  }
};

it('the secret is in the answer to creation and in no other', async () => {
  const created = await create(hook);
  expect(created).toMatchObject({ status: 201, body: { authority: 'a', status: 'active', position: 1, failures: 0 } });
  expect(created.body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  const { secret: _, ...view } = created.body;
  expect(await ask('read-subscription', { id: view.id })).toEqual({ status: 200, body: view });
  expect(await ask('list-subscriptions')).toEqual({ status: 200, body: { items: [view], next: null } });
  expect(await ask('resume-subscription', { id: view.id })).toEqual({ status: 200, body: view });
  expect(await ask('replay-subscription', { id: view.id, body: { from: 1 } })).toEqual({ status: 200, body: view });
});

it('an address inside a private network is refused with the place, the cause and what to do', async () => {
  expect(await create({ url: 'https://169.254.169.254/latest/meta-data' })).toMatchObject({
    status: 422,
    body: {
      code: 'INVALID_BODY',
      faults: [
        {
          code: 'WEBHOOK_ADDRESS_NOT_PUBLIC',
          pointer: '/url',
          cause: { zh: '该地址指向内部网络，不会向其发送。' },
          fix: { en: 'Give an address that the public network reaches.' },
        },
      ],
    },
  });
});

it('another authority’s subscription is as good as none, whatever is asked of it', async () => {
  const { body } = await create(hook);
  const claims = { ...officer, authority: 'other' };
  const from = { body: { from: 1 } };
  for (const run of ['read', 'resume', 'replay', 'delete']) {
    expect((await ask(`${run}-subscription`, { id: body.id, claims, ...(run === 'replay' && from) })).status).toBe(404);
  }
  expect((await ask('list-subscriptions', { claims })).body.items).toEqual([]);
});

it('whoever belongs to no authority and no enterprise subscribes to nothing and has no notices', async () => {
  const { authority: _, ...nobody } = officer;
  expect(await create(hook, nobody)).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
  const auditor = { sub: 'auditor-1', role: 'auditor', enterprise: '91460000MA5T00001X', authority: 'read' };
  expect(Principal.parse(auditor).authority).toBe('read');
  await makeNotices('read', 1);
  expect((await ask('list-notices', { claims: auditor })).body).toEqual({ items: [], next: null });
});

const own = '91460000MA5T00009K';
const staff = { sub: 'staff-1', role: 'enterprise', enterprise: own };
const ofBranch = { ...staff, sub: 'staff-2', branches: 'hk-1' };

const makeFileNotices = async (...branches: readonly string[]) => {
  const { append, latest } = noticesStore(table.db, TABLE);
  const from = (await latest(`enterprise#${own}`)) + 1;
  for (const [at, branchId] of branches.entries()) {
    const id = `${own}-${from + at}`;
    const title = { zh: '文件已审计', en: 'A file is audited' };
    const draft = { id, type: 'upload.ended' as const, title, link: '/v1', enterprise: own, branchId };
    await append(draft, '2026-03-01T00:00:00.000Z', audited(id));
  }
};

it('an enterprise subscribes to its own notices, and nobody else sees or changes that', async () => {
  const created = await create(hook, staff);
  expect(created).toMatchObject({ status: 201, body: { enterprise: own, status: 'active', position: 1 } });
  expect([created.body.authority, created.body.branches]).toEqual([undefined, undefined]);
  const { secret: _, ...view } = created.body;
  expect(await ask('list-subscriptions', { claims: staff })).toEqual({
    status: 200,
    body: { items: [view], next: null },
  });
  const auditor = { sub: 'auditor-1', role: 'auditor', enterprise: own };
  expect((await ask('read-subscription', { id: view.id, claims: auditor })).body).toEqual(view);
  expect((await ask('delete-subscription', { id: view.id, claims: auditor })).status).toBe(403);
  const others = [officer, { ...staff, enterprise: '91460000MA5T00001X' }, { ...officer, authority: own }, ofBranch];
  for (const claims of others) {
    for (const run of ['read', 'resume', 'replay', 'delete']) {
      const asked = { id: view.id, claims, ...(run === 'replay' && { body: { from: 1 } }) };
      expect((await ask(`${run}-subscription`, asked)).status).toBe(404);
    }
    expect((await ask('list-subscriptions', { claims })).body.items.map(({ id }: { id: string }) => id)).not.toContain(
      view.id,
    );
  }
  expect((await ask('resume-subscription', { id: view.id, claims: staff })).body).toEqual(view);
  expect((await ask('delete-subscription', { id: view.id, claims: staff })).status).toBe(204);
});

it('who speaks for some branches subscribes to those, and sees the notices of those only, with pages that may be short', async () => {
  await makeFileNotices('hk-1', 'hk-2', 'hk-2', 'hk-1');
  const { body } = await create(hook, ofBranch);
  expect(body).toMatchObject({ enterprise: own, branches: ['hk-1'], position: 5 });
  expect((await ask('read-subscription', { id: body.id, claims: staff })).status).toBe(200);
  const wider = { ...ofBranch, branches: 'hk-2 hk-1' };
  expect((await ask('read-subscription', { id: body.id, claims: wider })).status).toBe(200);
  const elsewhere = { ...ofBranch, branches: 'hk-2' };
  expect((await ask('read-subscription', { id: body.id, claims: elsewhere })).status).toBe(404);
  const sequences = async (claims: object, query = '') => {
    const read = await ask('list-notices', { claims, query });
    return [read.body.items.map(({ sequence }: { sequence: number }) => sequence), read.body.next !== null];
  };
  expect(await sequences(staff)).toEqual([[1, 2, 3, 4], false]);
  expect(await sequences(ofBranch)).toEqual([[1, 4], false]);
  expect(await sequences(ofBranch, 'limit=2')).toEqual([[1], true]);
  expect(await sequences({ ...staff, enterprise: '91460000MA5T00001X' })).toEqual([[], false]);
  expect(await sequences(officer)).toEqual([[], false]);
});

it('a deleted subscription is gone', async () => {
  const { body } = await create(hook);
  expect((await ask('delete-subscription', { id: body.id })).status).toBe(204);
  expect((await ask('read-subscription', { id: body.id })).status).toBe(404);
  expect((await ask('delete-subscription', { id: body.id })).status).toBe(404);
});

it('an authority has at most twenty subscriptions', async () => {
  const claims = { ...officer, authority: 'many' };
  for (let n = 0; n < maxSubscriptions; n += 1) expect((await create(hook, claims)).status).toBe(201);
  expect(await create(hook, claims)).toMatchObject({ status: 409, body: { code: 'CONFLICT' } });
});

it('notices are read in sequence, page after page, after any sequence number', async () => {
  const claims = { ...officer, authority: 'paged' };
  await makeNotices('paged', 5);
  const read = (query: string) => ask('list-notices', { claims, query });
  const sequences = ({ body }: Awaited<ReturnType<typeof ask>>) =>
    body.items.map(({ sequence }: { sequence: number }) => sequence);
  const first = await read('after=1&limit=2');
  const second = await read(`after=1&limit=2&cursor=${first.body.next}`);
  expect([sequences(first), sequences(second), second.body.next]).toEqual([[2, 3], [4, 5], null]);
  expect(sequences(await read('after=5'))).toEqual([]);
  expect((await read(`after=2&limit=2&cursor=${first.body.next}`)).body.code).toBe('INVALID_CURSOR');
  expect((await read('after=-1')).body.faults[0].code).toBe('NOT_A_SEQUENCE_NUMBER');
});
