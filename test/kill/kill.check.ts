import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Killable, killable } from './killable.ts';
import { client } from './load.ts';
import { points } from './points.ts';

// The host is killed at every named point and at thirty random moments, is started again, and clients ask again for
// what was not answered. In the end everything stands as in a run that nobody disturbed.

const randomKills = 30;
const rounds = points.length + randomKills;
/** Milliseconds from a round's first request, the same in every run. */
const momentOf = (kill: number): number => 20 + ((kill * 7_919) % 480);

type Client = ReturnType<typeof client>;
const directories: string[] = [];
let undisturbed: Awaited<ReturnType<Client['state']>>;
let undisturbedNotices: readonly Record<string, unknown>[];

/** An authority's own system: takes every webhook, and keeps the sequence numbers in the order they came in. */
const aReceiver = async () => {
  const sequences: number[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    sequences.push(JSON.parse(body).sequence);
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  receivers.push(server);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, sequences };
};
const receivers: ReturnType<typeof createServer>[] = [];

const aHost = async () => {
  const data = mkdtempSync(join(tmpdir(), 'fanzha-kill-'));
  directories.push(data);
  const host = await killable(data);
  const clients = client(data, host.address);
  const receiver = await aReceiver();
  await clients.subscribe(receiver.url);
  return { host, clients, delivered: receiver.sequences };
};

/** Notices come after the answer: waits until their number has not changed for a while. */
const settled = async (clients: Client) => {
  let notices = await clients.notices();
  for (let quiet = 0; quiet < 8; ) {
    await pause(250);
    const now = await clients.notices();
    quiet = now.length === notices.length ? quiet + 1 : 0;
    notices = now;
  }
  return notices;
};

beforeAll(async () => {
  const { host, clients } = await aHost();
  for (let round = 0; round < rounds; round += 1) await clients.send(round);
  undisturbedNotices = await settled(clients);
  undisturbed = await clients.state();
  await host.end();
}, 300_000);

afterAll(() => {
  for (const receiver of receivers) receiver.close();
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

const notReached: string[] = [];

const atPoint = async (host: Killable, clients: Client, round: number) => {
  const before = host.deaths();
  await host.arm(points[round]!);
  await clients.send(round);
  // What is woken by the journal comes after the answers.
  for (let waited = 0; host.deaths() === before && waited < 40; waited += 1) await pause(50);
  if (host.deaths() === before) {
    notReached.push(points[round]!.name);
    await host.arm(null);
  }
  await host.ready();
};

const atRandom = async (host: Killable, clients: Client, round: number) => {
  const before = host.deaths();
  const killing = pause(momentOf(round)).then(() => host.kill());
  await clients.send(round);
  await killing;
  // Its end is heard of a little later than the kill.
  while (host.deaths() === before) await pause(5);
  await host.ready();
};

it('killed at every named point and at thirty random moments, it ends as if nobody had disturbed it', async () => {
  const { host, clients, delivered } = await aHost();
  for (let round = 0; round < rounds; round += 1) {
    await (round < points.length ? atPoint(host, clients, round) : atRandom(host, clients, round));
  }
  const notices = await settled(clients);
  const state = await clients.state();
  const deaths = host.deaths();
  await host.end();

  expect(notReached).toEqual([]);
  expect(deaths).toBe(rounds);
  expect(state).toEqual(undisturbed);

  const told = (all: readonly Record<string, unknown>[]) =>
    new Set(all.filter(({ violation }) => violation).map(({ violation }) => violation));
  expect(told(notices)).toEqual(told(undisturbedNotices));
  const sequences = notices.map(({ sequence }) => sequence as number).sort((a, b) => a - b);
  expect(sequences).toEqual(sequences.map((_, n) => n + 1));
  // A webhook may come twice, but none before its turn and none is left out.
  expect(delivered.filter((sequence, n) => delivered.indexOf(sequence) === n)).toEqual(sequences);
}, 600_000);
