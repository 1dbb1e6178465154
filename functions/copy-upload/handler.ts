import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { RECORDS_BUCKET, required, TABLE, UPLOADS_BUCKET } from '../env.ts';
import { copyStep } from '../run-upload/copy-step.ts';
import { type Began, workOf } from '../store/begun-work.ts';
import { objectsIn } from '../store/objects.ts';
import { aliveness } from '../watch-uploads/wire.ts';
import { copying } from './wire.ts';

const db = new DynamoDBClient();
const table = required(TABLE);
const deps = {
  ...copying(db, table, objectsIn(required(RECORDS_BUCKET)), objectsIn(required(UPLOADS_BUCKET))),
  alive: aliveness(db, table),
};

/** After the last step of the state machine: what comes back of a file whose audit stands, or that was refused. */
export const handler = async (event: Began) => copyStep(workOf(event), deps);
