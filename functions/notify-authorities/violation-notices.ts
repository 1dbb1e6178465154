import * as z from 'zod';
import { Severity } from '../../events/finding.ts';
import type { JournalEntry } from '../../events/journal.ts';
import type { Authority } from '../../events/registry.ts';
import { covers, type Draft, maxImmediate, shared, type Wording } from './planned-notices.ts';

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

/** A card may displace cards of another branch or enterprise: those are no findings of its submission. */
const isAtItsBranch = ({ detail }: JournalEntry, { enterprise, branchId }: Whose): boolean =>
  detail.enterprise === enterprise && detail.branchId === branchId;

const placeOf = ({ rule, recordId, violation }: Opened): string => `${rule}\u0000${recordId}\u0000${violation}`;

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

/** Whose a violation is, and where. */
type Whose = Pick<Opened, 'enterprise' | 'branchId' | 'region' | 'sector'>;

/** What is counted of violations that are not told one by one: there may be millions. */
type Others = { total: number; readonly counts: Map<string, number>; readonly whose: Set<Whose> };

const digestOf = (
  because: JournalEntry,
  { total, counts, whose }: Others,
  authority: Authority,
  { digest }: Wording,
): Draft => {
  const { stream } = because;
  const { submission } = submissionOf(because);
  const all = [...whose];
  const isOfOneBranch = submission !== undefined && all.every((one) => isAtItsBranch(because, one));
  return {
    id: digest(JSON.stringify(['violations.digest', authority.id, stream])).slice(0, 32),
    authority: authority.id,
    type: 'violations.digest',
    title: {
      zh: `${submission === undefined ? '一项报送到期时' : '一次报送'}另有 ${total} 项新违规`,
      en: `${total} more new violation${total === 1 ? '' : 's'} ${submission === undefined ? 'when one filing fell due' : 'in one submission'}`,
    },
    link: isOfOneBranch ? `/v1/submissions/${stream}/findings` : '/v1/violations',
    ...submissionOf(because),
    ...shared(all, 'enterprise', 'branchId', 'region', 'sector'),
    counts: Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
};

/** What one authority is told, while violations come in any order. */
const toldTo = (authority: Authority) => {
  const first: { readonly one: Opened; readonly whose: Whose; readonly place: string }[] = [];
  const others: Others = { total: 0, counts: new Map(), whose: new Set() };
  const count = ({ rule }: Opened, whose: Whose): void => {
    others.total += 1;
    others.counts.set(rule, (others.counts.get(rule) ?? 0) + 1);
    others.whose.add(whose);
  };
  return {
    add: (one: Opened, whose: Whose): void => {
      if (one.severity === 'major') {
        const place = placeOf(one);
        const at = first.findIndex((known) => place < known.place);
        first.splice(at < 0 ? first.length : at, 0, { one, whose, place });
        const last = first.length > maxImmediate ? first.pop() : undefined;
        if (last !== undefined) count(last.one, last.whose);
      } else count(one, whose);
    },
    drafts: (because: JournalEntry, wording: Wording): readonly Draft[] => [
      ...first.map(({ one }) => immediate(because, one, authority.id, wording)),
      ...(others.total > 0 ? [digestOf(because, others, authority, wording)] : []),
    ],
  };
};

/**
 * What the new violations of a submission, or of a filing that fell due, tell the authorities in whose sectors × regions
 * they lie: up to twenty notices of `major` ones each, one digest of all other `major` and `minor` ones; an `advisory` one
 * is never told. `entries` come page by page, and no more than is told is kept of them.
 */
export const noticesOfViolations = async (
  because: JournalEntry,
  entries: AsyncIterable<readonly JournalEntry[]>,
  authorities: () => Promise<readonly Authority[]>,
  wording: Wording,
): Promise<readonly Draft[]> => {
  let all: readonly (readonly [Authority, ReturnType<typeof toldTo>])[] | undefined;
  const concerned = new Map<string, { readonly whose: Whose; readonly told: readonly ReturnType<typeof toldTo>[] }>();
  for await (const page of entries) {
    all ??= (await authorities()).map((authority) => [authority, toldTo(authority)] as const);
    for (const { detail } of page) {
      const one = Opened.parse(detail);
      if (one.severity === 'advisory') continue;
      const { enterprise, branchId, region, sector } = one;
      const name = JSON.stringify([enterprise, branchId, region, sector]);
      let known = concerned.get(name);
      if (known === undefined) {
        const told = all.flatMap(([authority, own]) => (covers(authority, one) ? [own] : []));
        known = { whose: { enterprise, branchId, region, sector }, told };
        concerned.set(name, known);
      }
      for (const told of known.told) told.add(one, known.whose);
    }
  }
  return (all ?? []).flatMap(([, told]) => told.drafts(because, wording));
};
