import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../events/fault.ts';
import type { Finding } from '../../../events/finding.ts';
import { countRules, type ReportRow, type ReportSummary } from '../../../functions/files/report.ts';
import { reportCells, reportHeadings } from '../../../functions/files/report-cells.ts';
import { reportCsv } from '../../../functions/files/report-csv.ts';
import { reportHtml } from '../../../functions/files/report-html.ts';
import { reportJson } from '../../../functions/files/report-json.ts';
import { reportXlsx } from '../../../functions/files/report-xlsx.ts';
import { cellText } from '../../../functions/files/safe-cell.ts';

const aFinding = (over: Partial<Finding> = {}): Finding => ({
  recordId: 'K-1',
  row: 3,
  rule: 'atfl.9.realname-registration',
  version: '2022-12-01.r1',
  lawDate: '2026-10-01',
  verdict: 'violation',
  severity: 'major',
  article: '9',
  title: { zh: '实名登记', en: 'Registered by the real name' },
  remedy: { zh: '重新核验。', en: 'Check again.' },
  because: { zh: '姓名与证件不一致', en: 'the name does not match', conditions: {} },
  missing: [],
  ...over,
});
const aFault = (over: Partial<Fault> = {}): Fault => ({
  code: 'NO_SUCH_DATE',
  row: 5,
  recordId: 'K-5',
  column: 'openedAt',
  found: '2026-02-30',
  expected: { zh: '日期', en: 'a day' },
  cause: { zh: '该日期不存在。', en: 'There is no such date.' },
  fix: { zh: '改正。', en: 'Correct it.' },
  ...over,
});
const warning: ReportRow = {
  of: 'warning',
  warning: { code: 'NO_OFFSET', row: 2, column: 'openedAt', message: { zh: '未写时区', en: 'no offset' } },
};
const finding = (over: Partial<Finding> = {}, place?: ReportRow['place']): ReportRow => ({
  of: 'finding',
  finding: aFinding(over),
  ...(place && { place }),
});
const fault = (over: Partial<Fault> = {}): ReportRow => ({ of: 'fault', fault: aFault(over) });

const compliant: Partial<Finding> = { verdict: 'compliant', because: null, recordId: 'K-9' };
const rows: readonly ReportRow[] = [finding(), finding(compliant), fault(), warning];
const summary: ReportSummary = {
  about: [[{ zh: '报送', en: 'Submission' }, 's-1']],
  release: { name: '2026.11.1', digest: 'a1b2'.repeat(16) },
  counts: { records: 3, faults: 1, compliant: 1, violation: 1, undetermined: 0, notApplicable: 0 },
  rules: countRules([aFinding(), aFinding(compliant)]),
  findings: 2,
  faults: 1,
  warnings: 1,
  cut: [],
};
const cut = [{ zh: '只列出前 3 行', en: 'only the first 3 rows' }];

const textOf = async (parts: AsyncIterable<string>): Promise<string> => {
  let text = '';
  for await (const part of parts) text += part;
  return text;
};
const csvOf = async (of: readonly ReportRow[], cuts: ReportSummary['cut'] = []): Promise<string[][]> =>
  parse(await textOf(reportCsv({ cut: cuts }, of)), { bom: true });
const sheetsOf = async (of: readonly ReportRow[], over: Partial<ReportSummary> = {}, most?: number) =>
  (await readXlsx(await reportXlsx({ ...summary, ...over }, of, most))).sheets;

/** Texts that a program might compute, take for markup, or lose. */
const unkind = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    "'=1",
    ' =1',
    '=HYPERLINK("x","y")',
    '_x0041_',
    '<b>&amp;',
  ),
  fc.string({ unit: 'grapheme', minLength: 1 }),
);

