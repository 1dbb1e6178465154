import { type Manifest, sequenceOf } from '../../events/manifest.ts';
import { countsOf, findingsOf, type JudgedRecord, judgedPeriods } from '../../rules/judged.ts';
import { periodsAround } from '../../rules/period-records.ts';
import { advanceRosters } from './advance-rosters.ts';
import { claimRecords } from './claim-records.ts';
import { shadowTallies } from './count-shadow.ts';
import type { RecordDeps } from './deps.ts';
import { judgePeriods } from './judge-periods.ts';
import { trackViolations } from './track-violations.ts';

/** A file's findings would be millions: of what is in order its counts are kept, and its records to judge again. */
const notInOrder = ({ judgements, ...one }: JudgedRecord): JudgedRecord => ({
  ...one,
  judgements: judgements.filter(({ verdict }) => verdict === 'violation' || verdict === 'undetermined'),
});

/**
 * Takes a submission from `recording` to `audited`: its records' tracks, the holdings, the violations of records and of
 * periods, the findings, and last the one write that makes it all count. Every step can be repeated after a crash at any
 * point, by anybody, and ends in the same state; a submission that is audited already is given back as it is.
 * Throws when there is no such submission.
 */
export const recordSubmission = async (id: string, deps: RecordDeps): Promise<Manifest> => {
  const manifest = await deps.manifest(id);
  if (manifest === undefined) throw new Error(`submission ${id} was never begun`);
  if (manifest.view.status === 'audited') return manifest;
  const law = deps.lawOf(manifest.view.recordKind, manifest.view);

  await advanceRosters(manifest, law, deps);
  const reported = await claimRecords(manifest, law, deps);
  const { judgementsOf, shadow, changed, full } = await trackViolations(reported, manifest, law, deps);

  const judged = reported.present.map(
    ({ recordKey, row }): JudgedRecord => ({
      recordId: recordKey,
      row: row!,
      judgements: judgementsOf.get(recordKey) ?? [],
    }),
  );
  const { enterprise, branchId, region, sector, recordKind, period, receivedAt } = manifest.view;
  const periods = periodsAround(reported.months, law.periods?.lengths ?? []);
  const by = { enterprise, recordKind, submission: id, stream: id, sequence: sequenceOf(manifest.view), receivedAt };
  const ofPeriods = await judgePeriods(periods, by, deps);
  const own = judgedPeriods(periods, branchId, ({ recordId }) => ofPeriods.judgementsOf.get(recordId)!);
  const findings = findingsOf(manifest.isFile ? [...judged, ...own].map(notInOrder) : [...judged, ...own], law.ruleOf);
  const name = await deps.keepFindings(id, findings);

  if (law.shadow !== undefined) {
    await deps.countShadow(law.shadow.release, id, judged.length, shadowTallies(shadow.values()));
  }
  const counts = countsOf(judged, manifest.view.counts.records);
  const audited: Manifest = {
    ...manifest,
    view: { ...manifest.view, status: 'audited', counts },
    findingsTotal: findings.length,
    findings: name,
    beyondHoldings: judged.flatMap(({ recordId, row }) => (full.has(recordId) ? [row] : [])),
  };
  const isOurs = await deps.commit(audited, {
    id: 'submission.audited',
    stream: id,
    type: 'submission.audited',
    at: deps.now().toISOString(),
    detail: { submission: id, enterprise, branchId, region, sector, recordKind, period, counts },
  });
  await deps.settle([...changed, ...ofPeriods.changed], id);
  return isOurs ? audited : (await deps.manifest(id))!;
};
