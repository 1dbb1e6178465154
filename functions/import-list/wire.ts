import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { digest } from '../store/digest.ts';
import { journalPut } from '../store/journal.ts';
import { listImportsStore } from '../store/list-imports.ts';
import { listsStore } from '../store/lists.ts';
import type { Objects } from '../store/objects.ts';
import { pause } from '../store/pause.ts';
import { recordsStore } from '../store/records.ts';
import { succeeds } from '../store/transact.ts';
import type { ImportDeps } from './deps.ts';
import { recordImport } from './record-import.ts';

/** Everything that recording imports needs, over one table and one bucket's objects. */
export const importing = (db: DynamoDBClient, table: string, objects: Objects) => {
  const { parts, listed, write, page } = listsStore(db, table);
  const imports = listImportsStore(db, table);
  const { keepImported, imported } = recordsStore(objects);
  const deps: ImportDeps = {
    ...{ parts, listed, write, page, keepImported, imported, digest, pause },
    listImport: imports.listImport,
    begin: (begun, to) => succeeds(imports.begin(begun, to)),
    commit: (counting, to, entry) => succeeds(imports.commit(counting, to, journalPut(table, entry))),
    finish: imports.finish,
    now: () => new Date(),
  };
  return { deps, unfinishedBefore: imports.unfinishedBefore, record: (id: string) => recordImport(id, deps) };
};
