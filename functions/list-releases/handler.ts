import { catalogue } from '../../rules/engine/catalogue.ts';
import { endpoint } from '../edge/endpoint.ts';
import { pageOf } from '../edge/paging.ts';
import { listReleases } from './list-releases.ts';

const releases = listReleases(catalogue);

export const handler = endpoint(async ({ query }) => ({ status: 200, body: pageOf(releases, query) }), {
  who: ['enterprise', 'regulator', 'rule-author', 'auditor'],
  query: ['cursor', 'limit'],
});
