import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { kinds } from '../../events/records/kinds.generated.ts';
import { RECORDS_BUCKET, required, TABLE } from '../../functions/env.ts';
import { sourcesOf } from '../../functions/replay-submissions/replay-submissions.ts';
import { holdingsStore } from '../../functions/store/holdings.ts';
import { objectsIn } from '../../functions/store/objects.ts';
import { recordsStore } from '../../functions/store/records.ts';
import { registryStore } from '../../functions/store/registry.ts';
import { submissionsStore } from '../../functions/store/submissions.ts';
import { environmentOf } from './environment.ts';
import { keysOf } from './keys.ts';
import { lockData } from './lock.ts';
import { openObjects } from './objects.ts';
import { openTable } from './table.ts';

const pageSize = 100;

/** Whether a host has kept its data in this folder. */
export const isDataFolder = (folder: string): boolean =>
  ['table', 'objects', 'keys'].every((part) => existsSync(join(folder, part)));

/**
 * The audited submissions of a data folder, of a kind or all, each with its records as stored, what the lists said of them
 * and what their subjects hold. None of it is changed; the folder is ours alone until the last one has been read.
 * Throws DataInUse while a host runs on it.
 */
export async function* storedSubmissions(folder: string, kind: string | undefined) {
  const data = resolve(folder);
  const closings: (() => Promise<void> | void)[] = [lockData(data).release];
  try {
    const keys = keysOf(data);
    const table = await openTable({ directory: join(data, 'table') });
    closings.push(table.close);
    const objects = await openObjects({ directory: join(data, 'objects'), credentials: keys.objects });
    closings.push(objects.close);
    Object.assign(process.env, environmentOf(keys, { table: table.endpoint, objects: objects.endpoint }));
    const db = new DynamoDBClient();
    closings.push(() => db.destroy());

    const name = required(TABLE);
    const { audited, manifest } = submissionsStore(db, name);
    const { records, lists } = recordsStore(objectsIn(required(RECORDS_BUCKET)));
    const deps = { kinds, records, lists, holdings: holdingsStore(db, name).read };
    for (const { uscc: enterprise } of await registryStore(db, name).enterprises()) {
      for (let after: string | undefined, isMore = true; isMore; ) {
        const views = await audited({ enterprise }, after, pageSize);
        for (const { id, recordKind } of views) {
          if (kind !== undefined && recordKind !== kind) continue;
          const of = await manifest(id);
          if (of !== undefined) yield { recordKind, manifest: of, sources: sourcesOf(of, deps) };
        }
        const last = views.at(-1);
        after = last && `${last.receivedAt}#${last.id}`;
        isMore = views.length === pageSize;
      }
    }
  } finally {
    for (const close of closings.toReversed()) await close();
  }
}
