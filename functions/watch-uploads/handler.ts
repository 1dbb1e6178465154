import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { required, TABLE, UPLOADS_BUCKET } from '../env.ts';
import { piecesOf } from '../run-upload/pieces.ts';
import { filesStore } from '../store/files.ts';
import { journalPut } from '../store/journal.ts';
import { objectsIn } from '../store/objects.ts';
import { succeeds } from '../store/transact.ts';
import { uploadsStore } from '../store/uploads.ts';
import { type WatchDeps, watchUploads } from './watch-uploads.ts';

const table = required(TABLE);
const store = uploadsStore(new DynamoDBClient(), table);
const files = filesStore(objectsIn(required(UPLOADS_BUCKET)));

const { upload, progress, unmovedBefore, keptBefore, forget } = store;
const deps: WatchDeps = {
  ...{ upload, progress, unmovedBefore, keptBefore, forget },
  move: (from, to, movedAt, entry) => succeeds(store.move(from, to, movedAt, entry && journalPut(table, entry))),
  size: files.size,
  clear: (one) => files.clear(one.id, piecesOf(one)),
  now: () => new Date(),
};

/** Every minute; with `{ "replay": true }`, and when a host starts, whatever is unfinished at once. */
export const handler = async (event: { readonly replay?: boolean } = {}): Promise<void> =>
  event.replay === true ? watchUploads(deps, 0) : watchUploads(deps);
