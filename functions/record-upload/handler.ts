import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { RECORDS_BUCKET, required, TABLE, UPLOADS_BUCKET } from '../env.ts';
import { recordStep } from '../run-upload/steps.ts';
import { aliveness, finishing } from '../run-upload/wire.ts';
import { type Began, workOf } from '../store/begun-work.ts';
import { objectsIn } from '../store/objects.ts';

const db = new DynamoDBClient();
const table = required(TABLE);
const objects = objectsIn(required(RECORDS_BUCKET));
const uploads = objectsIn(required(UPLOADS_BUCKET));
const deps = { ...finishing(db, table, objects, uploads), alive: aliveness(db, table) };

/** The last step of the state machine. */
export const handler = async (event: Began) => recordStep(workOf(event), deps);
