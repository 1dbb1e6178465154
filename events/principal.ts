import * as z from 'zod';
import { Sector, within } from './registry.ts';

export const Role = z.enum(['enterprise', 'regulator', 'rule-author', 'auditor']);
export type Role = z.infer<typeof Role>;

const spaceSeparated = z
  .string()
  .default('')
  .transform((list) => list.split(' ').filter((word) => word !== ''));

/** Who calls, as the gateway's authorizer says it: claims are strings, and list claims are separated by spaces. */
export const Principal = z
  .object({
    sub: z.string().min(1),
    role: Role,
    authority: z.string().optional(),
    sectors: spaceSeparated.pipe(z.array(Sector)),
    regions: spaceSeparated,
    enterprise: z.string().optional(),
    branches: spaceSeparated,
  })
  .readonly();
export type Principal = z.infer<typeof Principal>;

/** Whose matter something is: every submission and violation says so. */
export type Matter = {
  readonly enterprise: string;
  readonly branchId: string;
  readonly sector: string;
  readonly region: string;
};

/**
 * Whether the matter is the caller's to see: an enterprise sees its own (only the branches named in its claim, when it
 * names any); a regulator or auditor sees what lies in its sectors × regions.
 */
export const maySee = (principal: Principal, { enterprise, branchId, sector, region }: Matter): boolean => {
  if (principal.role === 'rule-author') return false;
  if (principal.enterprise !== undefined && principal.role !== 'regulator') {
    return (
      enterprise === principal.enterprise && (principal.branches.length === 0 || principal.branches.includes(branchId))
    );
  }
  if (principal.role === 'enterprise') return false;
  return principal.sectors.some((own) => own === sector) && within(region, principal.regions);
};
