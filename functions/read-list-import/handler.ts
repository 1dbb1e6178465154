import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { endpoint } from '../edge/endpoint.ts';
import { required, TABLE } from '../env.ts';
import { listNamed } from '../import-list/list-named.ts';
import { listImportsStore } from '../store/list-imports.ts';
import { readListImport } from './read-list-import.ts';

const { listImport } = listImportsStore(new DynamoDBClient(), required(TABLE));

export const handler = endpoint(
  async ({ principal, path }) => ({
    status: 200,
    body: await readListImport(listNamed(path.list!), path.id!, principal, listImport),
  }),
  { who: ['regulator', 'auditor'] },
);
