import type { Text } from '../../events/fault.ts';
import type { Finding } from '../../events/finding.ts';
import { asChinaTime } from '../../events/instant.ts';
import type { Manifest, Reading } from '../../events/manifest.ts';
import type { Principal } from '../../events/principal.ts';
import { notFound } from '../../events/problem.ts';
import type { MovingUpload } from '../../events/upload.ts';
import { countsOf } from '../../rules/judged.ts';
import { countRules, type ReportRow, type ReportSummary } from '../files/report.ts';
import { listFaults } from '../list-faults/list-faults.ts';
import { readingOf } from '../list-faults/read-faults.ts';
import { type ReadStateDeps, readUpload } from '../read-submission/read-state.ts';
import { readSubmission } from '../read-submission/read-submission.ts';

export type ReportDeps = Pick<ReadStateDeps, 'manifest' | 'upload'> & {
  readonly findings: (manifest: Manifest, from: number, limit: number) => Promise<readonly Finding[]>;
  readonly reading: (id: string) => Promise<Reading>;
};

/** A submission’s report before it is written in any form. */
export type Report = { readonly summary: ReportSummary; readonly rows: readonly ReportRow[]; readonly head: object };

/** So many findings are read for one answer; they stand worst first, so what is left out is what complies. */
export const maxFindings = 50_000;

type About = Omit<Manifest['view'], 'status' | 'release' | 'counts'>;

const aboutOf = (view: About): ReportSummary['about'] => {
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

/** Faults and warnings of reading as a report lists them. */
const rowsOf = (read: Reading): readonly ReportRow[] => [
  ...listFaults(read, 0, Number.POSITIVE_INFINITY).items.map((fault): ReportRow => ({ of: 'fault', fault })),
  ...read.warnings.map((warning): ReportRow => ({ of: 'warning', warning })),
];

/** What was wrong with a file that was refused: nothing of it was judged. Throws Problem NOT_FOUND where it was not refused. */
export const reportOfRefused = (upload: MovingUpload, read: Reading): Report => {
  const { id, state, chain, region, sector, createdAt: receivedAt, rows: counted, rowsJudged } = upload;
  if (state !== 'refused') throw notFound({ zh: '报告', en: 'report' });
  const view = { id, ...chain, region, sector, nil: false, receivedAt };
  const isOfRows = read.faults.some(({ row }) => row !== undefined);
  const rows = counted ?? rowsJudged;
  const counts = { ...countsOf([], rows), faults: isOfRows ? rows : 0 };
  const refused = [
    { zh: '结果', en: 'Result' },
    '文件被退回，其中没有任何记录被判定 The file is refused: none of its records was judged',
  ] as const;
  const totals = { findings: 0, faults: read.faultsTotal, warnings: read.warnings.length };
  return {
    summary: { about: [...aboutOf(view), refused], counts, rules: [], ...totals, cut: [] },
    rows: rowsOf(read),
    head: {
      submission: { ...view, status: state, counts },
      rules: [],
      ...{ findingsTotal: 0, faultsTotal: totals.faults, warningsTotal: totals.warnings, cut: [] },
    },
  };
};

/** All that was found of a submission; throws Problem NOT_FOUND while it is not audited. */
export const reportOf = async (
  manifest: Manifest,
  { findings, reading }: Pick<ReportDeps, 'findings' | 'reading'>,
): Promise<Report> => {
  const { view, findingsTotal } = manifest;
  if (view.status !== 'audited') throw notFound({ zh: '报告', en: 'report' });
  const [found, read] = await Promise.all([
    findings(manifest, 0, Math.min(findingsTotal, maxFindings)),
    reading(view.id),
  ]);
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
    rows: [...found.map((finding): ReportRow => ({ of: 'finding', finding })), ...rowsOf(read)],
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

/**
 * The report of a submission, or of a file that was refused, for whoever sent that. Throws Problem NOT_FOUND where there is
 * none yet, or it is not the caller's to see.
 */
export const readReport = async (id: string, principal: Principal, deps: ReportDeps): Promise<Report> => {
  const manifest = await deps.manifest(id);
  if (manifest !== undefined) return reportOf(await readSubmission(id, principal, async () => manifest), deps);
  const upload = await readUpload(id, principal, deps.upload);
  return reportOfRefused(upload, await readingOf(upload, deps.reading));
};
