import { flushCompileCache } from 'node:module';
import { startHost } from '../../infra/local/host.ts';
import type { OnCommit } from '../../infra/local/table-commits.ts';
import { type Point, touches } from './points.ts';

// The whole service as a process of its own, which kills itself at the point it is told: `node host.ts DATA`.

/** Where to die from the start on, if anywhere. */
const { FANZHA_KILL_POINT: first } = process.env;
let armed: Point | undefined = first === undefined ? undefined : JSON.parse(first);
let seen = 0;

process.on('message', ({ point }: { readonly point: Point | null }) => {
  armed = point ?? undefined;
  seen = 0;
  process.send?.({ armed: point?.name ?? null });
});

const onCommit: OnCommit = (when, keys, writes): void => {
  if (armed === undefined || when !== armed.when || !touches(armed, keys, writes.values())) return;
  seen += 1;
  if (seen === armed.nth) process.kill(process.pid, 'SIGKILL');
};

const [, , data] = process.argv;
const host = await startHost({ data: data!, port: 0, onCommit });
// Code that was compiled is kept for the next one where a process ends by itself, which this one may never do.
flushCompileCache();
process.send?.({ ready: host.address });
process.on('disconnect', () => process.exit(0));
