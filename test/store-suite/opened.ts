import type { AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb';

export type Item = Record<string, AttributeValue>;

/** One change of an item as a stream tells it; a removal has no new image. */
export type ToldChange = { readonly keys: Item; readonly newImage?: Item };

/** A table of its own, freshly made by `ensureTable`. */
export type Opened = {
  readonly db: DynamoDBClient;
  readonly table: string;
  /** Every change since the table was made: those of one item in order. */
  readonly changesOf: () => Promise<readonly ToldChange[]>;
  readonly close: () => Promise<void>;
};

/** Registers the tests of one part; `at` is the table while they run. */
export type Part = (at: () => Opened) => void;
