import { catalogue } from '../../rules/engine/catalogue.ts';
import { endpoint } from '../edge/endpoint.ts';
import { pageOf } from '../edge/paging.ts';
import { listRules } from './list-rules.ts';

const rules = listRules(catalogue.rules);

export const handler = endpoint(async ({ query }) => ({ status: 200, body: pageOf(rules, query) }), {
  who: ['enterprise', 'regulator', 'rule-author', 'auditor'],
  query: ['cursor', 'limit'],
});
