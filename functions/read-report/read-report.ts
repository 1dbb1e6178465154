import type { Text } from '../../events/fault.ts';
import type { Finding } from '../../events/finding.ts';
import { asChinaTime } from '../../events/instant.ts';
import type { Manifest, Reading } from '../../events/manifest.ts';
import { notFound } from '../../events/problem.ts';
import { countRules, type ReportRow, type ReportSummary } from '../files/report.ts';
import { listFaults } from '../list-faults/list-faults.ts';

export type ReportDeps = {
  readonly findings: (manifest: Manifest, from: number, limit: number) => Promise<readonly Finding[]>;
  readonly reading: (id: string) => Promise<Reading>;
};

/** A submission’s report before it is written in any form. */
export type Report = { readonly summary: ReportSummary; readonly rows: readonly ReportRow[]; readonly head: object };

/** So many findings are read for one answer; they stand worst first, so what is left out is what complies. */
export const maxFindings = 50_000;

const aboutOf = (view: Manifest['view']): ReportSummary['about'] => {
  const said = (zh: string, en: string, value: string): readonly [Text, string] => [{ zh, en }, value];
  return [
    said('报送', 'Submission', view.id),
    said('记录类型', 'Record kind', view.recordKind),
    said('企业', 'Enterprise', view.enterprise),
    said('网点', 'Branch', view.branchId),
    said('期间', 'Period', `${view.period.from} – ${view.period.to}`),
    said('方式', 'Mode', view.nil ? 'nil' : view.mode),
    said('收到时间（北京时间）', 'Received, China time', asChinaTime(Date.parse(view.receivedAt))),
    ...(view.supersedes === undefined ? [] : [said('取代', 'Supersedes', view.supersedes)]),
  ];
};

/** The first `most` rows of a report, and in `cut` and `head` that there are more; the report itself where there are not. */
export const shortened = ({ summary, rows, head }: Report, most: number): Report => {
  if (rows.length <= most) return { summary, rows, head };
  const cut = [
    ...summary.cut,
    {
      zh: `答复有大小限制，只列出 ${rows.length} 行中的前 ${most} 行；全部判定见 /findings，全部错误见 /faults。`,
      en: `An answer has a limit: the first ${most} of ${rows.length} rows are listed; /findings has all findings and /faults all faults.`,
    },
  ];
  return { summary: { ...summary, cut }, rows: rows.slice(0, most), head: { ...head, cut } };
};

/** All that was found of a submission; throws Problem NOT_FOUND while it is not audited. */
export const readReport = async (manifest: Manifest, { findings, reading }: ReportDeps): Promise<Report> => {
  const { view, findingsTotal } = manifest;
  if (view.status !== 'audited') throw notFound({ zh: '报告', en: 'report' });
  const [found, read] = await Promise.all([
    findings(manifest, 0, Math.min(findingsTotal, maxFindings)),
    reading(view.id),
  ]);
  const { items: faults } = listFaults(read, 0, Number.POSITIVE_INFINITY);
  const cut =
    found.length === findingsTotal
      ? []
      : [
          {
            zh: `只列出并统计 ${findingsTotal} 项判定中最严重的 ${found.length} 项；全部见 /v1/submissions/${view.id}/findings。`,
            en: `Only the worst ${found.length} of ${findingsTotal} findings are listed and counted by rule; /v1/submissions/${view.id}/findings has all.`,
          },
        ];
  const rules = countRules(found);
  const totals = { findings: findingsTotal, faults: read.faultsTotal, warnings: read.warnings.length };
  return {
    summary: { about: aboutOf(view), release: view.release, counts: view.counts, rules, ...totals, cut },
    rows: [
      ...found.map((finding): ReportRow => ({ of: 'finding', finding })),
      ...faults.map((fault): ReportRow => ({ of: 'fault', fault })),
      ...read.warnings.map((warning): ReportRow => ({ of: 'warning', warning })),
    ],
    head: {
      submission: view,
      rules,
      findingsTotal: totals.findings,
      faultsTotal: totals.faults,
      warningsTotal: totals.warnings,
      cut,
    },
  };
};
