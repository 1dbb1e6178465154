import { stat } from 'node:fs/promises';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Finding } from '../../events/finding.ts';
import { kinds } from '../../events/records/kinds.generated.ts';
import { eachRow } from '../judge-slice/each-row.ts';
import type { CopyDeps, CutFile } from '../run-upload/deps.ts';
import { piecesOf, preparedPiece, slicePiece } from '../run-upload/pieces.ts';
import { filesStore } from '../store/files.ts';
import { keptLines } from '../store/kept-lines.ts';
import type { Objects, PassingObjects } from '../store/objects.ts';
import { discardFile, fetchFile } from '../store/passing-files.ts';
import { findingsPerObject, recordsStore } from '../store/records.ts';
import { submissionsStore } from '../store/submissions.ts';
import { copyDays, judgedPieces, moving } from '../watch-uploads/wire.ts';

export const copying = (db: DynamoDBClient, table: string, kept: Objects, uploads: PassingObjects): CopyDeps => {
  const files = filesStore(uploads);
  const { findings } = recordsStore(kept);
  const { manifest } = submissionsStore(db, table);
  return {
    ...moving(db, table),
    kinds,
    fetch: ({ id }, told) => fetchFile(id, files, told),
    discard: discardFile,
    cut: (id) => files.json<CutFile>(id, preparedPiece),
    sliceBytes: (id, n, at) => (at === 'piece' ? files.bytes(id, slicePiece(n)) : files.part(id, at.from, at.to)),
    ...judgedPieces(files),
    linesIn: (bytes, { contract, rows }, take) => {
      eachRow(contract, rows, 1)(bytes, ({ row, line }) => take(row, line));
    },
    findings: async function* (id): AsyncGenerator<readonly Finding[]> {
      const found = await manifest(id);
      if (found?.view.status !== 'audited') return;
      for (let from = 0; from < found.findingsTotal; from += findingsPerObject) {
        yield await findings(found, from, findingsPerObject);
      }
    },
    keptFaults: keptLines,
    keepCopy: async (id, copy, path, type) => {
      await files.keepCopy(id, copy, path, type);
      return (await stat(path)).size;
    },
    clearFile: (upload) => files.clear(upload.id, piecesOf(upload)),
    copyDays: copyDays(),
  };
};
