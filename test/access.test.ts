import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../events/principal.ts';
import { type Route, routes } from '../infra/cloud/routes.ts';
import { idNumber } from './identities.ts';
import { aCard, cards } from './records.ts';
import { aService, bank, type Claims, officer, operator, otherOperator, type Service, staffOf } from './service.ts';

// Every route, as every role, from every place: one's own, another branch, another enterprise, another sector, another
// region, and with no token, an expired one, a forged one, one that says alg none. A route without a row here fails.

const own = operator[0]!;
const [branch, otherBranch] = own.branches.map(({ id }) => id);

type World = {
  readonly submission: string;
  readonly violation: string;
  readonly subscription: string;
  readonly listImport: string;
  readonly upload: string;
};

/** How a route answers those who may call it, about things that are not theirs to see. */
type Row = {
  readonly ask: (world: World) => { readonly path: string; readonly body?: unknown };
  /** `same`: the route shows everybody the same. `hidden`: 404. `left-out`: a list without them. `refused`: 403. */
  readonly foreign: 'same' | 'hidden' | 'left-out' | 'refused';
  readonly ok: readonly number[];
  /** It belongs to an authority: an enterprise, and its own auditor, have no part in it. */
  readonly ofAuthority?: true;
  /** Whoever owes no such records is told so, before any branch is looked up. */
  readonly otherSector?: number;
};

const at = (path: string, body?: unknown) => () => ({ path, ...(body !== undefined && { body }) });
/** What only the authority may see that wrote it on a list. */
const listed = '公反诈〔2025〕18号';
const submissionBody = { recordKind: 'phone-card', branchId: branch, period: { from: '2023-01-01', to: '2023-12-31' } };

let names = 0;
/** The same entry again changes nothing, whoever sends it: each call changes something. */
const newName = () => {
  names += 1;
  return `营业厅 ${names}`;
};

