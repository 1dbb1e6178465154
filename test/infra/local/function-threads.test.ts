import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { functionThreads } from '../../../infra/local/function-threads.ts';

let threads: ReturnType<typeof functionThreads>;
beforeEach(() => {
  threads = functionThreads('../test/infra/local/working');
});
afterEach(() => threads.close());

it('a function answers from its thread, rejects with what it threw, and is asked again', async () => {
  await threads.handle({});
  await expect(threads.handle({ throws: 'no such upload' })).rejects.toThrow('no such upload');
  await threads.handle({});
});

it('a thread that ends by itself while it works is an error, and the next event has another one', async () => {
  await expect(threads.handle({ ends: true })).rejects.toThrow('ended');
  await threads.handle({});
});

it('a thread that ends while it waits takes no event with it, nor its host', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  await threads.handle({ throwsAfterMs: 20 });
  await vi.waitUntil(() => log.mock.calls.length > 0);
  await pause(100);
  await threads.handle({});
  expect(log.mock.calls).toEqual([[expect.stringContaining('"what":"thread"')]]);
  log.mockRestore();
});

it('a thread that is ended with its host, in the middle of its work, is no error: the work goes on at the next start', async () => {
  const working = threads.handle({ ms: 600_000 });
  const other = threads.handle({ ms: 600_000 });
  await threads.handle({});
  await threads.close();
  expect(await Promise.all([working, other])).toEqual([undefined, undefined]);
});

it('a thread is kept for the next event, and let go when none has come for a while', async () => {
  const brief = functionThreads('../test/infra/local/working', 300);
  const events = new Int32Array(new SharedArrayBuffer(4));
  await brief.handle({ events });
  await brief.handle({ events });
  const kept = events[0];
  await pause(600);
  await brief.handle({ events });
  await brief.close();
  expect([kept, events[0]]).toEqual([2, 1]);
});
