import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { endpoint } from '../edge/endpoint.ts';
import { required, TABLE, UPLOADS_BUCKET } from '../env.ts';
import { idempotencyStore } from '../store/idempotency.ts';
import { objectsIn } from '../store/objects.ts';
import { cancelUpload } from './cancel-upload.ts';
import { clearing, movingUploads } from './wire.ts';

const db = new DynamoDBClient();
const table = required(TABLE);
const deps = { ...movingUploads(db, table), clear: clearing(objectsIn(required(UPLOADS_BUCKET))) };

export const handler = endpoint(
  async ({ principal, path }) => ({ status: 200, body: await cancelUpload(path.id!, principal, deps) }),
  { who: ['enterprise'], idempotent: idempotencyStore(db, table) },
);
