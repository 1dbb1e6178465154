import { beforeAll, describe, expect, it } from 'vitest';
import { type Synthesis, synthesised } from './synthesis.ts';

const regions = [
  { region: 'cn-north-1', partition: 'aws-cn' },
  { region: 'cn-northwest-1', partition: 'aws-cn' },
  { region: 'eu-central-1', partition: 'aws' },
];

/** All that we use, and all of it exists in China. */
const types = [
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::CloudWatch::Alarm',
  'AWS::DynamoDB::Table',
  'AWS::Events::EventBus',
  'AWS::Events::Rule',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::KMS::Key',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::S3::Bucket',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::Queue',
  'AWS::SQS::QueuePolicy',
  'AWS::SecretsManager::Secret',
  'AWS::StepFunctions::StateMachine',
];

describe.each(regions)('in $region', ({ region, partition }) => {
  let synthesis: Synthesis;
  beforeAll(() => {
    synthesis = synthesised(region);
  });

  it('every ARN is of its own partition', () => {
    const partitions = new Set([...synthesis.text.matchAll(/arn:([a-z-]+):/g)].map((match) => match[1]));
    expect([...partitions]).toEqual([partition]);
  });

  it('no host is spelled: only the principals of services, which have one name everywhere', () => {
    const hosts = new Set([...synthesis.text.matchAll(/[a-z0-9.-]+\.amazonaws\.com[a-z.]*/g)].map((match) => match[0]));
    expect([...hosts].filter((host) => !host.includes('execute-api')).sort()).toEqual([
      'apigateway.amazonaws.com',
      'cloudwatch.amazonaws.com',
      'events.amazonaws.com',
      'lambda.amazonaws.com',
      'states.amazonaws.com',
    ]);
  });

  it('nothing is used that China does not have', () => {
    expect([...new Set(synthesis.resources.map(({ type }) => type))].sort()).toEqual([...types].sort());
  });

  it('no function is traced or has an address of its own: neither exists in China', () => {
    const traced = synthesis.ofType('AWS::Lambda::Function').filter(({ properties }) => properties.TracingConfig);
    expect(traced).toEqual([]);
  });
});

it('every region has the same service, so what is shown of one holds in all', () => {
  const [one, ...others] = regions.map(({ region, partition }) =>
    synthesised(region).text.replaceAll(region, 'REGION').replaceAll(`arn:${partition}:`, 'arn:PARTITION:'),
  );
  for (const other of others) expect(other).toEqual(one);
});

it('a region that has no Node 24 is given Node 22', () => {
  const runtimes = synthesised('cn-north-1', { runtime: 'nodejs22.x' })
    .ofType('AWS::Lambda::Function')
    .map(({ properties }) => properties.Runtime);
  expect([...new Set(runtimes)]).toEqual(['nodejs22.x']);
});

it.each([
  ['runtime', 'python3.14', 'runtime is python3.14; it may be nodejs24.x or nodejs22.x'],
  ['requestsPerSecond', '0', 'requestsPerSecond is 0; it must be a number above 0'],
  ['iamPrincipals', '[]', 'iamPrincipals is not a JSON object of role ARN → claims'],
])('a setting that cannot be meant is refused before anything is deployed: %s', (name, value, because) => {
  expect(() => synthesised('cn-north-1', { [name]: value })).toThrow(because);
});
