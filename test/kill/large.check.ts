import { expect, it } from 'vitest';
import { largeTrial, usageOf, withFile } from './large-file.ts';
import { filePoints } from './large-points.ts';

const usage = usageOf(50_000);

it('a file of 50,000 rows, killed at each stage and at each side of each commit, ends as if nobody had disturbed it', async () => {
  await withFile(usage, async (folder, file) => {
    const undisturbed = await largeTrial(folder, 'undisturbed', file, usage, []);
    const { deaths, ...ended } = await largeTrial(folder, 'killed', file, usage, filePoints);
    expect({ ...ended, deaths: 0 }).toEqual(undisturbed);
    expect(deaths).toBe(filePoints.length);
    expect(undisturbed.counts).toMatchObject({ records: 50_000, faults: 0 });
    expect(undisturbed.counted.VIOLATION).toBeGreaterThan(400);
  });
}, 900_000);
