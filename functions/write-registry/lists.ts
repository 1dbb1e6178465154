import { Authority, Enterprise, FilingDuty } from '../../events/registry.ts';

/** The three lists: how an entry looks and what names it. */
export const lists = {
  enterprise: { schema: Enterprise, idOf: (entry: Enterprise) => entry.uscc },
  authority: { schema: Authority, idOf: (entry: Authority) => entry.id },
  'filing-duty': { schema: FilingDuty, idOf: (entry: FilingDuty) => entry.id },
} as const;
export type ListName = keyof typeof lists;
export type Entry = Enterprise | Authority | FilingDuty;
