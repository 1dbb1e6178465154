import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { endpoint } from '../edge/endpoint.ts';
import { required, TABLE } from '../env.ts';
import { submissionsStore } from '../store/submissions.ts';
import { readSubmission } from './read-submission.ts';

const { manifest } = submissionsStore(new DynamoDBClient(), required(TABLE));

export const handler = endpoint(
  async ({ principal, path }) => ({ status: 200, body: (await readSubmission(path.id!, principal, manifest)).view }),
  { who: ['enterprise', 'regulator', 'auditor'] },
);
