import { Stack } from 'aws-cdk-lib';
import {
  BUS_NAME,
  IDENTITY_SECRET_ARN,
  RECORDS_BUCKET,
  S3_ENDPOINT,
  SEAL_KEY_ARN,
  SEALED_BUCKET,
  TABLE,
  TOPIC_ARN,
  UPLOADS_BUCKET,
} from '../../functions/env.ts';
import type { Resources } from './grants.ts';
import type { Grants } from './routes.ts';

/** China's hosts end in another way: the partition says how. */
const s3Endpoint = ({ records }: Resources): string => {
  const { region, urlSuffix } = Stack.of(records);
  return `https://s3.${region}.${urlSuffix}`;
};

/** The names of what a function may use: it is told of nothing else. */
export const environmentOf = (may: Grants, resources: Resources): Readonly<Record<string, string>> => ({
  ...(may.table && { [TABLE]: resources.table.tableName }),
  ...(may.records && { [RECORDS_BUCKET]: resources.records.bucketName, [S3_ENDPOINT]: s3Endpoint(resources) }),
  ...(may.sealed && {
    [SEALED_BUCKET]: resources.sealed.bucketName,
    [SEAL_KEY_ARN]: resources.sealKey.keyArn,
  }),
  ...(may.uploads && { [UPLOADS_BUCKET]: resources.uploads.bucketName, [S3_ENDPOINT]: s3Endpoint(resources) }),
  ...(may.identity && { [IDENTITY_SECRET_ARN]: resources.identity.secretArn }),
  ...(may.bus && { [BUS_NAME]: resources.bus.eventBusName }),
  ...(may.topic && { [TOPIC_ARN]: resources.topic.topicArn }),
});
