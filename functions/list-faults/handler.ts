import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { endpoint } from '../edge/endpoint.ts';
import { decodePosition, encodeCursor, filterDigest, limitOf } from '../edge/paging.ts';
import { RECORDS_BUCKET, required, TABLE } from '../env.ts';
import { readSubmission } from '../read-submission/read-submission.ts';
import { objectsIn } from '../store/objects.ts';
import { recordsStore } from '../store/records.ts';
import { submissionsStore } from '../store/submissions.ts';
import { listFaults } from './list-faults.ts';

const { manifest } = submissionsStore(new DynamoDBClient(), required(TABLE));
const { reading } = recordsStore(objectsIn(required(RECORDS_BUCKET)));

const Position = z.int().min(0);

export const handler = endpoint(
  async ({ principal, path, query }) => {
    const limit = limitOf(query);
    const { view } = await readSubmission(path.id!, principal, manifest);
    const digest = filterDigest({ faultsOf: view.id });
    const from = decodePosition(Position, query.cursor, digest) ?? 0;
    const { items, next } = listFaults(await reading(view.id), from, limit);
    return { status: 200, body: { items, next: next === undefined ? null : encodeCursor(digest, next) } };
  },
  { who: ['enterprise', 'regulator', 'auditor'], query: ['cursor', 'limit'] },
);
