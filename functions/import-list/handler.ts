import { createHash } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { entryFields } from '../../events/list-fields.ts';
import { ListImportRequest } from '../../events/list-import.ts';
import { endpoint } from '../edge/endpoint.ts';
import { identity } from '../edge/identity.ts';
import { parse } from '../edge/parse.ts';
import { RECORDS_BUCKET, required, TABLE } from '../env.ts';
import { idempotencyStore } from '../store/idempotency.ts';
import { objectsIn } from '../store/objects.ts';
import { type ImportListDeps, importList } from './import-list.ts';
import { listNamed } from './list-named.ts';
import { importing } from './wire.ts';

const db = new DynamoDBClient();
const table = required(TABLE);
const { token } = await identity();

const deps: ImportListDeps = {
  ...importing(db, table, objectsIn(required(RECORDS_BUCKET))).deps,
  // As in records: what is nobody's, such as the digest of a sample, is compared as it is.
  tokenOf: (list, value) => (entryFields(list).value.personal === 'token' ? token(value) : value),
};

export const handler = endpoint(
  async ({ principal, path, body }) => {
    const list = listNamed(path.list!);
    const { json, bytes } = body();
    const request = parse(ListImportRequest, json);
    const bodyDigest = createHash('sha256').update(bytes).digest('hex');
    const { isNew, receipt } = await importList(list, request, bodyDigest, principal, deps);
    const location = `/v1/lists/${list}/imports/${receipt.id}`;
    return { status: isNew ? 201 : 200, headers: { location }, body: receipt };
  },
  { who: ['regulator'], idempotent: idempotencyStore(db, table) },
);
