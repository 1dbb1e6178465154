import type { Finding } from '../../events/finding.ts';
import type { Manifest } from '../../events/manifest.ts';

export type FindingsDeps = {
  readonly findings: (manifest: Manifest, from: number, limit: number) => Promise<readonly Finding[]>;
};

/** Findings from the `from`-th on, worst first; `next` is the place after them, or undefined at the end. */
export const listFindings = async (manifest: Manifest, from: number, limit: number, deps: FindingsDeps) => {
  const { view, findingsTotal } = manifest;
  if (view.status !== 'audited') return { items: [], next: undefined };
  const items = await deps.findings(manifest, from, limit);
  const next = from + items.length < findingsTotal ? from + items.length : undefined;
  return { items, next };
};
