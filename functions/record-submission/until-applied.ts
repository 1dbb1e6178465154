import type { Change } from '../../rules/track.ts';
import type { RecordDeps } from './deps.ts';

/** So many collisions in a row are no bad luck but a fault: the submission stays `recording`, and the sweep goes on. */
const maxAttempts = 60;

/**
 * Works out the changes of each unit and applies them; those that rested on something changed meanwhile are worked out
 * again, alone. `workOut` reads what is there now and says for each unit what must change, which may be nothing.
 */
export const untilApplied = async <U>(
  units: readonly U[],
  workOut: (units: readonly U[]) => Promise<readonly (readonly [U, Change])[]>,
  { apply, pause }: Pick<RecordDeps, 'apply' | 'pause'>,
): Promise<void> => {
  let open = units;
  for (let attempt = 0; open.length > 0; attempt += 1) {
    if (attempt === maxAttempts) throw new Error(`${open.length} changes collided ${maxAttempts} times`);
    if (attempt > 0) await pause(attempt);
    const unitOf = new Map((await workOut(open)).map(([unit, change]) => [change, unit]));
    const collided = await apply([...unitOf.keys()], attempt === 0);
    open = [...new Set(collided.map((change) => unitOf.get(change)!))];
  }
};