const rows: Readonly<Record<string, Row>> = {
  'GET /healthz': { ask: at('/healthz'), foreign: 'same', ok: [200] },
  'GET /docs': { ask: at('/docs'), foreign: 'same', ok: [200] },
  'GET /docs/{file}': { ask: at('/docs/viewer.js'), foreign: 'same', ok: [200] },
  'GET /v1/openapi.json': { ask: at('/v1/openapi.json'), foreign: 'same', ok: [200] },
  'GET /v1/record-kinds': { ask: at('/v1/record-kinds'), foreign: 'same', ok: [200] },
  'GET /v1/templates/{file}': { ask: at('/v1/templates/phone-card.xlsx'), foreign: 'same', ok: [200] },
  'GET /v1/rules': { ask: at('/v1/rules'), foreign: 'same', ok: [200] },
  'GET /v1/rules/{id}/versions': {
    ask: at('/v1/rules/atfl.10.card-count-limit/versions'),
    foreign: 'same',
    ok: [200],
  },
  'POST /v1/replays': { ask: at('/v1/replays', { release: '2026.11' }), foreign: 'left-out', ok: [200] },
  // The release that there is was never in shadow.
  'GET /v1/releases/{name}/shadow': { ask: at('/v1/releases/2026.11/shadow'), foreign: 'same', ok: [404] },
  'GET /v1/releases/{name}/oscal': { ask: at('/v1/releases/2026.11/oscal'), foreign: 'same', ok: [200] },
  'GET /v1/releases/{a}/diff/{b}': { ask: at('/v1/releases/2026.11/diff/2026.11'), foreign: 'same', ok: [200] },
  'GET /v1/rules/{id}': { ask: at('/v1/rules/atfl.10.card-count-limit'), foreign: 'same', ok: [200] },
  'GET /v1/releases': { ask: at('/v1/releases'), foreign: 'same', ok: [200] },
  'POST /v1/checks': {
    ask: at('/v1/checks', { recordKind: 'phone-card', branchId: branch, record: aCard() }),
    foreign: 'hidden',
    otherSector: 422,
    ok: [200],
  },
  'POST /v1/submissions': {
    ask: at('/v1/submissions?dryRun=true', { ...submissionBody, records: [aCard()] }),
    foreign: 'hidden',
    otherSector: 422,
    ok: [200],
  },
  'GET /v1/submissions': { ask: at('/v1/submissions'), foreign: 'left-out', ok: [200] },
  'GET /v1/submissions/{id}': {
    ask: ({ submission }) => ({ path: `/v1/submissions/${submission}` }),
    foreign: 'hidden',
    ok: [200],
  },
  'POST /v1/uploads': {
    ask: at('/v1/uploads', { ...submissionBody, name: 'cards.csv', size: 10, sha256: 'a'.repeat(64) }),
    foreign: 'hidden',
    otherSector: 422,
    ok: [200, 201],
  },
  'DELETE /v1/uploads/{id}': {
    ask: ({ upload }) => ({ path: `/v1/uploads/${upload}` }),
    foreign: 'hidden',
    ok: [200],
  },
  // Its bytes have not come: there is no work to go on with.
  'POST /v1/uploads/{id}/resume': {
    ask: ({ upload }) => ({ path: `/v1/uploads/${upload}/resume`, body: {} }),
    foreign: 'hidden',
    ok: [409],
  },
  'GET /v1/submissions/{id}/findings': {
    ask: ({ submission }) => ({ path: `/v1/submissions/${submission}/findings` }),
    foreign: 'hidden',
    ok: [200],
  },
  'GET /v1/submissions/{id}/oscal': {
    ask: ({ submission }) => ({ path: `/v1/submissions/${submission}/oscal` }),
    foreign: 'hidden',
    ok: [200],
  },
  'GET /v1/submissions/{id}/faults': {
    ask: ({ submission }) => ({ path: `/v1/submissions/${submission}/faults` }),
    foreign: 'hidden',
    ok: [200],
  },
  'GET /v1/submissions/{id}/report.json': {
    ask: ({ submission }) => ({ path: `/v1/submissions/${submission}/report.json` }),
    foreign: 'hidden',
    ok: [200],
  },
  'GET /v1/submissions/{id}/report.csv': {
    ask: ({ submission }) => ({ path: `/v1/submissions/${submission}/report.csv` }),
    foreign: 'hidden',
    ok: [200],
  },
  'GET /v1/submissions/{id}/report.xlsx': {
    ask: ({ submission }) => ({ path: `/v1/submissions/${submission}/report.xlsx` }),
    foreign: 'hidden',
    ok: [200],
  },
  'GET /v1/submissions/{id}/report.html': {
    ask: ({ submission }) => ({ path: `/v1/submissions/${submission}/report.html` }),
    foreign: 'hidden',
    ok: [200],
  },
  // Its bytes have not come: what its sender is given, and nobody else, is in uploads-copies.test.ts.
  'GET /v1/submissions/{id}/copies/{copy}': {
    ask: ({ upload }) => ({ path: `/v1/submissions/${upload}/copies/annotated` }),
    foreign: 'hidden',
    ok: [404],
  },
  'GET /v1/violations': { ask: at('/v1/violations'), foreign: 'left-out', ok: [200] },
  'GET /v1/violations/{id}': {
    ask: ({ violation }) => ({ path: `/v1/violations/${violation}` }),
    foreign: 'hidden',
    ok: [200],
  },
  'GET /v1/lists': { ask: at('/v1/lists'), foreign: 'same', ok: [200] },
  'POST /v1/lists/{list}/imports': {
    ask: at('/v1/lists/fraud-numbers/imports', {
      purpose: '访问测试',
      mode: 'add',
      entries: [{ value: '13900000002', from: '2025-01-01', until: null }],
    }),
    foreign: 'same',
    ok: [200, 201],
  },
  'GET /v1/lists/{list}/imports': { ask: at('/v1/lists/sanctioned-subjects/imports'), foreign: 'left-out', ok: [200] },
  'GET /v1/lists/{list}/imports/{id}': {
    ask: ({ listImport }) => ({ path: `/v1/lists/sanctioned-subjects/imports/${listImport}` }),
    foreign: 'hidden',
    ofAuthority: true,
    ok: [200],
  },
  'GET /v1/lists/{list}/entries': { ask: at('/v1/lists/sanctioned-subjects/entries'), foreign: 'left-out', ok: [200] },
  'GET /v1/notices': { ask: at('/v1/notices'), foreign: 'left-out', ok: [200] },
  'GET /v1/subscriptions': { ask: at('/v1/subscriptions'), foreign: 'left-out', ok: [200] },
  'POST /v1/subscriptions': {
    ask: at('/v1/subscriptions', { url: 'http://127.0.0.1:9/hook' }),
    foreign: 'same',
    ok: [201],
  },
  'GET /v1/subscriptions/{id}': {
    ask: ({ subscription }) => ({ path: `/v1/subscriptions/${subscription}` }),
    foreign: 'hidden',
    ofAuthority: true,
    ok: [200],
  },
  'DELETE /v1/subscriptions/{id}': { ask: at('/v1/subscriptions/none'), foreign: 'hidden', ok: [404] },
  'POST /v1/subscriptions/{id}/resume': {
    ask: ({ subscription }) => ({ path: `/v1/subscriptions/${subscription}/resume`, body: {} }),
    foreign: 'hidden',
    ofAuthority: true,
    ok: [200],
  },
  'POST /v1/subscriptions/{id}/replay': {
    ask: ({ subscription }) => ({ path: `/v1/subscriptions/${subscription}/replay`, body: { from: 1 } }),
    foreign: 'hidden',
    ofAuthority: true,
    ok: [200],
  },
  'GET /v1/registry/enterprises': { ask: at('/v1/registry/enterprises?limit=200'), foreign: 'left-out', ok: [200] },
  'GET /v1/registry/authorities': { ask: at('/v1/registry/authorities'), foreign: 'same', ok: [200] },
  'GET /v1/registry/filing-duties': { ask: at('/v1/registry/filing-duties'), foreign: 'same', ok: [200] },
  'GET /v1/registry/overdue-filings': { ask: at('/v1/registry/overdue-filings'), foreign: 'left-out', ok: [200] },
  'PUT /v1/registry/enterprises/{id}': {
    ask: () => ({
      path: `/v1/registry/enterprises/${own.uscc}`,
      body: { ...own, branches: own.branches.map((one, n) => (n === 0 ? { ...one, name: newName() } : one)) },
    }),
    foreign: 'refused',
    ok: [200],
  },
  'PUT /v1/registry/authorities/{id}': {
    ask: at('/v1/registry/authorities/access-test', {
      id: 'access-test',
      name: { zh: '测试', en: 'Test' },
      sectors: ['telecom'],
      regions: ['4601'],
    }),
    foreign: 'refused',
    ok: [200, 201],
  },
  'PUT /v1/registry/filing-duties/{id}': {
    ask: at('/v1/registry/filing-duties/access-test', {
      id: 'access-test',
      recordKind: 'phone-card',
      sectors: ['telecom'],
      regions: ['4601'],
      period: 'year',
      dueDays: 30,
      from: '2035-01-01',
    }),
    foreign: 'refused',
    ok: [200, 201],
  },
};

