import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Judgement, Verdict } from '../../events/finding.ts';
import type { Rule } from '../../rules/engine/rule.ts';

// What slices found, on the disk: one line a finding, `row TAB line TAB rule TAB record id TAB what is told of it`. The
// same is told of very many records, so most lines name it by a number, and what it is stands in a list of its own.

export type Told = 'violation' | 'undetermined';
export const toldVerdicts: readonly Told[] = ['violation', 'undetermined'];
export const isTold = (verdict: Verdict): verdict is Told => verdict === 'violation' || verdict === 'undetermined';

/** A finding before its file, row and line are known for the whole file. */
export type FoundLine = {
  readonly row: number;
  /** None of what is about a whole period. */
  readonly line?: number;
  readonly rule: string;
  readonly recordId: string;
  /** All else that is told of it, as JSON without its opening brace: `"rule":…}`. */
  readonly rest: string;
};

/** What is told of a judgement besides whose it is. */
export const restOf = (
  judgement: Judgement,
  ruleOf: (judgement: Pick<Judgement, 'rule' | 'version'>) => Rule,
): Omit<Finding, 'recordId' | 'row'> => {
  const { severity, sources, title, remedy } = ruleOf(judgement);
  return {
    rule: judgement.rule,
    version: judgement.version,
    lawDate: judgement.lawDate,
    ...(judgement.parameters !== undefined && { parameters: judgement.parameters }),
    verdict: judgement.verdict,
    severity,
    article: sources[0]!.article ?? '',
    title,
    remedy: { zh: remedy.zh, en: remedy.en },
    because: judgement.because ?? null,
    missing: judgement.missing ?? [],
  };
};

/** So many different tellings a writer keeps by number; what comes later is written out. */
const mostNumbered = 8_000;

const foundFile = (work: string, verdict: Told, slice: number): string => join(work, `found-${verdict}-${slice}`);
const tellingsFile = (work: string, writer: number): string => join(work, `tellings-${writer}`);

/** Writes what one of several writers finds. */
export const foundWriter = (
  work: string,
  writer: number,
  ruleOf: (judgement: Pick<Judgement, 'rule' | 'version'>) => Rule,
) => {
  const numberOf = new Map<string, number>();
  const known = new WeakMap<Judgement, string>();
  let fresh = '';
  /** `3.17`: the seventeenth of writer 3; or `=` and the telling itself. */
  const nameOf = (judgement: Judgement): string => {
    const found = known.get(judgement);
    if (found !== undefined) return found;
    const text = JSON.stringify(restOf(judgement, ruleOf)).slice(1);
    const numbered = numberOf.get(text);
    if (numbered === undefined && numberOf.size >= mostNumbered) return `=${text}`;
    if (numbered === undefined) {
      fresh += `${text}\n`;
      numberOf.set(text, numberOf.size);
    }
    const name = `${writer}.${numberOf.get(text)!}`;
    known.set(judgement, name);
    return name;
  };
  const lineOf = (place: Omit<FoundLine, 'rest' | 'rule'>, judgement: Judgement): string =>
    `${place.row}\t${place.line}\t${judgement.rule}\t${place.recordId}\t${nameOf(judgement)}\n`;
  const flush = (): void => {
    if (fresh !== '') appendFileSync(tellingsFile(work, writer), fresh);
    fresh = '';
  };
  return {
    lineOf,
    /** All that a slice found by itself. */
    write: (slice: number, lines: Readonly<Record<Told, string>>): void => {
      for (const verdict of toldVerdicts) {
        if (lines[verdict] !== '') writeFileSync(foundFile(work, verdict, slice), lines[verdict]);
      }
      flush();
    },
    /** What counting adds to a slice: lines as above; what it takes away: `row TAB rule`. */
    correct: (slice: number, verdict: Told, lines: string, gone: string): void => {
      if (lines !== '') appendFileSync(`${foundFile(work, verdict, slice)}-more-${writer}`, lines);
      if (gone !== '') appendFileSync(`${foundFile(work, verdict, slice)}-gone-${writer}`, gone);
      flush();
    },
  };
};

/** Writes findings that were kept elsewhere as those of a slice: in order of row, and not yet on a line. */
export const writeKept = (work: string, slice: number, findings: readonly Finding[]): void => {
  for (const verdict of toldVerdicts) {
    const lines = findings.flatMap(({ row, recordId, ...rest }) =>
      rest.verdict === verdict
        ? [`${row}\t0\t${rest.rule}\t${recordId.replaceAll(/\s/g, ' ')}\t=${JSON.stringify(rest).slice(1)}\n`]
        : [],
    );
    if (lines.length > 0) writeFileSync(foundFile(work, verdict, slice), lines.join(''));
  }
};

const linesIn = (file: string): readonly string[] =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];

/** Reads what `writers` writers have found, in order of row and rule. */
export const foundReader = (work: string, writers: number) => {
  const tellings = Array.from({ length: writers }, (_, writer) => linesIn(tellingsFile(work, writer)));
  const restIn = (name: string): string => {
    if (name.startsWith('=')) return name.slice(1);
    const dot = name.indexOf('.');
    return tellings[Number(name.slice(0, dot))]![Number(name.slice(dot + 1))]!;
  };
  const parsed = (line: string): FoundLine => {
    const [row, at, rule, recordId] = line.split('\t', 4) as [string, string, string, string];
    const from = row.length + at.length + rule.length + recordId.length + 4;
    return { row: Number(row), line: Number(at), rule, recordId, rest: restIn(line.slice(from)) };
  };
  return (slice: number, verdict: Told, skipped: ReadonlySet<number> | undefined): readonly FoundLine[] => {
    const file = foundFile(work, verdict, slice);
    const all = Array.from({ length: writers }, (_, writer) => writer);
    const more = all.flatMap((writer) => linesIn(`${file}-more-${writer}`));
    const gone = new Set(all.flatMap((writer) => linesIn(`${file}-gone-${writer}`)));
    const byItself = linesIn(file).map(parsed);
    const found = [...byItself.filter(({ row, rule }) => !gone.has(`${row}\t${rule}`)), ...more.map(parsed)].filter(
      ({ row }) => skipped?.has(row) !== true,
    );
    // A slice writes row by row; only what counting adds has to be put in its place.
    return found.sort((a, b) => a.row - b.row || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
  };
};
