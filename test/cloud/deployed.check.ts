import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { journeys } from '../journeys/journeys.ts';
import { receiver } from '../journeys/receiver.ts';
import { comparable } from '../journeys/same.ts';
import { company, enterRegistry, officer, staff, until, type World, worldAt } from '../journeys/world.ts';
import { aCard } from '../records.ts';
import { aService, type Service } from '../service.ts';
import { deployedQueue, newQueue, type Queue } from './aws.ts';
import { allowedBy, type Difference, differences } from './policies.ts';
import { type Called, startRecorder } from './recorder.ts';
import { signedAs } from './signed.ts';
import { aws, cloudWorld, functions, told } from './told.ts';

let here: Service;
let local: World;
let cloud: World;
let recorder: Awaited<ReturnType<typeof startRecorder>>;
let names: ReadonlyMap<string, string>;
const environments = new Map<string, Readonly<Record<string, string>>>();
let subscriber: Queue;
let listener: Queue;

const webhooks = ['create-subscription', 'deliver-webhooks', 'dispatch-journal', 'sweep'];

beforeAll(async () => {
  [recorder, names] = await Promise.all([startRecorder(told.ministack), functions.names()]);
  for (const [run, name] of names) {
    environments.set(name, await functions.environmentOf(name));
    await functions.setEnvironment(name, {
      AWS_ENDPOINT_URL: recorder.url,
      AWS_SDK_UA_APP_ID: run,
      // The receiver of the journeys is on this machine, as everything is.
      ...(webhooks.includes(run) && { WEBHOOK_LOOPBACK: '1' }),
    });
  }
  subscriber = await newQueue(aws, 'verify-subscriber');
  await aws.form('sns', {
    Action: 'Subscribe',
    TopicArn: told.deployed.topic,
    Protocol: 'sqs',
    Endpoint: subscriber.arn,
  });
  listener = await newQueue(aws, 'verify-listener');
  const rule = { Name: 'verify', EventBusName: told.deployed.bus };
  const EventPattern = JSON.stringify({
    source: ['fanzha-audit'],
    'detail-type': ['notice.created', 'submission.audited'],
  });
  await aws.json('events', 'AWSEvents.PutRule', { ...rule, EventPattern });
  await aws.json('events', 'AWSEvents.PutTargets', {
    Rule: rule.Name,
    EventBusName: rule.EventBusName,
    Targets: [{ Id: 'listener', Arn: listener.arn }],
  });

  here = await aService();
  local = worldAt(here.host);
  cloud = cloudWorld();
  await Promise.all([local, cloud].map(enterRegistry));
}, 60_000);

afterAll(async () => {
  for (const [name, environment] of environments) await functions.replaceEnvironment(name, environment);
  recorder.close();
  await here.end();
});

describe('a journey through the deployed stacks ends as on one machine, and is told the same', () => {
  it.each(journeys)(
    '$name',
    async ({ go }) => {
      const [alreadyHere, alreadyThere] = [local.told.length, cloud.told.length];
      await go(local);
      await go(cloud);
      expect(comparable(cloud.told.slice(alreadyThere))).toEqual(comparable(local.told.slice(alreadyHere)));
    },
    180_000,
  );
});

it('a subscriber of the topic and a rule on the bus hear of every notice, once under each id and without personal data', async () => {
  const { body } = await cloud.look(officer()).get('/v1/notices?limit=200');
  const ids: readonly string[] = body.items.map(({ id }: { readonly id: string }) => id);
  expect(ids.length).toBeGreaterThan(20);
  const heard = { topic: [] as string[], bus: [] as string[] };
  await until('every notice outside', async () => {
    heard.topic.push(...(await subscriber.take()));
    heard.bus.push(...(await listener.take()));
    return (
      ids.every((id) => [heard.topic, heard.bus].every((all) => all.some((text) => text.includes(id)))) || undefined
    );
  });
  expect(heard.bus.some((text) => text.includes('submission.audited'))).toBe(true);
  // The journeys' numbers begin so.
  for (const text of [...heard.topic, ...heard.bus]) expect(text).not.toMatch(/\b(136\d{8}|460105\d{11}[\dX])\b/);
});

