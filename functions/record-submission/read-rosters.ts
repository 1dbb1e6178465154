import type { AnyRecord } from '../../events/contract.ts';
import type { Manifest } from '../../events/manifest.ts';
import { noRosters, type RosterKey, type RosterMark, type Rosters } from '../../rules/branch-rosters.ts';
import type { Law, RecordDeps } from './deps.ts';

/** An enterprise's branch. */
export type Branch = Pick<RosterKey, 'enterprise' | 'branchId'>;

/** A record that stands with a branch; rosters since then may have listed it. */
export type Standing = Branch & { readonly recordKey: string; readonly since: string };

/** That a roster lists a record, and how. */
export type Listed = { readonly sequence: string; readonly record: AnyRecord };

/** The newest rosters of some branches, and what a change rests on that was worked out by those of these. */
export type RostersRead = {
  readonly rostersOf: (branch: Branch) => Rosters;
  /** The newest roster since that lists the record. */
  readonly listedIn: (standing: Standing) => Listed | undefined;
  readonly restsOn: (branches: readonly Branch[]) => readonly { readonly of: RosterKey; readonly version: number }[];
};

const nameOf = ({ enterprise, branchId }: Branch): string => JSON.stringify([enterprise, branchId]);

/**
 * Reads the rosters of the submission's own branch and of those that records stand with. What a roster lists is read from
 * its records, and only where somebody came late or a record is left out. No kind but those counted per person has
 * rosters, and nobody reads them for the others.
 */
export const readRosters = async (
  standing: readonly Standing[],
  by: Manifest,
  { contract }: Pick<Law, 'contract'>,
  deps: Pick<RecordDeps, 'rosters' | 'recordsNamed'>,
): Promise<RostersRead> => {
  if (contract.holdings === undefined)
    return { rostersOf: () => noRosters, listedIn: () => undefined, restsOn: () => [] };
  const { recordKind } = by.view;
  const all = [...new Map([by.view, ...standing].map((branch) => [nameOf(branch), branch])).values()];
  const keys = all.map(({ enterprise, branchId }): RosterKey => ({ enterprise, branchId, recordKind }));
  const rosters = await deps.rosters(keys);
  const known = new Map(keys.map((of, n) => [nameOf(of), { of, ...rosters[n]! }]));
  const rostersOf = (branch: Branch): Rosters => known.get(nameOf(branch)) ?? noRosters;

  const marksSince = (one: Standing): readonly RosterMark[] =>
    rostersOf(one).marks.filter(({ sequence }) => sequence > one.since);
  const wanted = new Map<string, Set<string>>();
  for (const one of standing) {
    for (const { submission } of marksSince(one)) {
      const keys = wanted.get(submission) ?? new Set();
      wanted.set(submission, keys.add(one.recordKey));
    }
  }
  const read = await Promise.all(
    [...wanted].map(async ([id, names]) => [id, await deps.recordsNamed(id, names)] as const),
  );
  const listed = new Map(read);
  return {
    rostersOf,
    listedIn: (one) =>
      marksSince(one)
        .flatMap(({ sequence, submission }): Listed[] => {
          const record = listed.get(submission)?.get(one.recordKey);
          return record === undefined ? [] : [{ sequence, record }];
        })
        .at(-1),
    restsOn: (branches) =>
      [...new Set(branches.map(nameOf))].map((name) => {
        const { of, version } = known.get(name)!;
        return { of, version };
      }),
  };
};
