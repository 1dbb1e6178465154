import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { catalogue } from '../../rules/engine/catalogue.ts';
import { aCopy } from './rules-copy.ts';

const folder = 'rules/sets/atfl/21.service-realname';
const law = `${folder}/2022-12-01.r1.json`;
const latest = `${folder}/2026-01-01.r1.json`;
const amendment = `${folder}/2027-01-01.r1.json`;
const count = catalogue.rules.length;

/** All rules, published in one release. */
let released: ReturnType<typeof aCopy>;
beforeAll(async () => {
  released = aCopy();
  released.remove('rules/releases');
  await released.run('release', '2026.9');
});
afterAll(() => released.end());

let copy: ReturnType<typeof aCopy>;
beforeEach(() => {
  copy = aCopy(released.root);
});
afterEach(() => copy.end());

const refused = (stderr: string) => expect.objectContaining({ status: 1, stderr });
const changed = (file: string, how: readonly [zh: string, en: string]) =>
  refused(
    `${file}  RELEASED_FILE_CHANGED\n` +
      `  已随 2026.9 发布，内容${how[0]}。恢复该文件；更正写成下一个 .rN，法律修改写成新的生效日期。\n` +
      `  It was published in 2026.9 and has ${how[1]}. ` +
      'Restore it; a correction is the next .rN, an amendment a file with the new date.\n',
  );

it('what has been released may not be changed: neither a draft nor a release can be built of it', async () => {
  copy.edit(law, (rule) => ({ ...rule, severity: 'minor' }));
  const told = changed(law, ['被改动', 'changed']);
  expect(await copy.run('build')).toEqual(told);
  expect(await copy.run('build', '--check')).toEqual(told);
  expect(await copy.run('release', '2027.1')).toEqual(told);
  expect(() => copy.textOf('rules/releases/2027.1.json')).toThrow('ENOENT');
});

it('what has been released may not go', async () => {
  copy.remove(law);
  expect(await copy.run('build', '--check')).toEqual(changed(law, ['被删除或改名', 'gone']));
});

it('blanks and line breaks are no change', async () => {
  copy.write(law, JSON.stringify(JSON.parse(copy.textOf(law))));
  expect(await copy.run('build', '--check')).toMatchObject({ status: 0, stderr: '' });
});

it('a release that lists less than it did is noticed, so that no changed file slips through', async () => {
  copy.edit('rules/releases/2026.9.json', ({ rules, ...rest }) => ({ ...rest, rules: (rules as unknown[]).slice(1) }));
  expect(await copy.run('build', '--check')).toEqual(
    refused(
      'rules/releases/2026.9.json /rules  RELEASE_CHANGED\n' +
        '  发布清单与其摘要不符。恢复该文件。\n' +
        '  What it lists is not what its digest says. Restore it.\n',
    ),
  );
});

it('a release has a newer name than the last, counted as numbers, and something new', async () => {
  expect(await copy.run('release', '2026.10')).toEqual(refused('nothing has changed since the newest release\n'));
  copy.edit(law, (rule) => ({ ...rule, effective: { from: '2027-01-01' } }), amendment);
  expect(await copy.run('release', '2026.9')).toEqual(refused('2026.9 is not newer than the newest release\n'));
  expect(await copy.run('release', '2026.8')).toEqual(refused('2026.8 is not newer than the newest release\n'));
  expect((await copy.run('build')).stdout).toContain(
    `${count + 1} rule versions, release 2026.9-draft; 4 files written\n`,
  );

  expect(await copy.run('release', '2026.10')).toEqual({
    status: 0,
    stdout: expect.stringContaining(`${count + 1} rule versions, release 2026.10; 2 files written\n`),
    stderr: '',
  });
  const { name, digest, sm3, rules, notes } = JSON.parse(copy.textOf('rules/releases/2026.10.json'));
  expect({ name, rules: rules.length }).toEqual({ name: '2026.10', rules: count + 1 });
  expect([digest, sm3]).toEqual([expect.stringMatching(/^[\da-f]{64}$/), expect.stringMatching(/^[\da-f]{64}$/)]);
  expect(notes).toEqual([
    {
      zh: expect.stringMatching(/^第21条 .*2027-01-01.r1/),
      en: expect.stringMatching(/^Article 21: .*2027-01-01.r1 is new/),
    },
  ]);
  expect(copy.textOf('rules/generated/catalogue.generated.ts')).toContain(JSON.stringify({ name, digest }));
  expect(await copy.run('build', '--check')).toMatchObject({ status: 0, stderr: '' });
});

it('what fails its own examples is not released', async () => {
  copy.edit(law, (rule) => ({ ...rule, effective: { from: '2023-01-01' } }), `${folder}/2023-01-01.r1.json`);
  copy.edit(`${folder}/2023-01-01.r1.json`, (rule) => ({ ...rule, conditions: { not: rule.conditions } }));
  expect(await copy.run('release', '2026.10')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/ fixtures, [1-9]\d* wrong\n$/),
  });
  expect(() => copy.textOf('rules/releases/2026.10.json')).toThrow('ENOENT');
});

