import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Principal } from '../../events/principal.ts';
import { endpoint } from '../edge/endpoint.ts';
import { pageOf } from '../edge/paging.ts';
import { required, TABLE } from '../env.ts';
import { registryStore } from '../store/registry.ts';
import { authoritiesFor, enterprisesFor, filingDutiesFor } from './read-registry.ts';

const registry = registryStore(new DynamoDBClient(), required(TABLE));

const lists: Readonly<Record<string, (principal: Principal) => Promise<readonly unknown[]>>> = {
  'GET /v1/registry/enterprises': async (principal) => enterprisesFor(principal, await registry.enterprises()),
  'GET /v1/registry/authorities': async (principal) => authoritiesFor(principal, await registry.authorities()),
  'GET /v1/registry/filing-duties': async (principal) => {
    const isParty = principal.role !== 'regulator' && principal.enterprise !== undefined;
    const own = isParty ? await registry.enterprise(principal.enterprise!) : undefined;
    return filingDutiesFor(principal, await registry.filingDuties(), own);
  },
};

export const handler = endpoint(
  async ({ principal, query, route }) => ({ status: 200, body: pageOf(await lists[route]!(principal), query) }),
  { who: ['enterprise', 'regulator', 'auditor'], query: ['cursor', 'limit'] },
);
