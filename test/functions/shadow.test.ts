import { afterEach, beforeEach, expect, it } from 'vitest';
import { Principal } from '../../events/principal.ts';
import { Submission } from '../../events/submission.ts';
import { readShadow } from '../../functions/read-shadow/read-shadow.ts';
import type { Law } from '../../functions/record-submission/deps.ts';
import { recordSubmission } from '../../functions/record-submission/record-submission.ts';
import { lawOf, recording } from '../../functions/record-submission/wire.ts';
import { digest } from '../../functions/store/digest.ts';
import type { Objects } from '../../functions/store/objects.ts';
import { registryStore } from '../../functions/store/registry.ts';
import { shadowCountsStore } from '../../functions/store/shadow-counts.ts';
import { submitRecords } from '../../functions/submit-records/submit-records.ts';
import { submitting } from '../../functions/submit-records/wire.ts';
import { catalogue } from '../../rules/engine/catalogue.ts';
import type { ReleaseOnFile } from '../../rules/engine/release.ts';
import { shadowJudge } from '../../rules/engine/shadow.ts';
import { freshTable, type Opened, TABLE } from '../infra/local/table-client.ts';
import { hainan, uscc } from './journalled.ts';

const rule = 'atfl.21.service-realname';
const published = catalogue.rules.filter(({ id }) => id === rule);
/** The same rule with its duty turned around: what was kept is breached, and the other way round. */
const shadow = {
  release: { name: '2026.12', digest: 'd' },
  rules: published.map((one) => ({ ...one, conditions: { not: one.conditions } })),
  gone: [],
};
const judge = shadowJudge(shadow, 'internet-account')!;

let table: Opened;
beforeEach(async () => {
  table = await freshTable();
  const branches = [{ id: 'hk-1', name: 'hk-1', region: '4601', from: '2020-01-01' }];
  const enterprise = { uscc, name: '某网络公司', sectors: ['internet' as const], countingGroup: 'group-a', branches };
  const entries = { enterprises: [enterprise], authorities: [hainan], filingDuties: [] };
  await registryStore(table.db, TABLE).load(entries, '2026-10-01T00:00:00.000Z');
});
afterEach(() => table.close());

const kept = new Map<string, Buffer>();
const objects: Objects = {
  put: async (key, body) => void kept.set(key, Buffer.from(body)),
  get: async (key) => kept.get(key)!,
};

const law: typeof lawOf = (kind, at): Law => ({ ...lawOf(kind, at), shadow: { release: '2026.12', judge } });
const anAccount = (recordId: string, identityMethod: string) => ({
  ...{ recordId, identityMethod },
  activatedAt: '2026-10-05T10:00:00+08:00',
  verifiedAt: '2026-10-05T09:00:00+08:00',
});
const submit = () => {
  const wires = submitting({
    ...{ db: table.db, table: TABLE, records: objects, sealed: objects },
    sealKey: async () => 'key',
    tokenise: (_, record) => record,
  });
  const { deps } = recording(table.db, TABLE, objects);
  const record = (id: string) => recordSubmission(id, { ...deps, lawOf: law });
  const body = {
    ...{ recordKind: 'internet-account', branchId: 'hk-1', period: { from: '2026-10-01', to: '2026-10-31' } },
    records: [anAccount('a', 'id-document'), anAccount('b', 'none'), anAccount('c', 'verified-phone')],
  };
  const principal = Principal.parse({ sub: 'x', role: 'enterprise', enterprise: uscc });
  const told = digest(JSON.stringify(body));
  return submitRecords(Submission.parse(body), told, principal, false, { ...wires, seal: async () => {}, record });
};

it('a release in shadow judges what comes in; what it says is counted, and in nothing that anybody reports is seen', async () => {
  const { audit } = await submit();
  expect(JSON.stringify(audit)).not.toContain('2026.12');
  const { findings } = audit;
  expect(findings.filter((one) => one.rule === rule).map(({ recordId, verdict }) => [recordId, verdict])).toEqual([
    ['b', 'violation'],
    ['a', 'compliant'],
    ['c', 'compliant'],
  ]);
  expect(await shadowCountsStore(table.db, TABLE).counts('2026.12')).toEqual({
    ...{ submissions: 1, records: 3 },
    rules: { [rule]: { appears: 2, disappears: 1, changes: 0 } },
  });
});

it('only what is otherwise in shadow is judged there, and nothing where there is no such release', () => {
  expect(shadowJudge(undefined, 'internet-account')).toBeUndefined();
  expect(shadowJudge(shadow, 'phone-card')).toBeUndefined();
});

const released = (name: string, ...states: readonly string[]): ReleaseOnFile => ({
  ...{ name, digest: 'd', rules: [], parameters: [], notes: [] },
  states: states.map((state) => ({ state, on: '2026-11-01' })),
});

it('a rule that it no longer has would say nothing: that is otherwise too', () => {
  const without = shadowJudge(
    { ...shadow, rules: [], gone: [{ id: rule, recordKind: 'internet-account' }] },
    'internet-account',
  )!;
  const judgements = [{ rule, version: '2022-12-01.r1', lawDate: '2026-10-05', verdict: 'violation' as const }];
  expect(without({ record: anAccount('b', 'none') }, judgements)).toEqual([
    { rule, from: 'violation', to: 'none', change: 'disappears' },
  ]);
});

it('its counts are told by its name, with how it stands now; a release that never was in shadow has none', async () => {
  const counts = async () => ({ submissions: 1, records: 2, rules: {} });
  const releases = [released('2026.11', 'published'), released('2026.12', 'shadow', 'published')];
  expect(await readShadow('2026.12', { releases, counts })).toEqual({
    ...{ release: '2026.12', state: 'published', submissions: 1, records: 2, rules: {} },
  });
  const none = expect.objectContaining({ code: 'NOT_FOUND' });
  await expect(readShadow('2026.11', { releases, counts })).rejects.toEqual(none);
  await expect(readShadow('2026.13', { releases, counts })).rejects.toEqual(none);
});
