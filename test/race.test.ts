import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AnyRecord, Contract } from '../events/contract.ts';
import { Principal } from '../events/principal.ts';
import registry from '../events/samples/registry.json' with { type: 'json' };
import { Submission } from '../events/submission.ts';
import { visible } from '../functions/list-violations/visible.ts';
import type { RecordDeps } from '../functions/record-submission/deps.ts';
import { recordSubmission } from '../functions/record-submission/record-submission.ts';
import { recording } from '../functions/record-submission/wire.ts';
import { digest } from '../functions/store/digest.ts';
import type { Objects } from '../functions/store/objects.ts';
import { registryStore } from '../functions/store/registry.ts';
import { ensureTable } from '../functions/store/table.ts';
import { violationsStore } from '../functions/store/violations.ts';
import { type SubmitDeps, submitRecords } from '../functions/submit-records/submit-records.ts';
import { submitting } from '../functions/submit-records/wire.ts';
import { openTable } from '../infra/local/table.ts';
import { cards } from './records.ts';
import { operator } from './service.ts';

// Two branches race over the last free card of a person, two hundred times: in both orders of arrival, with either of
// the two cards the earlier opened, and with one of them dying on the way and being repeated.

const company = operator[0]!;
const [here, there] = company.branches.map(({ id }) => id) as [string, string];
const table = 'race';

let directory: string;
let embedded: Awaited<ReturnType<typeof openTable>>;
let db: DynamoDBClient;
const kept = new Map<string, Buffer>();

/** Just enough of an object store: the embedded one has tests of its own. */
const objects: Objects = {
  put: async (key, body) => void kept.set(key, Buffer.from(body)),
  get: async (key) => kept.get(key)!,
};

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'fanzha-race-'));
  embedded = await openTable({ directory });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  db = new DynamoDBClient({ endpoint: embedded.endpoint, region: 'cn-north-1', credentials });
  await ensureTable(db, table);
  await registryStore(db, table).load(registry as Parameters<ReturnType<typeof registryStore>['load']>[0]);
});
afterAll(async () => {
  db.destroy();
  await embedded.close();
  rmSync(directory, { recursive: true, force: true });
});

class Crash extends Error {}

/** The same world, which dies at its `fatal`-th write: before it (nothing written) or after it (nobody told). */
const mortal = (deps: RecordDeps, fatal: number, before: boolean): RecordDeps => {
  let writes = 0;
  const dying =
    <A extends unknown[], R>(write: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      writes += 1;
      if (writes === fatal && before) throw new Crash();
      const result = await write(...args);
      if (writes === fatal) throw new Crash();
      return result;
    };
  return {
    ...deps,
    apply: dying(deps.apply),
    keepFindings: dying(deps.keepFindings),
    commit: dying(deps.commit),
    settle: dying(deps.settle),
  };
};

const wires = () => ({
  db,
  table,
  records: objects,
  sealed: objects,
  sealKey: async () => '',
  tokenise: (_: Contract, record: AnyRecord) => record,
});

const submit = (
  branchId: string,
  records: readonly unknown[],
  deps: SubmitDeps,
  period = { from: '2023-01-01', to: '2023-12-31' },
) => {
  const body = { recordKind: 'phone-card', branchId, period, records };
  const principal = Principal.parse({ sub: 's', role: 'enterprise', enterprise: company.uscc });
  return submitRecords(Submission.parse(body), digest(JSON.stringify(body)), principal, false, deps);
};

/** What stands recorded in the end, without the times and ids of submissions. */
const recorded = async (recordIds: readonly string[]) => {
  const store = violationsStore(db, table);
  const found = [];
  for (const list of store.partitionsOf({ by: 'enterprise', enterprise: company.uscc })) {
    for (const { violation } of await store.page(list, undefined, 1_000)) {
      if (!recordIds.includes(violation.recordId)) continue;
      const { recordId, rule, review, remedy, occurrence, branchId } = violation;
      found.push({ recordId, rule, review, remedy, occurrence, branchId });
    }
  }
  return found;
};

it('two branches over the last free card: exactly the card with rank six is in violation, however they come in', async () => {
  const whole = { ...submitting(wires()), seal: async () => {} };
  const { deps } = recording(db, table, objects);
  for (let round = 0; round < 200; round += 1) {
    const six = cards(6);
    const ids = six.map(({ recordId }) => recordId);
    await submit(here, six.slice(0, 4), whole);
    const [fifth, sixth] = [six[4]!, six[5]!];
    const [first, second] = round % 2 === 0 ? [fifth, sixth] : [sixth, fifth];
    const fatal = 1 + ((round >> 2) % 8);
    const dying: SubmitDeps = {
      ...whole,
      record: (id) => recordSubmission(id, mortal(deps, fatal, (round & 2) === 0)),
    };
    const dies = submit(here, [...six.slice(0, 4), first], dying).catch((error) => {
      if (!(error instanceof Crash)) throw error;
    });
    await Promise.all([dies, submit(there, [second], whole)]);
    await submit(here, [...six.slice(0, 4), first], whole);

    expect(await recorded(ids), `round ${round}`).toEqual([
      {
        recordId: sixth.recordId,
        rule: 'atfl.10.card-count-limit',
        review: 'open',
        remedy: 'outstanding',
        occurrence: 1,
        branchId: sixth === second ? there : here,
      },
    ]);
  }
}, 300_000);

it('what one submission committed stays seen while another that changed the same violation is still being recorded', async () => {
  const whole = { ...submitting(wires()), seal: async () => {} };
  const { deps, submissions } = recording(db, table, objects);
  const never = async (): Promise<never> => {
    throw new Crash();
  };
  const card = { ...cards(1)[0]!, nameMatches: false };
  const dying: SubmitDeps = { ...whole, record: (id) => recordSubmission(id, { ...deps, commit: never }) };
  const span = (from: string) => ({ from, to: '2023-12-31' });
  const cut = (error: unknown): void => {
    if (!(error instanceof Crash)) throw error;
  };
  await submit(here, [card], dying, span('2023-01-01')).catch(cut);
  await submit(here, [{ ...card, addressRecorded: false }], dying, span('2023-01-02')).catch(cut);

  const seen = async () => {
    const store = violationsStore(db, table);
    const [list] = store.partitionsOf({ by: 'enterprise', enterprise: company.uscc });
    const all = (await store.page(list!, undefined, 1_000)).filter(
      ({ violation }) => violation.recordId === card.recordId,
    );
    const audited = async (ids: readonly string[]) =>
      (await submissions.manifests(ids)).map((manifest) => manifest?.view.status === 'audited');
    return (await visible(all, audited)).map((violation) => violation?.submission);
  };
  expect(await seen()).toEqual([undefined]);
  const [first, second] = (await submissions.recordingBefore('9')).map(({ view }) => view.id);
  await recordSubmission(first!, deps);
  expect(await seen()).toEqual([first]);
  await recordSubmission(second!, deps);
  expect(await seen()).toEqual([second]);
});
