import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { addresseeOf, audienceOf, isWithin } from '../../events/addressee.ts';
import { endpoint } from '../edge/endpoint.ts';
import { pageOf } from '../edge/paging.ts';
import { required, TABLE } from '../env.ts';
import { subscriptionsStore } from '../store/subscriptions.ts';

const { ofAddressee } = subscriptionsStore(new DynamoDBClient(), required(TABLE));

export const handler = endpoint(
  async ({ principal, query }) => {
    const audience = audienceOf(principal);
    const all = audience === undefined ? [] : await ofAddressee(addresseeOf(audience));
    const own = all.filter((subscription) => isWithin(audience!, subscription));
    return { status: 200, body: pageOf(own, query) };
  },
  { who: ['enterprise', 'regulator', 'auditor'], query: ['cursor', 'limit'] },
);
