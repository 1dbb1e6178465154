import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { INDEXES } from '../../functions/store/table.ts';
import type { Grants } from './routes.ts';

export type Stored = {
  readonly table: ITable;
  readonly records: IBucket;
  readonly sealed: IBucket;
  readonly uploads: IBucket;
  /** Encrypts the table and the buckets. */
  readonly dataKey: IKey;
  readonly sealKey: IKey;
  readonly identity: ISecret;
  readonly identityKey: IKey;
};

export type Told = { readonly bus: IEventBus; readonly topic: ITopic; readonly topicKey: IKey };

export type Resources = Stored & Told;

// DynamoDB uses a customer's key in the caller's name, and to write it also reads.
const tableReadsKey = ['kms:Decrypt', 'kms:DescribeKey'];
const tableWritesKey = [...tableReadsKey, 'kms:Encrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*'];
const objectKey = { GetObject: ['kms:Decrypt'], PutObject: ['kms:GenerateDataKey'], DeleteObject: [] } as const;
const reading = new Set(['GetItem', 'BatchGetItem', 'Query']);

const allow = (actions: readonly string[], ...resources: readonly string[]): PolicyStatement =>
  new PolicyStatement({ actions: [...actions], resources: [...resources] });

const tableStatements = (actions: NonNullable<Grants['table']>, { table, dataKey }: Resources): PolicyStatement[] => {
  const byKey = actions.filter((action) => action !== 'Query').map((action) => `dynamodb:${action}`);
  const indexes = INDEXES.map((index) => `${table.tableArn}/index/${index}`);
  const isReader = actions.every((action) => reading.has(action));
  return [
    ...(byKey.length > 0 ? [allow(byKey, table.tableArn)] : []),
    ...(actions.includes('Query') ? [allow(['dynamodb:Query'], table.tableArn, ...indexes)] : []),
    allow(isReader ? tableReadsKey : tableWritesKey, dataKey.keyArn),
  ];
};

const objectStatements = (
  actions: readonly (keyof typeof objectKey)[],
  bucket: IBucket,
  key: IKey,
): PolicyStatement[] => {
  const uses = actions.flatMap((action): readonly string[] => objectKey[action]);
  return [
    allow(
      actions.map((action) => `s3:${action}`),
      bucket.arnForObjects('*'),
    ),
    ...(uses.length > 0 ? [allow(uses, key.keyArn)] : []),
  ];
};

/** The statements that let a function do what `may` says, with the keys that this takes, and nothing more. */
export const statementsOf = (may: Grants, resources: Resources): readonly PolicyStatement[] => [
  ...(may.table ? tableStatements(may.table, resources) : []),
  ...(may.records ? objectStatements(may.records, resources.records, resources.dataKey) : []),
  ...(may.sealed
    ? [
        ...objectStatements(may.sealed, resources.sealed, resources.dataKey),
        allow(['kms:GetPublicKey'], resources.sealKey.keyArn),
      ]
    : []),
  ...(may.uploads ? objectStatements(may.uploads, resources.uploads, resources.dataKey) : []),
  ...(may.identity
    ? [
        allow(['secretsmanager:GetSecretValue'], resources.identity.secretArn),
        allow(['kms:Decrypt'], resources.identityKey.keyArn),
      ]
    : []),
  ...(may.bus ? [allow(['events:PutEvents'], resources.bus.eventBusArn)] : []),
  ...(may.topic
    ? [
        allow(['sns:Publish'], resources.topic.topicArn),
        allow(['kms:Decrypt', 'kms:GenerateDataKey*'], resources.topicKey.keyArn),
      ]
    : []),
];

const union = <T>(one: readonly T[] | undefined, other: readonly T[] | undefined): readonly T[] | undefined =>
  one || other ? [...new Set([...(one ?? []), ...(other ?? [])])] : undefined;

/** What a function that serves both may do. */
export const mergedGrants = (one: Grants, other: Grants): Grants => {
  const [table, records, sealed, uploads] = [
    union(one.table, other.table),
    union(one.records, other.records),
    union(one.sealed, other.sealed),
    union(one.uploads, other.uploads),
  ];
  return {
    ...one,
    ...other,
    ...(table && { table }),
    ...(records && { records }),
    ...(sealed && { sealed }),
    ...(uploads && { uploads }),
  };
};
