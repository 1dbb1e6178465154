import { catalogue } from '../../rules/engine/catalogue.ts';
import { factsByKind } from '../../rules/facts/facts.generated.ts';
import { ruleWords } from '../../rules/workbench/rule-words.ts';
import { endpoint } from '../edge/endpoint.ts';
import { pageOf } from '../edge/paging.ts';
import { listRules } from './list-rules.ts';

const rules = listRules(catalogue.rules, (rule) => ruleWords(rule, factsByKind));

export const handler = endpoint(async ({ query }) => ({ status: 200, body: pageOf(rules, query) }), {
  who: ['enterprise', 'regulator', 'rule-author', 'auditor'],
  query: ['cursor', 'limit'],
});
