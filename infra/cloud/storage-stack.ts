import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, BillingMode, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  type CorsRule,
  HttpMethods,
  type LifecycleRule,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { EXPIRES_AT, tableDefinition } from '../../functions/store/table.ts';
import type { Stored } from './grants.ts';
import type { Settings } from './settings.ts';
import { uploadsCors } from './uploads-cors.ts';

type KeySchema = ReturnType<typeof tableDefinition>['KeySchema'];

/** The table as functions/store/table.ts defines it: the cloud and one machine have the same keys. */
const auditTable = (scope: Construct, key: Key): Table => {
  const { KeySchema, GlobalSecondaryIndexes } = tableDefinition('');
  const keysOf = (schema: KeySchema) => {
    const [partitionKey, sortKey] = schema!.map(({ AttributeName }) => ({
      name: AttributeName!,
      type: AttributeType.STRING,
    }));
    return { partitionKey: partitionKey!, sortKey: sortKey! };
  };
  const table = new Table(scope, 'table', {
    ...keysOf(KeySchema),
    billingMode: BillingMode.PAY_PER_REQUEST,
    stream: StreamViewType.NEW_IMAGE,
    timeToLiveAttribute: EXPIRES_AT,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey: key,
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  for (const { IndexName, KeySchema: schema } of GlobalSecondaryIndexes ?? []) {
    table.addGlobalSecondaryIndex({ indexName: IndexName!, ...keysOf(schema) });
  }
  return table;
};

const bucket = (scope: Construct, id: string, encryptionKey: Key, rule: LifecycleRule = {}): Bucket =>
  new Bucket(scope, id, {
    encryption: BucketEncryption.KMS,
    encryptionKey,
    bucketKeyEnabled: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    versioned: true,
    lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1), ...rule }],
    removalPolicy: RemovalPolicy.RETAIN,
  });

const corsOf = (origins: readonly string[]): CorsRule => ({
  allowedOrigins: [...origins],
  allowedMethods: uploadsCors.methods.map((method) => HttpMethods[method]),
  allowedHeaders: [...uploadsCors.headers],
  exposedHeaders: [...uploadsCors.exposed],
  maxAge: uploadsCors.maxAgeSeconds,
});

/**
 * Raw files, for as long as work on them takes, and what comes back of them for some days: none is kept in an older
 * version, and what nobody removed is gone in a week. EventBridge hears of each.
 */
const passingBucket = (
  scope: Construct,
  id: string,
  encryptionKey: Key,
  { copyDays, uploadOrigins }: Settings,
): Bucket => {
  const gone = (prefix: string, days: number): LifecycleRule => ({ prefix, expiration: Duration.days(days) });
  const made = new Bucket(scope, id, {
    encryption: BucketEncryption.KMS,
    encryptionKey,
    bucketKeyEnabled: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    lifecycleRules: [
      { abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ...['incoming/', 'work/'].map((prefix) => gone(prefix, 7)),
      gone('copies/', copyDays),
    ],
    ...(uploadOrigins.length > 0 && { cors: [corsOf(uploadOrigins)] }),
    removalPolicy: RemovalPolicy.RETAIN,
  });
  // CDK's own way puts a function of its own beside it, with a policy that AWS may widen.
  (made.node.defaultChild as CfnBucket).notificationConfiguration = {
    eventBridgeConfiguration: { eventBridgeEnabled: true },
  };
  return made;
};

const punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

/** What must outlive every deployment: each resource is kept when the stack goes. */
export class StorageStack extends Stack {
  readonly resources: Stored;

  constructor(scope: Construct, id: string, { settings, ...props }: StackProps & { readonly settings: Settings }) {
    super(scope, id, props);
    const key = (name: string, description: string): Key =>
      new Key(this, name, { description, enableKeyRotation: true, removalPolicy: RemovalPolicy.RETAIN });
    const dataKey = key('data-key', 'Table and records at rest');
    const identityKey = key('identity-key', 'The identity secret at rest');
    // Raw values are sealed under its public half; no function may use the private one, which never leaves KMS.
    const sealKey = new Key(this, 'seal-key', {
      description: 'Seals raw values of violating records',
      keySpec: KeySpec.RSA_4096,
      keyUsage: KeyUsage.ENCRYPT_DECRYPT,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const identity = new Secret(this, 'identity', {
      description: 'Personal values become tokens under it: a new value makes every token another',
      // By its ARN alone: given the key itself, CDK adds to its policy a host name that China does not have.
      encryptionKey: Key.fromKeyArn(this, 'identity-key-arn', identityKey.keyArn),
      // 44 letters and digits are base64 of 33 bytes, with more than 256 bits of chance in them.
      // Punctuation is excluded by name too: an emulator knows only that way.
      generateSecretString: { passwordLength: 44, excludePunctuation: true, excludeCharacters: punctuation },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.resources = {
      table: auditTable(this, dataKey),
      records: bucket(this, 'records', dataKey),
      // What retention has ended for is gone a month after it was deleted, not merely hidden.
      sealed: bucket(this, 'sealed', dataKey, { noncurrentVersionExpiration: Duration.days(30) }),
      uploads: passingBucket(this, 'uploads', dataKey, settings),
      dataKey,
      sealKey,
      identity,
      identityKey,
    };
  }
}
