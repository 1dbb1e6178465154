import type { Fault } from '../../events/fault.ts';
import type { Reading } from '../../events/manifest.ts';

const notKept = (kept: number, total: number): Fault => ({
  code: 'FAULTS_NOT_KEPT',
  found: String(total),
  expected: { zh: `不超过 ${kept} 项`, en: `at most ${kept}` },
  cause: {
    zh: `共 ${total} 项错误，只保存了前 ${kept} 项。`,
    en: `There are ${total} faults, and only the first ${kept} were kept.`,
  },
  fix: { zh: '先改正所列各项，再重新报送。', en: 'Correct those listed, and submit again.' },
});

/**
 * Faults of reading a submission from the `from`-th on, by row; `next` is the place after them, or undefined at the end.
 * Where there were more than are kept, the last one says so.
 */
export const listFaults = ({ faults, faultsTotal }: Reading, from: number, limit: number) => {
  const all = faultsTotal > faults.length ? [...faults, notKept(faults.length, faultsTotal)] : faults;
  const to = from + limit;
  return { items: all.slice(from, to), next: to < all.length ? to : undefined };
};
