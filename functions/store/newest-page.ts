import { type AttributeValue, type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';

/** One partition of an index, each item at its place in time. */
export type Partition = { readonly index: string; readonly pk: string };

/** Up to `limit` items of a partition, newest first, after the position `after`; from the newest where there is none. */
export const newestPage = async (
  db: DynamoDBClient,
  table: string,
  { index, pk }: Partition,
  after: string | undefined,
  limit: number,
): Promise<readonly Record<string, AttributeValue>[]> => {
  const { Items = [] } = await db.send(
    new QueryCommand({
      TableName: table,
      IndexName: index,
      KeyConditionExpression: after === undefined ? `${index}pk = :pk` : `${index}pk = :pk AND ${index}sk < :after`,
      ExpressionAttributeValues: { ':pk': { S: pk }, ...(after !== undefined && { ':after': { S: after } }) },
      ScanIndexForward: false,
      Limit: limit,
    }),
  );
  return Items;
};
