import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AuditRun, auditRun } from './audit-run.ts';
import { generatedFile, kept, wantRoom } from './generated.ts';
import { type FileRead, readFile } from './read-file.ts';

/** Of 22 columns: texts, numbers, lists, instants. Nothing about it is counted over several records. */
const kind = 'iot-usage';
const violating = 0.01;
const sheetRows = 100_000;
/** What a row takes on the disk: twice in CSV, and, where it violates, in what is found of it and in the report. */
const bytesPerRow = 4_500;

export type FilesFigures = {
  readonly records: number;
  /** Cells of the table alone, on as many threads as all else here. */
  readonly floorSeconds: number;
  /** The table read against its contract by the fastest reader there is. */
  readonly parseSeconds: number;
  readonly rowsPerSecond: number;
  /** The command line from its start to its end, the whole report written. */
  readonly wholeSeconds: number;
  readonly wholeOverParse: number;
  /** The same for a table of which every row violates, over one with one in a hundred. */
  readonly wrongOverClean: number;
  /** Of the command line on the table of which one row in a hundred violates. */
  readonly peakMB: number;
  readonly peakOfWrongMB: number;
  readonly sheetRows: number;
  /** The command line on a workbook. */
  readonly xlsxSeconds: number;
  /** The same with its annotated copy, the rows to fix and all reports written. */
  readonly annotatedSeconds: number;
};

const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]!;
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/** Everything turn by turn, so that all meet the same machine. */
const turns = 3;

/** Reading and judging a file of `rows` records, and what a workbook of at most 100,000 takes. */
export const run = async ({ rows: records = 1_500_000 }: { readonly rows?: number }): Promise<FilesFigures> => {
  if (!Number.isInteger(records) || records < 1) throw new Error(`--rows must be a number of rows, not ${records}`);
  mkdirSync(kept, { recursive: true });
  for (const directory of new Set([kept, tmpdir()])) wantRoom(directory, records * bytesPerRow);
  const table = { kind, rows: records, seed: 1, format: 'csv' } as const;
  const clean = generatedFile({ ...table, wrong: violating });
  const wrong = generatedFile({ ...table, wrong: 1 });
  const sheet = { kind, rows: Math.min(records, sheetRows), wrong: violating, seed: 1, format: 'xlsx' } as const;
  const workbook = generatedFile(sheet);

  const work = mkdtempSync(join(tmpdir(), 'fanzha-bench-'));
  try {
    const audit = (file: string, out?: string) => auditRun([`${kind}=${file}`], work, out);
    const [floor, parse, whole]: [FileRead[], FileRead[], AuditRun[]] = [[], [], []];
    for (let turn = 0; turn < turns; turn += 1) {
      floor.push(await readFile(clean, kind, 'cells'));
      parse.push(await readFile(clean, kind, 'records'));
      whole.push(await audit(clean));
    }
    const ofWrong = await audit(wrong);
    if (ofWrong.counts.violation !== records) throw new Error(`of ${records} rows ${ofWrong.counts.violation} violate`);
    const [xlsx, annotated]: [AuditRun[], AuditRun[]] = [[], []];
    for (let turn = 0; turn < turns; turn += 1) {
      xlsx.push(await audit(workbook));
      annotated.push(await audit(workbook, join(work, `out-${turn}`)));
    }
    for (const { counts } of [...whole, ...xlsx, ...annotated]) {
      if (counts.faults > 0 || counts.violation === 0)
        throw new Error(`not what was generated: ${JSON.stringify(counts)}`);
    }
    const secondsOf = (all: readonly { readonly seconds: number }[]) => median(all.map(({ seconds }) => seconds));
    const [parseSeconds, wholeSeconds] = [secondsOf(parse), secondsOf(whole)];
    return {
      records,
      floorSeconds: rounded(secondsOf(floor), 2),
      parseSeconds: rounded(parseSeconds, 2),
      rowsPerSecond: Math.round(records / parseSeconds),
      wholeSeconds: rounded(wholeSeconds, 2),
      wholeOverParse: rounded(wholeSeconds / parseSeconds, 2),
      wrongOverClean: rounded(ofWrong.seconds / wholeSeconds, 2),
      peakMB: Math.round(Math.max(...whole.map(({ peakMB }) => peakMB))),
      peakOfWrongMB: Math.round(ofWrong.peakMB),
      sheetRows: sheet.rows,
      xlsxSeconds: rounded(secondsOf(xlsx), 2),
      annotatedSeconds: rounded(secondsOf(annotated), 2),
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};
