import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { RECORDS_BUCKET, required, TABLE } from '../../functions/env.ts';
import { importing } from '../../functions/import-list/wire.ts';
import { recording } from '../../functions/record-submission/wire.ts';
import { deliveriesStore } from '../../functions/store/deliveries.ts';
import { objectsIn } from '../../functions/store/objects.ts';
import { subscriptionsStore } from '../../functions/store/subscriptions.ts';

/**
 * Finishes every submission whose recording a crash cut short, oldest first, before anything new comes in: one process
 * owns the data, so whatever is `recording` now is recorded by nobody. One that fails again is left to the sweep.
 */
export const resumeRecording = async (db: DynamoDBClient): Promise<void> => {
  const { submissions, record } = recording(db, required(TABLE), objectsIn(required(RECORDS_BUCKET)));
  for (const {
    view: { id },
    isFile,
  } of await submissions.recordingBefore('9')) {
    if (isFile) continue;
    await record(id).catch((error: unknown) => {
      const name = error instanceof Error ? error.name : '';
      console.error(JSON.stringify({ level: 'error', what: 'resume', submission: id, error: name }));
    });
  }
};

/** The same for imports of lists: whatever is unfinished now is finished by nobody else. */
export const resumeImports = async (db: DynamoDBClient): Promise<void> => {
  const { unfinishedBefore, record } = importing(db, required(TABLE), objectsIn(required(RECORDS_BUCKET)));
  for (const id of await unfinishedBefore('9')) {
    await record(id).catch((error: unknown) => {
      const name = error instanceof Error ? error.name : '';
      console.error(JSON.stringify({ level: 'error', what: 'resume', import: id, error: name }));
    });
  }
};

/** Whoever was delivering webhooks is gone with the process that had the data: its leases need not lapse first. */
export const freeDeliveries = async (db: DynamoDBClient): Promise<void> => {
  const { free } = deliveriesStore(db, required(TABLE), () => new Date());
  for (const subscription of await subscriptionsStore(db, required(TABLE)).active()) await free(subscription);
};
