import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Submission } from '../events/submission.ts';
import { sample, start, tokenOf } from './service.ts';

const perSecond = 200;
const seconds = 20;
/**
 * Requests before the clock starts: a service that has answered for a moment is what its users meet, and not one that
 * lists, in the first seconds over an empty folder, whatever of the whole registry is overdue.
 */
const warmUp = 6 * perSecond;

const { recordKind, branchId, records } = sample<Submission>('phone-card.clean.json');
/** Sends one check; true when it was answered with a verdict. */
const checks = (address: string, token: string) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const bodies = records.map((record) => JSON.stringify({ recordKind, branchId, record }));
  const send = (n: number): Promise<boolean> =>
    new Promise((resolve) => {
      const sent = request(`${address}/v1/checks`, { method: 'POST', agent, headers }, (answer) => {
        answer.resume().on('end', () => resolve(answer.statusCode === 200));
      });
      sent.on('error', () => resolve(false)).end(bodies[n % bodies.length]);
    });
  return { send, close: () => agent.destroy() };
};

/**
 * Sends `count` requests, each at its own appointed time whether or not earlier ones were answered, and measures from
 * that time: a service that falls behind cannot hide it. Milliseconds; `false` where the answer was an error.
 */
const openLoop = async (count: number, send: (n: number) => Promise<boolean>) => {
  const begun = performance.now();
  const answers: Promise<number | false>[] = [];
  while (answers.length < count) {
    const n = answers.length;
    const due = begun + (n * 1_000) / perSecond;
    if (performance.now() < due) {
      await setTimeout(1);
      continue;
    }
    answers.push(send(n).then((isGood) => isGood && performance.now() - due));
  }
  const latencies = await Promise.all(answers);
  return { latencies, elapsedMs: performance.now() - begun };
};

const percentile = (sorted: readonly number[], share: number): number =>
  Number((sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN).toFixed(2));

export type ChecksFigures = {
  /** Answered with a verdict, per second of the whole run. */
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly errors: number;
};

/** `POST /v1/checks` at 200 requests a second for 20 seconds, on the service as `npm start` runs it. */
export const run = async (): Promise<ChecksFigures> => {
  const data = mkdtempSync(join(tmpdir(), 'fanzha-checks-'));
  const { address, child } = await start(data);
  const ended = once(child, 'exit');
  try {
    const { send, close } = checks(address, tokenOf(data, branchId));
    await openLoop(warmUp, send);
    const { latencies, elapsedMs } = await openLoop(perSecond * seconds, send);
    close();
    const good = latencies.filter((latency) => latency !== false).sort((a, b) => a - b);
    return {
      perSecond: Number(((good.length * 1_000) / elapsedMs).toFixed(1)),
      p50Ms: percentile(good, 0.5),
      p99Ms: percentile(good, 0.99),
      errors: latencies.length - good.length,
    };
  } finally {
    child.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  }
};
