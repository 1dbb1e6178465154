import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { movingUploads } from '../cancel-upload/wire.ts';
import { endpoint } from '../edge/endpoint.ts';
import { required, TABLE } from '../env.ts';
import { idempotencyStore } from '../store/idempotency.ts';
import { resumeUpload } from './resume-upload.ts';

const db = new DynamoDBClient();
const table = required(TABLE);
const deps = movingUploads(db, table);

export const handler = endpoint(
  async ({ principal, path }) => ({ status: 202, body: await resumeUpload(path.id!, principal, deps) }),
  { who: ['enterprise'], idempotent: idempotencyStore(db, table) },
);
