import { existsSync, globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { faultsOfKind } from './faults-of-kind.ts';
import { kindOnBench } from './kind-on-bench.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const kinds = globSync('events/records/*/contract.ts', { cwd: root })
  .map((file) => basename(dirname(file)))
  .sort();
const tallied = kinds.filter((kind) => existsSync(join(root, 'rules/facts', `${kind}.period.ts`)));

it.each(kinds)('%s has rules, fixtures, facts and a contract that fit one another', async (kind) => {
  expect([...faultsOfKind(await kindOnBench(root, kind))]).toEqual([]);
});

it.each(tallied)('periods of %s have rules, fixtures and facts that fit one another', async (kind) => {
  expect([...faultsOfKind(await kindOnBench(root, kind, { isPeriod: true }))]).toEqual([]);
});