describe('as CSV', () => {
  it('begins with the mark of UTF-8 and has a row for each finding, fault and warning', async () => {
    expect(
      (await textOf(reportCsv({ cut: [] }, rows))).startsWith('\uFEFF文件 File,行号 Row,记录编号 Record ID,'),
    ).toBe(true);
    const [headings, ...lines] = await csvOf(rows);
    expect(headings).toEqual(reportHeadings);
    const of = (line: readonly string[]) => Object.fromEntries(headings!.map((heading, at) => [heading, line[at]]));
    expect(of(lines[0]!)).toMatchObject({
      '行号 Row': '3',
      '规则 Rule': 'atfl.9.realname-registration',
      '条款 Article': '9',
      '判定 Verdict': '违规 violation',
      '严重程度 Severity': '严重 major',
      原因: '姓名与证件不一致',
      Reason: 'the name does not match',
      整改: '重新核验。',
      Remedy: 'Check again.',
    });
    expect(of(lines[1]!)).toMatchObject({ '判定 Verdict': '合规 compliant', 原因: '', 整改: '' });
    expect(of(lines[2]!)).toMatchObject({
      '判定 Verdict': '数据错误 fault',
      '所填 Found': '2026-02-30',
      整改: '改正。',
    });
    expect(of(lines[3]!)).toMatchObject({ '判定 Verdict': '提醒 warning', 原因: '未写时区' });
    expect(lines).toHaveLength(4);
  });

  it('says in its first row what is left out', async () => {
    const [, first] = await csvOf(rows, cut);
    expect(first).toContain('只列出前 3 行');
    expect(first).toContain('only the first 3 rows');
  });

  it('has the line of the file where there is one, and a whole period is no row', async () => {
    const [, line, period] = await csvOf([finding({}, { file: 'a.csv', line: 17 }), finding({ row: 0 })]);
    expect(line!.slice(0, 2)).toEqual(['a.csv', '17']);
    expect(period![1]).toBe('整期 whole period');
  });

  it('no cell is a formula, and each comes back as the text it was', async () => {
    await fc.assert(
      fc.asyncProperty(unkind, unkind, async (recordId, found) => {
        const of = [finding({ recordId }), fault({ found, recordId })];
        const [, ...lines] = await csvOf(of);
        for (const cell of lines.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]|^[\t\r\n]/);
        expect(lines.map((line) => line.map(cellText))).toEqual(
          of.map((row) => reportCells(row).map((cell) => String(cell ?? ''))),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('as a workbook', () => {
  it('has a summary with release, digest and counts, and the same rows as the CSV', async () => {
    const [first, second] = await sheetsOf(rows);
    const told = first!.rows.map((row) => row.filter((cell) => cell !== null).join(' '));
    expect(told).toContain(`规则集摘要 Release digest ${summary.release!.digest}`);
    expect(told).toContain('违规 violation 1');
    expect(told.at(-1)).toBe('atfl.9.realname-registration 9 实名登记 Registered by the real name 严重 major 1 0 1 0');
    expect(second!.rows[0]).toEqual(reportHeadings);
    expect(second!.rows.slice(1).map(([, row, id]) => [row, id])).toEqual([
      [3, 'K-1'],
      [3, 'K-9'],
      [5, 'K-5'],
      [2, null],
    ]);
  });

  it('says in both sheets what is left out, its own limit included', async () => {
    const [first, second] = await sheetsOf(rows, { cut }, 2);
    for (const sheet of [first!, second!]) {
      const text = JSON.stringify(sheet.rows);
      expect(text).toContain('只列出前 3 行');
      expect(text).toContain('只列出前 2 行，其余见');
    }
    expect(second!.rows).toHaveLength(2 + 1 + 2);
  });

  it('has text where text was, whatever it looks like, and no formula', async () => {
    await fc.assert(
      fc.asyncProperty(unkind, async (found) => {
        const bytes = await reportXlsx(summary, [fault({ found })]);
        expect(strFromU8(unzipSync(bytes)['xl/worksheets/sheet2.xml']!)).not.toContain('<f>');
        const { sheets } = await readXlsx(bytes);
        expect(sheets[1]!.rows[1]![reportHeadings.indexOf('所填 Found')]).toBe(found);
      }),
      { numRuns: 100 },
    );
  });
});

describe('as a page', () => {
  it('lists what is violated, the faults and the warnings; what complies is in the counts alone', async () => {
    const page = await textOf(reportHtml(summary, rows));
    expect(page).toContain('姓名与证件不一致 <span lang="en">the name does not match</span>');
    expect(page).toContain('该日期不存在。');
    expect(page).toContain('未写时区');
    expect(page).toContain(summary.release!.digest);
    expect(page).not.toContain('K-9');
    for (const tag of ['section', 'table', 'tbody', 'main', 'header', 'tr', 'td', 'ul', 'dl']) {
      const [opened, closed] = [page.match(new RegExp(`<${tag}[ >]`, 'g')), page.match(new RegExp(`</${tag}>`, 'g'))];
      expect(opened?.length, tag).toBe(closed?.length);
    }
  });

  it('runs nothing, fetches nothing, and takes no text for markup', async () => {
    const evil = '"><script>alert(1)</script><img src=x onerror=y>';
    const found = [finding({ recordId: evil, title: { zh: evil, en: evil } }), fault({ found: evil, column: evil })];
    const page = await textOf(reportHtml({ ...summary, about: [[{ zh: evil, en: evil }, evil]] }, found));
    expect(page).not.toMatch(/<(script|img|link|iframe|a|object|form)\b|url\(|@import/);
    expect(page).toContain('&quot;&gt;&lt;script&gt;');
  });

  it('says on top and at the end what is left out', async () => {
    const page = await textOf(reportHtml({ ...summary, cut }, rows, 2));
    expect(page.indexOf('只列出前 3 行')).toBeLessThan(page.indexOf('<main>'));
    expect(page).toContain('本页只列出前 2 行');
    expect(page).not.toContain('未写时区');
  });

  it('says so where there is nothing to list', async () => {
    const none = { ...summary, rules: [], findings: 0, faults: 0, warnings: 0 };
    expect(await textOf(reportHtml(none, []))).toContain('没有违规、无法判定的事项、数据错误或提醒。');
  });
});

describe('as JSON', () => {
  it('has three lists, each with what is in it, also where one is empty', async () => {
    const of = async (...some: readonly ReportRow[]) => JSON.parse(await textOf(reportJson({ head: 1 }, some)));
    expect(await of()).toEqual({ head: 1, findings: [], faults: [], warnings: [] });
    expect(await of(...rows)).toEqual({
      head: 1,
      findings: [aFinding(), aFinding(compliant)],
      faults: [aFault()],
      warnings: [warning.of === 'warning' && warning.warning],
    });
    expect(await of(warning)).toMatchObject({ findings: [], faults: [] });
    expect(await of(fault(), fault())).toMatchObject({ findings: [], faults: [{ row: 5 }, { row: 5 }], warnings: [] });
    expect((await of(finding({}, { file: 'a.csv', line: 17 }))).findings[0]).toMatchObject({ file: 'a.csv', line: 17 });
    expect(JSON.parse(await textOf(reportJson({}, [])))).toEqual({ findings: [], faults: [], warnings: [] });
  });
});
