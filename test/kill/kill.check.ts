import { it } from 'vitest';
import { points } from './points.ts';
import { type Round, trial } from './trial.ts';

// The host is killed at every named point and at thirty random moments, is started again, and clients ask again for
// what was not answered. In the end everything stands as in a run that nobody disturbed.

const randomKills = 30;
/** Milliseconds from a round's first request, the same in every run. */
const momentOf = (load: number): number => 20 + ((load * 7_919) % 480);
const moments = Array.from({ length: randomKills }, (_, n) => momentOf(points.length + n));
const rounds: readonly Round[] = [...points, ...moments].map((kill, load) => ({ load, kill }));

/** Halves of the rounds, side by side: a host uses one core, and a small machine has two. */
const lanes = [0, 1].map((lane) => rounds.filter((_, n) => n % 2 === lane));

const violationsOf = (notices: readonly Record<string, unknown>[]) =>
  new Set(notices.filter(({ violation }) => violation).map(({ violation }) => violation));

it.concurrent.for(lanes)(
  'killed at every named point and at thirty random moments, it ends as if nobody had disturbed it (half %#)',
  { timeout: 1_800_000 },
  async (lane, { expect }) => {
    const undisturbed = await trial(lane, false);
    const { notReached, deaths, state, notices, delivered } = await trial(lane, true);

    expect(notReached).toEqual([]);
    expect(deaths).toBe(lane.length);
    expect(state).toEqual(undisturbed.state);

    expect(violationsOf(notices)).toEqual(violationsOf(undisturbed.notices));
    const sequences = notices.map(({ sequence }) => sequence as number).sort((a, b) => a - b);
    expect(sequences).toEqual(sequences.map((_, n) => n + 1));
    // A webhook may come twice, but none before its turn and none is left out.
    expect(delivered.filter((sequence, n) => delivered.indexOf(sequence) === n)).toEqual(sequences);
  },
);
