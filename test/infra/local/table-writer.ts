// The process that table-crash.test.ts kills: it opens the table in the folder it is given and writes transactions until
// then. A line on stdout says which one was acknowledged. With `before 5` it kills itself right before its fifth commit.
import { writeSync } from 'node:fs';
import { GetItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { ensureTable } from '../../../functions/store/table.ts';
import { openTable } from '../../../infra/local/table.ts';
import { clientOf, TABLE } from './table-client.ts';

const [directory = '', killWhen, killAt] = process.argv.slice(2);
let commits = 0;
const table = await openTable({
  directory,
  onCommit: (when, keys) => {
    if (when === killWhen && keys.length > 0 && ++commits === Number(killAt)) process.kill(process.pid, 'SIGKILL');
  },
});
const db = clientOf(table.endpoint);
await ensureTable(db, TABLE);

const write = async (writer: string) => {
  const counter = { pk: { S: writer }, sk: { S: 'count' } };
  const { Item } = await db.send(new GetItemCommand({ TableName: TABLE, Key: counter }));
  for (let n = Number(Item?.n?.N ?? 0); ; n++) {
    const half = (side: string) => ({
      Put: {
        TableName: TABLE,
        Item: {
          pk: { S: `${writer}-${side}` },
          sk: { S: String(n).padStart(6, '0') },
          gsi1pk: { S: `all-${side}` },
          gsi1sk: { S: `${writer}-${n}` },
        },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    });
    const count = {
      Update: {
        TableName: TABLE,
        Key: counter,
        UpdateExpression: 'SET gsi2pk = :counts, gsi2sk = :sk ADD n :one',
        ExpressionAttributeValues: { ':counts': { S: 'counts' }, ':sk': { S: `at-${n}` }, ':one': { N: '1' } },
      },
    };
    await db.send(new TransactWriteItemsCommand({ TransactItems: [half('left'), count, half('right')] }));
    writeSync(1, `${writer} ${n}\n`);
  }
};
await Promise.all(['w0', 'w1', 'w2', 'w3', 'w4', 'w5'].map(write));
