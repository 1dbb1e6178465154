import { catalogue } from '../../rules/engine/catalogue.ts';
import { releases } from '../../rules/generated/releases.generated.ts';
import { endpoint } from '../edge/endpoint.ts';
import { pageOf } from '../edge/paging.ts';
import { listReleases } from './list-releases.ts';

const all = listReleases(catalogue, releases);

export const handler = endpoint(async ({ query }) => ({ status: 200, body: pageOf(all, query) }), {
  who: ['enterprise', 'regulator', 'rule-author', 'auditor'],
  query: ['cursor', 'limit'],
});
