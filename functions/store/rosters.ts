import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { noRosters, type RosterKey, type RosterMark, type Rosters } from '../../rules/branch-rosters.ts';
import { readAll } from './batch-get.ts';
import { tallyShards } from './tallies.ts';

// Every key of the branches' rosters is spelled here and nowhere else.
//
//   read(branches)     pk = ROSTERS#<enterprise>#<branch>#<kind>, sk = <copy>     record-submission
//   write              all copies, where `version` is still the one read
//   unchanged          condition only: what was claimed was claimed knowing these rosters
//
// Every claim of a record asks that no newer roster has come. Two transactions that ask it of one item at once cancel each
// other: so there is a copy for each of the lanes in which a submission writes.

const copies = tallyShards;

const keyOf = ({ enterprise, branchId, recordKind }: RosterKey, copy: number) => ({
  pk: { S: `ROSTERS#${enterprise}#${branchId}#${recordKind}` },
  sk: { S: String(copy) },
});

const isVersion = (version: number) =>
  version === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: '#version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': { N: String(version) } },
      };

export const rostersStore = (db: DynamoDBClient, table: string) => ({
  /** Consistent reads, in the order asked. */
  read: async (of: readonly RosterKey[]): Promise<readonly Rosters[]> => {
    const items = await readAll(
      db,
      table,
      of.map((one) => keyOf(one, 0)),
    );
    return items.map((item) =>
      item === undefined ? noRosters : { version: Number(item.version!.N), marks: JSON.parse(item.body!.S!) },
    );
  },

  write: (of: RosterKey, version: number, marks: readonly RosterMark[]): TransactWriteItem[] =>
    Array.from({ length: copies }, (_, copy) => ({
      Put: {
        TableName: table,
        Item: { ...keyOf(of, copy), version: { N: String(version + 1) }, body: { S: JSON.stringify(marks) } },
        ...isVersion(version),
      },
    })),

  unchanged: (of: RosterKey, version: number, lane: number): TransactWriteItem => ({
    ConditionCheck: { TableName: table, Key: keyOf(of, lane), ...isVersion(version) },
  }),
});
