import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { authorityOf } from '../../events/subscription.ts';
import { endpoint } from '../edge/endpoint.ts';
import { pageOf } from '../edge/paging.ts';
import { required, TABLE } from '../env.ts';
import { subscriptionsStore } from '../store/subscriptions.ts';

const { ofAuthority } = subscriptionsStore(new DynamoDBClient(), required(TABLE));

export const handler = endpoint(
  async ({ principal, query }) => {
    const authority = authorityOf(principal);
    const own = authority === undefined ? [] : await ofAuthority(authority);
    return { status: 200, body: pageOf(own, query) };
  },
  { who: ['regulator', 'auditor'], query: ['cursor', 'limit'] },
);
