import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { authorityOf } from '../../events/subscription.ts';
import { endpoint } from '../edge/endpoint.ts';
import { decodePosition, encodeCursor, filterDigest, limitOf } from '../edge/paging.ts';
import { required, TABLE } from '../env.ts';
import { listNamed } from '../import-list/list-named.ts';
import { listImportsStore } from '../store/list-imports.ts';

const { receipts } = listImportsStore(new DynamoDBClient(), required(TABLE));

/** The receipts of the caller's own authority, newest first. */
export const handler = endpoint(
  async ({ principal, path, query }) => {
    const list = listNamed(path.list!);
    const limit = limitOf(query);
    const authority = authorityOf(principal);
    const digest = filterDigest({ ...query, list });
    const after = decodePosition(z.string(), query.cursor, digest);
    const found = authority === undefined ? [] : await receipts(list, authority, after, limit + 1);
    const items = found.slice(0, limit);
    const last = items.at(-1);
    const isMore = found.length > limit && last !== undefined;
    return {
      status: 200,
      body: { items, next: isMore ? encodeCursor(digest, `${last.receivedAt}#${last.id}`) : null },
    };
  },
  { who: ['regulator', 'auditor'], query: ['cursor', 'limit'] },
);
