import * as z from 'zod';
import { CivilDate } from '../../events/registry.ts';

/**
 * What every file of this folder says of itself. The place says it again: `<law>/<article>/<from>.r<revision>.json`.
 * `disputed` where a figure was seen in part or from memory only: listed, never a band (`note` says what is missing).
 */
export const version = {
  /** Short name of the instrument, also in rule ids: `atfl`. */
  law: z.string().regex(/^[a-z0-9-]+$/),
  instrument: z.string().min(1),
  article: z.string().min(1),
  /** First and last civil day (+08:00); no `until` while a later version does not replace it. */
  effective: z.strictObject({ from: CivilDate, until: CivilDate.optional() }),
  revision: z.number().int().min(1),
  status: z.enum(['verified', 'disputed']),
  source: z.string().min(1),
  note: z.string().optional(),
};

type Dated = {
  readonly effective: { readonly from: string; readonly until?: string | undefined };
  readonly revision: number;
};

/** The version that is law on a civil day, in its last revision; undefined on a day without law. */
export const versionOn = <V extends Dated>(versions: readonly V[], day: string): V | undefined => {
  const begun = versions.filter(({ effective }) => effective.from <= day);
  const last = begun
    .toSorted((a, b) => a.effective.from.localeCompare(b.effective.from) || a.revision - b.revision)
    .at(-1);
  const until = last?.effective.until;
  return until !== undefined && until < day ? undefined : last;
};
