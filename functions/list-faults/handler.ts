import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { endpoint } from '../edge/endpoint.ts';
import { decodePosition, encodeCursor, filterDigest, limitOf } from '../edge/paging.ts';
import { RECORDS_BUCKET, required, TABLE } from '../env.ts';
import { objectsIn } from '../store/objects.ts';
import { recordsStore } from '../store/records.ts';
import { submissionsStore } from '../store/submissions.ts';
import { uploadsStore } from '../store/uploads.ts';
import { listFaults } from './list-faults.ts';
import { type ReadFaultsDeps, readFaults } from './read-faults.ts';

const db = new DynamoDBClient();
const deps: ReadFaultsDeps = {
  manifest: submissionsStore(db, required(TABLE)).manifest,
  upload: uploadsStore(db, required(TABLE)).upload,
  reading: recordsStore(objectsIn(required(RECORDS_BUCKET))).reading,
};

const Position = z.int().min(0);

export const handler = endpoint(
  async ({ principal, path, query }) => {
    const limit = limitOf(query);
    const reading = await readFaults(path.id!, principal, deps);
    const digest = filterDigest({ faultsOf: path.id });
    const from = decodePosition(Position, query.cursor, digest) ?? 0;
    const { items, next } = listFaults(reading, from, limit);
    return { status: 200, body: { items, next: next === undefined ? null : encodeCursor(digest, next) } };
  },
  { who: ['enterprise', 'regulator', 'auditor'], query: ['cursor', 'limit'] },
);
