import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { required, TABLE } from '../env.ts';
import { entriesOf, failuresOf } from './stream-entries.ts';
import { dispatching } from './wire.ts';

const dispatch = dispatching(new DynamoDBClient(), required(TABLE));

/** Woken by every change of the table; hears the journal's new entries only. */
export const handler = async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  const told = entriesOf(event);
  return failuresOf(told, await dispatch(told.map(({ entry }) => entry)));
};
