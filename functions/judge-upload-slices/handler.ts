import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { identity } from '../edge/identity.ts';
import { required, TABLE, UPLOADS_BUCKET } from '../env.ts';
import { judgeStep, type Slices } from '../run-upload/steps.ts';
import { aliveness, judging, moving } from '../run-upload/wire.ts';
import { objectsIn } from '../store/objects.ts';

const db = new DynamoDBClient();
const table = required(TABLE);
const deps = {
  ...judging(db, table, objectsIn(required(UPLOADS_BUCKET)), (await identity()).tokenise),
  ...moving(db, table),
  alive: aliveness(db, table),
};

/** Step two of the state machine, many side by side. */
export const handler = async (event: Slices): Promise<void> => judgeStep(event, deps);
