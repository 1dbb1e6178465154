import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { endpoint } from '../edge/endpoint.ts';
import { decodePosition, encodeCursor, filterDigest, limitOf } from '../edge/paging.ts';
import { required, TABLE } from '../env.ts';
import { noticesStore } from '../store/notices.ts';
import { listNotices, sequenceAsked } from './list-notices.ts';

const { after } = noticesStore(new DynamoDBClient(), required(TABLE));

export const handler = endpoint(
  async ({ principal, query }) => {
    const limit = limitOf(query);
    const asked = sequenceAsked(query);
    const digest = filterDigest(query);
    const from = decodePosition(z.number().int().min(0), query.cursor, digest) ?? asked;
    const { items, next } = await listNotices(principal, from, limit, after);
    return { status: 200, body: { items, next: next === undefined ? null : encodeCursor(digest, next) } };
  },
  { who: ['enterprise', 'regulator', 'auditor'], query: ['after', 'cursor', 'limit'] },
);
