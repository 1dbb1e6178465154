import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ListImportRequest } from '../../events/list-import.ts';
import { Principal } from '../../events/principal.ts';
import registry from '../../events/samples/registry.json' with { type: 'json' };
import { Submission } from '../../events/submission.ts';
import { tokeniser } from '../../functions/edge/tokens.ts';
import { importList } from '../../functions/import-list/import-list.ts';
import { importing } from '../../functions/import-list/wire.ts';
import { recording } from '../../functions/record-submission/wire.ts';
import { digest } from '../../functions/store/digest.ts';
import type { Objects } from '../../functions/store/objects.ts';
import { registryStore } from '../../functions/store/registry.ts';
import { type SubmitDeps, submitRecords } from '../../functions/submit-records/submit-records.ts';
import { submitting } from '../../functions/submit-records/wire.ts';
import { freshTable, type Opened, TABLE } from '../infra/local/table-client.ts';

const rule = 'atfl.22.flagged-phone-accounts-checked';
const company = registry.enterprises.find(({ sectors }) => sectors.includes('internet'))!;
const { token, tokenise } = tokeniser(Buffer.alloc(32, 9));

let opened: Opened;
let deps: SubmitDeps;
const kept = new Map<string, Buffer>();
const objects: Objects = {
  put: async (key, body) => void kept.set(key, Buffer.from(body)),
  get: async (key) => kept.get(key)!,
};

beforeAll(async () => {
  opened = await freshTable();
  const { db } = opened;
  await registryStore(db, TABLE).load(registry as Parameters<ReturnType<typeof registryStore>['load']>[0]);
  const wires = { db, table: TABLE, records: objects, sealed: objects, sealKey: async () => '', tokenise };
  deps = { ...submitting(wires), seal: async () => {} };
});
afterAll(() => opened.close());

const importNumber = (mode: 'add' | 'remove', value: string) => {
  const entries = [mode === 'add' ? { value, from: '2026-07-01', until: null } : { value }];
  const request = ListImportRequest.parse({ purpose: '核验', mode, entries });
  const of = { sub: 'o', role: 'regulator', authority: 'hainan-internet', sectors: 'internet', regions: '46' };
  const world = { ...importing(opened.db, TABLE, objects).deps, tokenOf: (_: string, raw: string) => token(raw) };
  return importList('fraud-numbers', request, digest(JSON.stringify(request)), Principal.parse(of), world);
};

const unchecked = (recordId: string, phone: string) => ({
  ...{ recordId, phone, listReceivedAt: '2026-07-10T09:00:00+08:00', listId: null, accountId: null },
  ...{ checkedAt: null, measure: null, clearedReason: null, measureAt: null, feedbackAt: null, disposalId: null },
});
const submit = (records: readonly object[], world = deps, dryRun = false) => {
  const period = { from: '2026-07-01', to: '2026-07-31' };
  const body = { recordKind: 'linked-account-check', branchId: company.branches[0]!.id, period, records };
  const principal = Principal.parse({ sub: 's', role: 'enterprise', enterprise: company.uscc });
  return submitRecords(Submission.parse(body), digest(JSON.stringify(body)), principal, dryRun, world);
};

it('a submission that was cut short is judged by the lists of when it was received, whatever they say by then', async () => {
  const [onList, offList] = ['17708986601', '17708986602'];
  await importNumber('add', onList);
  const records = [unchecked('kept-1', onList), unchecked('kept-2', offList)];
  const dying = async () => {
    throw new Error('killed');
  };
  await expect(submit(records, { ...deps, record: dying })).rejects.toThrow('killed');
  await importNumber('remove', onList);
  await importNumber('add', offList);

  const { submissions, record, records: stored } = recording(opened.db, TABLE, objects);
  const [begun] = await submissions.recordingBefore('9');
  const audited = await record(begun!.view.id);
  const verdicts = (await stored.findings(audited, 0, 100)).filter((one) => one.rule === rule);
  expect(Object.fromEntries(verdicts.map(({ recordId, verdict }) => [recordId, verdict]))).toEqual({
    'kept-1': 'violation',
    'kept-2': 'not-applicable',
  });
  const said = await stored.lists(audited);
  expect(said).toMatchObject({ 'fraud-numbers': [{ value: token(onList), from: '2026-07-01' }] });
  const text = [...kept.values()].map((bytes) => gunzipSync(bytes).toString()).join('\n');
  expect(text).not.toContain(onList);

  const { audit } = await submit([...records, unchecked('kept-3', '17708986603')], deps, true);
  const now = audit.findings.filter((one) => one.rule === rule && one.verdict === 'violation');
  expect(now.map(({ recordId }) => recordId)).toEqual(['kept-2']);
});

it('a thousand records ask the table as often as one does, but for the hundred keys that a batch holds', async () => {
  const asked: string[] = [];
  opened.db.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const keys = JSON.stringify(args.input).match(/"LIST(?:ED)?#/g)?.length ?? 0;
        if (keys > 0) asked.push(`${commandName} ${keys}`);
        return next(args);
      },
    { step: 'initialize', name: 'counting' },
  );
  const many = Array.from({ length: 1_000 }, (_, n) => unchecked(`many-${n}`, `177${String(10_000_000 + (n % 950))}`));
  await submit(many, deps, true);
  opened.db.middlewareStack.remove('counting');
  expect(asked).toEqual([
    'BatchGetItemCommand 1',
    ...Array.from({ length: 9 }, () => 'BatchGetItemCommand 100'),
    'BatchGetItemCommand 50',
    // Whether an import came to count meanwhile.
    'BatchGetItemCommand 1',
  ]);
});
