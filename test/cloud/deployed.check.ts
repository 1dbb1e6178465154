import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { journeys } from '../journeys/journeys.ts';
import { comparable } from '../journeys/same.ts';
import { company, enterRegistry, officer, staff, until, type World, worldAt } from '../journeys/world.ts';
import { aCard } from '../records.ts';
import { aService, type Service } from '../service.ts';
import { deployedQueue, newQueue, type Queue } from './aws.ts';
import { allowedBy, differences } from './policies.ts';
import { startRecorder } from './recorder.ts';
import { signedAs } from './signed.ts';
import { aws, cloudWorld, functions, told } from './told.ts';

let here: Service;
let local: World;
let cloud: World;
let recorder: Awaited<ReturnType<typeof startRecorder>>;
let names: ReadonlyMap<string, string>;
let subscriber: Queue;
let listener: Queue;

const webhooks = ['create-subscription', 'deliver-webhooks', 'dispatch-journal', 'sweep'];

beforeAll(async () => {
  [recorder, names] = await Promise.all([startRecorder(told.ministack), functions.names()]);
  for (const [run, name] of names) {
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
  for (const text of [...heard.topic, ...heard.bus]) expect(text).not.toMatch(/136\d{8}|460105\d{11}/);
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

it('what a failing dispatcher leaves behind becomes a dead letter, and a replay tells it once', async () => {
  const letters = await deployedQueue(aws, 'streamdeadletters');
  await letters.take();
  const dispatcher = names.get('dispatch-journal')!;
  await functions.setEnvironment(dispatcher, { TABLE: 'no-such-table' });
  const card = aCard({ nameMatches: false, recordId: 'journey-dead-letter' });
  const sent = await cloud.look(staff()).post('/v1/submissions', {
    recordKind: 'phone-card',
    branchId: company.branches[0]!.id,
    period: { from: '2023-01-01', to: '2023-06-30' },
    records: [card],
  });
  expect(sent.status).toBe(201);
  await until('a dead letter', async () => ((await letters.take()).length > 0 ? true : undefined), 60);
  const ofThis = async () => {
    const { body } = await cloud.look(officer()).get('/v1/notices?limit=200');
    return body.items.filter(({ submission }: { readonly submission?: string }) => submission === sent.body.id);
  };
  expect(await ofThis()).toEqual([]);

  const { TABLE } = await functions.environmentOf(names.get('sweep')!);
  await functions.setEnvironment(dispatcher, { TABLE: TABLE! });
  await functions.invoke(names.get('sweep')!, { replay: true });
  await functions.invoke(names.get('sweep')!, { replay: true });
  expect(await ofThis()).toHaveLength(1);
}, 120_000);

it('each function calls what its policy allows, nothing more, and every allowance is used', async () => {
  for (const run of ['deliver-webhooks', 'sweep', 'check-filings']) await functions.invoke(names.get(run)!);
  expect(differences(allowedBy(told.assembly), recorder.calls())).toEqual([]);
}, 60_000);