const places: Readonly<Record<Role, Readonly<Record<string, Claims>>>> = {
  enterprise: {
    own: staffOf(own.uscc, branch),
    'own, all branches': staffOf(own.uscc),
    'other branch': staffOf(own.uscc, otherBranch),
    'other enterprise': staffOf(otherOperator.uscc),
    'other sector': staffOf(bank.uscc),
  },
  regulator: {
    own: officer(),
    'other sector': officer({ sectors: 'bank', authority: 'nobody-bank' }),
    'other region': officer({ regions: '45', authority: 'nobody-45' }),
  },
  auditor: {
    own: { ...officer(), role: 'auditor' },
    'own enterprise': { ...staffOf(own.uscc), role: 'auditor' },
    'other enterprise': { ...staffOf(otherOperator.uscc), role: 'auditor' },
    'other region': { ...officer({ regions: '45', authority: 'nobody-45' }), role: 'auditor' },
  },
  'rule-author': { own: { sub: 'author-1', role: 'rule-author' } },
};

let service: Service;
let world: World;

beforeAll(async () => {
  service = await aService();
  const sent = await service
    .as(staffOf(own.uscc, branch))
    .post('/v1/submissions', { ...submissionBody, records: cards(6) });
  expect(sent.status).toBe(201);
  const { body } = await service.as(officer()).get('/v1/violations');
  const subscribed = await service.as(officer()).post('/v1/subscriptions', { url: 'http://127.0.0.1:9/hook' });
  expect(subscribed.status).toBe(201);
  const imported = await service.as(officer()).post('/v1/lists/sanctioned-subjects/imports', {
    purpose: '访问测试',
    mode: 'add',
    entries: [{ value: idNumber(18_181), from: '2025-01-01', until: null, reference: listed }],
  });
  expect(imported.status).toBe(201);
  const uploaded = await service
    .as(staffOf(own.uscc, branch))
    .post('/v1/uploads', { ...submissionBody, name: 'other.csv', size: 11, sha256: 'b'.repeat(64) });
  expect(uploaded.status).toBe(201);
  world = {
    upload: uploaded.body.id,
    submission: sent.body.id,
    violation: body.items[0].id,
    subscription: subscribed.body.id,
    listImport: imported.body.id,
  };
});
afterAll(() => service.end());

const nameOf = ({ method, path }: Route) => `${method} ${path}`;

/** What in an answer only those may see whose matter it is, beyond what the caller has said itself. */
const leaks = (text: string, asked: string) =>
  [...Object.values(world), `"${branch}"`, listed].some((secret) => text.includes(secret) && !asked.includes(secret));

const isOwn = (place: string) => place.startsWith('own');

