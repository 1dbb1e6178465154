import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { endpoint } from '../edge/endpoint.ts';
import { decodePosition, encodeCursor, filterDigest, limitOf } from '../edge/paging.ts';
import { required, TABLE } from '../env.ts';
import { listNamed } from '../import-list/list-named.ts';
import { listShards, listsStore } from '../store/lists.ts';
import { listListEntries } from './list-list-entries.ts';

const { parts, page } = listsStore(new DynamoDBClient(), required(TABLE));
const maxMs = 250;
const Position = z.tuple([
  z
    .int()
    .min(0)
    .max(listShards - 1),
  z.string(),
]);

export const handler = endpoint(
  async ({ principal, path, query }) => {
    const startedAt = performance.now();
    const list = listNamed(path.list!);
    const limit = limitOf(query);
    const digest = filterDigest({ ...query, list });
    const start = decodePosition(Position, query.cursor, digest);
    const isLate = () => performance.now() - startedAt > maxMs;
    const { items, next } = await listListEntries(list, principal, start, limit, { parts, page, isLate });
    return { status: 200, body: { items, next: next === undefined ? null : encodeCursor(digest, next) } };
  },
  { who: ['regulator', 'auditor'], query: ['cursor', 'limit'] },
);
