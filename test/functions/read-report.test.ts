import { gunzipSync, gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Finding } from '../../events/finding.ts';
import type { Manifest } from '../../events/manifest.ts';
import { reportOf } from '../../functions/read-report/read-report.ts';
import { forms, written } from '../../functions/read-report/report-forms.ts';
import { aCard, cards } from '../records.ts';
import { aService, officer, operator, otherOperator, type Service, staffOf } from '../service.ts';

const { uscc, branches } = operator[0]!;
const us = staffOf(uscc);
const body = {
  recordKind: 'phone-card',
  branchId: branches[0]!.id,
  period: { from: '2023-01-01', to: '2023-12-31' },
  records: [
    ...cards(30),
    ...cards(30),
    aCard({ recordId: 'bad-1', nameMatches: false }),
    aCard({ recordId: 'worse', openedAt: '2023-02-30T10:00:00+08:00' }),
  ],
};

let service: Service;
// biome-ignore lint/suspicious/noExplicitAny: tests read answers as their readers do
let audit: any;
beforeAll(async () => {
  service = await aService();
  audit = (await service.as(us).post('/v1/submissions', body)).body;
});
afterAll(() => service.end());

const ask = (claims: Parameters<Service['as']>[0], name: string, id: string = audit.id) =>
  service.as(claims).get(`/v1/submissions/${id}/report.${name}`);

it('a report has all findings, not the first two hundred, and counts them by rule', async () => {
  const { status, body: report } = await ask(us, 'json');
  expect(status).toBe(200);
  expect(audit.findingsTotal).toBeGreaterThan(200);
  expect(report.findings).toHaveLength(audit.findingsTotal);
  expect(report).toMatchObject({
    submission: { id: audit.id, release: audit.release, counts: audit.counts },
    findingsTotal: audit.findingsTotal,
    faultsTotal: audit.faultsTotal,
    cut: [],
  });
  expect(report.faults).toEqual(audit.faults);
  const total = (of: 'violation' | 'compliant' | 'undetermined' | 'notApplicable'): number =>
    report.rules.reduce((sum: number, rule: Record<string, number>) => sum + rule[of]!, 0);
  expect(total('violation') + total('compliant') + total('undetermined') + total('notApplicable')).toBe(
    audit.findingsTotal,
  );
});

it('the same stands in the CSV, the workbook and the page, each sent as what it is', async () => {
  const csv = await ask(us, 'csv');
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(csv.headers.get('content-disposition')).toBe(`attachment; filename="report-${audit.id}.csv"`);
  expect(csv.headers.get('fanzha-report')).toBeNull();
  const lines: readonly (readonly string[])[] = parse(csv.body);
  expect(lines).toHaveLength(1 + audit.findingsTotal + audit.faultsTotal + audit.warningsTotal);
  const workbook = await ask(us, 'xlsx');
  expect([workbook.status, workbook.body.slice(0, 2)]).toEqual([200, 'PK']);
  const page = await ask(us, 'html');
  expect(page.headers.get('content-disposition')).toContain('inline');
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]+=*'; /);
  for (const text of ['bad-1', 'worse', audit.release.digest, 'NO_SUCH_DATE']) expect(page.body).toContain(text);
});

it('an authority of the branch reads it; whoever may not see the submission finds no report either', async () => {
  expect((await ask(officer(), 'json')).status).toBe(200);
  for (const name of ['json', 'csv', 'xlsx', 'html']) {
    for (const claims of [staffOf(otherOperator.uscc), officer({ regions: '44' }), staffOf(uscc, branches[1]!.id)]) {
      const { status, body: problem } = await ask(claims, name);
      expect([status, problem.code]).toEqual([404, 'NOT_FOUND']);
    }
    expect((await ask(us, name, 'no-such-submission')).status).toBe(404);
  }
});

it('there is no report in a form that nobody writes', async () => {
  expect((await ask(us, 'pdf')).status).toBe(404);
  expect((await service.as(us).get(`/v1/submissions/${audit.id}/report`)).status).toBe(404);
});

const none = { faults: [], faultsTotal: 0, warnings: [] };
const manifestOf = (findingsTotal: number, status = 'audited') =>
  ({ view: { ...audit, status }, findingsTotal }) as unknown as Manifest;
const many = (limit: number): readonly Finding[] =>
  Array.from({ length: limit }, (_, n) => ({ ...audit.findings[0], recordId: `K-${n}`, row: n + 1 }));
const deps = { findings: async (_: Manifest, __: number, limit: number) => many(limit), reading: async () => none };

it('no submission has a report before it is audited', async () => {
  await expect(reportOf(manifestOf(1, 'recording'), deps)).rejects.toThrow('There is no such report.');
});

it('faults that were not kept are told of in the report', async () => {
  const reading = async () => ({ ...none, faults: audit.faults, faultsTotal: 12_345 });
  const { rows, head } = await reportOf(manifestOf(0), { ...deps, reading });
  expect(rows.at(-1)).toMatchObject({ of: 'fault', fault: { code: 'FAULTS_NOT_KEPT', found: '12345' } });
  expect(head).toMatchObject({ faultsTotal: 12_345 });
});

it('more findings than one answer reads are left out, and the report says how many there are', async () => {
  const { summary, rows } = await reportOf(manifestOf(50_001), deps);
  expect(rows).toHaveLength(50_000);
  expect(summary.cut[0]?.zh).toContain('只列出并统计 50001 项判定中最严重的 50000 项');
});

it('what would not fit is compressed, then cut, and says so inside', async () => {
  const report = await reportOf(manifestOf(3_000), deps);
  const csv = forms.csv!;
  const whole = await written(csv, report, gzipSync, 10_000_000);
  expect([whole.isGzipped, whole.isCut]).toEqual([false, false]);
  const packed = await written(csv, report, gzipSync, whole.bytes.length - 1);
  expect([packed.isGzipped, packed.isCut]).toEqual([true, false]);
  expect(gunzipSync(packed.bytes).equals(whole.bytes)).toBe(true);
  for (const [name, form] of Object.entries(forms)) {
    const least = await written(form, report, gzipSync, Number.POSITIVE_INFINITY);
    const half = Math.floor(gzipSync(least.bytes).length / 2);
    const cut = await written(form, report, gzipSync, half);
    expect(cut.bytes.length, name).toBeLessThanOrEqual(half);
    expect(cut.isCut, name).toBe(true);
    const said = cut.isGzipped ? gunzipSync(cut.bytes) : Buffer.from(cut.bytes);
    if (name !== 'xlsx') expect(said.toString(), name).toMatch(/只列出 3000 行中的前 \d+ 行/);
  }
});

it('a page that lists less than there is says so in its answer', async () => {
  const report = await reportOf(manifestOf(6_000), deps);
  const { isCut, bytes } = await written(forms.html!, report, gzipSync, Number.POSITIVE_INFINITY);
  expect(isCut).toBe(true);
  expect(Buffer.from(bytes).toString()).toContain('只列出 6000 行中的前 5000 行');
});
