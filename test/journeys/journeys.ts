import { expect } from 'vitest';
import { idNumber } from '../identities.ts';
import { listsJourney, sanctionedJourney } from './lists-journey.ts';
import { periodsJourney } from './periods-journey.ts';
import { receiver } from './receiver.ts';
import { uploadJourney } from './upload-journey.ts';
import { bank, company, keyed, officer, otherCompany, sisterCompany, staff, until, type World } from './world.ts';

export type Journey = { readonly name: string; readonly go: (world: World) => Promise<void> };

const branchId = company.branches[0]!.id;
const period = { from: '2023-01-01', to: '2023-12-31' };

/** A card whose every value follows from its number: two places are sent the same. */
const card = (n: number, over: object = {}) => ({
  recordId: `journey-${n}`,
  openedAt: '2023-03-01T09:10:00+08:00',
  msisdn: `136${String(n).padStart(8, '0')}`,
  subjectType: 'individual',
  idType: 'id-card',
  subjectId: idNumber(700_000 + n),
  docCheckMethod: 'reader',
  nameMatches: true,
  addressRecorded: true,
  byProxy: false,
  registeredAt: '2023-03-01T09:00:00+08:00',
  activatedAt: '2023-03-01T09:12:00+08:00',
  channel: 'outlet',
  faceMatchPassed: true,
  checkedAt: '2023-03-01T09:05:00+08:00',
  cardKind: 'mobile',
  cardStatus: 'active',
  flaggedAt: null,
  ...over,
});

const body = (records: readonly unknown[], over: object = {}) => ({
  recordKind: 'phone-card',
  branchId,
  period,
  records,
  ...over,
});

const correctedJourney: Journey = {
  name: 'a submission is judged, its violation listed, corrected and put right, and broken again',
  go: async (world) => {
    const us = world.as(staff());
    const sent = await us.post('/v1/submissions', body([card(1), card(2, { nameMatches: false })]));
    expect([sent.status, sent.body.status, sent.body.counts.violation]).toEqual([201, 'audited', 1]);
    expect((await us.get(`/v1/submissions/${sent.body.id}`)).status).toBe(200);
    const findings = await us.get(`/v1/submissions/${sent.body.id}/findings?limit=3`);
    expect(findings.body.items).toHaveLength(3);
    const report = await us.get(`/v1/submissions/${sent.body.id}/report.json`);
    expect(report.body.findings).toHaveLength(sent.body.findingsTotal);
    // Of a place's own is what a page shows of the submission: looked at, not compared.
    for (const form of ['csv', 'html', 'xlsx']) {
      const shown = await world.look(staff()).get(`/v1/submissions/${sent.body.id}/report.${form}`);
      expect([form, shown.status]).toEqual([form, 200]);
    }
    const listed = await world.as(officer()).get(`/v1/violations?branch=${branchId}&enterprise=${company.uscc}`);
    expect(listed.body.items).toMatchObject([{ recordId: 'journey-2', remedy: 'outstanding', review: 'open' }]);
    const { id } = listed.body.items[0];

    const corrected = await us.post('/v1/submissions', body([card(1), card(2)]));
    expect(corrected.body.supersedes).toBe(sent.body.id);
    expect((await world.as(officer()).get(`/v1/violations/${id}`)).body).toMatchObject({
      remedy: 'self-reported',
      penalties: [{ law: 'atfl', article: '39', item: '2', tiers: [{}, {}, { fine: { maxFen: 500_000_000 } }] }],
    });

    await us.post('/v1/submissions', body([card(1), card(2, { nameMatches: false })]));
    const again = await world.as(officer()).get('/v1/violations?rule=atfl.9.realname-registration');
    expect(again.body.items[0]).toMatchObject({ recordId: 'journey-2', recurrenceOf: id, occurrence: 2 });
    await us.post('/v1/submissions', body([card(1)], { withdraws: ['journey-2'] }));
    const withdrawn = await world.as(officer()).get('/v1/violations?review=withdrawn');
    expect(withdrawn.body.items.length).toBeGreaterThan(0);
  },
};

