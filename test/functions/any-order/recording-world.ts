import type { Manifest } from '../../../events/manifest.ts';
import type { RecordDeps } from '../../../functions/record-submission/deps.ts';
import { digest } from '../../../functions/store/digest.ts';
import { noRosters, type RosterKey, type Rosters } from '../../../rules/branch-rosters.ts';
import { type Held, type HeldBy, nothingHeld } from '../../../rules/holdings.ts';
import { type Change, isListed, type Recorded, type TrackAt, type TrackKey } from '../../../rules/track.ts';
import { smallLaw } from './small-law.ts';
import type { Sent, State } from './true-state.ts';

export const enterprise = '91460000MA5T00001X';

/** A recorder's process dies at this access to the world, before anything was written or after. */
export type Death = { readonly at: number; readonly isBefore: boolean };
export class Killed extends Error {}

const keyOf = ({ enterprise, recordKind, recordKey }: TrackKey): string =>
  JSON.stringify([enterprise, recordKind, recordKey]);

const manifestOf = (sent: Sent, n: number): Manifest => ({
  view: {
    id: `s${n}`,
    status: 'recording',
    enterprise,
    branchId: sent.branchId,
    recordKind: 'phone-card',
    period: { from: '2026-01-01', to: '2026-01-31' },
    mode: sent.mode,
    region: '4601',
    sector: 'telecom',
    nil: false,
    receivedAt: new Date(Date.UTC(2026, 0, 1, 0, 0, n)).toISOString(),
    release: { name: 'test', digest: 'd' },
    counts: { records: sent.records.length, faults: 0, compliant: 0, violation: 0, undetermined: 0, notApplicable: 0 },
  },
  digest: `digest ${n}`,
  countingGroup: 'g',
  withdraws: sent.withdraws,
  ...(sent.unread !== undefined && { unread: sent.unread }),
  findingsTotal: 0,
  beyondHoldings: [],
});

/**
 * The table as recording sees it, in memory, with the same conditions on every write; every access waits at a gate, so
 * that whoever opens the gates decides who goes first.
 */
