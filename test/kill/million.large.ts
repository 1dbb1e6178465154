import { expect, it } from 'vitest';
import { type LargeFile, largeTrial, withFile } from './large-file.ts';
import { midRecording } from './large-points.ts';

const usage: LargeFile = {
  ...{ kind: 'iot-usage', rows: 1_500_000, people: 1_500_000 },
  period: { from: '2026-07-01', to: '2026-09-30' },
};

it('a file of 1,500,000 rows, killed in the middle of recording, ends as if nobody had disturbed it', async () => {
  await withFile(usage, async (folder, file) => {
    const undisturbed = await largeTrial(folder, 'undisturbed', file, usage, []);
    const { deaths, ...ended } = await largeTrial(folder, 'killed', file, usage, midRecording);
    expect({ ...ended, deaths: 0 }).toEqual(undisturbed);
    expect(deaths).toBe(1);
    expect(undisturbed.counts).toMatchObject({ records: 1_500_000, faults: 0 });
  });
}, 3_600_000);