it('the signed API answers the role that the table of principals names, as the officer it is, and nobody else', async () => {
  const signed = await signedAs(aws, told.roleArn, told.deployed.iam);
  const { status, body } = await signed('/v1/violations?limit=3');
  const asOfficer = await cloud.look(officer()).get('/v1/violations?limit=3');
  expect([status, body]).toEqual([200, asOfficer.body]);
  const stranger = await signedAs(aws, 'arn:aws:iam::000000000000:role/verify-stranger', told.deployed.iam);
  expect((await stranger('/v1/violations')).body.code).toBe('FORBIDDEN');
  expect((await fetch(`${told.deployed.iam}/v1/violations`)).status).toBe(403);
});

const oneMore = (recordId: string, day: string) => ({
  recordKind: 'phone-card',
  branchId: company.branches[0]!.id,
  period: { from: day, to: day },
  records: [
    aCard({ nameMatches: false, recordId, openedAt: `${day}T09:10:00+08:00`, activatedAt: `${day}T09:20:00+08:00` }),
  ],
});
const noticesOf = async (submission: string) => {
  const { body } = await cloud.look(officer()).get('/v1/notices?limit=200');
  return body.items.filter((notice: { readonly submission?: string }) => notice.submission === submission);
};

it('what a failing dispatcher leaves behind becomes a dead letter; the schedule goes on delivering, and a replay tells it once', async () => {
  const hook = await receiver();
  const desk = cloud.look(officer());
  const subscribed = await desk.post('/v1/subscriptions', { url: hook.url });
  hook.trust(subscribed.body.secret);
  const letters = await deployedQueue(aws, 'streamdeadletters');
  await letters.take();
  const dispatcher = names.get('dispatch-journal')!;
  await functions.giveUpAfter(dispatcher, 1);
  const { TABLE } = await functions.environmentOf(dispatcher);
  await functions.setEnvironment(dispatcher, { TABLE: '' });
  const sent = await cloud.look(staff()).post('/v1/submissions', oneMore('journey-dead-letter', '2023-07-01'));
  expect(sent.status).toBe(201);
  await until('a dead letter', async () => ((await letters.take()).length > 0 ? true : undefined), 30);
  expect(await noticesOf(sent.body.id)).toEqual([]);

  const { position } = (await desk.get(`/v1/subscriptions/${subscribed.body.id}`)).body;
  await desk.post(`/v1/subscriptions/${subscribed.body.id}/replay`, { from: position - 1 });
  await functions.invoke(names.get('deliver-webhooks')!);
  expect(hook.sequences()).toEqual([position - 1]);
  hook.close();

  await functions.setEnvironment(dispatcher, { TABLE: TABLE! });
  const sweep = names.get('sweep')!;
  await functions.invoke(sweep, { replay: true });
  await functions.invoke(sweep, { replay: true });
  expect(await noticesOf(sent.body.id)).toHaveLength(1);
}, 120_000);

let kept = 0;
const moments: readonly (readonly [string, (call: Called) => boolean])[] = [
  ['before what it changes is written', ({ action }) => action === 'dynamodb:ConditionCheckItem'],
  // Its records, its reading, what lists said of them and the sealed values were put before.
  ['before its findings are kept', ({ action }) => action === 's3:PutObject' && kept++ >= 4],
];

it.each(moments)(
  'a submission cut short %s is seen by nobody, until the sweep goes on with it',
  async (when, dies) => {
    recorder.refuse((call) => call.run === 'submit-records' && dies(call));
    const day = when.includes('findings') ? '2023-07-03' : '2023-07-02';
    const body = oneMore(`journey-cut-short-${day}`, day);
    const cut = await cloud.look(staff()).post('/v1/submissions', body);
    recorder.refuse(() => false);
    expect(cut.status).toBe(500);
    const found = async () => {
      const list = '/v1/violations?rule=atfl.9.realname-registration&limit=200';
      const { items } = (await cloud.look(officer()).get(list)).body;
      return items.filter(({ recordId }: { readonly recordId: string }) => recordId === body.records[0]!.recordId);
    };
    expect(await found()).toEqual([]);
    await functions.invoke(names.get('sweep')!, { replay: true });
    const [violation] = await found();
    expect((await cloud.look(officer()).get(`/v1/violations/${violation.id}`)).status).toBe(200);
    expect((await cloud.look(staff()).post('/v1/submissions', body)).status).toBe(200);
  },
  60_000,
);

