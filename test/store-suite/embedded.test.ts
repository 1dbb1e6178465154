import { freshTable, TABLE } from '../infra/local/table-client.ts';
import type { ToldChange } from './opened.ts';
import { storeSuite } from './suite.ts';

const open = async () => {
  const { db, table, close } = await freshTable();
  const changesOf = async () => (await table.changes.read(undefined, 10_000)) as readonly ToldChange[];
  return { db, table: TABLE, close, changesOf };
};

storeSuite('the table of one machine', open);