it('a release is named by a month that has begun', async () => {
  copy.edit(law, (rule) => ({ ...rule, effective: { from: '2027-01-01' } }), amendment);
  expect(await copy.run('release', 'newest')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('is named YEAR.MONTH'),
  });
  expect(await copy.run('release', '9999.1')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('still to come'),
  });
  copy.edit('rules/releases/2026.9.json', (release) => ({ ...release, name: '9999.1' }), 'rules/releases/9999.1.json');
  expect((await copy.run('build', '--check')).stderr).toContain(
    'rules/releases/9999.1.json /name  RELEASE_IN_FUTURE  9999.1\n',
  );
});

it('penalties, calendars and what an authority has set are released and locked as rules are', async () => {
  const penalty = 'rules/penalties/atfl/39/2022-12-01.r1.json';
  copy.edit(penalty, (one) => ({ ...one, status: one.status === 'verified' ? 'disputed' : 'verified' }));
  expect((await copy.run('build')).stderr).toContain(`${penalty}  RELEASED_FILE_CHANGED`);
  copy.edit('rules/calendar/2026.json', (year) => ({ ...year, source: 'another' }));
  expect((await copy.run('build')).stderr).toContain('rules/calendar/2026.json  RELEASED_FILE_CHANGED');
});

const timing = 'atfl.12.iot-abnormal-use-in-time';
const authoritySets = (...values: readonly number[]) => {
  mkdirSync(`${copy.root}/rules/parameters`, { recursive: true });
  const override = { rule: timing, parameter: 'actionHours', from: '2024-01-01', source: 'a notice' };
  copy.write(
    'rules/parameters/46-hainan.json',
    JSON.stringify({
      ...{ id: '46-hainan', authority: 'hainan-telecom', sectors: ['telecom'], regions: ['46'] },
      overrides: values.map((value) => ({ ...override, value })),
    }),
  );
};

it('what an authority sets is added to, never edited', async () => {
  authoritySets(12);
  expect(await copy.run('release', '2026.10')).toMatchObject({ status: 0 });
  authoritySets(12, 18);
  expect(await copy.run('build')).toMatchObject({ status: 0, stderr: '' });
  authoritySets(18);
  expect((await copy.run('build')).stderr).toContain('rules/parameters/46-hainan.json  RELEASED_FILE_CHANGED');
});

const calendar2030 = '{ "year": 2030, "source": "a notice", "daysOff": ["2030-10-01"], "workingDays": [] }';
const penalty = 'rules/penalties/atfl/39/2022-12-01.r1.json';

/** The figures, the years and the revisions of article 39 that count in the copy, and the figures and rules of the shadow. */
const counting = () =>
  JSON.parse(
    copy.evaluate(
      `import { release, localParameters, shadow } from './rules/generated/catalogue.generated.ts';
       import { calendarYears } from './rules/generated/calendar.generated.ts';
       import { penaltyFiles } from './rules/generated/penalties.generated.ts';
       const figures = (sets = []) => sets.flatMap(({ overrides }) => overrides.map(({ value }) => value));
       console.log(JSON.stringify({
         release: release.name,
         figures: figures(localParameters),
         lastYear: calendarYears.at(-1).year,
         revisions: penaltyFiles.filter(({ law, article }) => law + article === 'atfl39').map(({ revision }) => revision),
         inShadow: [figures(shadow?.localParameters), shadow?.rules.map(({ id }) => id) ?? []],
       }));`,
    ),
  );

it('what a release in shadow has of figures, days off and penalties counts nowhere else until it is published', async () => {
  const { lastYear } = counting();
  authoritySets(12);
  expect(await copy.run('release', '2026.10')).toMatchObject({ status: 0 });
  authoritySets(12, 18);
  copy.write('rules/calendar/2030.json', calendar2030);
  copy.edit(penalty, (one) => ({ ...one, revision: 2 }), penalty.replace('r1', 'r2'));
  expect(await copy.run('release', '2026.11', '--shadow')).toMatchObject({ status: 0 });
  const live = { release: '2026.10', figures: [12], lastYear, revisions: [1] };
  expect(counting()).toEqual({ ...live, inShadow: [[12, 18], [timing]] });

  expect(await copy.run('publish', '2026.11')).toMatchObject({ status: 0, stderr: '' });
  const shadowed = { release: '2026.11', figures: [12, 18], lastYear: 2030, revisions: [1, 2] };
  expect(counting()).toEqual({ ...shadowed, inShadow: [[], []] });

  expect(await copy.run('withdraw', '2026.11', '--reason', 'a mistake of ours')).toMatchObject({
    status: 0,
    stderr: '',
  });
  expect(counting()).toEqual({ ...live, inShadow: [[], []] });
});

it('a figure withdrawn stays in its file and in no later release, whatever the authority sets after it', async () => {
  authoritySets(12);
  await copy.run('release', '2026.10');
  authoritySets(12, 18);
  await copy.run('release', '2026.11');
  await copy.run('withdraw', '2026.11', '--reason', 'a mistake of ours');
  authoritySets(12, 18, 20);
  expect(await copy.run('build')).toMatchObject({ status: 0, stderr: '' });
  expect(counting()).toMatchObject({ release: '2026.10-draft', figures: [12, 20] });
  expect(await copy.run('release', '2026.11.1')).toMatchObject({ status: 0, stderr: '' });
  expect(counting()).toMatchObject({ release: '2026.11.1', figures: [12, 20] });
  authoritySets(12, 20);
  expect((await copy.run('build')).stderr).toContain('RELEASED_FILE_CHANGED');
});

