import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Judgement, Verdict } from '../../events/finding.ts';
import type { Rule } from '../../rules/engine/rule.ts';
import { told } from '../../rules/judged.ts';
import { sliceTextReader, sliceTextWriter } from './slice-texts.ts';
import { mostNumbered, tellingReader, tellingsFile } from './tellings.ts';

// What slices found, on the disk: one line a finding, `row TAB line TAB rule TAB record id TAB law date TAB what is told of
// it`. The same is told of very many records, so most lines name it by a number, and what it is stands in a list of its
// own: without the day, since a file has records of each day of a year.

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
  /** All else that is told of it, as JSON without its opening brace. */
  readonly rest: string;
};

/** The same as it stands on the disk; `telling` is a name of what is told of it but the day, or `=` and that itself. */
export type NamedLine = Omit<FoundLine, 'rest'> & { readonly lawDate: string; readonly telling: string };

type Corrected = 'more' | 'gone';

/** A line that stands among a slice's own as they do, or `row TAB rule` of one of its own that does not. */
export type CorrectedLine = {
  readonly slice: number;
  readonly what: Corrected;
  readonly verdict: Told;
  readonly text: string;
};

const foundFile = (work: string, verdict: Told, writer: number): string => join(work, `found-${verdict}-${writer}`);
const foundFiles = (work: string, writer: number) => ({
  violation: sliceTextWriter(foundFile(work, 'violation', writer)),
  undetermined: sliceTextWriter(foundFile(work, 'undetermined', writer)),
});
/** Of a slice only few findings are corrected, by each of many partitions: so many slices have one file for them. */
const slicesTogether = 64;
const groupOf = (slice: number): number => Math.floor(slice / slicesTogether);
const correctionsFile = (work: string, what: Corrected, verdict: Told, group: number, writer: number): string =>
  join(work, `${what}-${verdict}-${group}-${writer}`);

