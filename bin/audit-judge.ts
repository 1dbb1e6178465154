import { randomBytes } from 'node:crypto';
import type { AnyRecord, Contract } from '../events/contract.ts';
import type { Fault } from '../events/fault.ts';
import type { Finding, Judgement, Verdict } from '../events/finding.ts';
import { normalise } from '../events/normalise.ts';
import type { Counts, Warning } from '../events/submission.ts';
import { tokeniser } from '../functions/edge/tokens.ts';
import { catalogue } from '../rules/engine/catalogue.ts';
import { compiledJudge } from '../rules/engine/judge.ts';
import { type Rule, versionOf } from '../rules/engine/rule.ts';
import type { Lists } from '../rules/facts/lists.ts';
import { countsOf, findingsOf, type JudgedRecord } from '../rules/judged.ts';
import { listsFor } from '../rules/look-up.ts';
import { counted } from './audit-counting.ts';
import type { AuditFile } from './audit-file.ts';
import { isUnread } from './audit-json.ts';
import { tokenisedLists } from './audit-lists.ts';
import { judgePeriodsIn } from './audit-periods.ts';
import type { AuditReport, FileReport, Place, RuleTally } from './audit-report.ts';

/** A record in normal form with tokens, and the row and line it stands on. */
type Row = { readonly row: number; readonly line: number; readonly record: AnyRecord };
type Read = {
  readonly of: AuditFile;
  readonly rows: readonly Row[];
  readonly faults: readonly (Fault & Place)[];
  readonly warnings: readonly (Warning & Place)[];
};

/** By the law of which day instead of the records' own, by which authority's figures, and with which lists there. */
type How = {
  readonly on?: string;
  readonly region?: string;
  readonly sector?: string;
  readonly lists?: Parameters<typeof tokenisedLists>[0];
};

const ever = { from: '0001-01-01', to: '9999-12-31' };
const told: readonly Verdict[] = ['violation', 'undetermined'];
const noCounts: Counts = { records: 0, faults: 0, compliant: 0, violation: 0, undetermined: 0, notApplicable: 0 };

const ruleByVersion = new Map(catalogue.rules.map((rule) => [`${rule.id} ${versionOf(rule)}`, rule]));
const ruleOf = ({ rule, version }: Pick<Judgement, 'rule' | 'version'>): Rule =>
  ruleByVersion.get(`${rule} ${version}`)!;

/** Reads the rows against the contract; whatever is told of a row is told with its number and line in the file. */
const readRows = (of: AuditFile, tokenise: (contract: Contract, record: AnyRecord) => AnyRecord): Read => {
  const { file, contract, format, rows, period = { period: ever, mode: 'events' as const } } = of;
  const located = of.faults.map((fault) => ({ ...fault, file }));
  if (contract === undefined) return { of, rows: [], faults: located, warnings: [] };

  const numbered = rows.map((source, at) => ({ ...source, row: at + 1, isUnread: isUnread(source) }));
  const readable = numbered.filter((source) => !source.isUnread);
  const read = normalise(
    contract,
    readable.map(({ value }) => value),
    period,
  );
  const inFile = <
    T extends {
      readonly row?: number;
      readonly otherRow?: number;
      readonly pointer?: string;
      readonly column?: string;
    },
  >(
    one: T,
  ) => {
    const { row, otherRow, pointer, column, ...rest } = one;
    const source = row === undefined ? undefined : readable[row - 1]!;
    return {
      ...rest,
      // In a file of headings people look for theirs.
      ...(column !== undefined && { column: of.headings?.get(column) ?? column }),
      // A pointer leads into a JSON body; in other files the row and column say where.
      ...(format === 'json' && pointer !== undefined && { pointer }),
      ...(source && { row: source.row, line: source.line }),
      ...(otherRow !== undefined && { otherRow: readable[otherRow - 1]!.row }),
      file,
    };
  };
  return {
    of,
    rows: read.records.map(({ row, record }) => {
      const source = readable[row - 1]!;
      return { row: source.row, line: source.line, record: tokenise(contract, record) };
    }),
    faults: [...located, ...read.faults.map(inFile)],
    warnings: read.warnings.map(inFile),
  };
};

const sourcesOf = ({ sources }: Rule): string =>
  sources
    .map(({ instrument, article, paragraph, item }) =>
      [
        `《${instrument}》`,
        article !== undefined && `第${article}条`,
        paragraph !== undefined && `第${paragraph}款`,
        item !== undefined && `第${item}项`,
      ]
        .filter(Boolean)
        .join(''),
    )
    .join('；');