/** What the copy's catalogue says judges, and what judges beside it. */
const judging = () =>
  JSON.parse(
    copy.evaluate(
      `import { release, rules, shadow } from './rules/generated/catalogue.generated.ts';
       const named = (all) => all?.filter(({ id }) => id === 'atfl.21.service-realname').map(({ effective }) => effective.from);
       console.log(JSON.stringify([release.name, named(rules), shadow?.release.name ?? null, named(shadow?.rules) ?? null]));`,
    ),
  );

it('a release in shadow judges beside the published one until it is published; withdrawn, it judges no more', async () => {
  copy.edit(law, (rule) => ({ ...rule, effective: { from: '2027-01-01' } }), amendment);
  expect(await copy.run('release', '2026.10', '--shadow')).toMatchObject({ status: 0, stderr: '' });
  const [before] = [judging()];
  expect(before.slice(0, 1)).toEqual(['2026.9']);
  expect(before[1]).not.toContain('2027-01-01');
  expect([before[2], before[3]]).toEqual(['2026.10', expect.arrayContaining(['2027-01-01'])]);

  expect(await copy.run('publish', '2026.10')).toMatchObject({ status: 0, stderr: '' });
  const published = judging();
  expect([published[0], published[2]]).toEqual(['2026.10', null]);
  expect(published[1]).toContain('2027-01-01');

  expect(await copy.run('withdraw', '2026.10')).toMatchObject({
    status: 1,
    stderr: 'a withdrawal wants its --reason\n',
  });
  expect(await copy.run('withdraw', '2026.10', '--reason', 'a mistake of ours')).toMatchObject({
    status: 0,
    stderr: '',
  });
  expect(judging()).toEqual(['2026.9', before[1], null, null]);
  expect((await copy.run('publish', '2026.10')).stderr).toBe('2026.10 is withdrawn: it cannot become published\n');
  expect(await copy.run('build', '--check')).toMatchObject({ status: 0, stderr: '' });
});

it('a life that cannot have been is refused', async () => {
  copy.edit('rules/releases/states.json', (changes) => [
    ...(changes as unknown as unknown[]),
    { release: '2026.9', state: 'shadow', on: '2026-09-02' },
    { release: '2026.7', state: 'published', on: '2026-09-02' },
  ]);
  const { stderr } = await copy.run('build');
  expect(stderr).toContain('states.json /1/state  STATE_OUT_OF_TURN  shadow\n');
  expect(stderr).toContain('states.json /2/release  UNKNOWN_RELEASE  2026.7\n');
});

it('a signature holds for the release that was signed, by the key that signed it', async () => {
  const keys = [0, 1].map(() => generateKeyPairSync('ed25519'));
  keys.forEach(({ privateKey, publicKey }, n) => {
    copy.write(`key-${n}.pem`, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    copy.write(`public-${n}.pem`, publicKey.export({ type: 'spki', format: 'pem' }).toString());
  });
  const key = (name: string) => `${copy.root}/${name}.pem`;
  expect((await copy.run('verify', '2026.9')).stderr).toBe('2026.9 is not signed\n');
  expect((await copy.run('sign', '2026.9', '--key', key('public-0'))).stderr).toContain(
    'an Ed25519 private key in PEM is needed',
  );
  expect(await copy.run('sign', '2026.9', '--key', key('key-0'))).toMatchObject({
    status: 0,
    stdout: '2026.9 is signed\n',
  });
  expect((await copy.run('verify', '2026.9', '--key', key('public-0'))).status).toBe(0);
  expect((await copy.run('verify', '2026.9', '--key', key('public-1'))).stderr).toBe(
    'the signature of 2026.9 does not hold\n',
  );
  copy.edit('rules/releases/2026.9.json', (release) => ({ ...release, notes: [] as unknown[], sm3: '0' }));
  expect((await copy.run('verify', '2026.9')).stderr).toBe('the signature of 2026.9 does not hold\n');
});

it('a diff says in words, by article, what is otherwise', async () => {
  copy.edit(latest, (rule) => ({ ...rule, effective: { from: '2027-01-01' }, severity: 'advisory' }), amendment);
  const { stdout } = await copy.run('diff', '2026.9', 'files', '--json');
  expect(JSON.parse(stdout).differences).toEqual([
    {
      article: '21',
      rule: 'atfl.21.service-realname',
      version: '2027-01-01.r1',
      change: 'version-added',
      text: expect.objectContaining({ en: expect.stringContaining('version 2027-01-01.r1 is new') }),
      details: [{ zh: '严重程度：major → advisory', en: 'severity: major → advisory' }],
    },
  ]);
  expect((await copy.run('diff', '2026.8', 'files')).stderr).toBe(
    'there is no release 2026.8; there are: 2026.9, files\n',
  );
});
