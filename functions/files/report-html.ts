import type { Text } from '../../events/fault.ts';
import { type Verdict, worstFirst } from '../../events/finding.ts';
import type { Release } from '../../events/submission.ts';
import type { ReportRow, ReportRows, ReportSummary, RuleCount } from './report.ts';
import { reportStyle } from './report-style.ts';
import { severityWords, verdictWords } from './report-words.ts';

/** So many rows a page lists at most; a browser shows no more with ease, and nobody prints them. */
export const maxPageRows = 5_000;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** A character that a page may not have is shown as one that says so. */
const escaped = (text: string | number): string =>
  String(text)
    .replace(/[&<>"']/g, (one) => escapes[one]!)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that HTML forbids
    .replace(/[\0-\x08\x0B\x0C\x0E-\x1F\x7F\uD800-\uDFFF]/gu, '\uFFFD');

const bilingual = ({ zh, en }: Text): string => `${escaped(zh)} <span lang="en">${escaped(en)}</span>`;
const t = (zh: string, en: string): string => bilingual({ zh, en });

const cell = (content: string | number, kind = ''): string => `<td${kind && ` class="${kind}"`}>${content}</td>`;
const headingsOf = (...names: readonly string[]): string =>
  `<thead><tr>${names.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead>`;

const figures = ({ counts, faults, warnings }: ReportSummary): string => {
  const ofVerdict: Readonly<Record<Verdict, number>> = { ...counts, 'not-applicable': counts.notApplicable };
  const all: readonly (readonly [label: string, value: number, kind: string])[] = [
    [t('记录', 'records'), counts.records, ''],
    ...worstFirst.map((one) => [bilingual(verdictWords[one]), ofVerdict[one], one] as const),
    [t('有错误的记录', 'records with faults'), counts.faults, 'fault'],
    [t('数据错误', 'faults'), faults, ''],
    [t('提醒', 'warnings'), warnings, ''],
  ];
  return `<ul class="figures">${all
    .map(([label, value, kind]) => `<li${kind && value > 0 ? ` class="${kind}"` : ''}><b>${value}</b> ${label}</li>`)
    .join('')}</ul>`;
};

const ruleRow = ({ rule, article, severity, title, remedy, ...count }: RuleCount): string =>
  `<tr>${cell(article === '' ? '' : `第 ${escaped(article)} 条`, 'short')}${cell(
    `${bilingual(title)}<code>${escaped(rule)}</code>`,
  )}${cell(bilingual(severityWords[severity]))}${[
    cell(count.violation, count.violation > 0 ? 'n violation' : 'n'),
    cell(count.undetermined, count.undetermined > 0 ? 'n undetermined' : 'n'),
    cell(count.compliant, 'n'),
    cell(count.notApplicable, 'n'),
  ].join('')}${cell(count.violation + count.undetermined > 0 ? bilingual(remedy) : '')}</tr>`;

const rulesTable = (rules: readonly RuleCount[]): string =>
  `<table>${headingsOf(
    t('条款', 'Article'),
    t('规则', 'Rule'),
    t('严重程度', 'Severity'),
    ...worstFirst.map((verdict) => bilingual(verdictWords[verdict])),
    t('整改', 'Remedy'),
  )}<tbody>${rules.map(ruleRow).join('\n')}</tbody></table>`;

const placeOf = ({ file, line }: NonNullable<ReportRow['place']>, row: number | undefined): string => {
  const at = line ?? row;
  const where = at === 0 ? t('整期', 'whole period') : at === undefined ? '' : String(at);
  return file === undefined ? where : `${escaped(file)}${where && `:${where}`}`;
};

/** What the list of each kind of row is headed, and its columns. */
const lists: Readonly<Record<ReportRow['of'], readonly [title: string, headings: string]>> = {
  finding: [
    t('违规与无法判定', 'Violations and undetermined'),
    headingsOf(
      t('行号', 'Row'),
      t('记录编号', 'Record'),
      t('判定', 'Verdict'),
      t('规则', 'Rule'),
      t('法律适用日', 'Law date'),
      t('原因', 'Reason'),
    ),
  ],
  fault: [
    t('数据错误', 'Faults'),
    headingsOf(
      t('行号', 'Row'),
      t('记录编号', 'Record'),
      t('列', 'Column'),
      t('所填', 'Found'),
      t('原因', 'Cause'),
      t('改正', 'Fix'),
    ),
  ],
  warning: [t('提醒', 'Warnings'), headingsOf(t('行号', 'Row'), t('列', 'Column'), t('说明', 'Message'))],
};

const cellsOf = (row: ReportRow): readonly string[] => {
  const place = row.place ?? {};
  if (row.of === 'finding') {
    const { recordId, row: record, verdict, article, title, lawDate, because } = row.finding;
    return [
      cell(placeOf(place, record)),
      cell(escaped(recordId), 'id'),
      cell(bilingual(verdictWords[verdict]), verdict),
      cell(`${article === '' ? '' : `第 ${escaped(article)} 条 `}${bilingual(title)}`),
      cell(escaped(lawDate), 'short'),
      cell(because === null ? '' : bilingual(because)),
    ];
  }
  if (row.of === 'fault') {
    const { row: record, recordId = '', column = '', found = '', expected, cause, fix, code } = row.fault;
    const wanted = expected === undefined ? '' : `<br>${t('应为', 'expected')}：${bilingual(expected)}`;
    return [
      cell(placeOf(place, record)),
      cell(escaped(recordId), 'id'),
      cell(escaped(column)),
      cell(escaped(found), 'id'),
      cell(`${bilingual(cause)}${wanted}<code>${escaped(code)}</code>`),
      cell(bilingual(fix)),
    ];
  }
  const { row: record, column = '', message } = row.warning;
  return [cell(placeOf(place, record)), cell(escaped(column)), cell(bilingual(message))];
};

/** Kept and complied with: counted in the table of rules, not listed one by one. */
const isListed = (row: ReportRow): boolean =>
  row.of !== 'finding' || row.finding.verdict === 'violation' || row.finding.verdict === 'undetermined';

const cutNote = (texts: readonly Text[]): string =>
  texts.length === 0 ? '' : `<p class="cut" role="note">${texts.map(bilingual).join('<br>')}</p>`;

const ofRelease = ({ name, digest }: Release): string =>
  `<div><dt>${t('规则集', 'Release')}</dt><dd>${escaped(name)}</dd></div>
<div class="wide"><dt>${t('规则集摘要', 'Release digest')}</dt><dd><code>${escaped(digest)}</code></dd></div>`;

/**
 * A report as a page to be read and printed: no script, nothing fetched, every text escaped. What complies is in the counts
 * of each rule; what is violated or undetermined, the faults and the warnings are listed.
 */
export async function* reportHtml(
  summary: ReportSummary,
  rows: ReportRows,
  most = maxPageRows,
): AsyncGenerator<string> {
  const { about, release, rules, cut } = summary;
  yield `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>反诈合规审计报告 Audit report</title>
<style>${reportStyle}</style>
</head>
<body>
<header>
<h1>反诈合规审计报告 <span lang="en">Audit report</span></h1>
${cutNote(cut)}
<dl>
${about.map(([what, said]) => `<div><dt>${bilingual(what)}</dt><dd>${escaped(said)}</dd></div>`).join('\n')}
${release === undefined ? '' : ofRelease(release)}
</dl>
${figures(summary)}
</header>
<main>
<section>
<h2>${t('各规则', 'By rule')}</h2>
${rules.length === 0 ? `<p>${t('没有判定。', 'Nothing was judged.')}</p>` : rulesTable(rules)}
</section>
`;
  let open: ReportRow['of'] | undefined;
  let listed = 0;
  let isCut = false;
  for await (const row of rows) {
    if (!isListed(row)) continue;
    if (listed === most) {
      isCut = true;
      break;
    }
    listed += 1;
    if (row.of !== open) {
      if (open !== undefined) yield '</tbody></table>\n</section>\n';
      open = row.of;
      yield `<section>\n<h2>${lists[open][0]}</h2>\n<table class="list ${open}s">${lists[open][1]}<tbody>\n`;
    }
    yield `<tr>${cellsOf(row).join('')}</tr>\n`;
  }
  if (open !== undefined) yield '</tbody></table>\n</section>\n';
  if (isCut) {
    yield cutNote([
      {
        zh: `本页只列出前 ${most} 行，其余见 CSV 或 JSON 报告。`,
        en: `This page lists the first ${most} rows only; the CSV or JSON report has the others.`,
      },
    ]);
  }
  if (listed === 0) {
    yield `<p>${t('没有违规、无法判定的事项、数据错误或提醒。', 'No violations, nothing undetermined, no faults and no warnings.')}</p>\n`;
  }
  yield '</main>\n</body>\n</html>\n';
}
