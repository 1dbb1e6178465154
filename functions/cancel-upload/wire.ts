import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { piecesOf } from '../run-upload/pieces.ts';
import { filesStore } from '../store/files.ts';
import { journalPut } from '../store/journal.ts';
import type { PassingObjects } from '../store/objects.ts';
import { succeeds } from '../store/transact.ts';
import { uploadsStore } from '../store/uploads.ts';
import type { CancelDeps } from './cancel-upload.ts';

/** What whoever stops an upload, or has it go on, needs of one table. */
export const movingUploads = (db: DynamoDBClient, table: string): Pick<CancelDeps, 'upload' | 'move' | 'now'> => {
  const { upload, move } = uploadsStore(db, table);
  return {
    upload,
    move: (from, to, movedAt, entry) => succeeds(move(from, to, movedAt, journalPut(table, entry))),
    now: () => new Date(),
  };
};

/** Removes the file and all that was made of it. */
export const clearing = (objects: PassingObjects): CancelDeps['clear'] => {
  const { clear } = filesStore(objects);
  return (upload) => clear(upload.id, piecesOf(upload));
};
