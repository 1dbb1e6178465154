import type { AnyRecord } from '../../events/contract.ts';
import type { InternalControl } from '../../events/records/internal-control/contract.ts';
import { factsOf } from './fact.ts';
import { isAdopted } from './internal-control.ts';
import { countAbout, type PeriodRecord } from './period.ts';
import { both, isGiven } from './told.ts';

/** A document, a post that answers for it, and a chain of responsibility that reaches the branch. */
const isEstablished = (record: InternalControl): boolean | undefined =>
  both(both(isAdopted(record), isGiven(record.responsiblePostRef)), record.branchCovered);

/** Attestations that show a control in place. */
export const tally = (record: AnyRecord): Readonly<Record<string, number | undefined>> => {
  const established = isEstablished(record as InternalControl);
  return { established: established === undefined ? undefined : Number(established) };
};

export const facts = factsOf<Partial<PeriodRecord>>()({
  /** A filing duty for the period has fallen due: what is not reported by then is missing. */
  'period.isDue': {
    type: 'boolean',
    zh: '报送期限已届满',
    en: 'the report of the period being due',
    of: ({ record }) => record.isDue,
  },

  /**
   * Some attestation of the period shows a control document, a responsible post and a branch that is covered. Unknown
   * while none does and one leaves it open. Article 6, paragraph 5.
   */
  'control.isShown': {
    type: 'boolean',
    zh: '本期有自查表明内控已建立',
    en: 'an attestation of the period showing the control in place',
    of: ({ record }) => {
      const attestations = countAbout(record, 'established', 1);
      return attestations === undefined ? undefined : attestations > 0;
    },
  },
});
