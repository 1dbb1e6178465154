import * as z from 'zod';
import type { Text } from '../../events/fault.ts';
import { Severity } from '../../events/finding.ts';
import type { JournalEntry } from '../../events/journal.ts';
import type { Notice } from '../../events/notice.ts';
import { type Authority, within } from '../../events/registry.ts';

/** A notice before it has a place in its authority's sequence. */
export type Draft = Omit<Notice, 'sequence' | 'createdAt'> & { readonly authority: string };

/** What one submission, one filing that fell due, or one duty and period, tells an authority one by one; the rest is counted in a digest. */
export const maxImmediate = 20;

/** What the journal says of a violation that was opened. */
const Opened = z.object({
  violation: z.string(),
  rule: z.string(),
  article: z.string(),
  severity: Severity,
  enterprise: z.string(),
  branchId: z.string(),
  region: z.string(),
  sector: z.string(),
  recordId: z.string(),
});
type Opened = z.infer<typeof Opened>;
const Place = z.object({ sector: z.string(), region: z.string() });

export type Wording = {
  readonly titleOf: (rule: string) => Text;
  /** Ids are digests of what they stand for: the same notice has the same id, whoever works it out and when. */
  readonly digest: (text: string) => string;
};

/** Whether a place lies in an authority’s sectors × regions. */
export const covers = ({ sectors, regions }: Authority, { sector, region }: z.infer<typeof Place>): boolean =>
  sectors.some((own) => own === sector) && within(region, regions);

/** A card may displace cards of another branch or enterprise: those are no findings of its submission. */
const isAtItsBranch = ({ detail }: JournalEntry, { enterprise, branchId }: Opened): boolean =>
  detail.enterprise === enterprise && detail.branchId === branchId;

const placeOf = ({ rule, recordId, violation }: Opened): string => `${rule}\u0000${recordId}\u0000${violation}`;

const inOrder = (opened: readonly Opened[]): readonly Opened[] =>
  opened.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));

/** Nothing where no submission opened them, but a due day. */
const submissionOf = ({ type, stream }: JournalEntry): Pick<Draft, 'submission'> =>
  type === 'submission.audited' ? { submission: stream } : {};

const immediate = (because: JournalEntry, opened: Opened, authority: string, { titleOf, digest }: Wording): Draft => {
  const { violation, rule, article, severity, enterprise, branchId, region, sector } = opened;
  const { zh, en } = titleOf(rule);
  return {
    id: digest(JSON.stringify(['violation.opened', authority, violation])).slice(0, 32),
    authority,
    type: 'violation.opened',
    title: { zh: `违规：${zh}`, en: `Violation of the duty: ${en}` },
    link: `/v1/violations/${violation}`,
    ...submissionOf(because),
    ...{ violation, rule, article, severity, enterprise, branchId, region, sector },
  };
};

/** What is the same for all of them; a digest says no more of whose matter it is. */
export const shared = <T extends object, K extends keyof T>(
  all: readonly T[],
  ...names: readonly K[]
): Partial<Pick<T, K>> =>
  Object.fromEntries(
    names.flatMap((name) => (new Set(all.map((one) => one[name])).size === 1 ? [[name, all[0]![name]]] : [])),
  ) as Partial<Pick<T, K>>;

const digestOf = (
  because: JournalEntry,
  opened: readonly Opened[],
  authority: Authority,
  { digest }: Wording,
): Draft => {
  const { stream } = because;
  const { submission } = submissionOf(because);
  const isOfOneBranch = submission !== undefined && opened.every((one) => isAtItsBranch(because, one));
  const counts: Record<string, number> = {};
  for (const { rule } of opened) counts[rule] = (counts[rule] ?? 0) + 1;
  return {
    id: digest(JSON.stringify(['violations.digest', authority.id, stream])).slice(0, 32),
    authority: authority.id,
    type: 'violations.digest',
    title: {
      zh: `${submission === undefined ? '一项报送到期时' : '一次报送'}另有 ${opened.length} 项新违规`,
      en: `${opened.length} more new violation${opened.length === 1 ? '' : 's'} ${submission === undefined ? 'when one filing fell due' : 'in one submission'}`,
    },
    link: isOfOneBranch ? `/v1/submissions/${stream}/findings` : '/v1/violations',
    ...submissionOf(because),
    ...shared(opened, 'enterprise', 'branchId', 'region', 'sector'),
    counts,
  };
};

/**
 * What the new violations of a submission, or of a filing that fell due, tell the authorities in whose sectors × regions
 * they lie: up to twenty notices of `major` ones each, one digest of all other `major` and `minor` ones; an `advisory` one
 * is never told.
 */
export const noticesOfViolations = (
  because: JournalEntry,
  entries: readonly JournalEntry[],
  authorities: readonly Authority[],
  wording: Wording,
): readonly Draft[] => {
  const told = inOrder(entries.map(({ detail }) => Opened.parse(detail)).filter((one) => one.severity !== 'advisory'));
  return authorities.flatMap((authority) => {
    const own = told.filter((one) => covers(authority, one));
    const first = own.filter(({ severity }) => severity === 'major').slice(0, maxImmediate);
    const others = own.filter((one) => !first.includes(one));
    return [
      ...first.map((one) => immediate(because, one, authority.id, wording)),
      ...(others.length > 0 ? [digestOf(because, others, authority, wording)] : []),
    ];
  });
};
