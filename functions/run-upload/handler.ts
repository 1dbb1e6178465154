import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { identity } from '../edge/identity.ts';
import { RECORDS_BUCKET, required, SEALED_BUCKET, TABLE, UPLOADS_BUCKET } from '../env.ts';
import { objectsIn } from '../store/objects.ts';
import { sealKey } from '../store/seal-key.ts';
import { runUpload } from './run-upload.ts';
import type { Slices } from './step.ts';
import { takeUp } from './take-up.ts';
import { running } from './wire.ts';

const deps = running({
  db: new DynamoDBClient(),
  table: required(TABLE),
  records: objectsIn(required(RECORDS_BUCKET)),
  sealed: objectsIn(required(SEALED_BUCKET)),
  uploads: objectsIn(required(UPLOADS_BUCKET)),
  sealKey,
  tokenise: (await identity()).tokenise,
});

type Beside = { readonly lanes: number; readonly call: (run: string, event: Slices) => Promise<void> };

/** Only on one machine: all the stages of an upload whose bytes have come, or on which work is to go on. */
export const handler = async ({ upload }: { readonly upload: string }, { lanes, call }: Beside): Promise<void> => {
  await takeUp(upload, deps);
  const judgeBeside = Array.from({ length: lanes }, () => (work: Slices) => call('judge-upload-slices', work));
  await runUpload(upload, { ...deps, judgeBeside });
};
