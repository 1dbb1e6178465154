import {
  IDENTITY_KEY,
  RECORDS_BUCKET,
  SEAL_PUBLIC_KEY,
  SEALED_BUCKET,
  TABLE,
  UPLOADS_BUCKET,
  WEBHOOK_LOOPBACK,
} from '../../functions/env.ts';
import type { Keys } from './keys.ts';

/** What the functions read on this machine: our table and objects in place of the cloud's, by the SDK's own variables. */
export const environmentOf = (
  keys: Keys,
  endpoints: { readonly table: string; readonly objects: string },
): Readonly<Record<string, string>> => ({
  [TABLE]: 'fanzha',
  [RECORDS_BUCKET]: 'fanzha-records',
  [SEALED_BUCKET]: 'fanzha-sealed',
  [UPLOADS_BUCKET]: 'fanzha-uploads',
  [IDENTITY_KEY]: keys.identity,
  [SEAL_PUBLIC_KEY]: keys.sealPublic,
  [WEBHOOK_LOOPBACK]: '1',
  AWS_ENDPOINT_URL_DYNAMODB: endpoints.table,
  AWS_ENDPOINT_URL_S3: endpoints.objects,
  AWS_REGION: 'cn-north-1',
  AWS_ACCESS_KEY_ID: keys.objects.accessKeyId,
  AWS_SECRET_ACCESS_KEY: keys.objects.secretAccessKey,
  AWS_SESSION_TOKEN: '',
});
