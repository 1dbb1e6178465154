import { createHash } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Submission } from '../../events/submission.ts';
import { endpoint } from '../edge/endpoint.ts';
import { flagOf } from '../edge/flag.ts';
import { identity } from '../edge/identity.ts';
import { parse } from '../edge/parse.ts';
import { RECORDS_BUCKET, required, SEALED_BUCKET, TABLE } from '../env.ts';
import { idempotencyStore } from '../store/idempotency.ts';
import { objectsIn } from '../store/objects.ts';
import { sealKey } from '../store/seal-key.ts';
import { submitRecords } from './submit-records.ts';
import { submitting } from './wire.ts';

const db = new DynamoDBClient();
const table = required(TABLE);
const deps = submitting({
  db,
  table,
  records: objectsIn(required(RECORDS_BUCKET)),
  sealed: objectsIn(required(SEALED_BUCKET)),
  sealKey,
  tokenise: (await identity()).tokenise,
});

export const handler = endpoint(
  async ({ principal, query, body }) => {
    const dryRun = flagOf(query, 'dryRun');
    const { json, bytes } = body();
    const submission = parse(Submission, json);
    const bodyDigest = createHash('sha256').update(bytes).digest('hex');
    const { isNew, audit } = await submitRecords(submission, bodyDigest, principal, dryRun, deps);
    return { status: isNew ? 201 : 200, headers: { location: `/v1/submissions/${audit.id}` }, body: audit };
  },
  { who: ['enterprise'], query: ['dryRun'], idempotent: idempotencyStore(db, table) },
);
