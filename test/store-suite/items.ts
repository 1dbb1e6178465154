import {
  DeleteItemCommand,
  type DeleteItemCommandInput,
  GetItemCommand,
  PutItemCommand,
  type PutItemCommandInput,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import type { Item, Opened } from './opened.ts';

export const key = (pk: string, sk = 'a') => ({ pk: { S: pk }, sk: { S: sk } });
export const number = (n: number) => ({ N: String(n) });

type Put = Omit<PutItemCommandInput, 'TableName' | 'Item'>;
type Update = Omit<UpdateItemCommandInput, 'TableName' | 'Key'>;
type Delete = Omit<DeleteItemCommandInput, 'TableName' | 'Key'>;

/** Plain writes and reads of the table under test, without our stores. */
export const itemsOf = (at: () => Opened) => {
  const keyIn = (of: Item) => ({ TableName: at().table, Key: of });
  return {
    put: (Item: Item, more: Put = {}) => at().db.send(new PutItemCommand({ TableName: at().table, Item, ...more })),
    update: (of: Item, more: Update) => at().db.send(new UpdateItemCommand({ ...keyIn(of), ...more })),
    remove: (of: Item, more: Delete = {}) => at().db.send(new DeleteItemCommand({ ...keyIn(of), ...more })),
    /** Consistent; undefined where there is none. */
    get: async (of: Item): Promise<Item | undefined> =>
      (await at().db.send(new GetItemCommand({ ...keyIn(of), ConsistentRead: true }))).Item,
    transact: (TransactItems: TransactWriteItem[], ClientRequestToken?: string) =>
      at().db.send(new TransactWriteItemsCommand({ TransactItems, ...(ClientRequestToken && { ClientRequestToken }) })),
    aPut: (Item: Item, more: object = {}): TransactWriteItem => ({ Put: { TableName: at().table, Item, ...more } }),
    anAddition: (of: Item, n: number): TransactWriteItem => ({
      Update: {
        ...keyIn(of),
        UpdateExpression: 'ADD n :n',
        ExpressionAttributeValues: { ':n': number(n) },
      },
    }),
    aRemoval: (of: Item, more: object = {}): TransactWriteItem => ({ Delete: { ...keyIn(of), ...more } }),
    aCheck: (of: Item, ConditionExpression: string, more: object = {}): TransactWriteItem => ({
      ConditionCheck: { ...keyIn(of), ConditionExpression, ...more },
    }),
  };
};

export const ifNew = { ConditionExpression: 'attribute_not_exists(pk)' };
/** The item's number is still that. */
export const ifNumber = (n: number) => ({
  ConditionExpression: '#n = :before',
  ExpressionAttributeNames: { '#n': 'n' },
  ExpressionAttributeValues: { ':before': number(n) },
});
