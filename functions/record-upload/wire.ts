import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { kinds } from '../../events/records/kinds.generated.ts';
import { recordSubmission } from '../record-submission/record-submission.ts';
import { recording } from '../record-submission/wire.ts';
import type { RecordUploadDeps } from '../run-upload/deps.ts';
import { piecesOf } from '../run-upload/pieces.ts';
import { filesStore } from '../store/files.ts';
import type { Objects, PassingObjects } from '../store/objects.ts';
import { moving } from '../watch-uploads/wire.ts';

/** So many changes are written between two looks at whether the work is still ours. */
const changesTogether = 2_000;

export const finishing = (
  db: DynamoDBClient,
  table: string,
  kept: Objects,
  uploads: PassingObjects,
): RecordUploadDeps => {
  const { deps } = recording(db, table, kept);
  return {
    ...moving(db, table),
    recordFile: async ({ id, chain }, told) => {
      // Where cards are counted, a row's track is written, and then whoever's holdings it changes.
      const passes = kinds[chain.recordKind]!.holdings === undefined ? 1 : 2;
      let rows = 0;
      let settle = async (): Promise<void> => {};
      const manifest = await recordSubmission(id, {
        ...deps,
        records: async function* (of) {
          for await (const part of deps.records(of)) {
            yield part;
            if (of === id) rows += part.length;
            await told(Math.floor(rows / passes));
          }
        },
        apply: async (all, together) => {
          const failed: Awaited<ReturnType<typeof deps.apply>>[number][] = [];
          for (let n = 0; n < all.length; n += changesTogether) {
            for (const one of await deps.apply(all.slice(n, n + changesTogether), together)) failed.push(one);
            await told(Math.floor(rows / passes));
          }
          return failed;
        },
        // Nobody waits for it: it is done when the upload has ended.
        settle: async (ids, submission) => {
          settle = () => deps.settle(ids, submission);
        },
      });
      return { manifest, settle };
    },
    clearFile: (upload) => filesStore(uploads).clear(upload.id, piecesOf(upload)),
  };
};
