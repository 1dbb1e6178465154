import type { Fault } from '../../events/fault.ts';
import { shown } from '../../events/field-faults.ts';

/** Of the n-th withdrawal of a submission: which of the two is meant, nobody but its sender knows. */
export const reportedAndWithdrawn = (n: number, recordKey: string): Fault => ({
  code: 'INVALID_BODY',
  pointer: `/withdraws/${n}`,
  found: shown(recordKey),
  cause: { zh: '该 recordId 也在 records 中。', en: 'Its recordId stands among the records too.' },
  fix: { zh: '两处只留一处。', en: 'Keep it in one place only.' },
});