const onceJourney: Journey = {
  name: 'the same bytes and the same key are one submission; another body under the key is refused',
  go: async (world) => {
    const us = world.as(staff());
    const once = body([card(10)], { period: { from: '2023-02-01', to: '2023-04-30' } });
    const key = { 'idempotency-key': 'journey-once' };
    const [one, two] = [await us.post('/v1/submissions', once, key), await us.post('/v1/submissions', once, key)];
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(two.body).toEqual(one.body);
    expect((await us.post('/v1/submissions', once)).status).toBe(200);
    const other = await us.post('/v1/submissions', body([card(11)]), key);
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    const dry = await us.post('/v1/submissions?dryRun=true', body([card(12, { nameMatches: false })]));
    expect([dry.status, dry.body.dryRun]).toEqual([200, true]);
    const nil = await us.post(
      '/v1/submissions',
      body([], { nil: true, period: { from: '2022-12-01', to: '2022-12-31' } }),
    );
    expect(nil.status).toBe(201);
    const listed = await us.get('/v1/submissions?limit=100');
    expect(listed.body.items.map(({ id }: { id: string }) => id)).toContain(nil.body.id);
  },
};

const pagedJourney: Journey = {
  name: 'lists are walked page by page, each item once, and a cursor of another list is refused',
  go: async (world) => {
    const many = Array.from({ length: 25 }, (_, n) => card(100 + n, { nameMatches: false }));
    const at = { branchId: company.branches[1]!.id };
    const sent = await world.as(staff()).post('/v1/submissions', body(many, at));
    expect(sent.body.counts.violation).toBe(25);
    const list = `/v1/violations?enterprise=${company.uscc}&branch=${at.branchId}&limit=10`;
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await world.look(officer()).get(cursor === '' ? list : `${list}&cursor=${cursor}`);
      seen.push(...page.body.items.map(({ recordId }: { recordId: string }) => recordId));
      cursor = page.body.next;
    }
    expect(seen.toSorted()).toEqual(many.map(({ recordId }) => recordId).toSorted());
    const findings = await world.as(staff()).get(`/v1/submissions/${sent.body.id}/findings?limit=40`);
    expect(findings.body.items).toHaveLength(40);
    const wrong = await world.as(officer()).get(`/v1/violations?limit=5&cursor=${findings.body.next}`);
    expect([wrong.status, wrong.body.code]).toEqual([400, 'INVALID_CURSOR']);
  },
};

const rosterJourney: Journey = {
  name: 'a roster replaces the branch’s part: what it leaves out no longer counts',
  go: async (world) => {
    const six = Array.from({ length: 6 }, (_, n) =>
      card(250 + n, { subjectId: idNumber(720_000), openedAt: `2023-05-0${n + 1}T09:10:00+08:00` }),
    );
    const as = { branchId: company.branches[2]!.id, mode: 'roster', period: { from: '2023-05-01', to: '2023-05-31' } };
    const whole = await world.as(staff()).post('/v1/submissions', body(six, as));
    expect(whole.body.counts).toMatchObject({ compliant: 5, violation: 1 });
    const listed = async () =>
      (await world.as(officer()).get(`/v1/violations?enterprise=${company.uscc}&branch=${as.branchId}`)).body.items;
    expect(await listed()).toMatchObject([{ recordId: 'journey-255', review: 'open', remedy: 'outstanding' }]);
    const five = await world.as(staff()).post('/v1/submissions', body(six.slice(1), as));
    expect(five.body.counts).toMatchObject({ compliant: 5, violation: 0 });
    expect(await listed()).toMatchObject([{ recordId: 'journey-255', remedy: 'self-reported' }]);
  },
};

const racedJourney: Journey = {
  name: 'two branches race for the last free card: the one with rank six is in violation',
  go: async (world) => {
    const six = Array.from({ length: 6 }, (_, n) =>
      card(200 + n, { subjectId: idNumber(710_000), openedAt: `2023-03-0${n + 1}T09:10:00+08:00` }),
    );
    const span = { period: { from: '2023-03-01', to: '2023-03-31' } };
    await world.as(staff()).post('/v1/submissions', body(six.slice(0, 4), span));
    const [here, there] = [
      body([...six.slice(0, 4), six[5]], span),
      body([six[4]], { ...span, branchId: sisterCompany.branches[0]!.id }),
    ];
    const raced = await Promise.all([
      world.look(staff()).post('/v1/submissions', here),
      world.look(staff(sisterCompany.uscc)).post('/v1/submissions', there),
    ]);
    expect(raced.map(({ status }) => status)).toEqual([201, 201]);
    const wide = officer({ regions: '46 44', authority: 'hainan-telecom' });
    const listed = await until('the sixth card', async () => {
      const { body: found } = await world.look(wide).get('/v1/violations?rule=atfl.10.card-count-limit');
      const raced = found.items.filter(({ recordId }: { recordId: string }) => recordId.startsWith('journey-20'));
      return raced.length === 0 ? undefined : raced;
    });
    expect(listed.map(({ recordId }: { recordId: string }) => recordId)).toEqual(['journey-205']);
  },
};

