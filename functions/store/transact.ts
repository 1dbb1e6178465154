import { setTimeout } from 'node:timers/promises';
import {
  type DynamoDBClient,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';

const maxAttempts = 12;

/** Reasons that say nothing of the items: somebody else's transaction on one of them, or too much at this moment. */
const passing = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

/**
 * Writes the items, all or none. DynamoDB cancels a transaction too that merely meets another on the same item, though
 * every condition may hold: such a one is sent again, a dozen times within two seconds.
 * Throws TransactionCanceledException only where a condition failed; an error with the cancellation as its cause
 * otherwise.
 */
export const transact = async (db: DynamoDBClient, items: readonly TransactWriteItem[]): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    const error = await db.send(new TransactWriteItemsCommand({ TransactItems: [...items] })).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (error === undefined) return;
    if (!(error instanceof TransactionCanceledException)) throw error;
    const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');
    if (codes.includes('ConditionalCheckFailed')) throw error;
    if (attempt === maxAttempts || !codes.some((code) => passing.has(code))) {
      const causes = [...new Set(codes)].filter((code) => code !== 'None').join(', ');
      throw new Error(`a transaction was cancelled ${attempt} times, but by no condition: ${causes}`, { cause: error });
    }
    await setTimeout(Math.random() * Math.min(200, 5 * 2 ** attempt));
  }
};

/** False instead of a throw where a transaction's condition failed. */
export const succeeds = (write: Promise<void>): Promise<boolean> =>
  write.then(
    () => true,
    (error) => {
      if (error instanceof Error && error.name === 'TransactionCanceledException') return false;
      throw error;
    },
  );
