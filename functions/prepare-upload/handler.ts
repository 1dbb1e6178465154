import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { required, TABLE, UPLOADS_BUCKET } from '../env.ts';
import { type Prepared, prepareStep } from '../run-upload/prepare-step.ts';
import { type Began, workOf } from '../store/begun-work.ts';
import { objectsIn } from '../store/objects.ts';
import { aliveness, arriving, moving } from '../watch-uploads/wire.ts';
import { preparing } from './wire.ts';

const db = new DynamoDBClient();
const table = required(TABLE);
const uploads = objectsIn(required(UPLOADS_BUCKET));
const deps = {
  ...preparing(db, table, uploads),
  ...moving(db, table),
  ...arriving(uploads),
  alive: aliveness(db, table),
};

/** Step one of the state machine, in infra/cloud/uploads-stack.ts. */
export const handler = async (event: Began): Promise<Prepared> => {
  const { hasJustCome, ...work } = workOf(event);
  return prepareStep(work, hasJustCome, deps);
};
