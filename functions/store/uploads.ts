import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  type TransactWriteItem,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { isUnfinished, type MovingUpload, type Upload } from '../../events/upload.ts';
import { everyItem } from './every-item.ts';
import { transact } from './transact.ts';

// Every key of uploads is spelled here and nowhere else.
//
//   upload(id)           pk = SUBMISSION#<id>, sk = UPLOAD                    create-upload, read-submission, run-upload
//   unmovedBefore        gsi5pk = UPLOADING, gsi5sk = <moved at>#<id>         watch-uploads: those waiting or at work
//   keptBefore           gsi5pk = UPLOADED, the same, until forget           watch-uploads: those whose file is there
//
// `body` is the upload, one JSON string. Beside it stands what moves all the time: `movedAt`, `done`, and in `judged` the
// rows of each slice that is judged, by its number: written again, a slice counts once. Every write names the state and
// the run that it goes on from: of two who work on one upload, the older finds nothing to write.

type Stage = Pick<Upload, 'id' | 'state' | 'run'>;

const keyOf = (id: string) => ({ pk: { S: `SUBMISSION#${id}` }, sk: { S: 'UPLOAD' } });
/** The list that watches over an upload; a cancelled one has nothing left. */
const listOf = (upload: Pick<Upload, 'state' | 'copies'>): string | undefined => {
  if (upload.state === 'waiting' || isUnfinished(upload)) return 'UPLOADING';
  return upload.state === 'cancelled' ? undefined : 'UPLOADED';
};

const parse = (item: Record<string, AttributeValue>): MovingUpload => {
  const judged = Object.values(item.judged?.M ?? {}).map(({ N }) => Number(N));
  return {
    ...(JSON.parse(item.body!.S!) as Upload),
    movedAt: item.movedAt!.S!,
    done: Number(item.done!.N),
    slicesDone: judged.length,
    rowsJudged: judged.reduce((sum, rows) => sum + rows, 0),
  };
};

const isLost = (error: unknown): false => {
  if (error instanceof ConditionalCheckFailedException) return false;
  throw error;
};

const stillAt = ({ state, run }: Stage) => ({
  ConditionExpression: '#state = :state AND #run = :run',
  ExpressionAttributeNames: { '#state': 'state', '#run': 'run' },
  ExpressionAttributeValues: { ':state': { S: state }, ':run': { N: String(run) } },
});

