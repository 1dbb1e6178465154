import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Killable, killable } from './killable.ts';
import { client } from './load.ts';
import type { Point } from './points.ts';

/** When the host dies in a round: at a point, or so many milliseconds from the round's first request. */
export type Kill = Point | number;

/** One round of the load, and where the host is killed in it. */
export type Round = { readonly load: number; readonly kill: Kill };

type Client = ReturnType<typeof client>;

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
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, sequences, close: () => server.close() };
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

/** False when the round went by without the point: the host lives on. */
const atPoint = async (host: Killable, clients: Client, load: number, point: Point): Promise<boolean> => {
  const before = host.deaths();
  await host.arm(point);
  await clients.send(load);
  // What is woken by the journal comes after the answers.
  for (let waited = 0; host.deaths() === before && waited < 200; waited += 1) await pause(50);
  const hasDied = host.deaths() > before;
  if (!hasDied) await host.arm(null);
  await host.ready();
  return hasDied;
};

const atMoment = async (host: Killable, clients: Client, load: number, ms: number): Promise<void> => {
  const before = host.deaths();
  const killing = pause(ms).then(() => host.kill());
  await clients.send(load);
  await killing;
  // Its end is heard of a little later than the kill.
  while (host.deaths() === before) await pause(5);
  await host.ready();
};

const sent = async (rounds: readonly Round[], isDisturbed: boolean, host: Killable, clients: Client) => {
  const notReached: string[] = [];
  for (const { load, kill } of rounds) {
    if (!isDisturbed) await clients.send(load);
    else if (typeof kill === 'number') await atMoment(host, clients, load, kill);
    else if (!(await atPoint(host, clients, load, kill))) notReached.push(kill.name);
  }
  const notices = await settled(clients);
  return { notReached, notices, state: await clients.state(), deaths: host.deaths() };
};

/**
 * The rounds sent one after the other to a host over a folder of its own, which is killed and started again in each of
 * them, or left alone: what stands in the end, what was told of it, and how often the host died.
 */
export const trial = async (rounds: readonly Round[], isDisturbed: boolean) => {
  const data = mkdtempSync(join(tmpdir(), 'fanzha-kill-'));
  const receiver = await aReceiver();
  const host = await killable(data);
  try {
    const clients = client(data, host.address);
    await clients.subscribe(receiver.url);
    return { ...(await sent(rounds, isDisturbed, host, clients)), delivered: receiver.sequences };
  } finally {
    await host.end();
    receiver.close();
    rmSync(data, { recursive: true, force: true });
  }
};
