import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import type { Changes } from './table-changes.ts';
import { type OnCommit, openCommits } from './table-commits.ts';
import { serveTable } from './table-http.ts';
import { operationsOn } from './table-operations.ts';

export type { Changes } from './table-changes.ts';
export type { AttributeMap } from './table-dynalite.ts';
export type { Change } from './table-session.ts';

export type EmbeddedTable = {
  readonly endpoint: string;
  readonly changes: Pick<Changes, 'read' | 'onChange' | 'acknowledge' | 'position'>;
  /** Remove what is due now instead of within a second; the number of items removed. */
  readonly sweep: () => Promise<number>;
  readonly close: () => Promise<void>;
};

const SWEEP_MS = 1000;

/**
 * DynamoDB on one machine: its HTTP API on the loopback address, kept in one folder, one process at a time.
 * Every answered write is on the disk, whole, with its index entries and its changes; a kill at any moment loses none.
 * `now` is in milliseconds. `onCommit` hears, right before and right after each fsynced batch, `pk|sk` of what is in it.
 */
export const openTable = async (options: {
  readonly directory: string;
  readonly port?: number;
  readonly now?: () => number;
  readonly onCommit?: OnCommit;
}): Promise<EmbeddedTable> => {
  await mkdir(options.directory, { recursive: true });
  const commits = await openCommits(options.directory, options.onCommit ?? (() => {}));
  const { operations, changes, sweep } = await operationsOn(commits, options.now ?? Date.now);
  const server = serveTable(operations);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
  });

  let sweeping: Promise<number> = Promise.resolve(0);
  const sweepAfterTheLast = () => {
    sweeping = sweeping.catch(() => 0).then(sweep);
    return sweeping;
  };
  const timer = setInterval(() => {
    sweepAfterTheLast().catch((error: unknown) => console.error('sweep of the embedded table failed', error));
  }, SWEEP_MS).unref();

  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    changes,
    sweep: sweepAfterTheLast,
    close: async () => {
      clearInterval(timer);
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const patience = setTimeout(() => server.closeAllConnections(), 2000);
      await closed;
      clearTimeout(patience);
      await sweeping.catch(() => 0);
      await commits.close();
    },
  };
};
