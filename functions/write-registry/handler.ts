import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { kindNames } from '../../events/records/kind-names.generated.ts';
import { endpoint } from '../edge/endpoint.ts';
import { parse } from '../edge/parse.ts';
import { required, TABLE } from '../env.ts';
import { idempotencyStore } from '../store/idempotency.ts';
import { journalPut } from '../store/journal.ts';
import { registryStore } from '../store/registry.ts';
import { submissionsStore } from '../store/submissions.ts';
import { succeeds } from '../store/transact.ts';
import { type ListName, lists } from './lists.ts';
import { type WriteDeps, writeRegistry } from './write-registry.ts';

const db = new DynamoDBClient();
const table = required(TABLE);
const registry = registryStore(db, table);
const submissions = submissionsStore(db, table);

const deps: WriteDeps = {
  kinds: new Set(kindNames),
  hasReported: async (enterprise) => (await submissions.audited({ enterprise }, undefined, 1)).length > 0,
  read: registry.read,
  put: (list, id, entry, version, journal) =>
    succeeds(registry.put(list, id, entry as never, version, journal.at, journalPut(table, journal))),
  now: () => new Date(),
};

const listOf: Readonly<Record<string, ListName>> = {
  'PUT /v1/registry/enterprises/{id}': 'enterprise',
  'PUT /v1/registry/authorities/{id}': 'authority',
  'PUT /v1/registry/filing-duties/{id}': 'filing-duty',
};

export const handler = endpoint(
  async ({ principal, path, route, body }) => {
    const list = listOf[route]!;
    const { isNew, entry } = await writeRegistry(
      list,
      path.id!,
      parse(lists[list].schema, body().json),
      principal,
      deps,
    );
    return { status: isNew ? 201 : 200, body: entry };
  },
  { who: ['regulator'], idempotent: idempotencyStore(db, table) },
);
