import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { aCopy } from './rules-copy.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const doc = readFileSync(join(root, 'docs/coverage.md'), 'utf8');

let copy: ReturnType<typeof aCopy>;
beforeEach(() => {
  copy = aCopy();
});
afterEach(() => copy.end());

it('speaks of every article of the law, and gives a reason where none is encoded', async () => {
  const articles = [...doc.matchAll(/^## 第(\d+)条 .*\n\n(.*)/gm)];
  expect(articles.map(([, article]) => Number(article))).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
  expect(articles.filter(([, , first]) => first!.trim() === '')).toEqual([]);
});

it('says of every rule what of the duty is left to a person', async () => {
  expect(doc).toContain('`atfl.10.card-count-limit` (major; `phone-card`; 2022-12-01.r1)');
  expect(doc).toContain(
    '  - notEncoded: stock above the limit opened before 2016-09-23 is a re-verification task, not a violation',
  );
});

it('a duty whose rules go is said not to be encoded, and a stale page is noticed', async () => {
  copy.remove('rules/releases');
  copy.remove('rules/sets/atfl/10.card-count-limit');
  expect((await copy.run('build', '--check')).stderr).toContain('  docs/coverage.md\n');
  expect((await copy.run('build')).status).toBe(0);
  const text = copy.textOf('docs/coverage.md');
  expect(text).toMatch(/^未编码 Not encoded: .*`telecom-card-count-limit`/m);
  expect(text).toContain('- **未编码 · not encoded**');
});

it('a rule that names a duty that is on no list is refused, with the one that was meant', async () => {
  copy.edit('rules/sets/atfl/21.service-realname/2022-12-01.r1.json', (rule) => ({
    ...rule,
    obligation: 'net-service-realnam',
  }));
  expect((await copy.run('build')).stderr).toMatch(
    /\/obligation {2}UNKNOWN_OBLIGATION {2}net-service-realnam\n.*\n.*Did you mean “net-service-realname”\?/,
  );
});
