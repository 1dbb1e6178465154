import * as z from 'zod';
import { Measure } from './measure.ts';
import { version, versionOn } from './version.ts';

const Threshold = z.strictObject({
  authority: z.string(),
  /** From this fine on (included) a hearing is offered; absent where no source we read gives it. */
  personYuan: z.number().int().optional(),
  unitYuan: z.number().int().optional(),
  status: z.enum(['verified', 'disputed']),
  source: z.string(),
  note: z.string().optional(),
});

/** 行政处罚法 article 63: which measures, and which fines of which authority, give a right to a hearing. */
export const Hearing = z.strictObject({
  ...version,
  kind: z.literal('hearing'),
  /** Whichever is proposed, a hearing is offered. */
  measures: z.array(Measure),
  /** Whether these are grave enough is for the officer: a larger confiscation, another heavy penalty. */
  askedMeasures: z.array(Measure),
  thresholds: z.array(Threshold).min(1),
});
export type Hearing = z.infer<typeof Hearing>;

export type Proposed = {
  readonly authority: string;
  readonly party: 'person' | 'unit';
  readonly fineFen: number;
  readonly measures: readonly Measure[];
};

/**
 * Whether a hearing must be offered before deciding on `on` (civil day).
 * `ask`: the authority's threshold is unknown to us or not verified; `suggestedYuan` is a figure from memory, to be
 * confirmed by the officer; or a measure is proposed that may be grave enough. A hearing is never answered `not-by-amount` on a figure nobody has seen.
 */
export const hearingFor = (
  versions: readonly Hearing[],
  { authority, party, fineFen, measures }: Proposed,
  on: string,
):
  | { readonly hearing: 'offer'; readonly because: 'measure' | 'amount' }
  | { readonly hearing: 'not-by-amount' }
  | { readonly hearing: 'ask'; readonly suggestedYuan?: number } => {
  const law = versionOn(versions, on);
  if (law === undefined) return { hearing: 'ask' };
  if (measures.some((measure) => law.measures.includes(measure))) return { hearing: 'offer', because: 'measure' };
  const threshold = law.thresholds.find((one) => one.authority === authority);
  const yuan = party === 'person' ? threshold?.personYuan : threshold?.unitYuan;
  if (yuan === undefined) return { hearing: 'ask' };
  if (threshold?.status === 'disputed') return { hearing: 'ask', suggestedYuan: yuan };
  const isAsked = measures.some((measure) => law.askedMeasures.includes(measure));
  if (isAsked && fineFen < yuan * 100) return { hearing: 'ask' };
  return fineFen >= yuan * 100 ? { hearing: 'offer', because: 'amount' } : { hearing: 'not-by-amount' };
};