it('every route has its row here, and every row its route', () => {
  expect(Object.keys(rows).sort()).toEqual([...new Set(routes.map(nameOf))].sort());
});

describe.each(routes.map((route) => [nameOf(route), route] as const))('%s', (name, route) => {
  const row = rows[name]!;

  it.each(
    Object.entries(places).flatMap(([role, from]) =>
      Object.entries(from).map(([place, claims]) => [role, place, claims] as const),
    ),
  )('as %s, %s', async (role, place, claims) => {
    const { path, body } = row.ask(world);
    const answer = await service.raw(`Bearer ${await service.host.token(claims)}`, route.method, path, body);
    if (route.who !== 'public' && !route.who.includes(role as Role)) {
      expect([answer.status, answer.body.code]).toEqual([403, 'FORBIDDEN']);
      return;
    }
    const isOwner = isOwn(place) && !(row.ofAuthority && (role === 'enterprise' || place === 'own enterprise'));
    if (isOwner || row.foreign === 'same') {
      expect(row.ok).toContain(answer.status);
      return;
    }
    if (row.foreign === 'left-out') expect([200, 403]).toContain(answer.status);
    const hiddenAs = place === 'other sector' ? (row.otherSector ?? 404) : 404;
    if (row.foreign === 'hidden') expect(answer.status).toBe(hiddenAs);
    if (row.foreign === 'refused') expect(answer.status).toBe(403);
    expect(leaks(JSON.stringify(answer.body), JSON.stringify(body ?? null))).toBe(false);
  });

  it('without a token that we signed and that is still valid: nothing, but for what is public', async () => {
    const token = await service.host.token(officer());
    const [header, payload, signature] = token.split('.');
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
    const widened = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(payload!, 'base64url').toString()), regions: '11 46' }),
    ).toString('base64url');
    const bad: Readonly<Record<string, string | undefined>> = {
      none: undefined,
      expired: `Bearer ${await service.host.token(officer(), -3_600)}`,
      forged: `Bearer ${header}.${widened}.${signature}`,
      'alg none': `Bearer ${none}.${payload}.`,
      garbage: 'Bearer not.a.token',
      basic: `Basic ${Buffer.from('admin:admin').toString('base64')}`,
    };
    const { path, body } = row.ask(world);
    for (const authorization of Object.values(bad)) {
      const answer = await service.raw(authorization, route.method, path, body);
      if (route.who === 'public') expect(row.ok).toContain(answer.status);
      else expect([answer.status, answer.body]).toEqual([401, { message: 'Unauthorized' }]);
    }
  });
});

it('an enterprise’s subscription is there for those who speak for its branches, and for nobody else', async () => {
  const url = 'http://127.0.0.1:9/hook';
  const { body } = await service.as(staffOf(own.uscc, branch)).post('/v1/subscriptions', { url });
  expect(body).toMatchObject({ enterprise: own.uscc, branches: [branch] });
  const path = `/v1/subscriptions/${body.id}`;
  const everybody = Object.values(places).flatMap((from) => Object.entries(from));
  for (const [place, claims] of everybody) {
    const asked = service.as(claims);
    const answers = [
      await asked.get(path),
      await asked.post(`${path}/resume`, {}),
      await asked.get('/v1/subscriptions'),
    ];
    const isTheirs = claims.enterprise === own.uscc && place !== 'other branch';
    if (isTheirs && claims.role === 'enterprise') expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    else if (isTheirs) expect(answers.map(({ status }) => status)).toEqual([200, 403, 200]);
    else expect([403, 404]).toEqual(expect.arrayContaining(answers.slice(0, 2).map(({ status }) => status)));
    expect(JSON.stringify(answers.at(-1)!.body).includes(body.id), place).toBe(isTheirs);
  }
});

it('one subject that speaks for two enterprises: the key of one does not open the answer of the other', async () => {
  const shared = { sub: 'one-desk', role: 'enterprise' } as const;
  const key = { 'idempotency-key': 'the-same' };
  const body = { ...submissionBody, records: [aCard()] };
  const first = await service.as({ ...shared, enterprise: own.uscc }).post('/v1/submissions', body, key);
  const foreign = await service.as({ ...shared, enterprise: otherOperator.uscc }).post('/v1/submissions', body, key);
  const narrower = { ...shared, enterprise: own.uscc, branches: otherBranch! };
  const elsewhere = await service.as(narrower).post('/v1/submissions', body, key);
  expect([first.status, foreign.status, elsewhere.status]).toEqual([201, 404, 404]);
  expect(JSON.stringify([foreign.body, elsewhere.body])).not.toContain(first.body.id);
});
