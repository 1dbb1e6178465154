import { randomUUID } from 'node:crypto';
import { DeleteTableCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ensureTable } from '../../functions/store/table.ts';
import { streamOf } from './emulator-stream.ts';
import { storeSuite } from './suite.ts';

const given = process.env.DYNAMODB_ENDPOINTS?.trim();
if (!given) throw new Error('DYNAMODB_ENDPOINTS is missing: name=url for each DynamoDB to test, with blanks between');

// moto copies the table at the start of a transaction and puts the copy back when it fails, whatever others wrote in
// the meantime, and two at once may end in a 500. What asks at once asks it one after the other.
const sockets: Readonly<Record<string, number>> = { moto: 1 };

for (const endpoint of given.split(/\s+/)) {
  const [, name, url] = /^([^=]+)=(https?:.+)$/.exec(endpoint) ?? [];
  if (name === undefined || url === undefined) throw new Error(`DYNAMODB_ENDPOINTS: ${endpoint} is not name=url`);

  const open = async () => {
    const db = new DynamoDBClient({
      endpoint: url,
      region: 'cn-north-1',
      maxAttempts: 1,
      requestHandler: { httpAgent: { maxSockets: sockets[name] ?? 50 } },
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    const table = `suite-${randomUUID()}`;
    await ensureTable(db, table);
    const close = async () => {
      await db.send(new DeleteTableCommand({ TableName: table }));
      db.destroy();
    };
    const changesOf = async () => {
      const { Table } = await db.send(new DescribeTableCommand({ TableName: table }));
      return streamOf(url, Table!.LatestStreamArn!);
    };
    return { db, table, close, changesOf };
  };

  storeSuite(name, open);
}
