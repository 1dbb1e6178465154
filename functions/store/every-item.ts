import {
  type AttributeValue,
  type DynamoDBClient,
  paginateQuery,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';

/** Everything that a query finds, over all its pages: for what is known to be few. */
export const everyItem = async (
  db: DynamoDBClient,
  query: QueryCommandInput,
): Promise<readonly Record<string, AttributeValue>[]> => {
  const found: Record<string, AttributeValue>[] = [];
  for await (const { Items = [] } of paginateQuery({ client: db }, query)) found.push(...Items);
  return found;
};
