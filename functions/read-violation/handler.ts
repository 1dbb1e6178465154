import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { endpoint } from '../edge/endpoint.ts';
import { required, TABLE } from '../env.ts';
import { submissionsStore } from '../store/submissions.ts';
import { violationsStore } from '../store/violations.ts';
import { readViolation } from './read-violation.ts';

const db = new DynamoDBClient();
const { manifests } = submissionsStore(db, required(TABLE));
const { violation } = violationsStore(db, required(TABLE));

const audited = async (ids: readonly string[]) =>
  (await manifests(ids)).map((manifest) => manifest?.view.status === 'audited');

export const handler = endpoint(
  async ({ principal, path }) => ({ status: 200, body: await readViolation(path.id!, principal, violation, audited) }),
  { who: ['enterprise', 'regulator', 'auditor'] },
);
