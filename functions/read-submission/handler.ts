import { setTimeout } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { endpoint } from '../edge/endpoint.ts';
import { waitOf } from '../edge/wait.ts';
import { required, TABLE } from '../env.ts';
import { submissionsStore } from '../store/submissions.ts';
import { uploadsStore } from '../store/uploads.ts';
import { type ReadStateDeps, readState } from './read-state.ts';

const db = new DynamoDBClient();
const table = required(TABLE);
const deps: ReadStateDeps = {
  manifest: submissionsStore(db, table).manifest,
  upload: uploadsStore(db, table).upload,
  now: () => new Date(),
  pause: (ms) => setTimeout(ms),
};

export const handler = endpoint(
  async ({ principal, path, query }) => ({
    status: 200,
    body: await readState(path.id!, principal, waitOf(query), deps),
  }),
  { who: ['enterprise', 'regulator', 'auditor'], query: ['wait'] },
);
