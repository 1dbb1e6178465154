import { type DynamoDBClient, GetItemCommand, PutItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Authority, Enterprise, FilingDuty, Registry } from '../../events/registry.ts';
import type { RegisteredDuty } from '../../rules/period-records.ts';
import { everyItem } from './every-item.ts';
import { transact } from './transact.ts';

// Every key of the registry is spelled here and nowhere else.
//
//   enterprise(uscc)          pk = REGISTRY#enterprise     sk = <uscc>       submit, check, list
//   enterprises()             pk = REGISTRY#enterprise     all, by sk        read-registry, check-filings
//   authorities()             pk = REGISTRY#authority      all, by sk        notices, read-registry
//   filingDuties()            pk = REGISTRY#filing-duty    all, by sk        read-registry
//   registeredDuties()        the same, with `since`                         check-filings, record-submission
//
// `body` is the entry as registered, one JSON string; `version` counts its changes from 1; `since` is when it came first.

type Lists = { enterprise: Enterprise; authority: Authority; 'filing-duty': FilingDuty };
export type RegistryList = keyof Lists;

export type Registered<T> = { readonly version: number; readonly entry: T };

const keyOf = (list: RegistryList, id: string) => ({ pk: { S: `REGISTRY#${list}` }, sk: { S: id } });

export const registryStore = (db: DynamoDBClient, table: string) => {
  const read = async <L extends RegistryList>(list: L, id: string): Promise<Registered<Lists[L]> | undefined> => {
    const { Item } = await db.send(
      new GetItemCommand({ TableName: table, Key: keyOf(list, id), ConsistentRead: true }),
    );
    return Item && { version: Number(Item.version!.N), entry: JSON.parse(Item.body!.S!) as Lists[L] };
  };

  const items = (list: RegistryList) =>
    everyItem(db, {
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: `REGISTRY#${list}` } },
    });
  const all = async <L extends RegistryList>(list: L): Promise<readonly Lists[L][]> =>
    (await items(list)).map((item) => JSON.parse(item.body!.S!));

  return {
    read,
    all,
    enterprise: async (uscc: string) => (await read('enterprise', uscc))?.entry,
    enterprises: () => all('enterprise'),
    authorities: () => all('authority'),
    filingDuties: () => all('filing-duty'),
    registeredDuties: async (): Promise<readonly RegisteredDuty[]> =>
      (await items('filing-duty')).map(({ body, since }) => ({
        ...(JSON.parse(body!.S!) as FilingDuty),
        ...(since && { registeredAt: since.S! }),
      })),

    /**
     * Replaces the entry that stood at `version` (0: there was none) at an instant, in one transaction with `journal`.
     * Throws TransactionCanceledException when somebody else was faster.
     */
    put: async <L extends RegistryList>(
      list: L,
      id: string,
      entry: Lists[L],
      version: number,
      at: string,
      journal: TransactWriteItem,
    ): Promise<void> => {
      const put: TransactWriteItem = {
        Update: {
          TableName: table,
          Key: keyOf(list, id),
          UpdateExpression: 'SET #version = :next, body = :body, since = if_not_exists(since, :at)',
          ConditionExpression: version === 0 ? 'attribute_not_exists(pk)' : '#version = :version',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: {
            ':next': { N: String(version + 1) },
            ':body': { S: JSON.stringify(entry) },
            ':at': { S: at },
            ...(version > 0 && { ':version': { N: String(version) } }),
          },
        },
      };
      await transact(db, [put, journal]);
    },

    /** Loads a whole registry at an instant; what is registered already stays as it is. */
    load: async (registry: Registry, at = new Date().toISOString()): Promise<void> => {
      const entries = [
        ...registry.enterprises.map((entry) => ['enterprise', entry.uscc, entry] as const),
        ...registry.authorities.map((entry) => ['authority', entry.id, entry] as const),
        ...registry.filingDuties.map((entry) => ['filing-duty', entry.id, entry] as const),
      ];
      for (const [list, id, entry] of entries) {
        const put = new PutItemCommand({
          TableName: table,
          Item: { ...keyOf(list, id), version: { N: '1' }, body: { S: JSON.stringify(entry) }, since: { S: at } },
          ConditionExpression: 'attribute_not_exists(pk)',
        });
        await db.send(put).catch((error) => {
          if (error.name !== 'ConditionalCheckFailedException') throw error;
        });
      }
    },
  };
};
