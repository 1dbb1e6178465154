import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { catalogue } from '../../rules/engine/catalogue.ts';
import { aCopy } from './rules-copy.ts';

const folder = 'rules/sets/atfl/21.service-realname';
const samples = ['events/samples/internet-account.clean.json', 'events/samples/internet-account.faulty.json'];

/** What judges here is released: a draft would be named after the release before it. */
const published = catalogue.release.name.replace('-draft', '');

let copy: ReturnType<typeof aCopy>;
beforeEach(() => {
  copy = aCopy(undefined, 'rules and modules');
  cpSync(join(import.meta.dirname, '../../functions'), join(copy.root, 'functions'), { recursive: true });
});
afterEach(() => copy.end());

const at = (files: readonly string[]) => files.map((file) => join(copy.root, file));
const replayed = (...args: readonly string[]) => JSON.parse(copy.runAlone('replay', ...args, '--json').stdout);

it('a change of law shows which verdicts on past records it would have changed, by rule and branch, with samples', () => {
  copy.edit(
    `${folder}/2026-01-01.r1.json`,
    ({ conditions, ...rule }) => ({
      ...rule,
      ...{ revision: 2, conditions: { not: conditions } },
    }),
    `${folder}/2026-01-01.r2.json`,
  );
  const told = replayed('files', '--against', ...at(samples));
  expect(told).toMatchObject({ from: published, to: 'files', records: 22, unread: 0 });
  const { appears, disappears, changes } = told.rules['atfl.21.service-realname'];
  expect(appears).toBeGreaterThan(5);
  expect([disappears, changes]).toEqual([3, 0]);
  expect(Object.values(told.branches)).toHaveLength(2);
  expect(told.samples).toHaveLength(10);
  expect(told.samples[0]).toMatchObject({ rule: 'atfl.21.service-realname', from: 'compliant', to: 'violation' });
  const { stdout } = copy.runAlone('replay', 'files', '--against', ...at(samples));
  expect(stdout).toMatch(/appears +消失 disappears/);
  expect(stdout).toMatch(/ → files: 22 records, 0 not read, \d+ verdicts changed; .* records a minute\n$/);
});

it('the same rules change nothing, whoever reads which part of the files', () => {
  expect(replayed('2026.11', '--from', '2026.11', '--against', ...at(samples))).toMatchObject({
    changed: 0,
    records: 22,
  });
  const cards = at(['events/samples/phone-card.clean.json', 'events/samples/phone-card.faulty.json']);
  expect(replayed('2026.11', '--from', '2026.11', '--against', ...cards)).toMatchObject({ changed: 0 });
});

it('a release, kind or file that there is not is told, and nothing is judged', () => {
  const told = (...args: readonly string[]) => copy.runAlone('replay', ...args);
  expect(told('2026.10', '--against', ...at(samples)).stderr).toContain(
    'there is no release 2026.10; there are: 2026.11',
  );
  expect(told('files', '--against', 'nowhere.json').stderr).toBe('there is no file nowhere.json\n');
  expect(told('files', '--kind', 'fax-line', '--against', ...at(samples)).stderr).toBe(
    'there is no record kind fax-line\n',
  );
  expect(told('files').stderr).toBe('a replay wants files: --against FILE…\n');
  copy.write('rows.json', '[{"recordId": "a-1"}]');
  expect(told('files', '--against', `${copy.root}/rows.json`).stderr).toContain(
    'does not say which kind of records it has',
  );
});
