import { describe, expect, it } from 'vitest';
import { junit } from '../../bin/audit-junit.ts';
import {
  type AuditReport,
  type asFinding,
  exitCodeOf,
  type PlacedFinding,
  type TextPrinter,
} from '../../bin/audit-report.ts';
import { sarif } from '../../bin/audit-sarif.ts';
import { table } from '../../bin/audit-table.ts';

const title = { zh: '卡数不超过 <上限>', en: 'Cards within the limit & "no more"' };
const remedy = { zh: '注销多余的卡。', en: 'Cancel surplus cards.' };
const noCounts = { records: 0, faults: 0, compliant: 0, violation: 0, undetermined: 0, notApplicable: 0 };

type Placed = ReturnType<typeof asFinding>;
type PlacedFault = ReturnType<AuditReport['faults']> extends Iterable<infer F> ? F : never;

const aFinding = (over: Partial<Placed> = {}): Placed => ({
  file: 'cards of 海口.csv',
  line: 9,
  recordId: 'R-7',
  row: 7,
  rule: 'atfl.10.card-count-limit',
  version: '2022-12-01.r1',
  lawDate: '2023-03-04',
  verdict: 'violation',
  severity: 'major',
  article: '10',
  title,
  remedy,
  because: { zh: '排位 6，应不超过 5', en: 'rank 6, at most 5', conditions: {} },
  missing: [],
  ...over,
});

const aFault: PlacedFault = {
  file: 'cards of 海口.csv',
  line: 3,
  row: 2,
  code: 'WRONG_TYPE',
  column: '开卡时间 ]]> \u0007',
  found: '2023-02-30',
  cause: { zh: '日期不存在 \ud800', en: 'No such date <b>' },
  fix: { zh: '改正日期。', en: 'Correct it.' },
};

/** As a run keeps it. */
const kept = ({ recordId, row, rule, verdict, file, line, ...told }: Placed): PlacedFinding => ({
  ...{ recordId, row, rule, file },
  ...(line !== undefined && { line }),
  verdict: verdict === 'violation' ? 'violation' : 'undetermined',
  rest: JSON.stringify({ rule, verdict, ...told }).slice(1),
});

type Over = { readonly findings?: readonly Placed[]; readonly faults?: readonly PlacedFault[] };

const aReport = ({ findings = [aFinding()], faults = [aFault] }: Over = {}): AuditReport => ({
  release: { name: '2026.11', digest: 'f'.repeat(64) },
  files: [
    {
      file: 'cards of 海口.csv',
      format: 'csv',
      recordKind: 'phone-card',
      counts: { ...noCounts, records: 8, violation: 1, compliant: 6, faults: 1 },
    },
  ],
  counts: { ...noCounts, records: 8, violation: 1, compliant: 6, faults: 1 },
  rules: [
    {
      rule: 'atfl.10.card-count-limit',
      recordKind: 'phone-card',
      article: '10',
      severity: 'major',
      title,
      remedy,
      sources: '《反电信网络诈骗法》第10条',
      violation: findings.filter(({ verdict }) => verdict === 'violation').length,
      undetermined: findings.filter(({ verdict }) => verdict === 'undetermined').length,
      compliant: 6,
      notApplicable: 0,
    },
    {
      rule: 'atfl.9.realname-registration',
      recordKind: 'phone-card',
      article: '9',
      severity: 'advisory',
      title,
      remedy,
      sources: '《反电信网络诈骗法》第9条',
      violation: 0,
      undetermined: 0,
      compliant: 7,
      notApplicable: 0,
    },
  ],
  findings: () => findings.map(kept),
  judgements: () => [],
  findingsJson: async function* () {},
  faults: () => faults,
  faultsTotal: faults.length,
  warnings: [],
});

type Log = {
  runs: {
    tool: { driver: { rules: { id: string; help: { text: string } }[] } };
    results: {
      ruleId: string;
      ruleIndex: number;
      level: string;
      locations: { physicalLocation: { artifactLocation: { uri: string }; region?: { startLine: number } } }[];
    }[];
  }[];
};
const shownBy = (printer: TextPrinter, report: AuditReport): string => [...printer(report)].join('');
const sarifOf = (report: AuditReport) => (JSON.parse(shownBy(sarif, report)) as Log).runs[0]!;

