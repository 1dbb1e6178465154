import type { Finding } from '../../events/finding.ts';
import type { Manifest } from '../../events/manifest.ts';

export type FindingsDeps = {
  readonly findings: (id: string, from: number, limit: number, total: number) => Promise<readonly Finding[]>;
};

/** Findings from the `from`-th on, worst first; `next` is the place after them, or undefined at the end. */
export const listFindings = async (
  { view, findingsTotal }: Manifest,
  from: number,
  limit: number,
  deps: FindingsDeps,
) => {
  if (view.status !== 'audited') return { items: [], next: undefined };
  const items = await deps.findings(view.id, from, limit, findingsTotal);
  const next = from + items.length < findingsTotal ? from + items.length : undefined;
  return { items, next };
};
