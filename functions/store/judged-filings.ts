import { type DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { JournalEntry } from '../../events/journal.ts';
import { readAll } from './batch-get.ts';
import { journalPut } from './journal.ts';
import { transact } from './transact.ts';

// Every key of filings whose periods have been judged since they fell due is spelled here and nowhere else.
//
//   judged, markJudged    pk = FILING-DUE#<filing id>, sk = JUDGED                                   check-filings

const keyOf = (filing: string) => ({ pk: { S: `FILING-DUE#${filing}` }, sk: { S: 'JUDGED' } });

export const judgedFilingsStore = (db: DynamoDBClient, table: string) => ({
  /** In the order asked. */
  judged: async (filings: readonly string[]): Promise<readonly boolean[]> =>
    (await readAll(db, table, filings.map(keyOf))).map((item) => item !== undefined),

  /** The first time that somebody says so counts, with `entry`. Safe to repeat. */
  markJudged: async (filing: string, entry: JournalEntry): Promise<void> => {
    const put = { TableName: table, Item: keyOf(filing), ConditionExpression: 'attribute_not_exists(pk)' };
    await transact(db, [{ Put: put }, journalPut(table, entry)]).catch((error) => {
      if (!(error instanceof TransactionCanceledException)) throw error;
    });
  },
});
