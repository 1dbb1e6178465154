import { setTimeout } from 'node:timers/promises';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { catalogue } from '../../rules/engine/catalogue.ts';
import { judging } from '../judge-upload-slices/wire.ts';
import { lawOf, recording } from '../record-submission/wire.ts';
import type { CountDeps, JudgedSlice, Tokenise } from '../run-upload/deps.ts';
import { judgedPiece } from '../run-upload/pieces.ts';
import { digest } from '../store/digest.ts';
import { filesStore } from '../store/files.ts';
import { journalPut } from '../store/journal.ts';
import { listsStore } from '../store/lists.ts';
import type { Objects, PassingObjects } from '../store/objects.ts';
import { sealedStore } from '../store/sealed.ts';
import { succeeds } from '../store/transact.ts';
import { uploadsStore } from '../store/uploads.ts';
import { moving } from '../watch-uploads/wire.ts';

export type Wires = {
  readonly db: DynamoDBClient;
  readonly table: string;
  readonly records: Objects;
  readonly sealed: Objects;
  readonly uploads: PassingObjects;
  readonly sealKey: () => Promise<string>;
  readonly tokenise: Tokenise;
};

export const counting = ({ db, table, records: kept, sealed, uploads, sealKey, tokenise }: Wires): CountDeps => {
  const { deps, submissions, records } = recording(db, table, kept);
  const { moving: moves } = uploadsStore(db, table);
  return {
    ...moving(db, table),
    ...judging(db, table, uploads, tokenise),
    ...{ lawOf, release: catalogue.release, digest },
    judged: (id, n) => filesStore(uploads).json<JudgedSlice>(id, judgedPiece(n)),
    lookUp: listsStore(db, table).lookUp,
    ...{ keepLists: records.keepLists, keepInChunks: records.keepInChunks, keepReading: records.keepReading },
    sealPart: sealedStore(sealed, sealKey).sealPart,
    ...{ tracks: deps.tracks, tracksOfBranch: deps.tracksOfBranch, holdings: deps.holdings },
    ...{ head: submissions.head, manifest: submissions.manifest },
    begin: (manifest, head, entry, from, to, movedAt) =>
      succeeds(submissions.begin(manifest, head, journalPut(table, entry), [moves(from, to, movedAt)])),
    wait: (ms) => setTimeout(ms),
  };
};
