import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { endpoint } from '../edge/endpoint.ts';
import { pageOf } from '../edge/paging.ts';
import { required, TABLE } from '../env.ts';
import { listsStore } from '../store/lists.ts';
import { listLists } from './list-lists.ts';

const { parts } = listsStore(new DynamoDBClient(), required(TABLE));

export const handler = endpoint(
  async ({ query }) => ({
    status: 200,
    body: pageOf(await listLists(async (list) => (await parts(list)).parts), query),
  }),
  { who: ['regulator', 'auditor'], query: ['cursor', 'limit'] },
);
