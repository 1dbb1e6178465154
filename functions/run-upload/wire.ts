import { copying } from '../copy-upload/wire.ts';
import { counting, type Wires } from '../count-upload/wire.ts';
import { judging } from '../judge-upload-slices/wire.ts';
import { preparing } from '../prepare-upload/wire.ts';
import { finishing } from '../record-upload/wire.ts';
import { aliveness, arriving, moving } from '../watch-uploads/wire.ts';
import type { RunDeps } from './run-upload.ts';

/** Everything that working on an upload needs on one machine. */
export const running = (wires: Wires): Omit<RunDeps, 'judgeBeside'> => {
  const { db, table, records, uploads, tokenise } = wires;
  return {
    ...preparing(db, table, uploads),
    ...judging(db, table, uploads, tokenise),
    ...counting(wires),
    ...finishing(db, table, records, uploads),
    ...copying(db, table, records, uploads),
    ...moving(db, table),
    alive: aliveness(db, table),
    ...arriving(uploads),
    failed: (upload, error) => {
      // Messages may quote what somebody sent: the log keeps the error's name and the frames it came through.
      const { name, stack } = error instanceof Error ? error : { name: typeof error, stack: '' };
      const frames = stack?.split('\n').filter((line) => /^\s+at /.test(line));
      console.error(JSON.stringify({ level: 'error', what: 'upload', upload, error: name, frames }));
    },
  };
};
