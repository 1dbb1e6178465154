import type { ToldChange } from './opened.ts';

/** One request to DynamoDB Streams by its JSON: its client is no part of this project, whose functions are called by it. */
const ask = async (url: string, operation: string, request: object): Promise<Answer> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDBStreams_20120810.${operation}`,
      // An emulator looks here for service and region, and at no signature.
      authorization:
        'AWS4-HMAC-SHA256 Credential=test/20260301/cn-north-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: JSON.stringify(request),
  });
  if (!response.ok) throw new Error(`${operation} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer;
};

type Answer = {
  readonly StreamDescription?: { readonly Shards: readonly { readonly ShardId: string }[] };
  readonly ShardIterator?: string;
  readonly NextShardIterator?: string | null;
  readonly Records?: readonly { readonly dynamodb: { readonly Keys: object; readonly NewImage?: object } }[];
};

/** Everything that a table's stream has told, shard after shard: an item's changes are all in one. */
export const streamOf = async (url: string, StreamArn: string): Promise<readonly ToldChange[]> => {
  const { StreamDescription } = await ask(url, 'DescribeStream', { StreamArn });
  const told: ToldChange[] = [];
  for (const { ShardId } of StreamDescription!.Shards) {
    const from = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' };
    let { ShardIterator: next } = await ask(url, 'GetShardIterator', from);
    for (;;) {
      const { Records = [], NextShardIterator } = await ask(url, 'GetRecords', { ShardIterator: next, Limit: 1000 });
      told.push(...Records.map(({ dynamodb }) => ({ keys: dynamodb.Keys, newImage: dynamodb.NewImage }) as ToldChange));
      // An open shard always has a next place to read from.
      if (Records.length === 0 || !NextShardIterator) break;
      next = NextShardIterator;
    }
  }
  return told;
};
