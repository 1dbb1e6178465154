import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { required, TABLE, UPLOADS_BUCKET } from '../env.ts';
import { objectsIn } from '../store/objects.ts';
import { uploadsStore } from '../store/uploads.ts';
import { type WatchDeps, watchUploads } from './watch-uploads.ts';
import { arriving, copyDays, moving } from './wire.ts';

const db = new DynamoDBClient();
const table = required(TABLE);
const { unmovedBefore, keptBefore, forget } = uploadsStore(db, table);
const deps: WatchDeps = {
  ...moving(db, table),
  ...arriving(objectsIn(required(UPLOADS_BUCKET))),
  ...{ unmovedBefore, keptBefore, forget, copyDays: copyDays() },
};

/** Every minute; with `{ "replay": true }`, and when a host starts, whatever is unfinished at once. */
export const handler = async (event: { readonly replay?: boolean } = {}): Promise<void> =>
  event.replay === true ? watchUploads(deps, 0) : watchUploads(deps);
