import { catalogue } from '../../rules/engine/catalogue.ts';
import { factsByKind } from '../../rules/facts/facts.generated.ts';
import { ruleWords } from '../../rules/workbench/rule-words.ts';
import { endpoint } from '../edge/endpoint.ts';
import { pageOf } from '../edge/paging.ts';
import { listRuleVersions } from './list-rule-versions.ts';

export const handler = endpoint(
  async ({ path, query }) => ({
    status: 200,
    body: pageOf(
      listRuleVersions(path.id!, catalogue.rules, (rule) => ruleWords(rule, factsByKind)),
      query,
    ),
  }),
  { who: ['enterprise', 'regulator', 'rule-author', 'auditor'], query: ['cursor', 'limit'] },
);
