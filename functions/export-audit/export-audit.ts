import type { Finding } from '../../events/finding.ts';
import type { Manifest } from '../../events/manifest.ts';
import { notFound } from '../../events/problem.ts';
import { assessmentResultsOf } from '../../rules/oscal/assessment-results.ts';
import type { Digest } from '../../rules/oscal/document.ts';

export type ExportAuditDeps = {
  readonly findings: (manifest: Manifest, from: number, limit: number) => Promise<readonly Finding[]>;
  readonly digest: Digest;
};

/** An audit with all its findings as OSCAL assessment results; throws Problem NOT_FOUND while there is none yet. */
export const exportAudit = async (manifest: Manifest, { findings, digest }: ExportAuditDeps) => {
  const { view, findingsTotal } = manifest;
  if (view.status !== 'audited') throw notFound({ zh: '审计', en: 'audit' });
  const all = await findings(manifest, 0, findingsTotal);
  return assessmentResultsOf(view, all, `/v1/releases/${view.release.name}/oscal`, digest);
};
