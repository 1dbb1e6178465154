import {
  type AttributeValue,
  DeleteItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureTable } from '../../../functions/store/table.ts';
import { freshTable, type Opened } from './table-client.ts';
import { type Condition, indexed, type Model, type Operation, outcomeOn, type Write } from './table-model.ts';

let opened: Opened;
beforeAll(async () => {
  opened = await freshTable();
});
afterAll(() => opened.close());

const smallNumber = fc.integer({ min: -2, max: 3 });
const condition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ kind: 'none' as const }) },
  fc.constant({ kind: 'absent' as const }),
  fc.constant({ kind: 'present' as const }),
  fc.record({ kind: fc.constant('equals' as const), n: smallNumber }),
);
// Few keys, so that operations meet; some whose order by bytes is not their order by length or letter.
const on = { pk: fc.constantFrom('a', 'b', '钱'), sk: fc.constantFrom('1', '10', 'a/b'), condition };
const item = fc.record(
  { n: smallNumber, gsi1pk: fc.constantFrom('g', 'h'), gsi1sk: fc.constantFrom('0', '00', 'z') },
  { requiredKeys: [] },
);
const write: fc.Arbitrary<Write> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('put' as const), item, ...on }) },
  fc.record({ do: fc.constantFrom('set' as const, 'add' as const), n: smallNumber, ...on }),
  fc.record({ do: fc.constantFrom('unindex' as const, 'delete' as const), ...on }),
);
const check = fc.record({
  do: fc.constant('check' as const),
  ...on,
  condition: condition.filter(({ kind }) => kind !== 'none'),
});
const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ do: fc.constant('one' as const), write }),
  fc.record({
    do: fc.constant('all' as const),
    writes: fc.array(fc.oneof({ weight: 4, arbitrary: write }, check), { minLength: 1, maxLength: 4 }),
  }),
);

type Parts = { text: { ConditionExpression?: string }; values: Record<string, AttributeValue> };
const conditionParts = (given: Condition): Parts => {
  switch (given.kind) {
    case 'none':
      return { text: {}, values: {} };
    case 'absent':
      return { text: { ConditionExpression: 'attribute_not_exists(pk)' }, values: {} };
    case 'present':
      return { text: { ConditionExpression: 'attribute_exists(pk)' }, values: {} };
    case 'equals':
      return { text: { ConditionExpression: 'n = :is' }, values: { ':is': { N: String(given.n) } } };
  }
};

const partOf = (TableName: string, given: Write): TransactWriteItem => {
  const { text, values } = conditionParts(given.condition);
  const Key = marshall({ pk: given.pk, sk: given.sk });
  const withValues = (more: Record<string, AttributeValue> = {}) => {
    const all = { ...values, ...more };
    return { ...text, ...(Object.keys(all).length > 0 && { ExpressionAttributeValues: all }) };
  };
  switch (given.do) {
    case 'put':
      return { Put: { TableName, Item: marshall({ ...given.item, pk: given.pk, sk: given.sk }), ...withValues() } };
    case 'set':
    case 'add': {
      const UpdateExpression = given.do === 'set' ? 'SET n = :n' : 'ADD n :n';
      return { Update: { TableName, Key, UpdateExpression, ...withValues({ ':n': { N: String(given.n) } }) } };
    }
    case 'unindex':
      return { Update: { TableName, Key, UpdateExpression: 'REMOVE gsi1pk', ...withValues() } };
    case 'delete':
      return { Delete: { TableName, Key, ...withValues() } };
    case 'check':
      return { ConditionCheck: { TableName, Key, ConditionExpression: '', ...withValues() } };
  }
};

const send = async (table: string, asked: Operation): Promise<unknown> => {
  const { db } = opened;
  const parts = (asked.do === 'one' ? [asked.write] : asked.writes).map((given) => partOf(table, given));
  const [first] = parts;
  const sent =
    asked.do === 'all'
      ? db.send(new TransactWriteItemsCommand({ TransactItems: parts }))
      : first?.Put
        ? db.send(new PutItemCommand(first.Put))
        : first?.Update
          ? db.send(new UpdateItemCommand(first.Update))
          : db.send(new DeleteItemCommand(first!.Delete!));
  return sent.then(
    () => 'done',
    (error) => error.CancellationReasons?.map(({ Code }: { Code: string }) => Code) ?? error.name,
  );
};

const inIndex = async (table: string, pk: string, ScanIndexForward: boolean) => {
  const seen: string[] = [];
  let start: Record<string, AttributeValue> | undefined;
  do {
    const page = await opened.db.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: pk } },
        Limit: 2,
        ScanIndexForward,
        ...(start && { ExclusiveStartKey: start }),
      }),
    );
    for (const found of page.Items ?? []) seen.push(`${found.gsi1sk?.S} ${found.pk?.S}|${found.sk?.S} ${found.n?.N}`);
    start = page.LastEvaluatedKey;
  } while (start);
  return seen;
};
const sortKeys = (lines: readonly string[]) => lines.map((line) => line.split(' ')[0]);

it('leaves the state that a plain model of it leaves, whatever is asked in whatever order', async () => {
  let nth = 0;
  let last: string | undefined;
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 25 }), async (operations) => {
      const table = `run-${nth++}`;
      await ensureTable(opened.db, table);
      const model: Model = new Map();
      for (const asked of operations) expect(await send(table, asked)).toEqual(outcomeOn(model, asked));

      const { Items } = await opened.db.send(new ScanCommand({ TableName: table }));
      const stored = new Map(Items!.map((found) => [`${found.pk?.S}|${found.sk?.S}`, unmarshall(found)]));
      expect(stored).toEqual(model);

      for (const pk of ['g', 'h']) {
        const forward = await inIndex(table, pk, true);
        expect(forward.toSorted()).toEqual(indexed(model, pk));
        expect(sortKeys(forward)).toEqual(sortKeys(forward).toSorted());
        expect(await inIndex(table, pk, false)).toEqual(forward.toReversed());
      }

      const told = new Map<string, unknown>();
      for (const { sequence, keys, newImage } of await opened.table.changes.read(last, 1000)) {
        last = sequence;
        const name = `${keys.pk?.S}|${keys.sk?.S}`;
        if (newImage) told.set(name, unmarshall(newImage as never));
        else told.delete(name);
      }
      expect(told).toEqual(model);
    }),
    { numRuns: 120 },
  );
});
