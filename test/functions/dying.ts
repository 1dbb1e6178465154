import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { clientOf } from '../infra/local/table-client.ts';

const writes = new Set(['PutItemCommand', 'UpdateItemCommand', 'DeleteItemCommand', 'TransactWriteItemsCommand']);

/** A client whose process dies right before (or right after) its `nth` write: from then on nothing comes through. */
export const dyingAt = (endpoint: string, nth: number, when: 'before' | 'after'): DynamoDBClient => {
  const client = clientOf(endpoint);
  let seen = 0;
  let isDead = false;
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (writes.has(commandName!)) seen += 1;
        if (isDead || (seen === nth && when === 'before')) {
          isDead = true;
          throw new Error('killed');
        }
        const answer = await next(args);
        if (seen < nth) return answer;
        isDead = true;
        throw new Error('killed');
      },
    { step: 'initialize' },
  );
  return client;
};
