import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { endpoint } from '../edge/endpoint.ts';
import { decodePosition, encodeCursor, filterDigest, limitOf } from '../edge/paging.ts';
import { required, TABLE } from '../env.ts';
import { overdueFilingsStore } from '../store/overdue-filings.ts';
import { listOverdueFilings } from './list-overdue-filings.ts';

const { listed } = overdueFilingsStore(new DynamoDBClient(), required(TABLE));
const maxMs = 250;

export const handler = endpoint(
  async ({ principal, query }) => {
    const startedAt = performance.now();
    const limit = limitOf(query);
    const digest = filterDigest(query);
    const after = decodePosition(z.string(), query.cursor, digest);
    const isLate = () => performance.now() - startedAt > maxMs;
    const { items, next } = await listOverdueFilings(principal, after, limit, listed, isLate);
    return { status: 200, body: { items, next: next === undefined ? null : encodeCursor(digest, next) } };
  },
  { who: ['enterprise', 'regulator', 'auditor'], query: ['cursor', 'limit'] },
);
