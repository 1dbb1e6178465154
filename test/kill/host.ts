import { startHost } from '../../infra/local/host.ts';
import { type Point, touches } from './points.ts';

// The whole service as a process of its own, which kills itself at the point it is told: `node host.ts DATA PORT`.

let armed: Point | undefined;
let seen = 0;

process.on('message', ({ point }: { readonly point: Point | null }) => {
  armed = point ?? undefined;
  seen = 0;
  process.send?.({ armed: point?.name ?? null });
});

const onCommit = (when: 'before' | 'after', keys: readonly string[]): void => {
  if (armed === undefined || when !== armed.when || !touches(armed, keys)) return;
  seen += 1;
  if (seen === armed.nth) process.kill(process.pid, 'SIGKILL');
};

const [, , data, port] = process.argv;
const host = await startHost({ data: data!, port: Number(port), onCommit });
process.send?.({ ready: host.address });
process.on('disconnect', () => process.exit(0));
