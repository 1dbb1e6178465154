import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { identity } from '../edge/identity.ts';
import { RECORDS_BUCKET, required, SEALED_BUCKET, TABLE, UPLOADS_BUCKET } from '../env.ts';
import { countStep } from '../run-upload/count-step.ts';
import { type Began, workOf } from '../store/begun-work.ts';
import { objectsIn } from '../store/objects.ts';
import { sealKey } from '../store/seal-key.ts';
import { aliveness } from '../watch-uploads/wire.ts';
import { counting } from './wire.ts';

const db = new DynamoDBClient();
const table = required(TABLE);
const wires = {
  ...{ db, table, sealKey },
  records: objectsIn(required(RECORDS_BUCKET)),
  sealed: objectsIn(required(SEALED_BUCKET)),
  uploads: objectsIn(required(UPLOADS_BUCKET)),
  tokenise: (await identity()).tokenise,
};
const deps = { ...counting(wires), alive: aliveness(db, table) };

/** Step three of the state machine. */
export const handler = async (event: Began) => countStep(workOf(event), deps);
