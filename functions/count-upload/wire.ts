import { setTimeout } from 'node:timers/promises';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { KeptRecord } from '../../events/manifest.ts';
import { catalogue } from '../../rules/engine/catalogue.ts';
import { judging } from '../judge-upload-slices/wire.ts';
import { lawOf, recording } from '../record-submission/wire.ts';
import type { CountDeps, Tokenise } from '../run-upload/deps.ts';
import { rawPiece, recordsPiece } from '../run-upload/pieces.ts';
import { digest } from '../store/digest.ts';
import { filesStore } from '../store/files.ts';
import { journalPut } from '../store/journal.ts';
import { listsStore } from '../store/lists.ts';
import type { Objects, PassingObjects } from '../store/objects.ts';
import { sealedStore } from '../store/sealed.ts';
import { spilledLines } from '../store/spilled-lines.ts';
import { succeeds } from '../store/transact.ts';
import { uploadsStore } from '../store/uploads.ts';
import { judgedPieces, moving } from '../watch-uploads/wire.ts';

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
  const { lookUp, versions } = listsStore(db, table);
  const files = filesStore(uploads);
  return {
    ...moving(db, table),
    ...judging(db, table, uploads, tokenise),
    ...{ lawOf, release: catalogue.release, digest },
    ...judgedPieces(files),
    sliceRaw: (id, n) => files.json<readonly KeptRecord[]>(id, rawPiece(n)),
    ...{ lookUp, listVersions: versions },
    ...{ keepLists: records.keepLists, keepReading: records.keepReading },
    spill: spilledLines,
    ...{ keepPart: records.keepPart, keepParts: records.keepParts },
    keepSliceAsPart: async (id, n) => records.keepPacked(id, Buffer.from(await files.bytes(id, recordsPiece(n)))),
    sealPart: sealedStore(sealed, sealKey).sealPart,
    ...{ tracks: deps.tracks, tracksOfBranch: deps.tracksOfBranch, holdings: deps.holdings },
    ...{ head: submissions.head, manifest: submissions.manifest },
    begin: (manifest, head, entry, from, to, movedAt) =>
      succeeds(submissions.begin(manifest, head, journalPut(table, entry), [moves(from, to, movedAt)])),
    wait: (ms) => setTimeout(ms),
  };
};
