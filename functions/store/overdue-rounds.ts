import type { AttributeValue, DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { JournalEntry } from '../../events/journal.ts';
import type { OverdueFiling, OverdueRound } from '../../events/overdue-filing.ts';
import { readAll } from './batch-get.ts';
import { everyItem } from './every-item.ts';
import { journalPut } from './journal.ts';
import { overduePut } from './overdue-filings.ts';
import { transact } from './transact.ts';

// Every key of the rounds in which overdue filings are found is spelled here and nowhere else.
//
//   append           pk = OVERDUE-ROUND, sk = <stream>: `last` its last entry’s number, `isOpen`         check-filings
//   last             the same                                                                           check-filings
//   open             the whole pk, which has an item for each duty and period that was ever overdue     check-filings
//
// An entry, the filings it tells of and the number are one transaction: the entries of a stream have no gap and no two
// of them tell of the same filing.

const pk = { S: 'OVERDUE-ROUND' };

const parse = (item: Record<string, AttributeValue>): OverdueRound => ({
  stream: item.sk!.S!,
  last: Number(item.last!.N),
  isOpen: item.isOpen!.BOOL!,
});

export const overdueRoundsStore = (db: DynamoDBClient, table: string) => ({
  /** Number of a stream’s last entry; 0 before the first. */
  last: async (stream: string): Promise<number> => {
    const [item] = await readAll(db, table, [{ pk, sk: { S: stream } }]);
    return item === undefined ? 0 : parse(item).last;
  },

  /** Rounds in which something was found that no authority has been told of, by stream. */
  open: async (): Promise<readonly OverdueRound[]> => {
    const items = await everyItem(db, {
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
    });
    return items.map(parse).filter(({ isOpen }) => isOpen);
  },

  /**
   * Writes `entry` as number `last` of the stream, and puts the filings that it tells of (at most 98) on the list. Throws
   * TransactionCanceledException when there is such a number, or one of the filings is on the list already.
   */
  append: async (
    { stream, last, isOpen }: OverdueRound,
    filings: readonly OverdueFiling[],
    entry: JournalEntry,
  ): Promise<void> => {
    const advance: TransactWriteItem = {
      Put: {
        TableName: table,
        Item: { pk, sk: { S: stream }, last: { N: String(last) }, isOpen: { BOOL: isOpen } },
        ...(last === 1
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: '#last = :before',
              ExpressionAttributeNames: { '#last': 'last' },
              ExpressionAttributeValues: { ':before': { N: String(last - 1) } },
            }),
      },
    };
    await transact(db, [advance, journalPut(table, entry), ...filings.map((filing) => overduePut(table, filing))]);
  },
});
