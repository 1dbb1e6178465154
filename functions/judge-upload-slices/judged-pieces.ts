import type { KeptRecord } from '../../events/manifest.ts';
import type { JudgedPieces, JudgedSlice } from '../run-upload/deps.ts';
import { judgedPiece, keysPiece, recordsPiece } from '../run-upload/pieces.ts';
import type { filesStore } from '../store/files.ts';

/** What judging slices gave, where every worker finds it. */
export const judgedPieces = (files: ReturnType<typeof filesStore>): JudgedPieces => ({
  judged: (id, n) => files.json<JudgedSlice>(id, judgedPiece(n)),
  sliceKeys: async (id, n) => {
    const bytes = await files.bytes(id, keysPiece(n));
    // Numbers stand at multiples of four; the bytes of an answer may begin anywhere.
    return new Uint32Array(new Uint8Array(bytes).buffer);
  },
  sliceRecords: (id, n) => files.json<readonly KeptRecord[]>(id, recordsPiece(n)),
});
