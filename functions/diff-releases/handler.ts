import { catalogue } from '../../rules/engine/catalogue.ts';
import { factsByKind } from '../../rules/facts/facts.generated.ts';
import { idleRules, releases } from '../../rules/generated/releases.generated.ts';
import { diff } from '../../rules/workbench/diff.ts';
import { endpoint } from '../edge/endpoint.ts';
import { type DiffDeps, diffReleases } from './diff-releases.ts';

const deps: DiffDeps = {
  releases,
  rules: [...catalogue.rules, ...idleRules],
  live: catalogue,
  diff: (before, after) => diff(before, after, factsByKind),
};

export const handler = endpoint(async ({ path }) => ({ status: 200, body: diffReleases(path.a!, path.b!, deps) }), {
  who: ['enterprise', 'regulator', 'rule-author', 'auditor'],
});