const tenancyJourney: Journey = {
  name: 'each sees its own: other branches, enterprises, sectors and regions answer 404 or leave out, nobody gets 401',
  go: async (world) => {
    const at = `enterprise=${company.uscc}&branch=${branchId}&limit=1`;
    const { body: own } = await world.look(staff()).get(`/v1/submissions?${at}`);
    const { body: found } = await world.look(officer()).get(`/v1/violations?${at}`);
    const [submission, violation] = [own.items[0].id, found.items[0].id];
    const strangers = [
      staff(otherCompany.uscc),
      staff(bank.uscc),
      staff(company.uscc, company.branches[2]!.id),
      officer({ sectors: 'bank', authority: 'hainan-finance' }),
      officer({ regions: '44', authority: 'guangdong-telecom' }),
    ];
    for (const stranger of strangers) {
      expect((await world.look(stranger).get(`/v1/submissions/${submission}`)).status).toBe(404);
      expect((await world.look(stranger).get(`/v1/violations/${violation}`)).status).toBe(404);
    }
    const author = { sub: 'author-1', role: 'rule-author' } as const;
    expect((await world.as(author).get('/v1/violations')).body.code).toBe('FORBIDDEN');
    expect((await world.as(staff(otherCompany.uscc)).get('/v1/violations')).body.items).toEqual([]);
    expect((await world.as(staff()).post('/v1/submissions', body([card(1)], { branchId: 'yi-haikou' }))).status).toBe(
      404,
    );
    const ofAll = officer({ sectors: 'telecom bank payment internet', regions: '46 44' });
    const regrouped = { ...company, countingGroup: 'another-group' };
    const refused = await world.as(ofAll).put(`/v1/registry/enterprises/${company.uscc}`, regrouped);
    expect([refused.status, refused.body.code]).toEqual([409, 'CONFLICT']);
    for (const authorization of [undefined, 'Bearer not.a.token', `Bearer ${await world.token(staff(), -60)}`]) {
      const { status, body: answered } = await world.ask(authorization, 'GET', '/v1/violations');
      expect([status, answered.message]).toEqual([401, 'Unauthorized']);
    }
  },
};

const badInputJourney: Journey = {
  name: 'bad input is refused with its place and the fix, and nothing of it is stored',
  go: async (world) => {
    const us = world.as(staff());
    const wrong: readonly unknown[] = [
      '{"recordKind": "phone-card",',
      [],
      body([card(1)], { recordKind: 'phone-crad' }),
      body([card(1)], { surprise: 1 }),
      body([{ ...card(1), nameMatches: 'yes' }]),
      body([{ ...card(1), nameMatch: true }]),
      body([{ ...card(1), subjectId: `${idNumber(700_001).slice(0, 17)}?` }]),
      body([{ ...card(1), openedAt: '2023-02-30T10:00:00+08:00' }]),
      body([{ ...card(1), openedAt: '2024-03-01T10:00:00+08:00' }]),
      body([card(1), card(1)]),
      body([]),
      body(Array.from({ length: 1_001 }, (_, n) => ({ recordId: `r-${n}`, openedAt: '2023-03-01T09:10:00+08:00' }))),
    ];
    for (const one of wrong) {
      const { status, headers, body: answered } = await us.post('/v1/submissions', one);
      expect([400, 404, 422]).toContain(status);
      expect(headers.get('content-type')).toBe('application/problem+json');
      expect(answered.code).toMatch(/^[A-Z_]+$/);
    }
    const some = body([card(300), { ...card(301), cardKind: 'sim' }], {
      period: { from: '2023-03-01', to: '2023-03-02' },
    });
    const judged = await us.post('/v1/submissions', some);
    expect([judged.status, judged.body.counts.faults, judged.body.faults[0].row]).toEqual([201, 1, 2]);
    const faults = await us.get(`/v1/submissions/${judged.body.id}/faults`);
    expect(faults.body).toEqual({ items: judged.body.faults, next: null });
    expect((await us.get('/v1/violations?limit=0')).status).toBe(400);
    expect((await us.get('/v1/violations?limitt=1')).status).toBe(400);
    expect((await us.get('/v1/nothing-here')).status).toBe(404);
  },
};

