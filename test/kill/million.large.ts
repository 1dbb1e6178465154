import { expect, it } from 'vitest';
import { largeTrial, usageOf, withFile } from './large-file.ts';
import { midRecording } from './large-points.ts';

const usage = usageOf(1_500_000);

it('a file of 1,500,000 rows, killed in the middle of recording, ends as if nobody had disturbed it', async () => {
  await withFile(usage, async (folder, file) => {
    const undisturbed = await largeTrial(folder, 'undisturbed', file, usage, []);
    const { deaths, ...ended } = await largeTrial(folder, 'killed', file, usage, midRecording);
    expect({ ...ended, deaths: 0 }).toEqual(undisturbed);
    expect(deaths).toBe(1);
    expect(undisturbed.counts).toMatchObject({ records: 1_500_000, faults: 0 });
  });
}, 3_600_000);
