/** What a table is, without anything that makes it fast or durable: the plain reading of DynamoDB's documentation. */
export type Item = { pk: string; sk: string; n?: number; gsi1pk?: string; gsi1sk?: string };
export type Condition = { kind: 'none' | 'absent' | 'present' } | { kind: 'equals'; n: number };
type On = { pk: string; sk: string; condition: Condition };
export type Write =
  | ({ do: 'put'; item: Omit<Item, 'pk' | 'sk'> } & On)
  | ({ do: 'set' | 'add'; n: number } & On)
  | ({ do: 'unindex' | 'delete' | 'check' } & On);
export type Operation = { do: 'one'; write: Write } | { do: 'all'; writes: readonly Write[] };
export type Model = Map<string, Item>;

const nameOf = ({ pk, sk }: { pk: string; sk: string }) => `${pk}|${sk}`;

const holds = (condition: Condition, item: Item | undefined): boolean => {
  switch (condition.kind) {
    case 'none':
      return true;
    case 'absent':
      return item === undefined;
    case 'present':
      return item !== undefined;
    case 'equals':
      return item?.n === condition.n;
  }
};

const after = (write: Write, item: Item | undefined): Item | undefined => {
  const { pk, sk } = write;
  switch (write.do) {
    case 'put':
      return { pk, sk, ...write.item };
    case 'set':
      return { pk, sk, ...item, n: write.n };
    case 'add':
      return { pk, sk, ...item, n: (item?.n ?? 0) + write.n };
    case 'unindex': {
      const { gsi1pk: _, ...rest } = item ?? { pk, sk };
      return rest;
    }
    case 'delete':
      return undefined;
    case 'check':
      return item;
  }
};

const apply = (model: Model, write: Write) => {
  const item = after(write, model.get(nameOf(write)));
  if (item) model.set(nameOf(write), item);
  else model.delete(nameOf(write));
};

/** Carry it out on the model; what a caller is answered. */
export const outcomeOn = (model: Model, operation: Operation): unknown => {
  const writes = operation.do === 'one' ? [operation.write] : operation.writes;
  if (operation.do === 'all' && new Set(writes.map(nameOf)).size < writes.length) return 'ValidationException';
  const held = writes.map((write) => holds(write.condition, model.get(nameOf(write))));
  if (held.includes(false))
    return operation.do === 'one'
      ? 'ConditionalCheckFailedException'
      : held.map((ok) => (ok ? 'None' : 'ConditionalCheckFailed'));
  for (const write of writes) apply(model, write);
  return 'done';
};

/** Items of the model in an index, in the index's order; without its sort key an item is not in it. */
export const indexed = (model: Model, pk: string): readonly string[] =>
  [...model.values()]
    .filter((item) => item.gsi1pk === pk && item.gsi1sk !== undefined)
    .map((item) => `${item.gsi1sk} ${nameOf(item)} ${item.n}`)
    .sort();