/** Names, attributes and text of a document, read as strictly as XML 1.0 asks; throws where it is not well-formed. */
const elementsOf = (xml: string) => {
  const open: string[] = [];
  const seen: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const reference = /^(?:[^<&]|&(?:amp|lt|gt|quot|#9|#10|#13);)*$/;
  let at = xml.indexOf('?>') + 2;
  const token = /<(\/?)([a-z]+)((?: [a-z]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
  while (at < xml.length) {
    token.lastIndex = at;
    const match = token.exec(xml);
    if (match === null) throw new Error(`not well-formed at ${xml.slice(at, at + 60)}`);
    const [whole, closing, name = '', attributes = '', empty, text] = match;
    if (!reference.test(text ?? attributes)) throw new Error(`a bare & in ${whole}`);
    if (text !== undefined && open.length > 0) seen.findLast((one) => one.name === open.at(-1))!.text += text;
    else if (closing === '/' && open.pop() !== name) throw new Error(`${whole} closes another element`);
    else if (closing === '' && text === undefined) {
      const pairs = [...attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]);
      seen.push({ name, attributes: Object.fromEntries(pairs), text: '' });
      if (empty === '') open.push(name);
    }
    at += whole.length;
  }
  if (open.length > 0) throw new Error(`${open} never closed`);
  return seen;
};

describe('exit codes', () => {
  it('is 1 for violations or faults, 2 for undetermined only, 0 for nothing', () => {
    const undetermined = aFinding({ verdict: 'undetermined' });
    expect(exitCodeOf(aReport())).toBe(1);
    expect(exitCodeOf(aReport({ faults: [] }))).toBe(1);
    expect(exitCodeOf(aReport({ findings: [] }))).toBe(1);
    expect(exitCodeOf(aReport({ findings: [undetermined], faults: [] }))).toBe(2);
    expect(exitCodeOf(aReport({ findings: [], faults: [] }))).toBe(0);
  });
});

describe('SARIF', () => {
  it('leads each result to its rule, with help, and to its line in the file', () => {
    const { tool, results } = sarifOf(aReport());
    expect(tool.driver.rules[results[0]!.ruleIndex]).toMatchObject({
      id: 'atfl.10.card-count-limit',
      help: { text: expect.stringContaining('Cancel surplus cards.') },
    });
    expect(results[0]!.locations[0]!.physicalLocation).toEqual({
      artifactLocation: { uri: 'cards%20of%20%E6%B5%B7%E5%8F%A3.csv' },
      region: { startLine: 9 },
    });
    expect(results.map(({ ruleId, ruleIndex }) => tool.driver.rules[ruleIndex]!.id === ruleId)).toEqual([true, true]);
  });

  it('tells a violation by its severity, a fault as an error, what cannot be judged as a note', () => {
    const findings = [
      aFinding(),
      aFinding({ severity: 'minor' }),
      aFinding({ severity: 'advisory' }),
      aFinding({ verdict: 'undetermined' }),
    ];
    const levels = sarifOf(aReport({ findings })).results.map(({ level }) => level);
    expect(levels).toEqual(['error', 'warning', 'note', 'note', 'error']);
  });
});

describe('JUnit', () => {
  it('fails for a violation, skips what cannot be judged, errs for a fault, passes a rule that found nothing', () => {
    const elements = elementsOf(
      shownBy(junit, aReport({ findings: [aFinding(), aFinding({ verdict: 'undetermined' })] })),
    );
    expect(elements.map(({ name }) => name)).toEqual([
      'testsuites',
      'testsuite',
      'testcase',
      'testcase',
      'failure',
      'testcase',
      'skipped',
      'testcase',
      'error',
    ]);
    expect(elements[0]!.attributes).toMatchObject({ tests: '4', failures: '1', errors: '1', skipped: '1' });
  });

  it('is well-formed whatever the records and titles contain', () => {
    const because = { zh: '\u0000\u0008\u001b<&>"\'\ud800x\udc00\uffff𠮷\n\t', en: ']]>', conditions: {} };
    const xml = shownBy(junit, aReport({ findings: [aFinding({ because, recordId: '<R&"\n>' })] }));
    const failure = elementsOf(xml).find(({ name }) => name === 'failure');
    expect(failure?.attributes.message).toBe("\ufffd\ufffd\ufffd&lt;&amp;&gt;&quot;'\ufffdx\ufffd\ufffd𠮷&#10;&#9;");
  });
});

describe('the table', () => {
  it('says where, which article, which duty and what to do, in both languages', () => {
    const text = shownBy(table, aReport());
    for (const said of [
      '第10条 Art. 10',
      'cards of 海口.csv:9',
      '第 7 行 row 7',
      'R-7',
      title.zh,
      title.en,
      remedy.en,
    ]) {
      expect(text).toContain(said);
    }
    expect(text).toContain('2023-02-30');
    expect(text).not.toContain('\u0007');
  });

  it('lists the first rows of a rule and says how many more there are', () => {
    const text = shownBy(
      table,
      aReport({ findings: Array.from({ length: 25 }, (_, n) => aFinding({ recordId: `R-${n}` })) }),
    );
    expect(text).toContain('R-9 ');
    expect(text).not.toContain('R-10 ');
    expect(text).toContain('and 15 more');
  });

  it('says of what is about a whole period that it is, in each format, and leads to no line', () => {
    const { line: _, ...whole } = aFinding({ row: 0, recordId: '#file#2026-Q4' });
    const report = aReport({ findings: [whole] });
    expect(shownBy(table, report)).toContain('cards of 海口.csv  整期 whole period  #file#2026-Q4');
    expect(elementsOf(shownBy(junit, report)).map(({ attributes }) => attributes.name)).toContain(
      '整期 whole period · #file#2026-Q4',
    );
    const [{ locations }] = sarifOf(report).results as [ReturnType<typeof sarifOf>['results'][number]];
    expect(locations[0]!.physicalLocation).not.toHaveProperty('region');
  });

  it('marks a what-if as one', () => {
    expect(shownBy(table, { ...aReport(), on: '2022-11-30' })).toContain(
      'what if: all judged by the law of 2022-11-30',
    );
  });
});