it('a filing not made in time is on the list once; made late, it says so', async () => {
  const check = names.get('check-filings')!;
  const overdue = async () =>
    (await cloud.look(officer()).get('/v1/registry/overdue-filings?limit=200')).body.items.filter(
      (filing: { readonly branchId: string }) => filing.branchId === company.branches[0]!.id,
    );
  const day = new Date(Date.now() + 8 * 3_600_000 - 45 * 86_400_000).toISOString().slice(0, 7);
  const duty = {
    id: 'verify',
    recordKind: 'phone-card',
    sectors: ['telecom'],
    regions: ['4601'],
    period: 'month',
    dueDays: 0,
  };
  const put = await cloud.look(officer()).put('/v1/registry/filing-duties/verify', { ...duty, from: `${day}-01` });
  expect(put.status).toBe(201);
  await functions.invoke(check);
  await functions.invoke(check);
  const found = await overdue();
  const [filing] = found.filter(({ duty: of }: { readonly duty: string }) => of === 'verify');
  const { recordKind, branchId, period } = filing;
  const filed = { recordKind, branchId, period, nil: true, records: [] };
  expect((await cloud.look(staff()).post('/v1/submissions', filed)).status).toBe(201);
  await functions.invoke(check);
  const after = (await overdue()).find(({ id }: { readonly id: string }) => id === filing.id);
  expect(after.filedAt).toBeDefined();
}, 60_000);

it('an audit is exported as OSCAL, and a rule author has stored submissions judged again', async () => {
  const { items } = (await cloud.look(staff()).get('/v1/submissions?recordKind=phone-card&limit=50')).body;
  const { id } = items.find(({ counts }: { readonly counts: { readonly violation: number } }) => counts.violation > 0);
  const exported = await cloud.look(staff()).get(`/v1/submissions/${id}/oscal`);
  expect([exported.status, Object.keys(exported.body)]).toEqual([200, ['assessment-results']]);
  const author = { sub: 'author-1', role: 'rule-author', sectors: 'telecom', regions: '46' } as const;
  const asked = { release: '2026.11', from: '2026.11', recordKind: 'phone-card' };
  const { status, body } = await cloud.look(author).post('/v1/replays', asked);
  expect([status, body.changed, body.submissions > 0]).toEqual([200, 0, true]);
}, 60_000);

const unused = (run: string, ...actions: readonly string[]): Difference[] =>
  actions.map((action) => ({ run, action, what: 'unused' }));

/** Allowances for what no journey meets, each held by a test of its own. */
const rare: readonly Difference[] = [
  // Only of a roster are a branch's earlier records asked for: test/uploads.test.ts.
  ...unused('count-upload', 'dynamodb:Query'),
  // Pausing after eight failed deliveries writes a journal entry: test/functions/deliver-webhooks.test.ts.
  ...unused('deliver-webhooks', 'dynamodb:PutItem'),
  // Steps that fail as often as they are tried: test/functions/upload-steps.test.ts.
  ...unused('fail-upload', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'),
  // What a replacement takes away is cleared: test/functions/import-list.test.ts.
  ...unused('import-list', 'dynamodb:Query'),
  // Files that are refused, or come after they were cancelled: test/functions/prepare-upload.test.ts, test/uploads.test.ts.
  ...unused('prepare-upload', 'dynamodb:PutItem', 's3:DeleteObject'),
  // No release that this was built with was ever in shadow: test/functions/shadow.test.ts.
  ...unused('read-shadow', 'dynamodb:Query'),
  // Months and a roster's earlier records: test/functions/periods.test.ts, test/uploads.test.ts.
  ...unused('record-upload', 'dynamodb:Query'),
  // Work that failed or is stuck: test/functions/watch-uploads.test.ts.
  ...unused('resume-upload', 'dynamodb:PutItem', 'dynamodb:UpdateItem'),
  ...unused('watch-uploads', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 's3:DeleteObject', 's3:GetObject'),
];

it('each function calls what its policy allows, nothing more, and every allowance is used', () => {
  expect(differences(allowedBy(told.assembly), recorder.calls())).toEqual(rare);
});
