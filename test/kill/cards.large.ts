import { expect, it } from 'vitest';
import { type LargeFile, largeTrial, withFile } from './large-file.ts';
import { cardFilePoints } from './large-points.ts';

const cards: LargeFile = {
  ...{ kind: 'phone-card', rows: 50_000, people: 20_000 },
  period: { from: '2000-01-01', to: '2026-12-31' },
};

it('a file of 50,000 cards, killed at each stage and at each side of each commit, ends in the same holdings and violations', async () => {
  await withFile(cards, async (folder, file) => {
    const undisturbed = await largeTrial(folder, 'undisturbed', file, cards, []);
    const { deaths, ...ended } = await largeTrial(folder, 'killed', file, cards, cardFilePoints);
    expect({ ...ended, deaths: 0 }).toEqual(undisturbed);
    expect(deaths).toBe(cardFilePoints.length);
    expect(undisturbed.counted.HOLDINGS).toBeGreaterThan(15_000);
  });
}, 7_200_000);
