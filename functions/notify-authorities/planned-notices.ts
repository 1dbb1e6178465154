import * as z from 'zod';
import type { Text } from '../../events/fault.ts';
import type { Notice } from '../../events/notice.ts';
import { type Authority, within } from '../../events/registry.ts';

/** A notice before it has a place in its authority's sequence. */
export type Draft = Omit<Notice, 'sequence' | 'createdAt'> & { readonly authority: string };

/** What one submission, one filing that fell due, or one duty and period, tells an authority one by one; the rest is counted in a digest. */
export const maxImmediate = 20;

const Place = z.object({ sector: z.string(), region: z.string() });

export type Wording = {
  readonly titleOf: (rule: string) => Text;
  /** Ids are digests of what they stand for: the same notice has the same id, whoever works it out and when. */
  readonly digest: (text: string) => string;
};

/** Whether a place lies in an authority’s sectors × regions. */
export const covers = ({ sectors, regions }: Authority, { sector, region }: z.infer<typeof Place>): boolean =>
  sectors.some((own) => own === sector) && within(region, regions);

/** What is the same for all of them; a digest says no more of whose matter it is. */
export const shared = <T extends object, K extends keyof T>(
  all: readonly T[],
  ...names: readonly K[]
): Partial<Pick<T, K>> =>
  Object.fromEntries(
    names.flatMap((name) => (new Set(all.map((one) => one[name])).size === 1 ? [[name, all[0]![name]]] : [])),
  ) as Partial<Pick<T, K>>;
