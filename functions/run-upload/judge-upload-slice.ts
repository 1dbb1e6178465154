import type { Upload } from '../../events/upload.ts';
import type { CutFile, JudgeDeps, SliceHow } from './deps.ts';
import { Superseded } from './ends.ts';

export const sliceHow = ({ chain, region, sector }: Upload, cut: CutFile, kinds: JudgeDeps['kinds']): SliceHow => ({
  contract: kinds[chain.recordKind]!,
  rows: cut.rows,
  span: { period: chain.period, mode: chain.mode },
  at: { region, sector },
});

/** Judges one slice of a file by itself and keeps what it gives. Repeated, it gives the same. Throws Superseded. */
export const judgeUploadSlice = async (upload: Upload, slice: number, deps: JudgeDeps): Promise<void> => {
  const cut = await deps.cut(upload.id);
  const bytes = await deps.sliceBytes(upload.id, slice, cut.slices[slice]!);
  const result = deps.judge(bytes, sliceHow(upload, cut, deps.kinds), false);
  const { rows, lines, faulty, faults, withoutOffset, worst, kept, raw } = result;
  const judged = { rows, lines, faulty, faults, withoutOffset, worst };
  const violating = raw.map(({ row }) => row);
  await deps.keepJudged(upload.id, slice, { ...judged, records: kept.length, violating }, result);
  if (!(await deps.sliceJudged(upload, slice, rows, deps.now().toISOString()))) throw new Superseded(upload.id);
};
