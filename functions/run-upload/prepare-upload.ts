import type { Fault } from '../../events/fault.ts';
import type { MovingUpload } from '../../events/upload.ts';
import { isReadable, type Prepared } from '../files/prepared.ts';
import type { CutFile, Fetched, PrepareDeps } from './deps.ts';
import { goOn, refuseFile, tellProgress } from './ends.ts';
import { fileIsGone, notAsSaid, otherKind, saysOtherwise } from './file-faults.ts';

/** Step Functions takes no more in one list, and an answer that names them all stays small. */
export const maxSlices = 2_000;

const wrongAsAWhole = (file: Prepared, upload: MovingUpload): readonly Fault[] => [
  ...file.faults,
  ...(file.kind !== undefined && file.kind !== upload.chain.recordKind
    ? [otherKind(file.kind, upload.chain.recordKind)]
    : []),
  ...(file.said === undefined ? [] : saysOtherwise(file.said, upload)),
];

const cutOf = async (file: Prepared, fetched: Fetched, id: string, deps: PrepareDeps): Promise<CutFile> => {
  const slices: CutFile['slices'][number][] = [];
  for (const [n, slice] of file.slices.entries()) {
    const isOfFile = slice.path === fetched.path;
    if (!isOfFile) await deps.keepPiece(id, n, slice);
    slices.push(isOfFile ? { from: slice.from, to: slice.to } : 'piece');
  }
  const { rows, firstLine, said, warnings, encoding, isGzipped, sheet } = file;
  const written = { encoding, isGzipped, ...(sheet && { sheet }) };
  return { rows, written, firstLine, ...(said && { said }), warnings, slices };
};

/**
 * The first stage: the file is fetched, held against what was said of it, and cut into slices that every worker finds.
 * Repeated, it does the same. Refuses what cannot be read as a whole. Throws Superseded.
 */
export const prepareUpload = async (upload: MovingUpload, deps: PrepareDeps): Promise<void> => {
  const told = tellProgress(upload, deps, 1_000);
  const fetched = await deps.fetch(upload, told);
  if (fetched === undefined) return refuseFile(upload, [fileIsGone], 1, deps);
  try {
    if (fetched.size !== upload.size || fetched.sha256 !== upload.sha256) {
      return await refuseFile(upload, [notAsSaid(upload, fetched)], 1, deps);
    }
    const file = await deps.prepare(fetched, deps.kinds[upload.chain.recordKind]!);
    const wrong = isReadable(file) ? wrongAsAWhole(file, upload) : file.faults;
    if (!isReadable(file) || wrong.length > 0) return await refuseFile(upload, wrong, wrong.length, deps);
    await told(upload.size);
    const cut = await cutOf(file, fetched, upload.id, deps);
    await deps.keepCut(upload.id, cut);
    const known = { slices: cut.slices.length, isTable: cut.rows.form === 'csv' };
    await goOn(upload, { state: 'judging', stage: 'judging', ...known }, deps);
  } finally {
    await deps.discard(fetched);
  }
};
