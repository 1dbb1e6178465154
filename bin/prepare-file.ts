import { mkdirSync, statSync } from 'node:fs';
import type { Contract } from '../events/contract.ts';
import { kindNotSaid } from '../functions/files/kind-faults.ts';
import { defaultLimits } from '../functions/files/limits.ts';
import { prepareFile } from '../functions/files/prepare-file.ts';
import { isReadable, type Prepared, type Slice, type Unreadable } from '../functions/files/prepared.ts';
import { bytesOf } from '../functions/judge-files/slice-bytes.ts';
import type { eachRow } from '../functions/judge-slice/each-row.ts';
import { CannotRun } from './audit-arguments.ts';

type Kinds = Readonly<Record<string, Contract>>;

/** Small slices need little memory, and keep every thread busy to the end. */
export const sliceBytes = 256 * 1024;

/** The command was called wrongly: nothing is wrong with the file itself. */
const ofTheCall = new Set(['KIND_NOT_SAID', 'UNKNOWN_KIND', 'OTHER_KIND']);

/** What reads workbooks is large, and most long runs have none. */
const prepareWorkbook: Parameters<typeof prepareFile>[2]['prepareWorkbook'] = async (path, options) => {
  const { prepareWorkbook: prepare } = await import('../functions/files/prepare-workbook.ts');
  return prepare(path, options);
};

/**
 * A file ready to be read in slices, or why it cannot be; what is made of it is written into `work`, which is made too.
 * Throws CannotRun where it cannot be opened or does not say its kind.
 */
export const preparedFile = async (
  path: string,
  kind: string | undefined,
  kinds: Kinds,
  work: string,
): Promise<Prepared | Unreadable> => {
  try {
    statSync(path);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    throw new CannotRun({ zh: `读不到文件 ${path}（${why}）。`, en: `The file ${path} cannot be read (${why}).` });
  }
  mkdirSync(work, { recursive: true });
  const contract = kind === undefined ? undefined : kinds[kind];
  const options = { contract, kinds, work, sliceBytes, limits: defaultLimits };
  const read = await prepareFile(path, options, { prepareWorkbook });
  const isOfNoKind = isReadable(read) && read.kind === undefined && kind === undefined;
  const wrong = isOfNoKind
    ? kindNotSaid(kinds, [])
    : isReadable(read)
      ? undefined
      : read.faults.find(({ code }) => ofTheCall.has(code));
  if (wrong === undefined) return read;
  const { cause, fix, expected } = wrong;
  throw new CannotRun({
    zh: `${path}：${cause.zh}${fix.zh}（--kind：${expected?.zh}）`,
    en: `${path}: ${cause.en} ${fix.en} (--kind: ${expected?.en})`,
  });
};

type Reader = ReturnType<typeof eachRow>;

/** Reads slices one after the other by a reader of their form; `slice` hears of the lines of each when it is read. */
export const readSlices = (
  slices: readonly Slice[],
  read: Reader,
  take: { readonly row: Parameters<Reader>[1]; readonly slice?: (lines: number) => void },
): void => {
  for (const slice of slices) {
    const { lines } = read(bytesOf(slice), take.row);
    take.slice?.(lines);
  }
};
