import { catalogue } from '../../rules/engine/catalogue.ts';
import { endpoint } from '../edge/endpoint.ts';
import { readRule } from './read-rule.ts';

export const handler = endpoint(async ({ path }) => ({ status: 200, body: readRule(path.id!, catalogue.rules) }), {
  who: ['enterprise', 'regulator', 'rule-author', 'auditor'],
});
