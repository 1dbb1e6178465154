import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { required, TABLE } from '../env.ts';
import { failStep } from '../run-upload/fail-step.ts';
import { type Began, workOf } from '../store/begun-work.ts';
import { moving } from '../watch-uploads/wire.ts';

const deps = moving(new DynamoDBClient(), required(TABLE));

/** Where the state machine ends when a step fails as often as it is tried. */
export const handler = async (event: Began): Promise<void> => failStep(workOf(event), deps);
