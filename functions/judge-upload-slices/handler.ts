import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { identity } from '../edge/identity.ts';
import { required, TABLE, UPLOADS_BUCKET } from '../env.ts';
import { judgeStep } from '../run-upload/judge-step.ts';
import type { Slices } from '../run-upload/step.ts';
import { objectsIn } from '../store/objects.ts';
import { aliveness, moving } from '../watch-uploads/wire.ts';
import { judging } from './wire.ts';

const db = new DynamoDBClient();
const table = required(TABLE);
const deps = {
  ...judging(db, table, objectsIn(required(UPLOADS_BUCKET)), (await identity()).tokenise),
  ...moving(db, table),
  alive: aliveness(db, table),
};

/** Step two of the state machine, many side by side. */
export const handler = async (event: Slices): Promise<void> => judgeStep(event, deps);
