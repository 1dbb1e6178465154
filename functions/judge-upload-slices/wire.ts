import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { kinds } from '../../events/records/kinds.generated.ts';
import { sliceJudge } from '../judge-slice/judge-slice.ts';
import type { CutFile, JudgeDeps, Tokenise } from '../run-upload/deps.ts';
import { judgedPiece, keysPiece, preparedPiece, rawPiece, recordsPiece, slicePiece } from '../run-upload/pieces.ts';
import { filesStore } from '../store/files.ts';
import type { PassingObjects } from '../store/objects.ts';
import { uploadsStore } from '../store/uploads.ts';

const now = (): Date => new Date();

export const judging = (db: DynamoDBClient, table: string, uploads: PassingObjects, tokenise: Tokenise): JudgeDeps => {
  const files = filesStore(uploads);
  return {
    ...{ kinds, now },
    cut: (id) => files.json<CutFile>(id, preparedPiece),
    sliceBytes: (id, n, at) => (at === 'piece' ? files.bytes(id, slicePiece(n)) : files.part(id, at.from, at.to)),
    judge: (bytes, { contract, rows, span, at }, isRaw, only) =>
      sliceJudge({
        ...{ contract, rows, span, by: { at }, seed: 0 },
        tokenise: isRaw ? (record) => record : (record) => tokenise(contract, record),
      })(bytes, only),
    keepJudged: async (id, n, judged, { kept, raw, keys }) => {
      await Promise.all([
        files.keepJson(id, recordsPiece(n), kept),
        ...(raw.length > 0 ? [files.keepJson(id, rawPiece(n), raw)] : []),
        files.keepBytes(id, keysPiece(n), new Uint8Array(keys.buffer as ArrayBuffer, keys.byteOffset, keys.byteLength)),
      ]);
      await files.keepJson(id, judgedPiece(n), judged);
    },
    sliceJudged: uploadsStore(db, table).sliceJudged,
  };
};