/** Writes what one of several writers finds. */
export const foundWriter = (
  work: string,
  writer: number,
  ruleOf: (judgement: Pick<Judgement, 'rule' | 'version'>) => Rule,
) => {
  const files = foundFiles(work, writer);
  const numberOf = new Map<string, number>();
  const known = new WeakMap<Judgement, string>();
  let fresh = '';
  /** `3.17`: the seventeenth of writer 3; or `=` and the telling itself. */
  const nameOf = (judgement: Judgement): string => {
    const found = known.get(judgement);
    if (found !== undefined) return found;
    const { lawDate: _, ...dayless } = told(judgement, ruleOf(judgement));
    const text = JSON.stringify(dayless).slice(1);
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
    `${place.row}\t${place.line}\t${judgement.rule}\t${place.recordId}\t${judgement.lawDate}\t${nameOf(judgement)}\n`;
  const flush = (): void => {
    if (fresh !== '') appendFileSync(tellingsFile(work, writer), fresh);
    fresh = '';
  };
  return {
    lineOf,
    /** All that a slice found by itself. */
    write: (slice: number, lines: Readonly<Record<Told, string>>): void => {
      for (const verdict of toldVerdicts) {
        files[verdict].add(slice, lines[verdict]);
      }
      flush();
    },
    /** All slices have been written. */
    close: (): void => {
      for (const verdict of toldVerdicts) files[verdict].close();
    },
    /** What counting adds to slices, and what it takes away. */
    correct: (corrections: Iterable<CorrectedLine>): void => {
      const texts = new Map<string, string>();
      for (const { slice, what, verdict, text } of corrections) {
        const file = correctionsFile(work, what, verdict, groupOf(slice), writer);
        texts.set(file, `${texts.get(file) ?? ''}${slice}\t${text}`);
      }
      for (const [file, text] of texts) appendFileSync(file, text);
      flush();
    },
  };
};

/** Writes findings that were kept elsewhere as those of slices: in order of row, and not yet on a line. */
export const keptWriter = (work: string) => {
  const files = foundFiles(work, 0);
  const write = (slice: number, findings: readonly Finding[]): void => {
    for (const verdict of toldVerdicts) {
      const lines = findings.flatMap(({ row, recordId, lawDate, ...rest }) =>
        rest.verdict === verdict
          ? [
              `${row}\t0\t${rest.rule}\t${recordId.replaceAll(/\s/g, ' ')}\t${lawDate}\t=${JSON.stringify(rest).slice(1)}\n`,
            ]
          : [],
      );
      files[verdict].add(slice, lines.join(''));
    }
  };
  return {
    write,
    close: (): void => {
      for (const verdict of toldVerdicts) files[verdict].close();
    },
  };
};

const linesOf = (text: string): readonly string[] => text.split('\n').slice(0, -1);
const linesIn = (file: string): readonly string[] => (existsSync(file) ? linesOf(readFileSync(file, 'utf8')) : []);

/** The corrections of a slice. Those of the slices that share its file are kept until others are asked for. */
const correctionsReader = (work: string, what: Corrected, verdict: Told, writers: number) => {
  let group = -1;
  let bySlice = new Map<number, string[]>();
  return (slice: number): readonly string[] => {
    if (groupOf(slice) !== group) {
      group = groupOf(slice);
      bySlice = new Map();
      for (let writer = 0; writer < writers; writer += 1) {
        for (const line of linesIn(correctionsFile(work, what, verdict, group, writer))) {
          const tab = line.indexOf('\t');
          const of = Number(line.slice(0, tab));
          const own = bySlice.get(of) ?? [];
          bySlice.set(of, own);
          own.push(line.slice(tab + 1));
        }
      }
    }
    return bySlice.get(slice) ?? [];
  };
};

const parsed = (text: string): NamedLine => {
  const [row, line, rule, recordId, lawDate] = text.split('\t', 5) as [string, string, string, string, string];
  const from = row.length + line.length + rule.length + recordId.length + lawDate.length + 5;
  return { row: Number(row), line: Number(line), rule, recordId, lawDate, telling: text.slice(from) };
};

/** Reads what `writers` writers have found, in order of row and rule; of what is told, the names. */
export const namedReader = (work: string, writers: number) => {
  const readers = (verdict: Told) => ({
    more: correctionsReader(work, 'more', verdict, writers),
    gone: correctionsReader(work, 'gone', verdict, writers),
    own: sliceTextReader(Array.from({ length: writers }, (_, writer) => foundFile(work, verdict, writer))),
  });
  const written = { violation: readers('violation'), undetermined: readers('undetermined') };
  return (
    slice: number,
    verdict: Told,
    skipped: Pick<ReadonlySet<number>, 'has'> | undefined,
  ): readonly NamedLine[] => {
    const more = written[verdict].more(slice);
    const gone = new Set(written[verdict].gone(slice));
    const byItself = linesOf(written[verdict].own(slice)).map(parsed);
    const found = [...byItself.filter(({ row, rule }) => !gone.has(`${row}\t${rule}`)), ...more.map(parsed)].filter(
      ({ row }) => skipped?.has(row) !== true,
    );
    // A slice writes row by row; only what counting adds has to be put in its place.
    return found.sort((a, b) => a.row - b.row || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
  };
};

/** Reads what `writers` writers have found, in order of row and rule. */
export const foundReader = (work: string, writers: number) => {
  const read = namedReader(work, writers);
  const bytesOf = tellingReader(work, writers);
  const known = new Map<string, string>();
  const restOf = (telling: string): string => {
    if (telling.startsWith('=')) return telling.slice(1);
    const rest = known.get(telling) ?? bytesOf(telling).toString();
    known.set(telling, rest);
    return rest;
  };
  return (slice: number, verdict: Told, skipped: Pick<ReadonlySet<number>, 'has'> | undefined): readonly FoundLine[] =>
    read(slice, verdict, skipped).map(({ lawDate, telling, ...one }) => ({
      ...one,
      rest: `"lawDate":"${lawDate}",${restOf(telling)}`,
    }));
};
