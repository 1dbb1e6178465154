import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { Finding } from '../../events/finding.ts';
import type { Manifest } from '../../events/manifest.ts';
import { maxRecords } from '../../events/submission.ts';
import { largeJson } from '../../functions/edge/large-json.ts';
import { exportAudit } from '../../functions/export-audit/export-audit.ts';
import { catalogue } from '../../rules/engine/catalogue.ts';
import { resultsFaults } from './valid.ts';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

const manifest = (findings: readonly Finding[]): Manifest => ({
  view: {
    id: 's-1',
    status: 'audited',
    recordKind: 'phone-card',
    enterprise: '91460000000000000X',
    branchId: 'b-1',
    region: '46',
    sector: 'telecom',
    period: { from: '2023-01-01', to: '2023-12-31' },
    mode: 'events',
    nil: false,
    receivedAt: '2024-01-05T02:00:00.000Z',
    release: { name: '2026.11', digest: digest('release') },
    counts: { records: maxRecords, faults: 0, compliant: 0, violation: maxRecords, undetermined: 0, notApplicable: 0 },
  },
  digest: digest('body'),
  countingGroup: 'g',
  withdraws: [],
  findingsTotal: findings.length,
  beyondHoldings: [],
});

const kinds = Map.groupBy(catalogue.rules, ({ recordKind }) => recordKind);
/** The rules of the kind that has most of them. */
const rules = [...kinds.values()]
  .map((all) => [...new Map(all.map((rule) => [rule.id, rule])).values()])
  .reduce((most, one) => (one.length > most.length ? one : most));

it('an audit of as many records as a submission may have, all of them against every rule, fits into an answer', async () => {
  const findings = Array.from({ length: maxRecords }).flatMap((_, n) =>
    rules.map((rule): Finding => {
      const because = `该记录第 ${n} 项为 ${digest(`${n}`)}，应不超过 5`;
      return {
        recordId: `record-${n}`,
        row: n + 1,
        rule: rule.id,
        version: '2022-12-01.r1',
        lawDate: '2023-03-01',
        verdict: 'violation',
        severity: rule.severity,
        article: '10',
        title: rule.title,
        remedy: rule.remedy,
        because: { zh: because, en: because, conditions: {} },
        missing: [],
      };
    }),
  );
  const document = await exportAudit(manifest(findings), { findings: async () => findings, digest });
  expect(document['assessment-results'].results[0]!.observations).toHaveLength(findings.length);
  const answer = largeJson(document);
  expect(answer.headers?.['content-encoding']).toBe('gzip');
  const body = answer.body as Buffer;
  expect(Math.ceil(body.length / 3) * 4).toBeLessThan(5_500_000);
  expect(JSON.parse(gunzipSync(body).toString())).toEqual(JSON.parse(JSON.stringify(document)));
  expect(resultsFaults(document)).toEqual([]);
});

it('an audit that is not done yet is not to be had', async () => {
  const recording = manifest([]);
  const asked = exportAudit(
    { ...recording, view: { ...recording.view, status: 'recording' } },
    { findings: async () => [], digest },
  );
  await expect(asked).rejects.toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
});

it('a small document goes as it is', () => {
  expect(largeJson({ a: 1 })).toEqual({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: '{"a":1}',
  });
});