const talliesOf = (judged: readonly JudgedRecord[]): RuleTally[] => {
  const byRule = new Map<string, { rule: Rule; counts: Record<Verdict, number> }>();
  for (const { judgements } of judged) {
    for (const judgement of judgements) {
      const known = byRule.get(judgement.rule);
      if (known !== undefined) {
        known.counts[judgement.verdict] += 1;
        continue;
      }
      const counts = { violation: 0, undetermined: 0, compliant: 0, 'not-applicable': 0 };
      counts[judgement.verdict] += 1;
      byRule.set(judgement.rule, { rule: ruleOf(judgement), counts });
    }
  }
  const ids = [...new Set(catalogue.rules.map(({ id }) => id))];
  return ids.flatMap((id) => {
    const known = byRule.get(id);
    if (known === undefined) return [];
    const { rule, counts } = known;
    const { 'not-applicable': notApplicable, ...others } = counts;
    return {
      rule: id,
      recordKind: rule.recordKind,
      article: rule.sources[0]!.article ?? '',
      severity: rule.severity,
      title: rule.title,
      remedy: { zh: rule.remedy.zh, en: rule.remedy.en },
      sources: sourcesOf(rule),
      ...others,
      notApplicable,
    };
  });
};

const sum = (all: readonly Counts[]): Counts =>
  all.reduce(
    (a, b) => ({
      records: a.records + b.records,
      faults: a.faults + b.faults,
      compliant: a.compliant + b.compliant,
      violation: a.violation + b.violation,
      undetermined: a.undetermined + b.undetermined,
      notApplicable: a.notApplicable + b.notApplicable,
    }),
    noCounts,
  );

/** The records of all files of one kind, judged together: cards and periods are counted over all of them. */
const judgeKind = (
  contract: Contract,
  files: readonly Read[],
  said: Lists,
  { on, region, sector = contract.sectors[0]! }: How,
) => {
  const by = { ...(on !== undefined && { on }), ...(region !== undefined && { at: { region, sector } }) };
  const judge = compiledJudge(contract.kind, by);
  const periods = judgePeriodsIn(
    contract,
    files.map(({ rows }) => rows.map(({ record }) => record)),
    by,
  );
  const sources = counted(
    contract,
    files.flatMap(({ rows }) => rows.map(({ record }) => record)),
  );
  const listsOf = listsFor(contract.looksUp, said);
  let next = 0;
  return files.map(({ of, rows }, n) => ({
    of,
    rows,
    periods: periods[n]!,
    judged: rows.map(({ row, record }): JudgedRecord => {
      const held = sources[next]!;
      const lists = listsOf(held.record);
      const source = lists === undefined ? held : { ...held, lists };
      next += 1;
      return { row, recordId: record.recordId, judgements: judge(source) };
    }),
  }));
};

const findingsIn = (file: string, rows: readonly Row[], judged: readonly JudgedRecord[]): (Finding & Place)[] => {
  const lineOf = new Map(rows.map(({ row, line }) => [row, line]));
  const worth = judged.map(({ judgements, ...record }) => ({
    ...record,
    judgements: judgements.filter(({ verdict }) => told.includes(verdict)),
  }));
  return findingsOf(worth, ruleOf).map((finding) => ({ ...finding, file, line: lineOf.get(finding.row) }));
};

/** Judges the files with no service: the same reading, the same rules, counted over these files alone. */
export const judgeFiles = (files: readonly AuditFile[], how: How = {}): AuditReport => {
  const { on } = how;
  // A key that nobody keeps: the tokens of this run mean nothing after it.
  const { token, tokenise } = tokeniser(randomBytes(32));
  const said = tokenisedLists(how.lists ?? new Map(), token);
  const read = files.map((file) => readRows(file, tokenise));
  const byKind = Map.groupBy(read, ({ of }) => of.contract);
  const judged = [...byKind].flatMap(([contract, ofKind]) => (contract ? judgeKind(contract, ofKind, said, how) : []));
  const judgedOf = new Map(judged.map((one) => [one.of, one]));

  const reports = files.map((of): FileReport => {
    const { file, format, contract, rows } = of;
    const counts = countsOf(judgedOf.get(of)?.judged ?? [], rows.length);
    return { file, format, recordKind: contract?.kind ?? null, counts };
  });
  return {
    release: catalogue.release,
    ...(on !== undefined && { on }),
    files: reports,
    counts: sum(reports.map(({ counts }) => counts)),
    rules: talliesOf(judged.flatMap((one) => [...one.judged, ...one.periods])),
    findings: files.flatMap((of) => {
      const one = judgedOf.get(of);
      return one === undefined ? [] : findingsIn(of.file, one.rows, [...one.judged, ...one.periods]);
    }),
    faults: read.flatMap(({ faults }) => faults),
    warnings: read.flatMap(({ warnings }) => warnings),
  };
};
