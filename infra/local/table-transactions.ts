import { createHash } from 'node:crypto';
import {
  type AttributeMap,
  answerAtOnce,
  checkConditional,
  createKey,
  itemSize,
  type Table,
  validated,
  validateItem,
  validateKey,
  type Wire,
} from './table-dynalite.ts';
import { invalid, noSuchTable, refusal, refusalType } from './table-refusals.ts';
import { keyOf, type Session } from './table-session.ts';

const MAX_ITEMS = 100;
const MAX_BYTES = 4 * 1024 * 1024;
export const TOKEN_SECONDS = 600;

const OPERATION_OF = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'DeleteItem',
} as const;
type Kind = keyof typeof OPERATION_OF;
type Part = {
  readonly kind: Kind;
  readonly request: Wire;
  readonly table: Table;
  readonly key: AttributeMap;
  readonly returnsItem: boolean;
};
type Reason = { readonly Code: string; readonly Message?: string; readonly Item?: AttributeMap };

/** The item's own key in a request that writes or checks it. */
export const keyIn = (request: Wire, table: Table): AttributeMap =>
  request.Key ??
  Object.fromEntries(table.KeySchema.map(({ AttributeName }) => [AttributeName, request.Item[AttributeName]]));

const partOf = (given: Wire, tableOf: (name: string) => Table | undefined): Part => {
  const kinds = Object.keys(given ?? {}).filter((kind) => given[kind] != null);
  const kind = kinds[0] as Kind;
  if (kinds.length !== 1 || !(kind in OPERATION_OF))
    throw invalid('TransactItems can only contain one of Check, Put, Update or Delete');
  const returnsItem = given[kind].ReturnValuesOnConditionCheckFailure === 'ALL_OLD';
  if (kind === 'ConditionCheck' && !given[kind].ConditionExpression)
    throw invalid('The expression can not be empty; a ConditionCheck needs a ConditionExpression');
  if (kind === 'Update' && !given[kind].UpdateExpression)
    throw invalid('An Update in a transaction needs an UpdateExpression');
  const request = validated(OPERATION_OF[kind], given[kind]);
  const table = tableOf(request.TableName);
  if (!table) throw noSuchTable(request.TableName);
  const wrong = kind === 'Put' ? validateItem(request.Item, table) : validateKey(request.Key, table);
  if (wrong) throw wrong;
  return { kind, request, table, key: keyIn(request, table), returnsItem };
};

const distinct = (parts: readonly { readonly table: Table; readonly key: AttributeMap }[]) => {
  const keys = new Set(parts.map(({ table, key }) => `${table.TableName}/${createKey(key, table)}`));
  if (keys.size < parts.length) throw invalid('Transaction request cannot include multiple operations on one item');
};

const counted = (items: unknown): readonly Wire[] => {
  if (!Array.isArray(items) || items.length < 1 || items.length > MAX_ITEMS)
    throw invalid(
      `1 validation error detected: Value at 'transactItems' failed to satisfy constraint: Member must have length less than or equal to ${MAX_ITEMS} and at least 1`,
    );
  return items;
};

const reasonOf = ({ kind, request, table, key, returnsItem }: Part, session: Session): Reason => {
  const before = session.itemOf(table, key);
  try {
    if (kind === 'ConditionCheck') {
      const failed = checkConditional(request, before);
      if (failed) throw failed;
    } else answerAtOnce(OPERATION_OF[kind], session.store, request);
    return { Code: 'None' };
  } catch (error) {
    const type = refusalType(error);
    if (type === 'ConditionalCheckFailedException')
      return {
        Code: 'ConditionalCheckFailed',
        Message: 'The conditional request failed',
        ...(returnsItem && before && { Item: before }),
      };
    if (type === 'ValidationException') return { Code: 'ValidationError', Message: (error as Error).message };
    throw error;
  }
};

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
};

/**
 * All or nothing. Every part is judged, so that the reasons are complete; whoever calls commits the session only if
 * this returns. Throws TransactionCanceledException with one reason a part, in their order.
 */
export const transactWrite = (
  request: Wire,
  session: Session,
  tableOf: (name: string) => Table | undefined,
  nowSeconds: number,
): Wire => {
  const given = counted(request.TransactItems);
  const token: unknown = request.ClientRequestToken;
  if (token !== undefined && (typeof token !== 'string' || token.length < 1 || token.length > 36))
    throw invalid('ClientRequestToken must have a length between 1 and 36');
  // Before the parts are read: reading them strikes out what dynalite does not know.
  const asked = createHash('sha256')
    .update(JSON.stringify(sorted(given)))
    .digest('base64url');
  const earlier = token === undefined ? undefined : session.read(keyOf.token(token));
  if (earlier !== undefined) {
    const known = JSON.parse(earlier) as { readonly asked: string; readonly until: number };
    if (known.until > nowSeconds) {
      if (known.asked === asked) return {};
      throw refusal(
        'IdempotentParameterMismatchException',
        'The request uses the same client token as a previous, but non-identical request',
      );
    }
  }

  const parts = given.map((part) => partOf(part, tableOf));
  distinct(parts);
  const reasons = parts.map((part) => reasonOf(part, session));
  if (reasons.some(({ Code }) => Code !== 'None'))
    throw refusal(
      'TransactionCanceledException',
      `Transaction cancelled, please refer cancellation reasons for specific reasons [${reasons.map(({ Code }) => Code).join(', ')}]`,
      { CancellationReasons: reasons },
    );
  const bytes = parts.reduce((sum, { table, key }) => sum + itemSize(session.itemOf(table, key) ?? {}), 0);
  if (bytes > MAX_BYTES) throw invalid('Transaction request cannot exceed 4 MB of items');
  if (typeof token === 'string') {
    const until = nowSeconds + TOKEN_SECONDS;
    session.note(keyOf.token(token), JSON.stringify({ asked, until }));
    session.note(keyOf.due(until, keyOf.token(token)), '');
  }
  return {};
};

/** Up to 100 items as they stood at one moment. */
export const transactGet = (
  request: Wire,
  tableOf: (name: string) => Table | undefined,
  readTogether: (keys: readonly string[]) => (string | undefined)[],
  project: (item: AttributeMap, request: Wire) => AttributeMap,
): Wire => {
  const parts = counted(request.TransactItems).map((given) => {
    const get = validated('GetItem', given?.Get ?? {});
    const table = tableOf(get.TableName);
    if (!table) throw noSuchTable(get.TableName);
    const wrong = validateKey(get.Key, table);
    if (wrong) throw wrong;
    return { request: get, table, key: get.Key as AttributeMap };
  });
  distinct(parts);
  const values = readTogether(parts.map(({ table, key }) => keyOf.items(table.TableName) + createKey(key, table)));
  return {
    Responses: values.map((value, nth) =>
      value === undefined ? {} : { Item: project(JSON.parse(value), parts[nth]?.request) },
    ),
  };
};
