import { setTimeout as pause } from 'node:timers/promises';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { Change, EmbeddedTable } from './table.ts';

const batchSize = 100;
const attempts = 5;

type Consumer = (event: DynamoDBStreamEvent) => Promise<unknown>;

const asStreamRecord = ({ sequence, eventName, keys, newImage }: Change): DynamoDBRecord =>
  ({
    eventID: sequence,
    eventName,
    eventSource: 'aws:dynamodb',
    dynamodb: { Keys: keys, NewImage: newImage, SequenceNumber: sequence, StreamViewType: 'NEW_IMAGE' },
  }) as DynamoDBRecord;

/** The sequence from which a batch has to be given again: what a stream mapping with partial failures does. */
const firstFailureOf = (answer: unknown): string | undefined => {
  const failures = (answer as { batchItemFailures?: readonly { itemIdentifier: string }[] } | undefined)
    ?.batchItemFailures;
  return failures?.map(({ itemIdentifier }) => itemIdentifier).sort()[0];
};

const failed = (name: string, error: unknown): void =>
  console.error(
    JSON.stringify({ level: 'error', what: 'worker', name, error: error instanceof Error ? error.name : '' }),
  );

/**
 * Hands every change of the table to a stream worker: in order, at least once, from where it stood before a restart.
 * A batch that keeps failing is left to the sweep after five attempts, as the cloud leaves it to the dead letters.
 */
export const followChanges = (changes: EmbeddedTable['changes'], name: string, consume: Consumer) => {
  let isOpen = true;
  let wake = (): void => {};
  const stopListening = changes.onChange(() => wake());

  const handed = async (batch: readonly Change[]): Promise<readonly Change[]> => {
    let rest = batch;
    for (let attempt = 0; rest.length > 0 && attempt < attempts && isOpen; attempt++) {
      if (attempt > 0) await pause(50 * 2 ** attempt);
      const failure = await consume({ Records: rest.map(asStreamRecord) })
        .then(firstFailureOf)
        .catch((error: unknown) => {
          failed(name, error);
          return rest[0]!.sequence;
        });
      rest = failure === undefined ? [] : rest.slice(rest.findIndex(({ sequence }) => sequence === failure));
    }
    return rest;
  };

  const follow = async (): Promise<void> => {
    let position = await changes.position(name);
    while (isOpen) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const batch = await changes.read(position, batchSize);
      if (batch.length === 0) {
        await woken;
        continue;
      }
      const left = await handed(batch);
      if (left.length > 0 && !isOpen) return;
      position = batch.at(-1)!.sequence;
      await changes.acknowledge(name, position);
    }
  };

  const followed = follow();
  return {
    close: async (): Promise<void> => {
      isOpen = false;
      stopListening();
      wake();
      await followed;
    },
  };
};
