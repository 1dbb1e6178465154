import type { AnyRecord, Contract } from '../../events/contract.ts';
import { type Fault, maxAnswered } from '../../events/fault.ts';
import type { Finding, Verdict } from '../../events/finding.ts';
import type { Manifest } from '../../events/manifest.ts';
import { normalise } from '../../events/normalise.ts';
import type { Principal } from '../../events/principal.ts';
import { Problem } from '../../events/problem.ts';
import type { Enterprise } from '../../events/registry.ts';
import type { Release, Warning } from '../../events/submission.ts';
import { worstVerdict } from '../../rules/engine/judge.ts';
import type { Whereabouts } from '../../rules/engine/local-parameters.ts';
import type { Lists } from '../../rules/facts/lists.ts';
import { findingsOf } from '../../rules/judged.ts';
import { type Asked, askedBy } from '../../rules/look-up.ts';
import type { Law } from '../record-submission/deps.ts';
import { branchOf, enterpriseOf, kindOf, sectorOf } from '../submit-records/admit.ts';
import { judgeProjected, type ProjectDeps } from '../submit-records/judge-projected.ts';
import type { Check } from './check.ts';

export type Checked = {
  readonly release: Release;
  /** The worst verdict; null where no law of its day speaks of it. */
  readonly verdict: Verdict | null;
  readonly findings: readonly Finding[];
  readonly warnings: readonly Warning[];
};

export type CheckDeps = ProjectDeps & {
  readonly kinds: Readonly<Record<string, Contract>>;
  readonly lawOf: (kind: string, at: Whereabouts) => Law;
  readonly release: Release;
  readonly enterprise: (uscc: string) => Promise<Enterprise | undefined>;
  readonly tokenise: (contract: Contract, record: AnyRecord) => AnyRecord;
  /** What authorities' lists say now of the values asked about, and perhaps of others'. */
  readonly lookUp: (asked: Asked) => Promise<Lists>;
  readonly now: () => Date;
};

/** The fault's place in this body: there is one record, not a list of them. */
const placed = ({ pointer, row: _, ...fault }: Fault): Fault => ({
  ...fault,
  ...(pointer !== undefined && { pointer: pointer.replace(/^\/records\/0/, '/record') }),
});

/**
 * Judges one record as if it were reported now, counted with the cards its subject holds; not what its branch reported
 * for the period as a whole, which a dry run tells. Stores nothing.
 * Throws Problem UNKNOWN_RECORD_KIND, FORBIDDEN, INVALID_BODY; the latter names the faults of the record.
 */
export const checkRecord = async (check: Check, principal: Principal, deps: CheckDeps): Promise<Checked> => {
  const contract = kindOf(deps.kinds, check.recordKind);
  const { records, faults, faultsTotal, warnings } = normalise(contract, [check.record], undefined, maxAnswered);
  if (records.length === 0) {
    throw new Problem(
      'INVALID_BODY',
      { zh: '该记录无法判定。', en: 'The record cannot be judged.' },
      faults.map(placed),
      faultsTotal,
    );
  }
  const enterprise = await enterpriseOf(principal, deps.enterprise);
  const sector = sectorOf(contract, enterprise);
  // Without a branch there is no place, and no authority's own figures: those of the rules hold.
  const region = check.branchId === undefined ? '' : branchOf(principal, enterprise, check.branchId).region;
  const law = deps.lawOf(contract.kind, { region, sector });
  const period = { from: '0001-01-01', to: '9999-12-31' };
  const counts = { records: 1, faults: 0, compliant: 0, violation: 0, undetermined: 0, notApplicable: 0 };
  const as: Manifest = {
    view: {
      id: 'check',
      status: 'recording',
      recordKind: contract.kind,
      enterprise: enterprise.uscc,
      branchId: '',
      region,
      sector,
      period,
      mode: 'events',
      nil: false,
      receivedAt: deps.now().toISOString(),
      release: deps.release,
      counts,
    },
    digest: '',
    countingGroup: enterprise.countingGroup,
    withdraws: [],
    findingsTotal: 0,
    beyondHoldings: [],
  };
  const tokenised = records.map(({ row, record }) => ({ row, record: deps.tokenise(contract, record) }));
  const asked = contract.looksUp && askedBy(contract.looksUp, [tokenised[0]!.record]);
  const said = asked && deps.lookUp(asked);
  const judged = await judgeProjected(tokenised, [], as, law, deps, said);
  return {
    release: deps.release,
    verdict: worstVerdict(judged[0]!.judgements) ?? null,
    findings: findingsOf(judged, law.ruleOf),
    warnings: warnings.map(({ row: _, ...warning }) => warning),
  };
};
