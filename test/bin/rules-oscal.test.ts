import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { catalogFaults } from '../oscal/valid.ts';
import { aCopy } from './rules-copy.ts';

let copy: ReturnType<typeof aCopy>;
beforeEach(() => {
  copy = aCopy();
});
afterEach(() => copy.end());

it('writes what judges now as a catalog, the draft of an amendment included', async () => {
  const rule = 'rules/sets/atfl/21.service-realname/2022-12-01.r1.json';
  const amended = rule.replace('2022-12-01', '2030-01-01');
  copy.edit(rule, (json) => ({ ...json, effective: { from: '2030-01-01' } }), amended);
  const { status, stdout } = await copy.run('oscal');
  expect(status).toBe(0);
  const document = JSON.parse(stdout);
  expect(catalogFaults(document)).toEqual([]);
  expect(document.catalog.metadata.version).toMatch(/-draft$/);
  expect(stdout).toContain('atfl.21.service-realname_smt.2030-01-01.r1');
});

it('writes a release into a file, the same each time', async () => {
  const file = join(copy.root, 'catalog.json');
  expect(await copy.run('oscal', '2026.11', '--out', file)).toMatchObject({ status: 0, stdout: `${file}\n` });
  const first = readFileSync(file, 'utf8');
  expect(catalogFaults(JSON.parse(first))).toEqual([]);
  await copy.run('oscal', '2026.11', '--out', file);
  expect(readFileSync(file, 'utf8')).toBe(first);
});

it('names the releases there are to whoever asks for another', async () => {
  const { status, stderr } = await copy.run('oscal', '2019.1');
  expect(status).toBe(1);
  expect(stderr).toContain('2026.11');
});
