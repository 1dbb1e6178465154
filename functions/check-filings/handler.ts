import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { required, TABLE } from '../env.ts';
import { checking } from './wire.ts';

const check = checking(new DynamoDBClient(), required(TABLE), () => new Date());

/** Every hour: a filing is on the list within little more than an hour of the end of its due day. */
export const handler = async (): Promise<void> => check();
