import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { type Ended, judgedAlone, mostTold } from './judged-alone.ts';
import { type End, good, groups, large, type Mangled } from './mangled-files.ts';

const directory = mkdtempSync(join(tmpdir(), 'mangled-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const written = ({ bytes }: Pick<Mangled, 'bytes'>): string => {
  const path = join(directory, 'file');
  writeFileSync(path, bytes());
  return path;
};

const sentence = { zh: expect.stringMatching(/[一-鿿]/), en: expect.stringMatching(/[A-Za-z]{3}/) };
const told = { code: expect.stringMatching(/^[A-Z][A-Z_]+$/), cause: sentence, fix: sentence };

const expectEnd = ({ isJudged, counts, faultsTotal, faults }: Ended, end: End): void => {
  for (const fault of faults) expect(fault).toMatchObject(told);
  // Nothing passes in silence: its rows were judged, or it is said why not.
  if (!isJudged) expect(faultsTotal).toBeGreaterThan(0);
  expect(faults.length).toBe(Math.min(faultsTotal, mostTold));
  if (end === 'judged') expect({ isJudged, faults: isJudged ? [] : faults }).toEqual({ isJudged: true, faults: [] });
  else if (end !== 'either') {
    expect(isJudged).toBe(false);
    expect(faults.map(({ code }) => code)).toContain(end);
  }
  // Every row is one thing or the other.
  const { records, faults: faulty, compliant, violation, undetermined, notApplicable } = counts;
  expect(faulty + compliant + violation + undetermined + notApplicable).toBe(records);
};

const most = { seconds: 10, mebibytes: 500 };

/** What this process has worked; a clock on the wall counts what others do beside it. */
const worked = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

it('there are two hundred mangled files, no two alike, made from files that are judged without a fault', async () => {
  const all = [...groups.flatMap(([, files]) => files), ...large];
  expect(all.length).toBeGreaterThanOrEqual(200);
  for (const [, files] of groups) expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
  for (const bytes of Object.values(good)) {
    const { isJudged, counts, faultsTotal } = await judgedAlone(written({ bytes: () => bytes }));
    expect({ isJudged, records: counts.records, faultsTotal }).toEqual({ isJudged: true, records: 40, faultsTotal: 0 });
  }
});

describe.each(groups)('%s is judged or refused by name', (_, files) => {
  it.each(files)('$name ($end)', async (file) => {
    const before = worked();
    const path = written(file);
    expectEnd(await judgedAlone(path), file.end);
    expect(worked() - before).toBeLessThan(most.seconds);
  });
});

describe('a large file, or one that grows large, is judged or refused by name in little memory', () => {
  const script = fileURLToPath(new URL('judged-alone.ts', import.meta.url));

  it.each(large)('$name ($end)', (file) => {
    const answer = execFileSync(process.execPath, [script, written(file)], { encoding: 'utf8', timeout: 110_000 });
    const { ended, took } = JSON.parse(answer) as { readonly ended: Ended; readonly took: typeof most };
    expectEnd(ended, file.end);
    expect(took.seconds).toBeLessThan(most.seconds);
    expect(took.mebibytes).toBeLessThan(most.mebibytes);
  });
});
