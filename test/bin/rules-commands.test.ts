import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCopy } from './rules-copy.ts';

const folder = 'rules/sets/atfl/21.service-realname';
const law = `${folder}/2022-12-01.r1.json`;

let copy: ReturnType<typeof aCopy>;
beforeEach(() => {
  copy = aCopy();
});
afterEach(() => copy.end());

/** A fixture that does not come out as it says. */
const spoil = () =>
  copy.edit(`${folder}/fixtures.json`, (fixtures) =>
    (fixtures as unknown as { name: string }[]).map((one, n) => (n === 0 ? { ...one, verdict: 'violation' } : one)),
  );

describe('npm run rules -- test', () => {
  it('counts by rule in a table, and names what is wrong below it', async () => {
    spoil();
    const { status, stdout } = await copy.run('test', 'atfl.21', '--format', 'table');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^rule +fixtures +wrong\natfl\.21\.service-realname +\d+ +1\n\n/);
    expect(stdout).toContain('expected violation, found compliant');
  });

  it('gives JUnit a case for each fixture, and SARIF a result for each that is wrong, with its file', async () => {
    spoil();
    const junit = (await copy.run('test', 'atfl.21', '--format', 'junit')).stdout;
    expect(junit).toContain('failures="1"');
    expect(junit.match(/<testcase /g)!.length).toBeGreaterThan(10);
    const { runs } = JSON.parse((await copy.run('test', 'atfl.21', '--format', 'sarif')).stdout);
    expect(runs[0].results).toHaveLength(1);
    expect(runs[0].results[0].locations[0]).toMatchObject({
      physicalLocation: { artifactLocation: { uri: expect.stringContaining(`${folder}/fixtures.json`) } },
      logicalLocations: [{ name: 'fixture 1' }],
    });
  });

  it('answers in JSON, and refuses a format that there is not', async () => {
    expect(JSON.parse((await copy.run('test', 'atfl.21', '--json')).stdout)).toMatchObject({ wrong: [] });
    expect(await copy.run('test', '--format', 'xml')).toEqual({
      status: 1,
      stdout: '',
      stderr: '--format is one of text, table, json, junit, sarif, not xml\n',
    });
  });
});

describe('npm run rules -- explain', () => {
  it('tells a rule in both languages: whom it is for, what it wants, its figures, who fixed them and where', async () => {
    const { stdout, status } = await copy.run('explain', 'atfl.10.card-count-limit');
    expect(status).toBe(0);
    expect(stdout).toContain('该卡在同一用户名下计数卡中的排位不超过 5');
    expect(stdout).toContain('the place of this card among the counted cards of its holder is to be at most 5');
    expect(stdout).toMatch(/maxCards = 5 \(card; ministry rule, verified; .*452/);
    expect(stdout).toMatch(/countedKinds = .*本产品默认，非法律/);
    expect(stdout).toContain('《反电信网络诈骗法》第10条第1款');
    expect(stdout).toContain('Not encoded:');
  });

  it('goes through a record condition by condition: what was wanted and what was read', async () => {
    const record = { recordId: 'r-1', activatedAt: '2023-04-01T09:00:00+08:00', identityMethod: 'none' };
    copy.write('record.json', JSON.stringify(record));
    const { stdout } = await copy.run('explain', 'atfl.21.service-realname', '--record', `${copy.root}/record.json`);
    expect(stdout).toContain('r-1  2023-04-01  2022-12-01.r1  violation');
    expect(stdout).toMatch(/✗ .*the way the identity was verified is to be one of .*\n +读到 none · read none/);
    expect(stdout).toMatch(/\? .*\n +读到 未知 · read unknown/);
    const early = { ...record, activatedAt: '2010-04-01T09:00:00+08:00' };
    copy.write('record.json', JSON.stringify([early]));
    const { stdout: none } = await copy.run(
      'explain',
      'atfl.21.service-realname',
      '--record',
      `${copy.root}/record.json`,
    );
    expect(none).toContain('no law on that day');
  });

  it('tells of records that cannot be read, of files that are none, and of rules that there are not', async () => {
    copy.write('record.json', JSON.stringify({ recordId: 'r-1', activatedAt: 'yesterday' }));
    const unread = await copy.run('explain', 'atfl.21.service-realname', '--record', `${copy.root}/record.json`);
    expect([unread.status, unread.stdout]).toEqual([1, expect.stringContaining('/records/0/activatedAt')]);
    expect((await copy.run('explain', 'atfl.21.service-realname', '--record', 'nowhere.json')).stderr).toContain(
      'cannot read nowhere.json',
    );
    expect((await copy.run('explain', 'atfl.21')).stderr).toBe(
      'there is no rule atfl.21; there are: atfl.21.service-realname\n',
    );
  });
});

describe('npm run rules -- new', () => {
  it('writes a folder that loads only once its author has said what the law says', async () => {
    const { status, stdout } = await copy.run(
      'new',
      '33.notify-users',
      '--kind',
      'internet-account',
      '--from',
      '2027-01-01',
    );
    expect([status, stdout]).toEqual([
      0,
      expect.stringContaining('rules/sets/atfl/33.notify-users/2027-01-01.r1.json'),
    ]);
    const { stdout: told } = await copy.run('lint', 'atfl.33.notify-users', '--json');
    const codes = JSON.parse(told).problems.map(({ pointer }: { pointer: string }) => pointer);
    expect(codes).toEqual(expect.arrayContaining(['/appliesWhen/all/0/operator', '/conditions/all/0/operator']));
    expect((await copy.run('build')).status).toBe(1);
  });

  it('refuses a name without an article, a kind that there is not, a day that is none, and a folder that is there', async () => {
    const started = async (name: string, kind = 'internet-account', from = '2027-01-01') =>
      (await copy.run('new', name, '--kind', kind, '--from', from)).stderr;
    expect(await started('notify-users')).toContain('is named ARTICLE.DUTY');
    expect(await started('33.notify-users', 'fax-line')).toContain('there is no record kind fax-line');
    expect(await started('33.notify-users', 'internet-account', '2027-13-01')).toContain('YYYY-MM-DD');
    expect(await started('21.service-realname')).toBe('rules/sets/atfl/21.service-realname is there already\n');
  });
});

describe('npm run rules -- summary', () => {
  it('is one Markdown table of lint, fixtures, coverage and mutants, and lists what is wrong', async () => {
    const { status, stdout } = await copy.run('summary');
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /\| lint \| \d+ rules \| ✓ \|\n\| fixtures \| \d+ judged \| ✓ \|\n\| coverage \| .* \| ✓ \|\n\| mutants \| .* \| ✓ \|/,
    );
    spoil();
    const spoiled = await copy.run('summary');
    expect(spoiled.status).toBe(1);
    expect(spoiled.stdout).toContain('- `atfl.21.service-realname`');
    expect(spoiled.stdout).not.toContain('| mutants |');
  });

  it('says what cannot be read, instead of what it could not look at', async () => {
    copy.write(law, '{');
    const { status, stdout } = await copy.run('summary');
    expect([status, stdout]).toEqual([1, expect.stringContaining(`\`${law} \` NOT_JSON`)]);
  });
});
