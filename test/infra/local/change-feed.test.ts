import type { DynamoDBStreamEvent } from 'aws-lambda';
import { afterEach, expect, it, vi } from 'vitest';
import { followChanges } from '../../../infra/local/change-feed.ts';
import type { Change } from '../../../infra/local/table.ts';

const change = (sequence: string) =>
  ({
    sequence,
    eventName: 'INSERT',
    keys: { pk: { S: 'p' }, sk: { S: sequence } },
    newImage: { pk: { S: 'p' } },
  }) as unknown as Change;

/** A feed as plain values: what was written, and how far each consumer is. */
const aFeed = (...written: string[]) => {
  const changes = written.map(change);
  const positions = new Map<string, string>();
  const listeners = new Set<() => void>();
  return {
    positions,
    write: (sequence: string) => {
      changes.push(change(sequence));
      for (const listener of listeners) listener();
    },
    feed: {
      read: async (after: string | undefined, limit: number) =>
        changes.filter(({ sequence }) => after === undefined || sequence > after).slice(0, limit),
      onChange: (listener: () => void) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      acknowledge: async (consumer: string, sequence: string) => void positions.set(consumer, sequence),
      position: async (consumer: string) => positions.get(consumer),
    },
  };
};

const sequencesOf = ({ Records }: DynamoDBStreamEvent) => Records.map(({ dynamodb }) => dynamodb!.SequenceNumber!);

afterEach(() => vi.restoreAllMocks());

it('hands on every change in order, before and after it came to rest', async () => {
  const { feed, write, positions } = aFeed('1', '2');
  const seen: string[] = [];
  const following = followChanges(feed, 'w', async (event) => void seen.push(...sequencesOf(event)));
  await vi.waitFor(() => expect(positions.get('w')).toBe('2'), 30_000);
  write('3');
  await vi.waitFor(() => expect(positions.get('w')).toBe('3'), 30_000);
  await following.close();
  expect(seen).toEqual(['1', '2', '3']);
});

it('goes on after a restart from where it stood', async () => {
  const { feed, positions } = aFeed('1', '2', '3');
  positions.set('w', '2');
  const seen: string[] = [];
  const following = followChanges(feed, 'w', async (event) => void seen.push(...sequencesOf(event)));
  await vi.waitFor(() => expect(positions.get('w')).toBe('3'), 30_000);
  await following.close();
  expect(seen).toEqual(['3']);
});

it('gives a batch again from its first failure', async () => {
  const { feed, positions } = aFeed('1', '2', '3');
  const batches: string[][] = [];
  const following = followChanges(feed, 'w', async (event) => {
    batches.push(sequencesOf(event));
    return { batchItemFailures: batches.length === 1 ? [{ itemIdentifier: '3' }, { itemIdentifier: '2' }] : [] };
  });
  await vi.waitFor(() => expect(positions.get('w')).toBe('3'), 30_000);
  await following.close();
  expect(batches).toEqual([
    ['1', '2', '3'],
    ['2', '3'],
  ]);
});

it('leaves to the sweep what fails five times, and logs no message', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { feed, positions } = aFeed('1');
  const consume = vi.fn(() => Promise.reject(new Error('13800138000')));
  const following = followChanges(feed, 'w', consume);
  await vi.waitFor(() => expect(positions.get('w')).toBe('1'), 30_000);
  await following.close();
  expect(consume).toHaveBeenCalledTimes(5);
  expect(log.mock.calls.flat().join()).not.toContain('13800138000');
});

it('keeps what it could not hand on before it was closed for the next start', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const { feed, positions } = aFeed('1');
  const failed = Promise.withResolvers<void>();
  const following = followChanges(feed, 'w', async () => {
    failed.resolve();
    throw new Error('not now');
  });
  await failed.promise;
  await following.close();
  expect(positions.get('w')).toBeUndefined();
});
