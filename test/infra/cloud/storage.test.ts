import { beforeAll, expect, it } from 'vitest';
import { EXPIRES_AT, tableDefinition } from '../../../functions/store/table.ts';
import { type Resource, type Synthesis, synthesised } from './synthesis.ts';

let synthesis: Synthesis;
let table: Resource;
beforeAll(() => {
  synthesis = synthesised('cn-north-1');
  table = synthesis.ofType('AWS::DynamoDB::Table')[0]!;
});

it('there is one table, with the keys and indexes that it has on one machine', () => {
  const { TableName, StreamSpecification, ...same } = tableDefinition('');
  expect(synthesis.ofType('AWS::DynamoDB::Table')).toEqual([table]);
  expect(table.properties).toEqual({
    ...same,
    StreamSpecification: { StreamViewType: StreamSpecification!.StreamViewType },
    TimeToLiveSpecification: { AttributeName: EXPIRES_AT, Enabled: true },
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    SSESpecification: { KMSMasterKeyId: 'datakey.Arn', SSEEnabled: true, SSEType: 'KMS' },
    DeletionProtectionEnabled: true,
  });
});

it('what holds evidence outlives the stack', () => {
  const lasting = ['AWS::DynamoDB::Table', 'AWS::KMS::Key', 'AWS::S3::Bucket', 'AWS::SecretsManager::Secret'];
  const kept = synthesis.resources.filter(({ type }) => lasting.includes(type));
  expect(kept.filter(({ deletionPolicy }) => deletionPolicy !== 'Retain')).toEqual([]);
});

it('every key that can rotate does', () => {
  const keys = synthesis.ofType('AWS::KMS::Key');
  expect(
    Object.fromEntries(keys.map(({ id, properties }) => [id, properties.KeySpec ?? properties.EnableKeyRotation])),
  ).toEqual({ datakey: true, identitykey: true, topickey: true, key: true, sealkey: 'RSA_4096' });
});

it('every bucket is closed to the public and encrypted under our key; those of evidence keep every version', () => {
  const buckets = synthesis.ofType('AWS::S3::Bucket').map(({ id, properties }) => {
    const { LifecycleConfiguration, ...rest } = properties;
    return [id, rest];
  });
  const closed = {
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [
        {
          BucketKeyEnabled: true,
          ServerSideEncryptionByDefault: { KMSMasterKeyID: 'datakey.Arn', SSEAlgorithm: 'aws:kms' },
        },
      ],
    },
    OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
  };
  const kept = { ...closed, VersioningConfiguration: { Status: 'Enabled' } };
  const told = { NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } } };
  expect(Object.fromEntries(buckets)).toEqual({ records: kept, sealed: kept, uploads: { ...closed, ...told } });
});

it('an older version of a sealed object ends in a month; of records, never', () => {
  const endings = synthesis.ofType('AWS::S3::Bucket').map(({ id, properties }) => {
    const [rule] = properties.LifecycleConfiguration.Rules;
    return [id, rule.NoncurrentVersionExpiration?.NoncurrentDays];
  });
  expect(Object.fromEntries(endings)).toEqual({ records: undefined, sealed: 30, uploads: undefined });
});

it('a raw file that nobody removed is gone in a week, and so is what came back of it', () => {
  const uploads = synthesis.ofType('AWS::S3::Bucket').find(({ id }) => id === 'uploads')!;
  const endings = uploads.properties.LifecycleConfiguration.Rules.flatMap(
    ({ Prefix, ExpirationInDays }: { Prefix?: string; ExpirationInDays?: number }) =>
      ExpirationInDays === undefined ? [] : [[Prefix, ExpirationInDays]],
  );
  expect(endings).toEqual([
    ['incoming/', 7],
    ['work/', 7],
    ['copies/', 7],
  ]);
});

it('pages put files from a browser only where their origins are named, and one that cannot be meant is refused', () => {
  const corsOf = (chosen: Readonly<Record<string, string>>) =>
    synthesised('cn-north-1', chosen)
      .ofType('AWS::S3::Bucket')
      .flatMap(({ id, properties }) =>
        properties.CorsConfiguration ? [[id, properties.CorsConfiguration.CorsRules]] : [],
      );
  expect(corsOf({})).toEqual([]);
  const [one, other] = ['https://console.example', 'http://localhost:5173'];
  expect(corsOf({ uploadOrigins: `${one} ${other}` })).toEqual([
    [
      'uploads',
      [
        {
          ...{ AllowedOrigins: [one, other], AllowedMethods: ['PUT'], AllowedHeaders: ['*'] },
          ...{ ExposedHeaders: ['ETag'], MaxAge: 3_600 },
        },
      ],
    ],
  ]);
  for (const wrong of ['*', 'https://*.example', 'https://console.example/', 'console.example', 'file:///console']) {
    expect(() => corsOf({ uploadOrigins: wrong }), wrong).toThrow('must be an origin');
  }
});

it('buckets, topics and queues refuse what is not encrypted on the way', () => {
  const policies = ['AWS::S3::BucketPolicy', 'AWS::SNS::TopicPolicy', 'AWS::SQS::QueuePolicy'].flatMap((type) =>
    synthesis.ofType(type).map(({ stack, id, properties }) => {
      const refuses = properties.PolicyDocument.Statement.some(
        (statement: { Effect: string; Condition?: { Bool?: object } }) =>
          statement.Effect === 'Deny' &&
          JSON.stringify(statement.Condition?.Bool) === '{"aws:SecureTransport":"false"}',
      );
      return `${stack} ${id} ${refuses}`;
    }),
  );
  expect(policies.sort()).toEqual([
    'alarms alarmsPolicy true',
    'events noticesPolicy true',
    'storage recordsPolicy true',
    'storage sealedPolicy true',
    'storage uploadsPolicy true',
    'workers scheduledeadlettersPolicy true',
    'workers streamdeadlettersPolicy true',
  ]);
});

it('topics and queues are encrypted at rest, topics under our keys', () => {
  const topics = synthesis.ofType('AWS::SNS::Topic').map(({ properties }) => properties.KmsMasterKeyId);
  const queues = synthesis.ofType('AWS::SQS::Queue').map(({ properties }) => properties.SqsManagedSseEnabled);
  expect([topics, queues]).toEqual([
    ['topickey.Arn', 'key.Arn'],
    [true, true],
  ]);
});

it('the identity key is made by the cloud, at least 256 bits of it, and nobody is shown it', () => {
  const [{ properties }] = synthesis.ofType('AWS::SecretsManager::Secret') as [Resource];
  const { PasswordLength, ExcludePunctuation } = properties.GenerateSecretString;
  const lettersAndDigits = 26 + 26 + 10;
  expect(ExcludePunctuation).toBe(true);
  expect(PasswordLength * Math.log2(lettersAndDigits)).toBeGreaterThan(256);
  expect(Buffer.from('a'.repeat(PasswordLength), 'base64').length).toBeGreaterThanOrEqual(32);
  expect(properties.KmsKeyId).toBe('identitykey.Arn');
});
