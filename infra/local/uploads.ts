import type { AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { isUnfinished } from '../../events/upload.ts';
import { required, TABLE, UPLOADS_BUCKET } from '../../functions/env.ts';
import { uploadOfKey } from '../../functions/store/files.ts';
import { journalEntryOf } from '../../functions/store/journal.ts';
import { uploadsStore } from '../../functions/store/uploads.ts';

type Run = (event: { readonly upload: string }) => Promise<unknown>;

/** Files worked on side by side: each keeps a core busy. */
const lanes = 2;
const patienceMs = 5_000;

const failed = (upload: string, error: unknown): void =>
  console.error(
    JSON.stringify({ level: 'error', what: 'upload', upload, error: error instanceof Error ? error.name : '' }),
  );

/**
 * What a state machine is in the cloud: begins work on a file when its bytes have come, when the journal says that work
 * goes on, and at the start with what the last process left. An upload has one worker at a time.
 */
export const workOnUploads = (run: Run) => {
  const waiting = new Set<string>();
  const working = new Map<string, Promise<void>>();
  let isOpen = true;

  const fill = (): void => {
    for (const upload of waiting) {
      if (!isOpen || working.size >= lanes) return;
      if (working.has(upload)) continue;
      waiting.delete(upload);
      const done = run({ upload })
        .then(
          () => {},
          (error: unknown) => failed(upload, error),
        )
        .finally(() => {
          working.delete(upload);
          fill();
        });
      working.set(upload, done);
    }
  };
  const begin = (upload: string): void => {
    waiting.add(upload);
    fill();
  };

  return {
    /** Hears of every object that is put. */
    onPut: (bucket: string, key: string): void => {
      const upload = bucket === required(UPLOADS_BUCKET) ? uploadOfKey(key) : undefined;
      if (upload !== undefined) begin(upload);
    },

    /** Hears of every change of the table. */
    onChanges: async ({ Records }: DynamoDBStreamEvent): Promise<void> => {
      for (const { eventName, dynamodb } of Records) {
        if (eventName !== 'INSERT' || dynamodb?.NewImage === undefined) continue;
        const entry = journalEntryOf(dynamodb.NewImage as Record<string, AttributeValue>);
        if (entry?.type === 'upload.resumed') begin(entry.stream);
      }
    },

    /** One process owns the data: what is unfinished now is worked on by nobody, and what came meanwhile woke nobody. */
    resume: async (db: DynamoDBClient): Promise<void> => {
      const { unmovedBefore, progress } = uploadsStore(db, required(TABLE));
      for (const upload of await unmovedBefore('9')) {
        if (isUnfinished(upload)) await progress(upload, upload.done, new Date().toISOString());
        begin(upload.id);
      }
    },

    /** Waits a little for what is being done; the rest goes on at the next start. */
    close: async (): Promise<void> => {
      isOpen = false;
      let patience: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        patience = setTimeout(resolve, patienceMs);
      });
      await Promise.race([Promise.all(working.values()), late]);
      clearTimeout(patience);
    },
  };
};
