import { randomUUID } from 'node:crypto';
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';

// Every key of idempotency is spelled here and nowhere else.
//
//   claim, keep, release      pk = IDEMPOTENCY#<scope>     sk = CLAIM        every write with an Idempotency-Key
//
// `scope` is a digest of caller, route and key. An item is a claim (`claim`, `lockedUntil`) until it has an `answer`;
// a claim whose holder died is free again after a minute, everything after a day.

const lockSeconds = 60;
const keptSeconds = 24 * 60 * 60;

type Claim =
  | { readonly state: 'ours'; readonly claim: string }
  | { readonly state: 'in-flight' }
  | { readonly state: 'other-request' }
  | { readonly state: 'answered'; readonly answer: Uint8Array };

const keyOf = (scope: string) => ({ pk: { S: `IDEMPOTENCY#${scope}` }, sk: { S: 'CLAIM' } });

const ignoreLost = (error: unknown): void => {
  // Our minute was over and somebody else claimed the key: the answer that counts is theirs.
  if (!(error instanceof ConditionalCheckFailedException)) throw error;
};

export const idempotencyStore = (
  db: DynamoDBClient,
  table: string,
  nowSeconds: () => number = () => Math.floor(Date.now() / 1000),
) => ({
  /** Takes the key for this request unless it is answered, being answered, or stands for another request. */
  claim: async (scope: string, fingerprint: string): Promise<Claim> => {
    const claim = randomUUID();
    const now = nowSeconds();
    const put = new PutItemCommand({
      TableName: table,
      Item: {
        ...keyOf(scope),
        claim: { S: claim },
        fingerprint: { S: fingerprint },
        lockedUntil: { N: String(now + lockSeconds) },
        expiresAt: { N: String(now + keptSeconds) },
      },
      ConditionExpression:
        'attribute_not_exists(pk) OR expiresAt <= :now OR (attribute_not_exists(answer) AND lockedUntil <= :now)',
      ExpressionAttributeValues: { ':now': { N: String(now) } },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
    try {
      await db.send(put);
      return { state: 'ours', claim };
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      if (error.Item?.fingerprint?.S !== fingerprint) return { state: 'other-request' };
      const answer = error.Item.answer?.B;
      return answer ? { state: 'answered', answer } : { state: 'in-flight' };
    }
  },

  /** Keeps the answer of the claim's holder for a day. */
  keep: async (scope: string, claim: string, answer: Uint8Array): Promise<void> => {
    const update = new UpdateItemCommand({
      TableName: table,
      Key: keyOf(scope),
      UpdateExpression: 'SET answer = :answer, expiresAt = :expiresAt',
      ConditionExpression: 'claim = :claim AND attribute_not_exists(answer)',
      ExpressionAttributeValues: {
        ':answer': { B: answer },
        ':claim': { S: claim },
        ':expiresAt': { N: String(nowSeconds() + keptSeconds) },
      },
    });
    await db.send(update).catch(ignoreLost);
  },

  /** Gives the key back at once; the item itself ends with its day. */
  release: async (scope: string, claim: string): Promise<void> => {
    const update = new UpdateItemCommand({
      TableName: table,
      Key: keyOf(scope),
      UpdateExpression: 'SET lockedUntil = :now',
      ConditionExpression: 'claim = :claim AND attribute_not_exists(answer)',
      ExpressionAttributeValues: { ':claim': { S: claim }, ':now': { N: String(nowSeconds()) } },
    });
    await db.send(update).catch(ignoreLost);
  },
});
