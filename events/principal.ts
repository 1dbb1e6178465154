import * as z from 'zod';
import { Sector } from './registry.ts';

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
