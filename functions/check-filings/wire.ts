import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { overdueFilingsStore } from '../store/overdue-filings.ts';
import { overdueRoundsStore } from '../store/overdue-rounds.ts';
import { registryStore } from '../store/registry.ts';
import { submissionsStore } from '../store/submissions.ts';
import { checkFilings } from './check-filings.ts';

/** The check over one table. */
export const checking = (db: DynamoDBClient, table: string, now: () => Date) => {
  const { enterprises, filingDuties } = registryStore(db, table);
  const { filed, manifests, recordingBefore } = submissionsStore(db, table);
  const overdue = overdueFilingsStore(db, table);
  const rounds = overdueRoundsStore(db, table);
  return () =>
    checkFilings({
      enterprises,
      filingDuties,
      filed,
      recording: async () => {
        const found = await manifests(await recordingBefore('9'));
        return found.flatMap((manifest) => (manifest === undefined ? [] : [manifest.view]));
      },
      known: overdue.known,
      last: rounds.last,
      openRounds: rounds.open,
      append: (round, filings, entry) =>
        rounds.append(round, filings, entry).then(
          () => true,
          (error) => {
            // Another run was there a moment ago.
            if (error.name === 'TransactionCanceledException') return false;
            throw error;
          },
        ),
      open: overdue.open,
      markFiled: overdue.markFiled,
      now,
    });
};
