import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { KeptRecord } from '../../events/manifest.ts';
import { defaultCopyDays } from '../../events/upload.ts';
import { UPLOAD_COPY_DAYS } from '../env.ts';
import type { Alive, JudgedPieces, JudgedSlice, MoveDeps } from '../run-upload/deps.ts';
import { judgedPiece, keysPiece, piecesOf, recordsPiece } from '../run-upload/pieces.ts';
import type { RunDeps } from '../run-upload/run-upload.ts';
import { filesStore } from '../store/files.ts';
import { journalPut } from '../store/journal.ts';
import type { PassingObjects } from '../store/objects.ts';
import { succeeds } from '../store/transact.ts';
import { uploadsStore } from '../store/uploads.ts';

/** Days for which copies are there, as whoever deploys has chosen. */
export const copyDays = (): number => Number(process.env[UPLOAD_COPY_DAYS] || defaultCopyDays);

const now = (): Date => new Date();

export const moving = (db: DynamoDBClient, table: string): MoveDeps & Pick<RunDeps, 'judgedSlices'> => {
  const { upload, move, progress, judgedSlices } = uploadsStore(db, table);
  return {
    ...{ upload, progress, judgedSlices, now },
    move: (from, to, movedAt, entry) => succeeds(move(from, to, movedAt, entry && journalPut(table, entry))),
  };
};

/** What is there of a file, before it is taken up or when it is no more wanted. */
export const arriving = (uploads: PassingObjects): Pick<RunDeps, 'size' | 'clear'> => {
  const files = filesStore(uploads);
  return {
    size: files.size,
    clear: async (upload) => {
      await files.clear(upload.id, piecesOf(upload));
      await files.clearCopies(upload.id);
    },
  };
};

const beatMs = 15_000;

export const aliveness = (db: DynamoDBClient, table: string): Alive => {
  const { touch } = uploadsStore(db, table);
  return async (upload, work) => {
    // Whether the work is still ours is asked where it writes: a beat that fails is only a beat missed.
    const beat = setInterval(() => void touch(upload, now().toISOString()).catch(() => {}), beatMs);
    return work().finally(() => clearInterval(beat));
  };
};

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
