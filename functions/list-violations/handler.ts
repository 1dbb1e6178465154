import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { ruleIndex } from '../../rules/generated/rule-index.generated.ts';
import { endpoint } from '../edge/endpoint.ts';
import { decodePosition, encodeCursor, filterDigest, limitOf } from '../edge/paging.ts';
import { required, TABLE } from '../env.ts';
import { submissionsStore } from '../store/submissions.ts';
import { violationsStore } from '../store/violations.ts';
import { filterNames, filterOf } from './filter.ts';
import { type ListDeps, listViolations } from './list-violations.ts';

const db = new DynamoDBClient();
const { manifests } = submissionsStore(db, required(TABLE));
const { sizes, partitionsOf, page } = violationsStore(db, required(TABLE));

const deps: ListDeps = {
  rules: ruleIndex,
  sizes,
  partitionsOf,
  page,
  audited: async (ids) => (await manifests(ids)).map((manifest) => manifest?.view.status === 'audited'),
  clock: () => performance.now(),
};
const ruleIds = new Set(ruleIndex.map(({ id }) => id));

export const handler = endpoint(
  async ({ principal, query }) => {
    const limit = limitOf(query);
    const filter = filterOf(query, ruleIds);
    const digest = filterDigest(query);
    const after = decodePosition(z.string(), query.cursor, digest);
    const { items, next } = await listViolations(filter, principal, after, limit, deps);
    return { status: 200, body: { items, next: next === undefined ? null : encodeCursor(digest, next) } };
  },
  { who: ['enterprise', 'regulator', 'auditor'], query: [...filterNames, 'cursor', 'limit'] },
);
