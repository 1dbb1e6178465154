import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { isStep, type JournalEntry } from '../../events/journal.ts';
import { journalEntryOf } from '../store/journal.ts';

type Told = { readonly sequence: string; readonly entry: JournalEntry };

/** The journal's new entries among the changes of a stream, steps excepted. What changes of an entry afterwards is no news. */
export const entriesOf = ({ Records }: DynamoDBStreamEvent): readonly Told[] =>
  Records.flatMap(({ eventName, dynamodb }) => {
    if (eventName !== 'INSERT' || dynamodb?.NewImage === undefined) return [];
    const entry = journalEntryOf(dynamodb.NewImage as Record<string, AttributeValue>);
    return entry === undefined || isStep(entry) ? [] : [{ sequence: dynamodb.SequenceNumber!, entry }];
  });

/** What a stream mapping is answered: it gives everything again from the first failure on. */
export const failuresOf = (told: readonly Told[], failed: ReadonlySet<JournalEntry>): DynamoDBBatchResponse => ({
  batchItemFailures: told
    .filter(({ entry }) => failed.has(entry))
    .map(({ sequence }) => ({ itemIdentifier: sequence })),
});
