import { type AttributeValue, BatchGetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { together } from './together.ts';

type Item = Record<string, AttributeValue>;
type Key = { readonly pk: { readonly S: string }; readonly sk: { readonly S: string } };

/** Items by key, in the order asked; undefined where there is none. */
export type ReadItems = (keys: readonly Key[]) => Promise<readonly (Item | undefined)[]>;

const nameOf = (key: Item | Key): string => JSON.stringify([key.pk!.S, key.sk!.S]);

const keysTogether = 100;
/** The tracks of a file's records are asked for in so many batches side by side. */
const lanes = 4;

/** Reads items by key, consistently, in the order asked; undefined where there is none. A key may be asked for twice. */
export const readAll = async (
  db: DynamoDBClient,
  table: string,
  keys: readonly Key[],
): Promise<readonly (Item | undefined)[]> => {
  const found = new Map<string, Item>();
  const wanted = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
  const lane = async (): Promise<void> => {
    while (wanted.length > 0) {
      const asked = wanted.splice(-keysTogether);
      const answer = await db.send(
        new BatchGetItemCommand({
          RequestItems: { [table]: { Keys: asked.map((key) => ({ ...key })), ConsistentRead: true } },
        }),
      );
      for (const item of answer.Responses?.[table] ?? []) found.set(nameOf(item), item);
      wanted.push(...((answer.UnprocessedKeys?.[table]?.Keys ?? []) as unknown as Key[]));
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, Math.ceil(wanted.length / keysTogether)) }, lane));
  return keys.map((key) => found.get(nameOf(key)));
};

/** So many questions fill one batch, most of which ask for one item. */
const mostTogether = 50;

/** The same, where what is asked in one turn goes into one batch: for many small questions. */
export const readTogether = (db: DynamoDBClient, table: string): ReadItems => {
  const read = together(async (questions: readonly (readonly Key[])[]) => {
    const items = await readAll(db, table, questions.flat());
    let from = 0;
    return questions.map(({ length }) => {
      from += length;
      return items.slice(from - length, from);
    });
  }, mostTogether);
  return async (keys) => (keys.length === 0 ? [] : read(keys));
};
