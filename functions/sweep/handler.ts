import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dispatching } from '../dispatch-journal/wire.ts';
import { RECORDS_BUCKET, required, TABLE } from '../env.ts';
import { importing } from '../import-list/wire.ts';
import { recording } from '../record-submission/wire.ts';
import { journalStore } from '../store/journal.ts';
import { objectsIn } from '../store/objects.ts';
import { type SweepDeps, sweep } from './sweep.ts';

const db = new DynamoDBClient();
const table = required(TABLE);
const objects = objectsIn(required(RECORDS_BUCKET));
const { submissions, record } = recording(db, table, objects);
const imports = importing(db, table, objects);

const deps: SweepDeps = {
  undispatchedBefore: journalStore(db, table).undispatchedBefore,
  dispatch: dispatching(db, table),
  // Files are gone on with by watch-uploads.
  recordingBefore: async (before) =>
    (await submissions.recordingBefore(before)).flatMap(({ view, isFile }) => (isFile ? [] : [view.id])),
  record,
  importsBefore: imports.unfinishedBefore,
  recordImport: imports.record,
  now: () => new Date(),
};

/**
 * Every five minutes; and by hand with `{ "replay": true }`, once whatever stopped us is mended: then at once all that was
 * left behind, however young. Going on with what somebody is still recording does no harm.
 */
export const handler = async (event: { readonly replay?: boolean } = {}): Promise<void> =>
  event.replay === true ? sweep(deps, { recordingMs: 0, undispatchedMs: 0 }) : sweep(deps);
