import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { RECORDS_BUCKET, required, TABLE, UPLOADS_BUCKET } from '../env.ts';
import { recordStep } from '../run-upload/record-step.ts';
import { type Began, workOf } from '../store/begun-work.ts';
import { objectsIn } from '../store/objects.ts';
import { aliveness } from '../watch-uploads/wire.ts';
import { finishing } from './wire.ts';

const db = new DynamoDBClient();
const table = required(TABLE);
const objects = objectsIn(required(RECORDS_BUCKET));
const uploads = objectsIn(required(UPLOADS_BUCKET));
const deps = { ...finishing(db, table, objects, uploads), alive: aliveness(db, table) };

/** The last step of the state machine. */
export const handler = async (event: Began) => recordStep(workOf(event), deps);
