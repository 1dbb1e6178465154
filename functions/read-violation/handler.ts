import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ruleIndex } from '../../rules/generated/rule-index.generated.ts';
import { penalties } from '../../rules/penalties/penalties.ts';
import { endpoint } from '../edge/endpoint.ts';
import { required, TABLE } from '../env.ts';
import { submissionsStore } from '../store/submissions.ts';
import { violationsStore } from '../store/violations.ts';
import { type ReadViolationDeps, readViolation } from './read-violation.ts';

const db = new DynamoDBClient();
const { manifests } = submissionsStore(db, required(TABLE));
const { violation } = violationsStore(db, required(TABLE));

const deps: ReadViolationDeps = {
  violation,
  audited: async (ids) => (await manifests(ids)).map((manifest) => manifest?.view.status === 'audited'),
  rules: ruleIndex,
  penalties,
};

export const handler = endpoint(
  async ({ principal, path }) => ({ status: 200, body: await readViolation(path.id!, principal, deps) }),
  { who: ['enterprise', 'regulator', 'auditor'] },
);
