import type { JournalEntry } from '../../events/journal.ts';
import type { Upload } from '../../events/upload.ts';

type Ending = 'submission.refused' | 'submission.failed' | 'submission.cancelled' | 'upload.resumed';

/** What the journal says of an upload that ended, or on which work goes on under a new number. */
export const uploadEntry = (type: Ending, upload: Upload, at: string): JournalEntry => {
  const { id, run, chain, region, sector, stage, faults, faultsTotal } = upload;
  return {
    id: `${type}#${run}`,
    stream: id,
    type,
    at,
    detail: {
      ...{ submission: id, run, ...chain, region, sector, stage: stage ?? null },
      ...{ codes: [...new Set(faults.map(({ code }) => code))], faultsTotal },
    },
  };
};
