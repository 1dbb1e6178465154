import * as z from 'zod';
import { expectations } from './expectations.ts';
import { isRegionCode } from './identifiers/region.ts';
import { isUscc } from './identifiers/uscc.ts';

export const Sector = z.enum(['telecom', 'bank', 'payment', 'internet']);
export type Sector = z.infer<typeof Sector>;

export const CivilDate = z.iso
  .date()
  .register(expectations, { zh: '日期，如 2023-04-01', en: 'a day such as 2023-04-01' });

/** GB/T 2260: a province (two digits, `46`) or a prefecture (four digits, `4601`). */
export const Region = z
  .string()
  .refine(isRegionCode, { error: 'a GB/T 2260 province (2 digits) or prefecture (4 digits) code' })
  .register(expectations, {
    zh: 'GB/T 2260 省级（2 位）或地级（4 位）代码，如 46、4601',
    en: 'a GB/T 2260 code of a province (2 digits) or prefecture (4 digits), such as 46 or 4601',
  });
export const Uscc = z
  .string()
  .refine(isUscc, { error: 'a unified social credit code (GB 32100, 18 characters)' })
  .register(expectations, {
    zh: '统一社会信用代码（GB 32100，18 位，末位为校验码）',
    en: 'a unified social credit code (GB 32100, 18 characters, the last one checking the others)',
  });

const Id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'lower-case letters, digits and hyphens, at most 64')
  .register(expectations, {
    zh: '小写字母、数字和连字符，以字母或数字开头，至多 64 个字符',
    en: 'lower-case letters, digits and hyphens, beginning with a letter or digit, at most 64',
  });

export const Branch = z.strictObject({
  id: Id,
  name: z.string().min(1).max(200),
  region: Region,
  /** First and last civil day on which the branch may report; no `to` while it exists. */
  from: CivilDate,
  to: CivilDate.optional(),
});
export type Branch = z.infer<typeof Branch>;

export const Enterprise = z.strictObject({
  uscc: Uscc,
  name: z.string().min(1).max(200),
  sectors: z.array(Sector).min(1).max(Sector.options.length),
  /** Enterprises with the same counting group have their cards or accounts counted together. */
  countingGroup: Id,
  branches: z.array(Branch).max(2_000),
});
export type Enterprise = z.infer<typeof Enterprise>;

/** Jurisdiction is sectors × regions: a province covers its prefectures. */
export const Authority = z.strictObject({
  id: Id,
  name: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  sectors: z.array(Sector).min(1).max(Sector.options.length),
  regions: z.array(Region).min(1).max(1_000),
});
export type Authority = z.infer<typeof Authority>;

/** Who owes which kind for which period by which day. */
export const FilingDuty = z.strictObject({
  id: Id,
  recordKind: z.string(),
  sectors: z.array(Sector).min(1).max(Sector.options.length),
  regions: z.array(Region).min(1).max(1_000),
  period: z.enum(['month', 'quarter', 'year']),
  /** Calendar days after the period's last day on which the filing is due. */
  dueDays: z.number().int().min(0).max(366),
  from: CivilDate,
  to: CivilDate.optional(),
});
export type FilingDuty = z.infer<typeof FilingDuty>;

export const Registry = z.strictObject({
  enterprises: z.array(Enterprise),
  authorities: z.array(Authority),
  filingDuties: z.array(FilingDuty),
});
export type Registry = z.infer<typeof Registry>;

/** True where `region` lies inside one of `regions`: `4601` lies inside `46`. */
export const within = (region: string, regions: readonly string[]): boolean =>
  regions.some((wider) => region.startsWith(wider));