export const uploadsStore = (db: DynamoDBClient, table: string) => {
  /** Adds to an upload while it is still at the stage; false when it is not. */
  const add = async (
    at: Stage,
    movedAt: string,
    set: string,
    names: Readonly<Record<string, string>>,
    values: Readonly<Record<string, AttributeValue>>,
  ): Promise<boolean> => {
    const { ConditionExpression, ExpressionAttributeNames, ExpressionAttributeValues } = stillAt(at);
    const update = new UpdateItemCommand({
      TableName: table,
      Key: keyOf(at.id),
      UpdateExpression: `SET movedAt = :at, gsi5sk = :moved, ${set}`,
      ConditionExpression,
      ExpressionAttributeNames: { ...ExpressionAttributeNames, ...names },
      ExpressionAttributeValues: {
        ...ExpressionAttributeValues,
        ...values,
        ':at': { S: movedAt },
        ':moved': { S: `${movedAt}#${at.id}` },
      },
    });
    return db.send(update).then(() => true, isLost);
  };

  /** The write by which an upload goes on from one state to another, for a transaction of its own or of somebody's. */
  const moving = (from: Stage, to: Upload, movedAt: string): TransactWriteItem & { readonly Update: object } => {
    const { ConditionExpression, ExpressionAttributeNames, ExpressionAttributeValues } = stillAt(from);
    const restart = from.state === 'reading' && to.state === 'judging' ? ', judged = :none' : '';
    const list = listOf(to);
    const listed = list === undefined ? ' REMOVE gsi5pk, gsi5sk' : ', gsi5pk = :list, gsi5sk = :moved';
    return {
      Update: {
        TableName: table,
        Key: keyOf(to.id),
        UpdateExpression: `SET body = :body, #state = :to, #run = :toRun, movedAt = :at, done = :zero${restart}${listed}`,
        ConditionExpression,
        ExpressionAttributeNames,
        ExpressionAttributeValues: {
          ...ExpressionAttributeValues,
          ':body': { S: JSON.stringify(to) },
          ':to': { S: to.state },
          ':toRun': { N: String(to.run) },
          ':at': { S: movedAt },
          ':zero': { N: '0' },
          ...(restart !== '' && { ':none': { M: {} } }),
          ...(list !== undefined && { ':list': { S: list }, ':moved': { S: `${movedAt}#${to.id}` } }),
        },
      },
    };
  };

  const listedBefore = async (list: string, before: string): Promise<readonly MovingUpload[]> => {
    const items = await everyItem(db, {
      TableName: table,
      IndexName: 'gsi5',
      KeyConditionExpression: 'gsi5pk = :pk AND gsi5sk < :before',
      ExpressionAttributeValues: { ':pk': { S: list }, ':before': { S: before } },
    });
    return items.map(parse);
  };

  return {
    upload: async (id: string): Promise<MovingUpload | undefined> => {
      const { Item } = await db.send(new GetItemCommand({ TableName: table, Key: keyOf(id), ConsistentRead: true }));
      return Item && parse(Item);
    },

    /** False where there is one of this id. */
    create: async (upload: Upload): Promise<boolean> => {
      const put = new PutItemCommand({
        TableName: table,
        Item: {
          ...keyOf(upload.id),
          body: { S: JSON.stringify(upload) },
          state: { S: upload.state },
          run: { N: String(upload.run) },
          movedAt: { S: upload.createdAt },
          done: { N: '0' },
          judged: { M: {} },
          gsi5pk: { S: 'UPLOADING' },
          gsi5sk: { S: `${upload.createdAt}#${upload.id}` },
        },
        ConditionExpression: 'attribute_not_exists(pk)',
      });
      return db.send(put).then(() => true, isLost);
    },

    moving,

    /** Takes an upload from one state to another, with the entry that tells of it. Throws TransactionCanceledException
     * when it is not there any more. */
    move: async (from: Stage, to: Upload, movedAt: string, journal?: TransactWriteItem): Promise<void> =>
      transact(db, [moving(from, to, movedAt), ...(journal ? [journal] : [])]),

    /** Says how far a stage has come; false when it has ended or is somebody else's. */
    progress: (at: Stage, done: number, movedAt: string): Promise<boolean> =>
      add(at, movedAt, 'done = :done', {}, { ':done': { N: String(done) } }),

    /** Says that somebody is at work, whatever comes of it; false as `progress`. */
    touch: (at: Stage, movedAt: string): Promise<boolean> => add(at, movedAt, '#state = :state', {}, {}),

    /** Counts a slice's rows, once however often it is judged; false as `progress`. */
    sliceJudged: (at: Stage, slice: number, rows: number, movedAt: string): Promise<boolean> =>
      add(at, movedAt, 'judged.#n = :rows', { '#n': String(slice) }, { ':rows': { N: String(rows) } }),

    /** Numbers of the slices that are judged already. */
    judgedSlices: async (id: string): Promise<ReadonlySet<number>> => {
      const { Item } = await db.send(new GetItemCommand({ TableName: table, Key: keyOf(id), ConsistentRead: true }));
      return new Set(Object.keys(Item?.judged?.M ?? {}).map(Number));
    },

    /** Those waiting or at work that have not moved since before an instant, longest first. */
    unmovedBefore: (before: string): Promise<readonly MovingUpload[]> => listedBefore('UPLOADING', before),
    /** Those that ended before an instant and whose file nobody has removed. */
    keptBefore: (before: string): Promise<readonly MovingUpload[]> => listedBefore('UPLOADED', before),

    /** Its file is gone: nobody need watch over it. */
    forget: async (id: string): Promise<void> => {
      const update = new UpdateItemCommand({
        TableName: table,
        Key: keyOf(id),
        UpdateExpression: 'REMOVE gsi5pk, gsi5sk',
        ConditionExpression: 'gsi5pk = :list',
        ExpressionAttributeValues: { ':list': { S: 'UPLOADED' } },
      });
      await db.send(update).then(() => {}, isLost);
    },
  };
};
