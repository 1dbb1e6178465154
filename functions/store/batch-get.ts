import { type AttributeValue, BatchGetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';

type Item = Record<string, AttributeValue>;
type Key = { readonly pk: { readonly S: string }; readonly sk: { readonly S: string } };

const nameOf = (key: Item | Key): string => JSON.stringify([key.pk!.S, key.sk!.S]);

/** Reads items by key, consistently, in the order asked; undefined where there is none. A key may be asked for twice. */
export const readAll = async (
  db: DynamoDBClient,
  table: string,
  keys: readonly Key[],
): Promise<readonly (Item | undefined)[]> => {
  const found = new Map<string, Item>();
  let wanted = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
  while (wanted.length > 0) {
    const asked = wanted.slice(0, 100);
    const answer = await db.send(
      new BatchGetItemCommand({
        RequestItems: { [table]: { Keys: asked.map((key) => ({ ...key })), ConsistentRead: true } },
      }),
    );
    for (const item of answer.Responses?.[table] ?? []) found.set(nameOf(item), item);
    const unprocessed = answer.UnprocessedKeys?.[table]?.Keys ?? [];
    wanted = [...wanted.slice(100), ...(unprocessed as unknown as Key[])];
  }
  return keys.map((key) => found.get(nameOf(key)));
};
