import { createHash, createPrivateKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Fault } from '../events/fault.ts';
import { issueToken } from '../infra/local/issuer.ts';
import type { Mangled } from './bin/mangled-files.ts';
import { type Killable, killable } from './kill/killable.ts';
import { aCard } from './records.ts';
import { type Answer, sendTo } from './send.ts';
import { operator, staffOf } from './service.ts';

// Mangled files sent as anybody may send them, while somebody else asks for checks all the time. The service is a process
// of its own: a file that ends it, or keeps it from answering, is seen to.

const own = operator[0]!;
const branch = own.branches[0]!.id;
const data = mkdtempSync(join(tmpdir(), 'fanzha-mangled-'));

let host: Killable;
let ask: (method: string, path: string, body?: unknown) => Promise<Answer>;
beforeAll(async () => {
  host = await killable(data);
  const signing = createPrivateKey(readFileSync(join(data, 'keys', 'signing.pem')));
  const authorization = `Bearer ${await issueToken(signing, staffOf(own.uscc), 3_600)}`;
  ask = (method, path, body) => sendTo(host.address())(authorization, method, path, body);
});
afterAll(async () => {
  await host.end();
  rmSync(data, { recursive: true, force: true });
});

const check = { recordKind: 'phone-card', branchId: branch, record: aCard() };
let checks: { answered: number; otherwise: unknown[] };
let stopAsking: () => Promise<void>;
beforeEach(() => {
  const asked = { answered: 0, otherwise: [] as unknown[] };
  let isAsking = true;
  const asking = (async () => {
    while (isAsking) {
      const { status, body } = await ask('POST', '/v1/checks', check);
      asked.answered += 1;
      if (status !== 200) asked.otherwise.push({ status, body });
      await setTimeout(50);
    }
  })();
  checks = asked;
  stopAsking = () => {
    isAsking = false;
    return asking;
  };
});
afterEach(() => stopAsking());

type Ended = { readonly status: string; readonly faults: readonly Fault[]; readonly checks: number };

/** Each file is the only one of its period: none of them is another one again. */
let files = 0;
const announced = (bytes: Uint8Array) => {
  files += 1;
  return {
    ...{ name: 'mangled', size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
    ...{ recordKind: 'phone-card', branchId: branch },
    period: { from: '2020-01-01', to: new Date(Date.UTC(2027, 0, files)).toISOString().slice(0, 10) },
  };
};

const moves = new Set(['waiting', 'reading', 'judging', 'counting', 'recording']);

/** Sends a file, and waits until nothing more comes of it. */
const sent = async ({ bytes }: Mangled): Promise<Ended> => {
  const file = new Uint8Array(bytes());
  const before = checks.answered;
  const { body, status } = await ask('POST', '/v1/uploads', announced(file));
  expect(status).toBe(201);
  const { 'content-length': _, ...headers } = body.headers;
  expect((await fetch(body.url, { method: 'PUT', headers, body: file })).status).toBe(200);
  for (;;) {
    const { body: now } = await ask('GET', `/v1/submissions/${body.id}?wait=5`);
    if (!moves.has(now.status) && now.upload.copies?.state !== 'due') {
      expect(now.upload.copies?.state).not.toBe('failed');
      return { status: now.status, faults: now.upload.faults, checks: checks.answered - before };
    }
  }
};

const sentence = { zh: expect.stringMatching(/[一-鿿]/), en: expect.stringMatching(/[A-Za-z]{3}/) };
const told = { code: expect.stringMatching(/^[A-Z][A-Z_]+$/), cause: sentence, fix: sentence };

/** Whatever was wrong with it, it stands somewhere by name, and others were answered meanwhile. */
const expectNamed = ({ status, faults, checks }: Ended, { name, end }: Mangled): void => {
  expect(['audited', 'refused'], name).toContain(status);
  expect(checks, name).toBeGreaterThan(0);
  for (const fault of faults) expect(fault, name).toMatchObject(told);
  if (status === 'refused') expect(faults.length, name).toBeGreaterThan(0);
  if (end === 'judged' || end === 'either') return;
  expect({ name, status, codes: faults.map(({ code }) => code) }).toEqual({
    ...{ name, status: 'refused' },
    // Of many slices it is known only at the end that none has a record.
    codes: expect.arrayContaining([end === 'EMPTY_FILE' ? expect.stringMatching(/^EMPTY_/) : end]),
  });
};

const atOnce = 4;

/** Sends all of them, a few at once: each ends in a state that has a name, and others are answered all the while. */
export const expectAllNamed = async (mangled: readonly Mangled[]): Promise<void> => {
  const left = [...mangled];
  const sendAll = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) expectNamed(await sent(one), one);
  };
  await Promise.all(Array.from({ length: atOnce }, sendAll));
  expect(checks.otherwise).toEqual([]);
  expect(host.deaths()).toBe(0);
};
