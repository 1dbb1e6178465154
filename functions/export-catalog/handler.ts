import { createHash } from 'node:crypto';
import { catalogue } from '../../rules/engine/catalogue.ts';
import { factsByKind } from '../../rules/facts/facts.generated.ts';
import { idleRules, releases } from '../../rules/generated/releases.generated.ts';
import { ruleWords } from '../../rules/workbench/rule-words.ts';
import { endpoint } from '../edge/endpoint.ts';
import { largeJson } from '../edge/large-json.ts';
import { type ExportCatalogDeps, exportCatalog } from './export-catalog.ts';

const deps: ExportCatalogDeps = {
  releases,
  rules: [...catalogue.rules, ...idleRules],
  live: catalogue,
  words: (rule) => ruleWords(rule, factsByKind),
  digest: (text) => createHash('sha256').update(text).digest('hex'),
  now: () => new Date(),
};

export const handler = endpoint(async ({ path }) => largeJson(exportCatalog(path.name!, deps)), {
  who: ['enterprise', 'regulator', 'rule-author', 'auditor'],
});
