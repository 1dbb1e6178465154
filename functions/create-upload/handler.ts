import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { kinds } from '../../events/records/kinds.generated.ts';
import { maxUploadBytes, UploadRequest } from '../../events/upload.ts';
import { endpoint } from '../edge/endpoint.ts';
import { parse } from '../edge/parse.ts';
import { required, TABLE, UPLOAD_LIMIT_BYTES, UPLOADS_BUCKET } from '../env.ts';
import { digest } from '../store/digest.ts';
import { filesStore } from '../store/files.ts';
import { idempotencyStore } from '../store/idempotency.ts';
import { objectsIn } from '../store/objects.ts';
import { registryStore } from '../store/registry.ts';
import { submissionsStore } from '../store/submissions.ts';
import { uploadsStore } from '../store/uploads.ts';
import { type CreateUploadDeps, createUpload } from './create-upload.ts';

const db = new DynamoDBClient();
const table = required(TABLE);
const { upload, create } = uploadsStore(db, table);

const deps: CreateUploadDeps = {
  kinds,
  enterprise: registryStore(db, table).enterprise,
  head: submissionsStore(db, table).head,
  upload,
  create,
  link: filesStore(objectsIn(required(UPLOADS_BUCKET))).link,
  maxBytes: Number(process.env[UPLOAD_LIMIT_BYTES] || maxUploadBytes),
  digest,
  now: () => new Date(),
};

export const handler = endpoint(
  async ({ principal, body }) => {
    const { isNew, upload: created } = await createUpload(parse(UploadRequest, body().json), principal, deps);
    const location = `/v1/submissions/${created.id}`;
    return { status: isNew ? 201 : 200, headers: { location }, body: created };
  },
  { who: ['enterprise'], idempotent: idempotencyStore(db, table) },
);
