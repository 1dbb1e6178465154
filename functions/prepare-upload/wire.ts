import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { kinds } from '../../events/records/kinds.generated.ts';
import { maxUploadBytes } from '../../events/upload.ts';
import { UPLOAD_LIMIT_BYTES } from '../env.ts';
import { defaultLimits, defaultSliceBytes } from '../files/limits.ts';
import { prepareFile } from '../files/prepare-file.ts';
import { prepareWorkbook } from '../files/prepare-workbook.ts';
import type { Fetched, PrepareDeps } from '../run-upload/deps.ts';
import { preparedPiece, slicePiece } from '../run-upload/pieces.ts';
import { maxSlices } from '../run-upload/prepare-upload.ts';
import { filesStore } from '../store/files.ts';
import type { PassingObjects } from '../store/objects.ts';
import { discardFile, fetchFile, stretchOf } from '../store/passing-files.ts';
import { moving } from '../watch-uploads/wire.ts';

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
