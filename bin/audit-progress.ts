import type { WriteStream } from 'node:tty';
import type { Progress } from '../functions/judge-files/judge-files.ts';

const width = 30;
const everyMs = 100;

/** A line that tells how far a run has come: on a terminal alone, where somebody waits. */
export const progressBar = (
  to: Pick<WriteStream, 'isTTY' | 'write'>,
  now: () => number = () => performance.now(),
): { readonly tell: (progress: Progress) => void; readonly end: () => void } => {
  if (to.isTTY !== true) return { tell: () => {}, end: () => {} };
  const began = now();
  let last = Number.NEGATIVE_INFINITY;
  return {
    tell: ({ rows, slices, of }) => {
      if (now() - last < everyMs && slices < of) return;
      last = now();
      const share = of === 0 ? 1 : slices / of;
      const bar = '█'.repeat(Math.round(share * width)).padEnd(width, '░');
      const leftSeconds = share === 0 ? 0 : (((last - began) / share) * (1 - share)) / 1_000;
      to.write(
        `\r${bar} ${Math.floor(share * 100)}% · ${rows.toLocaleString('en')} 行 rows · ${leftSeconds.toFixed(0)} s \u001b[K`,
      );
    },
    end: () => {
      to.write('\r\u001b[K');
    },
  };
};