export const aWorld = (sent: readonly Sent[]) => {
  const manifests = new Map(sent.map((one, n) => [`s${n}`, manifestOf(one, n)]));
  const tracks = new Map<string, TrackAt>();
  const holdings = new Map<string, Held>();
  const rosters = new Map<string, Rosters>();
  const violations = new Map<string, Recorded>();
  const waiting: (() => void)[] = [];
  const count = { writes: 0 };

  const heldAt = (of: HeldBy): Held => holdings.get(JSON.stringify(of)) ?? nothingHeld;
  const trackAt = (key: TrackKey): TrackAt => tracks.get(keyOf(key)) ?? { version: 0 };

  const rostersAt = (of: RosterKey): Rosters => rosters.get(JSON.stringify(of)) ?? noRosters;

  const isAsRead = ({ judgedBy, holdings: held, track, roster, restsOn = [] }: Change): boolean =>
    (roster === undefined || rostersAt(roster.of).version === roster.version) &&
    restsOn.every(({ of, version }) => rostersAt(of).version === version) &&
    (judgedBy === undefined || heldAt(judgedBy.of).version === judgedBy.version) &&
    (held === undefined || heldAt(held.of).version === held.version) &&
    (track === undefined || trackAt(track.to).version === track.version);

  const write = (change: Change): boolean => {
    if (!isAsRead(change)) return false;
    count.writes += 1;
    const { holdings: held, track, roster } = change;
    if (roster) rosters.set(JSON.stringify(roster.of), { version: roster.version + 1, marks: roster.marks });
    if (held) holdings.set(JSON.stringify(held.of), { version: held.version + 1, cards: held.cards });
    if (track) tracks.set(keyOf(track.to), { version: track.version + 1, track: track.to });
    for (const recorded of change.violations) violations.set(recorded.violation.id, recorded);
    return true;
  };

  const recorder = (death: Death | undefined): RecordDeps => {
    let accesses = 0;
    let isDead = false;
    const through = async <R>(act: () => R): Promise<R> => {
      await new Promise<void>((open) => waiting.push(open));
      accesses += 1;
      const isLast = accesses === death?.at;
      if (isDead || (isLast && death!.isBefore)) {
        isDead = true;
        throw new Killed();
      }
      const result = act();
      if (isLast) {
        isDead = true;
        throw new Killed();
      }
      return structuredClone(result);
    };
    return {
      lawOf: () => smallLaw,
      manifest: (id) => through(() => manifests.get(id)),
      manifests: (ids) => through(() => ids.map((id) => manifests.get(id))),
      // In parts of two: where parts end makes no difference.
      records: async function* (id) {
        const records = sent[Number(id.slice(1))]!.records.map((record, n) => ({ row: n + 1, record }));
        for (let n = 0; n < records.length; n += 2) yield records.slice(n, n + 2);
      },
      recordsNamed: async (id, keys) =>
        new Map(
          sent[Number(id.slice(1))]!.records.filter(({ recordId }) => keys.has(recordId)).map((record) => [
            record.recordId,
            record,
          ]),
        ),
      lists: async () => undefined,
      tracks: (keys) => through(() => keys.map(trackAt)),
      trackedOf: async () => () => true,
      tracksOfBranch: async function* (_, branchId) {
        const listed = await through(() =>
          [...tracks.values()].flatMap(({ track }) =>
            track !== undefined && isListed(track) && track.branchId === branchId ? [track] : [],
          ),
        );
        for (let n = 0; n < listed.length; n += 2) yield listed.slice(n, n + 2);
      },
      rosters: (of) => through(() => of.map(rostersAt)),
      holdings: (of) => through(() => of.map(heldAt)),
      monthTallies: async () => new Map(),
      enterprise: async () => undefined,
      filingDuties: async () => [],
      imports: async () => [],
      violations: (ids) => through(() => ids.map((id) => violations.get(id))),
      // One after the other: what a process that dies leaves behind is some of them.
      apply: async (changes) => {
        const failed: Change[] = [];
        for (const change of changes) if (!(await through(() => write(change)))) failed.push(change);
        return failed;
      },
      countShadow: async () => {},
      keepFindings: async (_, parts) => {
        let total = 0;
        for await (const part of parts) total += part.length;
        return { name: 'findings', total };
      },
      commit: (manifest) =>
        through(() => {
          if (manifests.get(manifest.view.id)!.view.status === 'audited') return false;
          manifests.set(manifest.view.id, manifest);
          return true;
        }),
      settle: (ids, submission) =>
        through(() => {
          for (const id of ids) {
            const recorded = violations.get(id);
            if (recorded?.pendingOf === submission) violations.set(id, { violation: recorded.violation });
          }
        }),
      digest,
      now: () => new Date(Date.UTC(2026, 0, 2)),
      pause: () => through(() => {}),
    };
  };

  const cards = () => [...holdings].flatMap(([of, { cards }]) => cards.map((card) => ({ of: JSON.parse(of), card })));

  return {
    recorder,
    writes: () => count.writes,
    isAudited: (n: number) => manifests.get(`s${n}`)!.view.status === 'audited',
    /** Opens gates until nobody waits, each time the one that `choose` names among so many. */
    run: async (choose: (among: number) => number): Promise<void> => {
      for (;;) {
        // Everything here is memory: after one turn of the loop all recorders wait at a gate or have ended.
        await new Promise(setImmediate);
        if (waiting.length === 0) return;
        waiting.splice(choose(waiting.length), 1)[0]!();
      }
    },
    state: (): State => ({
      holdings: cards()
        .filter(({ card }) => card.withdrawn !== true)
        .map(({ of, card }) => `${of.subject} ${card.card} by ${card.recordKey} at ${card.branchId}`)
        .sort(),
      open: [...violations.values()]
        .filter(({ violation: { review, remedy } }) => review === 'open' && remedy === 'outstanding')
        .map(({ violation }) => `${violation.recordId} ${violation.rule}`)
        .sort(),
    }),
  };
};
