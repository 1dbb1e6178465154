import { beforeAll, expect, it } from 'vitest';
import { workers } from '../../../infra/cloud/routes.ts';
import { type Synthesis, synthesised } from './synthesis.ts';

let synthesis: Synthesis;
beforeAll(() => {
  synthesis = synthesised('cn-north-1');
});

const idOf = (run: string): string => run.replaceAll('-', '');
const scheduled = workers.flatMap(({ run, on }) => (on === 'stream' ? [] : [{ run, everyMinutes: on.everyMinutes }]));

it('the stream wakes its worker for new items, narrows a failing batch and leaves what keeps failing to be looked at', () => {
  const mappings = synthesis.ofType('AWS::Lambda::EventSourceMapping').map(({ properties }) => properties);
  expect(mappings).toEqual(
    workers
      .filter(({ on }) => on === 'stream')
      .map(({ run }) => ({
        FunctionName: idOf(run),
        EventSourceArn: 'table.StreamArn',
        StartingPosition: 'TRIM_HORIZON',
        FilterCriteria: { Filters: [{ Pattern: '{"eventName":["INSERT"]}' }] },
        BatchSize: 100,
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        MaximumRetryAttempts: 5,
        DestinationConfig: { OnFailure: { Destination: 'streamdeadletters.Arn' } },
      })),
  );
});

it('every other worker runs at the rate that the table gives it, and a run that could not begin is not lost', () => {
  const timed = synthesis.ofType('AWS::Events::Rule').filter(({ stack }) => stack === 'workers');
  const rules = timed.map(({ properties }) => ({
    every: properties.ScheduleExpression,
    runs: properties.Targets.map(({ Arn }: { Arn: string }) => Arn),
    otherwise: properties.Targets.map(({ DeadLetterConfig }: { DeadLetterConfig: object }) => DeadLetterConfig),
  }));
  const rate = (minutes: number) =>
    minutes === 1 ? 'rate(1 minute)' : minutes === 60 ? 'rate(1 hour)' : `rate(${minutes} minutes)`;
  expect(rules).toEqual(
    scheduled.map(({ run, everyMinutes }) => ({
      every: rate(everyMinutes),
      runs: [`${idOf(run)}.Arn`],
      otherwise: [{ Arn: 'scheduledeadletters.Arn' }],
    })),
  );
});

it('a run ends before the next one begins and is not tried again: no two of a kind', () => {
  const timeouts = new Map(
    synthesis.ofType('AWS::Lambda::Function').map(({ id, properties }) => [id, properties.Timeout as number]),
  );
  const late = scheduled.filter(({ run, everyMinutes }) => timeouts.get(idOf(run))! >= everyMinutes * 60);
  expect(late).toEqual([]);
  const invoked = synthesis.ofType('AWS::Lambda::EventInvokeConfig').map(({ properties }) => properties);
  expect(invoked.map(({ FunctionName, MaximumRetryAttempts }) => [FunctionName, MaximumRetryAttempts])).toEqual(
    scheduled.map(({ run }) => [idOf(run), 0]),
  );
});

it('an alarm rings when an API or a function fails, the stream lags, or something was left behind', () => {
  const alarms = synthesis.ofType('AWS::CloudWatch::Alarm').map(({ properties }) => properties);
  const functions = synthesis.ofType('AWS::Lambda::Function').map(({ id }) => id);
  const watched = alarms.map(
    ({ Namespace, MetricName, Dimensions, Threshold }) =>
      `${Namespace} ${MetricName} of ${Dimensions.map(({ Value }: { Value: string }) => Value)} above ${Threshold}`,
  );
  expect(watched.sort()).toEqual(
    [
      'AWS/ApiGateway 5xx of api above 0',
      'AWS/ApiGateway 5xx of api above 0',
      ...functions.map((id) => `AWS/Lambda Errors of ${id} above 0`),
      'AWS/Lambda IteratorAge of dispatchjournal above 600000',
      'AWS/SQS ApproximateNumberOfMessagesVisible of scheduledeadletters.QueueName above 0',
      'AWS/SQS ApproximateNumberOfMessagesVisible of streamdeadletters.QueueName above 0',
    ].sort(),
  );
  expect(alarms.filter(({ AlarmActions }) => String(AlarmActions) !== 'alarms')).toEqual([]);
});

it('CloudWatch may ring: the topic of alarms takes its message, and its key encrypts it', () => {
  const policy = synthesis.ofType('AWS::SNS::TopicPolicy').find(({ stack }) => stack === 'alarms')!;
  const key = synthesis.ofType('AWS::KMS::Key').find(({ stack }) => stack === 'alarms')!;
  const cloudWatch = { Service: 'cloudwatch.amazonaws.com' };
  expect(policy.properties.PolicyDocument.Statement).toContainEqual({
    Action: 'sns:Publish',
    Condition: { StringEquals: { 'aws:SourceAccount': 'AWS::AccountId' } },
    Effect: 'Allow',
    Principal: cloudWatch,
    Resource: 'alarms',
    Sid: '1',
  });
  expect(key.properties.KeyPolicy.Statement).toContainEqual({
    Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    Effect: 'Allow',
    Principal: cloudWatch,
    Resource: '*',
  });
});

it('work on a file begins when its bytes have come, and when the journal says that it goes on', () => {
  const rules = synthesis.ofType('AWS::Events::Rule').filter(({ stack }) => stack === 'uploads');
  expect(
    rules.map(({ properties: { EventBusName, EventPattern, Targets } }) => [EventBusName, EventPattern, Targets]),
  ).toEqual([
    [
      undefined,
      {
        source: ['aws.s3'],
        'detail-type': ['Object Created'],
        detail: { bucket: { name: ['uploads'] }, object: { key: [{ prefix: 'incoming/' }] } },
      },
      [{ Arn: 'machine.Arn', Id: 'Target0', InputPath: '$.detail.object', RoleArn: 'rulesrole.Arn' }],
    ],
    [
      'bus',
      { source: ['fanzha-audit'], 'detail-type': ['upload.resumed'] },
      [{ Arn: 'machine.Arn', Id: 'Target0', InputPath: '$.detail', RoleArn: 'rulesrole.Arn' }],
    ],
  ]);
});

it('the steps that have a file, or what they made of it, on their disk have room for it', () => {
  const sizes = synthesis
    .ofType('AWS::Lambda::Function')
    .flatMap(({ id, properties }) => (properties.EphemeralStorage ? [[id, properties.EphemeralStorage.Size]] : []));
  expect(sizes.sort()).toEqual([
    ['copyupload', 10_240],
    ['countupload', 10_240],
    ['prepareupload', 10_240],
    ['recordupload', 10_240],
  ]);
});
