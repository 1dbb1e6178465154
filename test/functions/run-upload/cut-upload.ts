import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeptRecord } from '../../../events/manifest.ts';
import type { MovingUpload } from '../../../events/upload.ts';
import { sliceJudge } from '../../../functions/judge-slice/judge-slice.ts';
import type { CutFile, JudgedPieces, JudgedSlice } from '../../../functions/run-upload/deps.ts';
import { anUpload, instant } from '../../store-suite/examples.ts';
import { contractOf, type SomeFile, writtenFile } from '../judge-files/some-files.ts';

/** The same rows, never cut. */
export const inOnePiece = (file: SomeFile): SomeFile => ({
  ...file,
  rows: file.rows.map((row) => ({ ...row, cutBefore: false })),
});

/** An upload whose slices are judged, with what judging them gave in memory. */
export const cutUpload = (file: SomeFile) => {
  const work = mkdtempSync(join(tmpdir(), 'fanzha-cut-'));
  const { prepared } = writtenFile(work, file);
  const { rows, slices, firstLine, said } = prepared;
  const bytes = slices.map(({ path, from, to }) => readFileSync(path).subarray(from, to));
  rmSync(work, { recursive: true, force: true });
  const period = file.period ?? { from: '0001-01-01', to: '9999-12-31' };
  const contract = contractOf(file);
  const own = anUpload('u');
  const judgeOf = (isRaw: boolean) =>
    sliceJudge({
      ...{ contract, rows, span: { period, mode: file.mode }, seed: 0, by: { at: own } },
      // As much as a token is: no longer what was sent.
      tokenise: (record) =>
        isRaw ? record : { ...record, ...(record.msisdn !== undefined && { msisdn: `t:${record.msisdn}` }) },
    });
  const judged = bytes.map((one) => judgeOf(false)(one));
  const upload: MovingUpload = {
    ...anUpload('u', { state: 'counting', stage: 'counting', run: 1, slices: slices.length }),
    chain: { ...own.chain, recordKind: file.kind, period, mode: file.mode },
    ...{ movedAt: instant(0), done: 0, slicesDone: slices.length },
    rowsJudged: judged.reduce((sum, one) => sum + one.rows, 0),
  };
  const cut: CutFile = {
    ...{ rows, firstLine, warnings: [], written: { encoding: 'utf-8', isGzipped: false } },
    ...(said && { said }),
    slices: slices.map(() => 'piece' as const),
  };
  const pieces: JudgedPieces & { readonly sliceRaw: (id: string, n: number) => Promise<readonly KeptRecord[]> } = {
    judged: async (_, n) => {
      const { faulty, faults, withoutOffset, worst, kept, raw, ...one } = judged[n]!;
      const violating = raw.map(({ row }) => row);
      const own: JudgedSlice = {
        ...{ rows: one.rows, lines: one.lines, faulty, faults, withoutOffset, worst },
        ...{ records: kept.length, violating },
      };
      return structuredClone(own);
    },
    sliceKeys: async (_, n) => judged[n]!.keys,
    sliceRecords: async (_, n) => structuredClone(judged[n]!.kept),
    sliceRaw: async (_, n) => structuredClone(judged[n]!.raw),
  };
  return { upload, cut, pieces, contract, bytes, judgeOf };
};
