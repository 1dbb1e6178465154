import * as z from 'zod';
import { Text } from './fault.ts';
import type { Principal } from './principal.ts';

const sequence = z.number().int().min(1).max(1_000_000_000);

/** What an authority or an enterprise asks for: its notices sent to an address, from now on or from a sequence number. */
export const SubscriptionRequest = z.strictObject({ url: z.string().min(1).max(2_000), from: sequence.optional() });
export type SubscriptionRequest = z.infer<typeof SubscriptionRequest>;

export const ReplayRequest = z.strictObject({ from: sequence });
export type ReplayRequest = z.infer<typeof ReplayRequest>;

/** Why a delivery did not get through. */
export const DeliveryFailure = z.strictObject({
  at: z.iso.datetime(),
  /** The notice that was not taken. */
  sequence,
  because: Text,
});
export type DeliveryFailure = z.infer<typeof DeliveryFailure>;

/** A subscription and how delivery stands. */
export const Subscription = z.strictObject({
  id: z.string(),
  /** Whose notices: an authority's, or … */
  authority: z.string().optional(),
  /** … an enterprise's own … */
  enterprise: z.string().optional(),
  /** … of these branches; left out where of all. */
  branches: z.array(z.string()).optional(),
  url: z.string(),
  createdAt: z.iso.datetime(),
  status: z.enum(['active', 'paused']),
  /** Only while paused. */
  pausedBecause: Text.optional(),
  /** Sequence number of the notice to be delivered next. */
  position: sequence,
  /** Failed attempts in a row. */
  failures: z.number().int(),
  lastFailure: DeliveryFailure.optional(),
  /** Not tried again before. */
  nextAttemptAt: z.iso.datetime().optional(),
});
export type Subscription = z.infer<typeof Subscription>;

/** The secret that deliveries are signed with (Standard Webhooks, `whsec_…`) is told once, in the answer to creation. */
export const CreatedSubscription = Subscription.extend({ secret: z.string() });
export type CreatedSubscription = z.infer<typeof CreatedSubscription>;

/**
 * The authority whose part the caller has; undefined where there is none, as for an
 * enterprise's own auditor.
 */
export const authorityOf = ({ role, authority, enterprise }: Principal): string | undefined =>
  role === 'regulator' || (role === 'auditor' && enterprise === undefined) ? authority : undefined;
