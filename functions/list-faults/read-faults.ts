import type { Reading } from '../../events/manifest.ts';
import type { Principal } from '../../events/principal.ts';
import { type ReadStateDeps, readUpload } from '../read-submission/read-state.ts';
import { readSubmission } from '../read-submission/read-submission.ts';

export type ReadFaultsDeps = Pick<ReadStateDeps, 'manifest' | 'upload'> & {
  readonly reading: (id: string) => Promise<Reading>;
};

/**
 * What reading a submission found wrong; of a file that was refused too, for whoever sent it. Throws Problem NOT_FOUND
 * where it is not the caller's to see.
 */
export const readFaults = async (id: string, principal: Principal, deps: ReadFaultsDeps): Promise<Reading> => {
  const manifest = await deps.manifest(id);
  if (manifest === undefined) {
    const { faults, faultsTotal, warnings } = await readUpload(id, principal, deps.upload);
    return faultsTotal > faults.length ? deps.reading(id) : { faults, faultsTotal, warnings };
  }
  await readSubmission(id, principal, async () => manifest);
  return deps.reading(id);
};
