import type { Reading } from '../../events/manifest.ts';
import type { Principal } from '../../events/principal.ts';
import type { Upload } from '../../events/upload.ts';
import { type ReadStateDeps, readUpload } from '../read-submission/read-state.ts';
import { readSubmission } from '../read-submission/read-submission.ts';

export type ReadFaultsDeps = Pick<ReadStateDeps, 'manifest' | 'upload'> & {
  readonly reading: (id: string) => Promise<Reading>;
};

/**
 * What reading a file found wrong that was refused. The first faults stand with the upload; where they are those of its rows
 * and there are more, all are kept beside it.
 */
export const readingOf = async (upload: Upload, reading: ReadFaultsDeps['reading']): Promise<Reading> => {
  const { id, faults, faultsTotal, warnings } = upload;
  const isOfRows = faults.some(({ row }) => row !== undefined);
  return isOfRows && faultsTotal > faults.length ? reading(id) : { faults, faultsTotal, warnings };
};

/**
 * What reading a submission found wrong; of a file that was refused too, for whoever sent it. Throws Problem NOT_FOUND
 * where it is not the caller's to see.
 */
export const readFaults = async (id: string, principal: Principal, deps: ReadFaultsDeps): Promise<Reading> => {
  const manifest = await deps.manifest(id);
  if (manifest === undefined) {
    return readingOf(await readUpload(id, principal, deps.upload), deps.reading);
  }
  await readSubmission(id, principal, async () => manifest);
  return deps.reading(id);
};
