import type { Notice } from './notice.ts';
import type { Principal } from './principal.ts';
import { authorityOf, type Subscription } from './subscription.ts';

/** Whom something is told: an authority, or an enterprise of its own files. An authority hears of enterprises too. */
export type Addressed = { readonly authority?: string | undefined; readonly enterprise?: string | undefined };

/** The name of the sequence that an addressee's notices stand in; no authority is called like an enterprise. */
export const addresseeOf = ({ authority, enterprise }: Addressed): string => authority ?? `enterprise#${enterprise}`;

/** The addressee alone, as it stands in the journal. */
export const ownerOf = ({ authority, enterprise }: Addressed): Readonly<Record<string, string>> =>
  authority !== undefined ? { authority } : { enterprise: enterprise! };

/** Of an enterprise `branches` are those whose files are told, all of them where it is left out. */
export type Audience = Addressed & Pick<Subscription, 'branches'>;

/** Whose notices and subscriptions are the caller's to see; undefined where nobody's are. */
export const audienceOf = (principal: Principal): Audience | undefined => {
  const authority = authorityOf(principal);
  if (authority !== undefined) return { authority };
  const { role, enterprise, branches } = principal;
  if (enterprise === undefined || (role !== 'enterprise' && role !== 'auditor')) return undefined;
  return { enterprise, ...(branches.length > 0 && { branches }) };
};

export const hears = ({ branches }: Pick<Audience, 'branches'>, { branchId }: Pick<Notice, 'branchId'>): boolean =>
  branches === undefined || (branchId !== undefined && branches.includes(branchId));

/** Whether a subscription of the same addressee tells nothing that the audience may not hear. */
export const isWithin = ({ branches }: Audience, subscription: Pick<Subscription, 'branches'>): boolean =>
  branches === undefined || (subscription.branches?.every((id) => branches.includes(id)) ?? false);
