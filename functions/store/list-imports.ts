import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  type TransactWriteItem,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { ListImport, ListReceipt } from '../../events/list-import.ts';
import type { ListName } from '../../events/lists.ts';
import type { ListParts } from '../../rules/listed.ts';
import { everyItem } from './every-item.ts';
import { partsKey } from './list-keys.ts';
import { newestPage } from './newest-page.ts';
import { transact } from './transact.ts';

// Every key of imports is spelled here and nowhere else; what stands on the lists has a file of its own.
//
//   listImport(id)      pk = LISTIMPORT#<id>, sk = IMPORT                           read-list-import, import-list
//   unfinishedBefore    gsi5pk = IMPORTING, gsi5sk = <receivedAt>#<id>              sweep, host start
//   receipts            gsi2pk = IMPORTS#<list>#<authority>, gsi2sk the same        list-list-imports, newest first
//   receivedWithin      gsi3pk = IMPORTS#<list>, gsi3sk the same                    what is judged per period
//
// An import is `recording` until one conditional write makes it count: with it the parts of its list move on. It stays
// among the unfinished until what it replaced or took away is cleared.

const importKey = (id: string) => ({ pk: { S: `LISTIMPORT#${id}` }, sk: { S: 'IMPORT' } });
const placeOf = ({ receivedAt, id }: Pick<ListReceipt, 'receivedAt' | 'id'>) => ({ S: `${receivedAt}#${id}` });
const parse = (item: Record<string, AttributeValue>): ListImport => JSON.parse(item.body!.S!);

/** Fails the transaction when the import counts already: whoever was recording it beside us has nothing to write any more. */
export const isRecording = (table: string, id: string): TransactWriteItem => ({
  ConditionCheck: {
    TableName: table,
    Key: importKey(id),
    ConditionExpression: '#status = :recording',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':recording': { S: 'recording' } },
  },
});

const unfinished = (receipt: ListReceipt) => ({ gsi5pk: { S: 'IMPORTING' }, gsi5sk: placeOf(receipt) });

/** The parts as they are to be, where they are still as they were read. */
export type PartsMoved = { readonly list: ListName; readonly version: number; readonly to: ListParts };

export const listImportsStore = (db: DynamoDBClient, table: string) => {
  const moved = ({ list, version, to }: PartsMoved): TransactWriteItem => ({
    Put: {
      TableName: table,
      Item: { ...partsKey(list), version: { N: String(version + 1) }, body: { S: JSON.stringify(to) } },
      ...(version === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#version = :version',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':version': { N: String(version) } },
          }),
    },
  });

  return {
    listImport: async (id: string): Promise<ListImport | undefined> => {
      const { Item } = await db.send(
        new GetItemCommand({ TableName: table, Key: importKey(id), ConsistentRead: true }),
      );
      return Item && parse(Item);
    },

    /** Starts recording. Throws TransactionCanceledException when the parts have changed, or the import was begun. */
    begin: async (begun: ListImport, parts: PartsMoved): Promise<void> => {
      const put: TransactWriteItem = {
        Put: {
          TableName: table,
          Item: {
            ...importKey(begun.receipt.id),
            ...unfinished(begun.receipt),
            status: { S: 'recording' },
            body: { S: JSON.stringify(begun) },
          },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      };
      await transact(db, [put, moved(parts)]);
    },

    /**
     * The one write by which an import counts: itself, the parts of its list and its journal entry. Throws
     * TransactionCanceledException when it counts already, or the parts have changed.
     */
    commit: async (counting: ListImport, parts: PartsMoved, journal: TransactWriteItem): Promise<void> => {
      const { receipt } = counting;
      const place = placeOf(receipt);
      const put: TransactWriteItem = {
        Put: {
          TableName: table,
          Item: {
            ...importKey(receipt.id),
            ...unfinished(receipt),
            gsi2pk: { S: `IMPORTS#${receipt.list}#${receipt.authority}` },
            gsi2sk: place,
            gsi3pk: { S: `IMPORTS#${receipt.list}` },
            gsi3sk: place,
            status: { S: 'counting' },
            body: { S: JSON.stringify(counting) },
          },
          ConditionExpression: '#status = :recording',
          ExpressionAttributeNames: { '#status': 'status' },
          ExpressionAttributeValues: { ':recording': { S: 'recording' } },
        },
      };
      await transact(db, [put, moved(parts), journal]);
    },

    /** Nothing is left to be done of it. Safe to repeat. */
    finish: async (id: string): Promise<void> => {
      await db.send(
        new UpdateItemCommand({
          TableName: table,
          Key: importKey(id),
          UpdateExpression: 'REMOVE gsi5pk, gsi5sk',
          ConditionExpression: 'attribute_exists(pk)',
        }),
      );
    },

    /** Ids of imports begun before `before` (an instant) of which something is left to be done, oldest first. */
    unfinishedBefore: async (before: string): Promise<readonly string[]> => {
      const items = await everyItem(db, {
        TableName: table,
        IndexName: 'gsi5',
        KeyConditionExpression: 'gsi5pk = :pk AND gsi5sk < :before',
        ExpressionAttributeValues: { ':pk': { S: 'IMPORTING' }, ':before': { S: before } },
      });
      return items.map((item) => parse(item).receipt.id);
    },

    /** One page of an authority's receipts, newest first, after the position `after` (`<receivedAt>#<id>`). */
    receipts: async (
      list: ListName,
      authority: string,
      after: string | undefined,
      limit: number,
    ): Promise<readonly ListReceipt[]> => {
      const partition = { index: 'gsi2', pk: `IMPORTS#${list}#${authority}` };
      return (await newestPage(db, table, partition, after, limit)).map((item) => parse(item).receipt);
    },

    /**
     * Every import of a list, by whomever, received from an instant on and before another, oldest first; undefined where
     * there never was one.
     */
    receivedWithin: async (
      list: ListName,
      from: string,
      before: string,
    ): Promise<readonly ListReceipt[] | undefined> => {
      const items = await everyItem(db, {
        TableName: table,
        IndexName: 'gsi3',
        KeyConditionExpression: 'gsi3pk = :pk AND gsi3sk BETWEEN :from AND :before',
        ExpressionAttributeValues: { ':pk': { S: `IMPORTS#${list}` }, ':from': { S: from }, ':before': { S: before } },
      });
      const everyone = { index: 'gsi3', pk: `IMPORTS#${list}` };
      if (items.length === 0 && (await newestPage(db, table, everyone, undefined, 1)).length === 0) return undefined;
      return items.map((item) => parse(item).receipt);
    },
  };
};
