import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { releases } from '../../rules/generated/releases.generated.ts';
import { endpoint } from '../edge/endpoint.ts';
import { required, TABLE } from '../env.ts';
import { shadowCountsStore } from '../store/shadow-counts.ts';
import { readShadow, type ShadowDeps } from './read-shadow.ts';

const deps: ShadowDeps = { releases, counts: shadowCountsStore(new DynamoDBClient(), required(TABLE)).counts };

export const handler = endpoint(async ({ path }) => ({ status: 200, body: await readShadow(path.name!, deps) }), {
  who: ['regulator', 'rule-author', 'auditor'],
});
