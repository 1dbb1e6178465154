import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { kinds } from '../../events/records/kinds.generated.ts';
import { maxUploadBytes } from '../../events/upload.ts';
import { catalogue } from '../../rules/engine/catalogue.ts';
import { UPLOAD_LIMIT_BYTES } from '../env.ts';
import { defaultLimits, defaultSliceBytes } from '../files/limits.ts';
import { prepareFile } from '../files/prepare-file.ts';
import { prepareWorkbook } from '../files/prepare-workbook.ts';
import { sliceJudge } from '../judge-slice/judge-slice.ts';
import { recordSubmission } from '../record-submission/record-submission.ts';
import { lawOf, recording } from '../record-submission/wire.ts';
import { digest } from '../store/digest.ts';
import { filesStore } from '../store/files.ts';
import { journalPut } from '../store/journal.ts';
import { listsStore } from '../store/lists.ts';
import type { Objects, PassingObjects } from '../store/objects.ts';
import { discardFile, fetchFile, stretchOf } from '../store/passing-files.ts';
import { sealedStore } from '../store/sealed.ts';
import { succeeds } from '../store/transact.ts';
import { uploadsStore } from '../store/uploads.ts';
import type {
  Alive,
  CountDeps,
  CutFile,
  Fetched,
  JudgeDeps,
  JudgedSlice,
  MoveDeps,
  PrepareDeps,
  RecordUploadDeps,
  Tokenise,
} from './deps.ts';
import { judgedPiece, piecesOf, preparedPiece, slicePiece } from './pieces.ts';
import { maxSlices } from './prepare-upload.ts';
import type { RunDeps } from './run-upload.ts';

const now = (): Date => new Date();

export const moving = (db: DynamoDBClient, table: string): MoveDeps & Pick<RunDeps, 'judgedSlices'> => {
  const { upload, move, progress, judgedSlices } = uploadsStore(db, table);
  return {
    ...{ upload, progress, judgedSlices, now },
    move: (from, to, movedAt, entry) => succeeds(move(from, to, movedAt, entry && journalPut(table, entry))),
  };
};

/** What is there of a file, before it is taken up or when it is no more wanted. */
export const arriving = (uploads: PassingObjects): Pick<RunDeps, 'size' | 'clear'> => {
  const files = filesStore(uploads);
  return { size: files.size, clear: (upload) => files.clear(upload.id, piecesOf(upload)) };
};

const beatMs = 15_000;

export const aliveness = (db: DynamoDBClient, table: string): Alive => {
  const { touch } = uploadsStore(db, table);
  return async (upload, work) => {
    // Whether the work is still ours is asked where it writes: a beat that fails is only a beat missed.
    const beat = setInterval(() => void touch(upload, now().toISOString()).catch(() => {}), beatMs);
    return work().finally(() => clearInterval(beat));
  };
};

export const preparing = (db: DynamoDBClient, table: string, uploads: PassingObjects): PrepareDeps => {
  const files = filesStore(uploads);
  const bytes = Number(process.env[UPLOAD_LIMIT_BYTES] || maxUploadBytes);
  return {
    ...moving(db, table),
    kinds,
    fetch: ({ id }, told) => fetchFile(id, files, told),
    discard: discardFile,
    prepare: async ({ path, work, size }: Fetched, contract) => {
      const beside = join(work, 'slices');
      await mkdir(beside);
      const sliceBytes = Math.max(defaultSliceBytes, Math.ceil((size * 2) / maxSlices));
      const options = { contract, kinds, work: beside, sliceBytes, limits: { ...defaultLimits, bytes } };
      return prepareFile(path, options, { prepareWorkbook });
    },
    keepPiece: async (id, n, { path, from, to }) =>
      files.keepBytes(id, slicePiece(n), new Uint8Array(await stretchOf(path, from, to))),
    keepCut: (id, cut) => files.keepJson(id, preparedPiece, cut),
  };
};

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
    keepJudged: (id, n, judged) => files.keepJson(id, judgedPiece(n), judged),
    sliceJudged: uploadsStore(db, table).sliceJudged,
  };
};

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
  const { deps, submissions, records, record } = recording(db, table, kept);
  const { moving: moves } = uploadsStore(db, table);
  return {
    ...moving(db, table),
    ...judging(db, table, uploads, tokenise),
    ...{ lawOf, release: catalogue.release, record, digest },
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
    recordFile: ({ id, chain }, told) => {
      // Where cards are counted, a row's track is written, and then whoever's holdings it changes.
      const passes = kinds[chain.recordKind]!.holdings === undefined ? 1 : 2;
      let changes = 0;
      return recordSubmission(id, {
        ...deps,
        apply: async (all, together) => {
          const failed: Awaited<ReturnType<typeof deps.apply>>[number][] = [];
          for (let n = 0; n < all.length; n += changesTogether) {
            const some = all.slice(n, n + changesTogether);
            for (const one of await deps.apply(some, together)) failed.push(one);
            changes += some.length;
            await told(Math.floor(changes / passes));
          }
          return failed;
        },
      });
    },
    clearPieces: (upload) => filesStore(uploads).clearPieces(upload.id, piecesOf(upload)),
  };
};

/** Everything that working on an upload needs on one machine. */
export const running = (wires: Wires): RunDeps => {
  const { db, table, records, uploads, tokenise } = wires;
  return {
    ...preparing(db, table, uploads),
    ...judging(db, table, uploads, tokenise),
    ...counting(wires),
    ...finishing(db, table, records, uploads),
    ...moving(db, table),
    alive: aliveness(db, table),
    ...arriving(uploads),
    failed: (upload, error) => {
      // Messages may quote what somebody sent: the log keeps the error's name and the frames it came through.
      const { name, stack } = error instanceof Error ? error : { name: typeof error, stack: '' };
      const frames = stack?.split('\n').filter((line) => /^\s+at /.test(line));
      console.error(JSON.stringify({ level: 'error', what: 'upload', upload, error: name, frames }));
    },
  };
};
