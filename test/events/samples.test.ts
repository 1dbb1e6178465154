import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { auditFiles } from '../../bin/audit-judge.ts';
import { readLists } from '../../bin/audit-lists.ts';
import { worstFirst } from '../../events/finding.ts';
import { kinds } from '../../events/records/kinds.generated.ts';
import { type Enterprise, Registry, type Sector, within } from '../../events/registry.ts';
import { Submission } from '../../events/submission.ts';
import { catalogue } from '../../rules/engine/catalogue.ts';

const samples = fileURLToPath(new URL('../../events/samples/', import.meta.url));
const jsonOf = (name: string): unknown => JSON.parse(readFileSync(samples + name, 'utf8'));
const registry = Registry.parse(jsonOf('registry.json'));
const inSector = (sector: Sector): readonly Enterprise[] =>
  registry.enterprises.filter(({ sectors }) => sectors.includes(sector));

// Rules per period need what a whole period holds, and whether its report is due: a file alone does not say.
const ofRecords = [...new Set(catalogue.rules.filter(({ per }) => per === undefined).map(({ id }) => id))];

const lists = readdirSync(`${samples}lists`);
const judged = async (which: 'clean' | 'faulty') => {
  const work = mkdtempSync(join(tmpdir(), 'fanzha-samples-'));
  const inputs = Object.keys(kinds).map((kind) => ({ path: `${samples}${kind}.${which}.json` }));
  const named = lists.map((file) => `${file.replace('.json', '')}=${samples}lists/${file}`);
  const how = { lists: await readLists(named, work) };
  const { report } = await auditFiles(inputs, how, work);
  const found = { ...report, findings: [...report.findings()], faults: [...report.faults()] };
  rmSync(work, { recursive: true });
  return found;
};

describe('the sample registry', () => {
  it('has two telecom operators, one of them with two provincial companies whose cards count together', () => {
    const companies = Object.values(Object.groupBy(inSector('telecom'), ({ countingGroup }) => countingGroup));
    expect(companies.map((members) => members!.map(({ uscc }) => uscc.slice(2, 4)))).toEqual([['46', '44'], ['46']]);
  });

  it('has two banks, a payment firm and two internet firms, each counted by itself', () => {
    const groups = (sector: Sector) => new Set(inSector(sector).map(({ countingGroup }) => countingGroup)).size;
    const sizes = (['bank', 'payment', 'internet'] as const).map((sector) => [inSector(sector).length, groups(sector)]);
    expect(sizes).toEqual([
      [2, 2],
      [1, 1],
      [2, 2],
    ]);
  });

  it('gives each enterprise three branches in its own province, under ids that nobody else has', () => {
    for (const { uscc, branches } of registry.enterprises) {
      expect(branches.map(({ region }) => region.slice(0, 2))).toEqual(Array(3).fill(uscc.slice(2, 4)));
    }
    const ids = registry.enterprises.flatMap(({ branches }) => branches.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(registry.enterprises.map(({ uscc }) => uscc)).size).toBe(registry.enterprises.length);
  });

  it('has an authority for every branch in each of its sectors, and owes each kind somewhere', () => {
    const unseen = registry.enterprises.flatMap(({ sectors, branches }) =>
      branches.flatMap(({ id, region }) =>
        sectors
          .filter(
            (sector) =>
              !registry.authorities.some((one) => one.sectors.includes(sector) && within(region, one.regions)),
          )
          .map((sector) => `${id} ${sector}`),
      ),
    );
    expect(unseen).toEqual([]);
    const owed = registry.filingDuties.map(({ recordKind }) => recordKind);
    expect(owed.toSorted()).toEqual(Object.keys(kinds).toSorted());
  });

  it('is refused with a credit code of which one character is wrong', () => {
    const [first, ...others] = registry.enterprises;
    const mistyped = { ...first, uscc: `${first!.uscc.slice(0, 17)}${first!.uscc.endsWith('0') ? '1' : '0'}` };
    expect(Registry.safeParse({ ...registry, enterprises: [mistyped, ...others] }).success).toBe(false);
  });
});

describe('the sample submissions', () => {
  const names = Object.keys(kinds).flatMap((kind) => [`${kind}.clean.json`, `${kind}.faulty.json`]);

  it('are a clean and a faulty one of every kind, and no others', () => {
    expect(readdirSync(samples).toSorted()).toEqual([...names, 'lists', 'registry.json'].toSorted());
  });

  it.each(names)('%s has three records or more of a branch whose enterprise reports the kind', (name) => {
    const { recordKind, branchId, records } = Submission.parse(jsonOf(name));
    const enterprise = registry.enterprises.find(({ branches }) => branches.some(({ id }) => id === branchId))!;
    expect(name.split('.')[0]).toBe(recordKind);
    expect(records.length).toBeGreaterThanOrEqual(3);
    expect(kinds[recordKind]!.sectors.filter((sector) => enterprise.sectors.includes(sector))).not.toEqual([]);
  });

  it('that are clean are compliant, every record of them, and every rule has something to say', async () => {
    const { files, findings, faults, warnings, rules } = await judged('clean');
    expect([findings, faults, warnings]).toEqual([[], [], []]);
    for (const { counts } of files) {
      expect(counts).toEqual({
        records: counts.records,
        faults: 0,
        compliant: counts.records,
        violation: 0,
        undetermined: 0,
        notApplicable: 0,
      });
    }
    const judging = rules.filter(({ rule }) => ofRecords.includes(rule));
    expect(judging.filter(({ compliant }) => compliant === 0)).toEqual([]);
    expect(judging.map(({ rule }) => rule)).toEqual(ofRecords);
  });

  it('that are faulty violate every rule of the catalogue, and give every verdict', async () => {
    const { files, faults, rules, findings } = await judged('faulty');
    const violated = rules.filter(({ violation }) => violation > 0).map(({ rule }) => rule);
    expect(violated.filter((rule) => ofRecords.includes(rule))).toEqual(ofRecords);
    const total = (of: 'violation' | 'undetermined' | 'compliant' | 'notApplicable') =>
      rules.reduce((sum, rule) => sum + rule[of], 0);
    const given = {
      violation: total('violation'),
      undetermined: total('undetermined'),
      compliant: total('compliant'),
      'not-applicable': total('notApplicable'),
    };
    expect(worstFirst.filter((verdict) => given[verdict] === 0)).toEqual([]);
    expect(findings.filter(({ verdict }) => verdict === 'violation')).toHaveLength(given.violation);
    expect(files.filter(({ counts }) => counts.violation === 0)).toEqual([]);
    // They are well written: what is wrong is what they tell, not how.
    expect(faults).toEqual([]);
  });
});
