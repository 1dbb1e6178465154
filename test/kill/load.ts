import { createHash, createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { issueToken } from '../../infra/local/issuer.ts';
import { idNumber } from '../identities.ts';
import { aCard } from '../records.ts';
import { type Claims, officer, operator, staffOf } from '../service.ts';

const company = operator[0]!;
const [here, there, elsewhere] = company.branches.map(({ id }) => id) as [string, string, string];
const period = { from: '2023-01-01', to: '2023-12-31' };

/** One request of the load, and the branch that sends it: a branch sends one after the other. */
type Request = { readonly branch: string; readonly key: string; readonly body: object };

/** An event of the quarter that all rounds fall in: coverage is lost and put right in each. */
const aReminderOf = (recordId: string, reminderShown: boolean) => {
  const at = '2023-05-10T10:00:00+08:00';
  const event = { recordId, eventCompletedAt: at, eventId: recordId, eventType: 'transfer', channel: 'app' };
  return { ...event, reminderShown, contentVersion: 'v1', shownAt: reminderShown ? at : null };
};

/**
 * What clients send in one round: two branches each open cards of the same persons (so that each displaces the other's),
 * with a name that does not match, and report events whose users were not all reminded; then they put it right.
 */
const roundOf = (round: number): readonly Request[] => {
  const persons = [0, 1, 2].map((n) => idNumber(300_000 + round * 10 + n));
  const card = (branch: string, person: number, n: number) => {
    const on = `2023-05-${String(n + 1).padStart(2, '0')}T09:10:00+08:00`;
    return aCard({
      recordId: `r${round}-${branch}-p${person}-${n}`,
      msisdn: `139${String(round).padStart(3, '0')}${String(person)}${branch === here ? 1 : 2}${String(n).padStart(3, '0')}`,
      subjectId: persons[person],
      registeredAt: on,
      checkedAt: on,
      openedAt: on,
      activatedAt: on,
    });
  };
  return [here, there].flatMap((branch, at) => {
    // Even days here, odd days there: eight cards of each person, five of which may be.
    const all = persons.flatMap((_, person) => [0, 1, 2, 3].map((n) => card(branch, person, 2 * n + at)));
    const wrong = all.map((one, n) => (n % 4 === 0 ? { ...one, nameMatches: false } : one));
    const body = (records: readonly unknown[], recordKind = 'phone-card') => ({
      ...{ recordKind, branchId: branch, period, records },
    });
    const told = [0, 1, 2].map((n) => aReminderOf(`r${round}-${branch}-e${n}`, true));
    const untold = [...told.slice(1), aReminderOf(`r${round}-${branch}-e0`, false)];
    return [
      { branch, key: `${round}-${branch}-wrong`, body: body(wrong) },
      { branch, key: `${round}-${branch}-untold`, body: body(untold, 'user-reminder') },
      { branch, key: `${round}-${branch}-told`, body: body(told, 'user-reminder') },
      { branch, key: `${round}-${branch}-right`, body: body(all) },
    ];
  });
};

/** The file that a third branch sends in one round: seven cards of each of three persons, one with another's name. */
const fileOf = (round: number): Uint8Array<ArrayBuffer> => {
  const lines = [5, 6, 7].flatMap((person) =>
    [0, 1, 2, 3, 4, 5, 6].map((n) => {
      const on = `2023-06-0${n + 1}T09:10:00+08:00`;
      const card = aCard({
        recordId: `r${round}-file-p${person}-${n}`,
        msisdn: `136${String(round).padStart(3, '0')}${person}0${String(n).padStart(3, '0')}`,
        subjectId: idNumber(300_000 + round * 10 + person),
        nameMatches: person !== 6 || n !== 0,
        ...{ registeredAt: on, checkedAt: on, openedAt: on, activatedAt: on },
      });
      return JSON.stringify(card);
    }),
  );
  return new Uint8Array(Buffer.from(lines.join('\n')));
};

/** What an authority imports in one round: all that it has on the list, half of it as it was before. */
const listOf = (round: number) => ({
  ...{ purpose: '核验', mode: 'replace' },
  entries: Array.from({ length: 40 }, (_, n) => ({
    value: `137${String(round * 20 + n).padStart(8, '0')}`,
    ...{ from: '2025-01-01', until: null },
  })),
});

/** A client of a host that may be dead: asks again until it is answered. */
export const client = (data: string, address: () => string) => {
  const signing = createPrivateKey(readFileSync(join(data, 'keys', 'signing.pem')));
  const ask = async (claims: Claims, method: string, path: string, body?: unknown, key?: string): Promise<Response> => {
    const headers = {
      authorization: `Bearer ${await issueToken(signing, claims, 600)}`,
      'content-type': 'application/json',
      ...(key !== undefined && { 'idempotency-key': key }),
    };
    for (let attempt = 0; attempt < 300; attempt += 1) {
      const answer = await fetch(address() + path, {
        method,
        headers,
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(20_000),
      }).catch(() => undefined);
      // 409: the claim of a request that died with its host, until it lapses; then it is asked without the key.
      if (answer?.status === 409) return ask(claims, method, path, body);
      if (answer !== undefined && answer.status < 500) return answer;
      await pause(50);
    }
    throw new Error(`${method} ${path} was never answered`);
  };

  const read = async (claims: Claims, path: string): Promise<Record<string, unknown>[]> => {
    const items: Record<string, unknown>[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const separator = path.includes('?') ? '&' : '?';
      const answer = await ask(claims, 'GET', `${path}${separator}limit=200${next === '' ? '' : `&cursor=${next}`}`);
      const page = (await answer.json()) as { items: Record<string, unknown>[]; next: string | null };
      items.push(...page.items);
      next = page.next;
    }
    return items;
  };

  const without = (items: readonly Record<string, unknown>[], ...names: readonly string[]) =>
    items
      .map((item) => Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name))))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

  /** Sends a file, as often as it takes until it is audited: a host that has died has another link. */
  const upload = async (round: number): Promise<void> => {
    const bytes = fileOf(round);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const announced = { name: `round ${round}.ndjson`, size: bytes.length, sha256, recordKind: 'phone-card' };
    const who = staffOf(company.uscc, elsewhere);
    for (let attempt = 0; attempt < 300; attempt += 1) {
      const answer = await ask(who, 'POST', '/v1/uploads', { ...announced, branchId: elsewhere, period });
      const { id, state, url, headers } = (await answer.json()) as Record<string, string> & { headers: object };
      if (state === 'audited') return;
      if (url !== undefined) {
        const { 'content-length': _, ...sent } = headers as Record<string, string>;
        await fetch(url, { method: 'PUT', headers: sent, body: bytes }).catch(() => undefined);
      }
      const stood = (await (await ask(who, 'GET', `/v1/submissions/${id}?wait=2`)).json()) as { status: string };
      if (stood.status === 'audited') return;
      if (['refused', 'failed', 'cancelled'].includes(stood.status)) throw new Error(`upload ${stood.status}`);
    }
    throw new Error(`round ${round}: the file was never audited`);
  };

  return {
    /** Sends a round; branches and the authority side by side, each branch one after the other. */
    send: async (round: number): Promise<void> => {
      const requests = roundOf(round);
      const uploading = upload(round);
      const importing = ask(officer(), 'POST', '/v1/lists/fraud-numbers/imports', listOf(round), `${round}-list`);
      const branches = Object.values(Object.groupBy(requests, ({ branch }) => branch));
      await Promise.all(
        branches.map(async (own) => {
          for (const { branch, key, body } of own!) {
            const answer = await ask(staffOf(company.uscc, branch), 'POST', '/v1/submissions', body, key);
            if (answer.status !== 201 && answer.status !== 200)
              throw new Error(`${answer.status} ${await answer.text()}`);
          }
        }),
      );
      await uploading;
      const { status } = await importing;
      if (status !== 201 && status !== 200) throw new Error(`import ${status}`);
    },

    /** What stands recorded, without what differs between any two runs: instants, and who of two concurrent came first. */
    state: async () => ({
      submissions: without(await read(officer(), '/v1/submissions'), 'receivedAt', 'counts'),
      violations: without(await read(officer(), '/v1/violations'), 'firstSeenAt', 'lastSeenAt', 'putRightAt'),
      imports: without(await read(officer(), '/v1/lists/fraud-numbers/imports'), 'receivedAt'),
      files: without(await read(staffOf(company.uscc), '/v1/notices'), 'createdAt', 'sequence', 'counts'),
      entries: without(await read(officer(), '/v1/lists/fraud-numbers/entries'), 'receivedAt', 'token'),
    }),

    /** Asks for the notices by webhook; the secret is not looked at here. */
    subscribe: async (url: string): Promise<void> => {
      const answer = await ask(officer(), 'POST', '/v1/subscriptions', { url });
      if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
    },

    notices: async () => read(officer(), '/v1/notices'),
  };
};