const rulesJourney: Journey = {
  name: 'rules, releases, record kinds, templates, checks and the API document are there to read',
  go: async (world) => {
    const us = world.as(staff());
    for (const path of [
      '/v1/rules?limit=100',
      '/v1/rules/atfl.9.onsite-identity-match',
      '/v1/releases',
      '/v1/record-kinds',
    ]) {
      expect((await us.get(path)).status).toBe(200);
    }
    expect((await us.get('/v1/rules/none')).status).toBe(404);
    const template = await us.get('/v1/templates/phone-card.xlsx');
    expect([template.status, template.body.slice(0, 4)]).toEqual([200, 'PK\u0003\u0004']);
    expect((await us.get('/v1/templates/phone-card.csv')).body).toContain('记录编号 *,');
    for (const none of ['fax-line.xlsx', 'phone-card.ods']) {
      expect((await us.get(`/v1/templates/${none}`)).status).toBe(404);
    }
    for (const path of ['/healthz', '/docs', '/v1/openapi.json']) {
      expect((await world.ask(undefined, 'GET', path)).status).toBe(200);
    }
    const checked = await us.post('/v1/checks', {
      recordKind: 'phone-card',
      record: card(900, { nameMatches: false }),
    });
    expect(checked.body.verdict).toBe('violation');
    for (const list of ['enterprises', 'authorities', 'filing-duties']) {
      expect((await world.as(officer()).get(`/v1/registry/${list}`)).status).toBe(200);
    }
  },
};

const noticesJourney: Journey = {
  name: 'the authority is told: at most twenty at once and a digest, by list and by a signed webhook, in sequence',
  go: async (world) => {
    const hook = await receiver();
    try {
      const desk = officer();
      const subscribed = await world
        .look(desk)
        .post('/v1/subscriptions', { url: hook.url, from: 1 }, keyed('journey-hook'));
      expect(subscribed.status).toBe(201);
      hook.trust(subscribed.body.secret);
      const many = Array.from({ length: 23 }, (_, n) => card(400 + n, { nameMatches: false }));
      const sent = await world.as(staff()).post('/v1/submissions', body(many, { branchId: company.branches[2]!.id }));
      type Notice = {
        readonly sequence: number;
        readonly type: string;
        readonly submission: string;
        readonly counts?: object;
      };
      const all = async (): Promise<readonly Notice[]> =>
        (await world.look(desk).get('/v1/notices?limit=200')).body.items;
      const ofThis = await until('the notices of the submission', async () => {
        const found = (await all()).filter(({ submission }) => submission === sent.body.id);
        return found.length === 21 ? found : undefined;
      });
      expect(ofThis.filter(({ type }) => type === 'violation.opened')).toHaveLength(20);
      expect(ofThis.find(({ type }) => type === 'violations.digest')?.counts).toEqual({
        'atfl.9.realname-registration': 3,
      });
      const last = Math.max(...ofThis.map(({ sequence }) => sequence));
      await until('the webhook', async () => (hook.sequences().length >= last ? true : undefined), 75);
      expect(hook.sequences()).toEqual(Array.from({ length: hook.sequences().length }, (_, n) => n + 1));
      expect(hook.unsigned()).toBe(0);

      const { id } = subscribed.body;
      expect((await world.look(desk).get('/v1/subscriptions')).body.items).toHaveLength(1);
      expect((await world.look(desk).get(`/v1/subscriptions/${id}`)).body.status).toBe('active');
      const before = hook.sequences().length;
      expect(
        (await world.look(desk).post(`/v1/subscriptions/${id}/replay`, { from: last }, keyed('journey-replay'))).status,
      ).toBe(200);
      await until('the replay', async () => (hook.received() > before ? true : undefined), 75);
      expect((await world.look(desk).post(`/v1/subscriptions/${id}/resume`, {}, keyed('journey-resume'))).status).toBe(
        200,
      );
      expect((await world.look(desk).delete(`/v1/subscriptions/${id}`, keyed('journey-end'))).status).toBe(204);
      expect((await world.look(desk).get('/v1/registry/overdue-filings')).status).toBe(200);
    } finally {
      hook.close();
    }
  },
};

/** In this order: later ones rest on what earlier ones left. */
export const journeys: readonly Journey[] = [
  sanctionedJourney,
  correctedJourney,
  onceJourney,
  pagedJourney,
  rosterJourney,
  racedJourney,
  tenancyJourney,
  badInputJourney,
  rulesJourney,
  listsJourney,
  periodsJourney,
  uploadJourney,
  noticesJourney,
];
